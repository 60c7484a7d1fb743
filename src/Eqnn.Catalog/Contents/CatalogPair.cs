namespace Eqnn.Catalog.Contents;

/// <summary>An ordered pair of simples of a document: whether there is a nonzero piecewise linear equivariant map L → K, and why.</summary>
public sealed class CatalogPair
{
    private readonly int _obstruction;

    internal CatalogPair(CatalogSimple source, CatalogSimple target, CatalogWitness? witness, int obstruction) => (Source, Target, Witness, _obstruction) = (source, target, witness, obstruction);

    /// <summary>The simple L.</summary>
    public CatalogSimple Source { get; }

    /// <summary>The simple K.</summary>
    public CatalogSimple Target { get; }

    /// <summary>Whether there is a map.</summary>
    public bool Exists => Witness is not null;

    /// <summary>The witness; null where there is no map.</summary>
    public CatalogWitness? Witness { get; }

    /// <summary>Where there is no map: the position from 0 of a class that acts trivially on L and not on K; else null.</summary>
    public int? ObstructionClassPosition => Exists ? null : _obstruction;

    /// <summary>Takes the branch that holds: the witness, or the position of the class that is the obstruction.</summary>
    public T Match<T>(Func<CatalogWitness, T> exists, Func<int, T> impossible)
    {
        ArgumentNullException.ThrowIfNull(exists);
        ArgumentNullException.ThrowIfNull(impossible);
        return Witness is { } witness ? exists(witness) : impossible(_obstruction);
    }

    /// <summary>The two labels, and whether there is a map.</summary>
    public override string ToString() => FormattableString.Invariant($"{Source.Label} -> {Target.Label}: {(Exists ? "exists" : $"impossible, class {_obstruction + 1} acts trivially on {Source.Label} and not on {Target.Label}")}");
}
