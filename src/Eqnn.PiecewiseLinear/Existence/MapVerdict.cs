using System.Diagnostics;
using Eqnn.Algebra.Characters;

namespace Eqnn.PiecewiseLinear.Existence;

/// <summary>The answer to "is there a nonzero piecewise linear equivariant map L → K": yes with a witness, or no with an obstruction.</summary>
/// <remarks>Both cases can be checked again by <see cref="Verify"/>, which uses nothing but the values of two characters. Read it with <see cref="Match{T}"/>.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public abstract record MapVerdict
{
    private MapVerdict(SimpleRepresentation source, SimpleRepresentation target)
    {
        Source = source;
        Target = target;
    }

    /// <summary>The simple L.</summary>
    public SimpleRepresentation Source { get; }

    /// <summary>The simple K.</summary>
    public SimpleRepresentation Target { get; }

    /// <summary>Whether a map exists.</summary>
    public bool IsPossible => this is Exists;

    /// <summary>Whether a nonzero <em>linear</em> equivariant map exists; by Schur's lemma iff L = K.</summary>
    public bool LinearExists => Source.Position == Target.Position;

    /// <summary>Takes the branch that holds.</summary>
    public abstract T Match<T>(Func<Exists, T> exists, Func<Impossible, T> impossible);

    /// <summary>Re-checks the certificate from the character values alone.</summary>
    public bool Verify() => Holds();

    /// <summary>The check of each case; that no other room can write it is why there is no third.</summary>
    private protected abstract bool Holds();

    /// <summary>In one line: the two simples, the verdict and its reason.</summary>
    public sealed override string ToString() =>
        Match(exists => $"{Source.Label} -> {Target.Label}: exists, {exists.Witness}", impossible => $"{Source.Label} -> {Target.Label}: impossible, {impossible.Obstruction}");

    /// <summary>There is a map; <see cref="Witness"/> is one.</summary>
    public sealed record Exists : MapVerdict
    {
        internal Exists(MapWitness witness)
            : base(witness.Source, witness.Target) => Witness = witness;

        /// <summary>An explicit map and a point at which it is nonzero.</summary>
        public MapWitness Witness { get; }

        /// <inheritdoc/>
        public override T Match<T>(Func<Exists, T> exists, Func<Impossible, T> impossible) => exists(this);

        private protected override bool Holds() => Witness.Verify();
    }

    /// <summary>There is none, because of <see cref="Obstruction"/>.</summary>
    public sealed record Impossible : MapVerdict
    {
        internal Impossible(MapObstruction obstruction)
            : base(obstruction.Source, obstruction.Target) => Obstruction = obstruction;

        /// <summary>An element that acts trivially on L and not on K.</summary>
        public MapObstruction Obstruction { get; }

        /// <inheritdoc/>
        public override T Match<T>(Func<Exists, T> exists, Func<Impossible, T> impossible) => impossible(this);

        private protected override bool Holds() => Obstruction.Verify();
    }
}
