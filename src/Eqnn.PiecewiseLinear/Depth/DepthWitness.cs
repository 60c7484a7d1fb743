using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.PiecewiseLinear.Depth;

/// <summary>Integer weights and an exact input at which a network has a nonzero part in K: proof that K is attained.</summary>
/// <remarks>
/// The network is <c>h_1 = f(v)</c>, <c>h_i = f(T_i h_{i−1})</c> without biases and with one channel; <c>v = |G| · P_L w</c> for an integer vector w on X_1, and T_i is the integer combination of the
/// orbital matrices of <c>X_i × X_{i−1}</c> with <see cref="Weights"/>[i − 2].
/// </remarks>
public sealed record DepthWitness
{
    private readonly IReadOnlyList<IsotypicDecomposition> _layers;

    internal DepthWitness(IReadOnlyList<IsotypicDecomposition> layers, Activation activation, SimpleRepresentation source, SimpleRepresentation target, IReadOnlyList<int> input, IReadOnlyList<IReadOnlyList<int>> weights)
    {
        _layers = layers;
        Activation = activation;
        Source = source;
        Target = target;
        Input = input;
        Weights = weights;
    }

    /// <summary>The activation f: piecewise linear or a polynomial.</summary>
    public Activation Activation { get; }

    /// <summary>The simple L of the input.</summary>
    public SimpleRepresentation Source { get; }

    /// <summary>The simple K that is populated.</summary>
    public SimpleRepresentation Target { get; }

    /// <summary>The integer vector w on X_1.</summary>
    public IReadOnlyList<int> Input { get; }

    /// <summary>The coefficients of T_2, ..., T_t in the orbital bases, in the order of <see cref="OrbitalBasis"/>.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Weights { get; }

    /// <summary>The number of layers t.</summary>
    public int Layers => Weights.Count + 1;

    /// <summary>The last layer h_t, exactly.</summary>
    public IReadOnlyList<RealCyclotomic> Evaluate()
    {
        var first = _layers[0];
        var scale = new Rational(first.Table.Group.Order, 1);
        var values = Project(first, Source, [.. Input.Select(c => (RealCyclotomic)(scale * c))]).Select(Activation.Evaluate).ToList();
        for (var i = 0; i < Weights.Count; i++)
        {
            var basis = OrbitalBasis.Of(_layers[i].Set, _layers[i + 1].Set);
            var next = new List<RealCyclotomic>();
            for (var y = 0; y < (int)_layers[i + 1].Set.Size; y++)
            {
                var sum = RealCyclotomic.Zero;
                for (var x = 0; x < values.Count; x++)
                {
                    sum += values[x] * Weights[i][basis.PositionOf(y, x)];
                }

                next.Add(Activation.Evaluate(sum));
            }

            values = next;
        }

        return values;
    }

    /// <summary>Evaluates the network exactly and checks that its part in K is not zero.</summary>
    public bool Verify() => Project(_layers[Weights.Count], Target, Evaluate()).Any(c => !c.IsZero);

    /// <inheritdoc/>
    public bool Equals(DepthWitness? other) =>
        other is not null && Activation.Equals(other.Activation) && ReferenceEquals(Source, other.Source) && ReferenceEquals(Target, other.Target) && _layers.SequenceEqual(other._layers)
        && Input.SequenceEqual(other.Input) && Weights.Count == other.Weights.Count && Weights.Zip(other.Weights).All(pair => pair.First.SequenceEqual(pair.Second));

    /// <inheritdoc/>
    public override int GetHashCode() => Input.Concat(Weights.SelectMany(w => w)).Aggregate(Activation.GetHashCode(), HashCode.Combine);

    /// <summary>The input and the weights on one line.</summary>
    public override string ToString() => $"v = |G| P_{Source.Label} [{string.Join(",", Input)}]" + string.Concat(Weights.Select((w, i) => $", T_{i + 2} = [{string.Join(",", w)}]"));

    private static RealCyclotomic[] Project(IsotypicDecomposition decomposition, SimpleRepresentation simple, IReadOnlyList<RealCyclotomic> vector)
    {
        var result = new RealCyclotomic[vector.Count];
        for (var i = 0; i < decomposition.Set.Orbits.Count; i++)
        {
            var orbit = decomposition.Set.Orbits[i];
            var values = decomposition.ProjectorValues(simple, i).Select(c => (RealCyclotomic)c).ToList();
            foreach (var z in orbit.Points)
            {
                foreach (var w in orbit.Points.Where(w => !vector[w].IsZero))
                {
                    result[z] += values[orbit.PieceOfPair(z, w)] * vector[w];
                }
            }
        }

        return result;
    }
}
