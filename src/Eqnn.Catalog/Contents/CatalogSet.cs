using Eqnn.Records.Json;

namespace Eqnn.Catalog.Contents;

/// <summary>A G-set of a document: its orbits, and the simples in the functions on it.</summary>
public sealed class CatalogSet
{
    internal CatalogSet(JsonItem record, Func<JsonItem, CatalogSimple> simple)
    {
        Record = record;
        Name = record["name"].Text();
        Size = record["size"].Long();
        OrbitLengths = record["orbits"].Wholes(1);
        Simples = [.. record["simples"].Items().Select(simple)];
        Multiplicities = record["multiplicities"].Items().Count == Simples.Count
            ? record["multiplicities"].Wholes(1)
            : throw record["multiplicities"].Misfit(FormattableString.Invariant($"{record["multiplicities"].Items().Count} multiplicities for {Simples.Count} simples"));
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The number of its points.</summary>
    public long Size { get; }

    /// <summary>The lengths of its orbits.</summary>
    public IReadOnlyList<int> OrbitLengths { get; }

    /// <summary>The simples that occur.</summary>
    public IReadOnlyList<CatalogSimple> Simples { get; }

    /// <summary>How often each of <see cref="Simples"/> occurs.</summary>
    public IReadOnlyList<int> Multiplicities { get; }

    internal JsonItem Record { get; }

    /// <summary>Name, size and simples.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Name}, {Size} points: {string.Join(" + ", Simples.Zip(Multiplicities, (simple, count) => count == 1 ? simple.Label : FormattableString.Invariant($"{count} {simple.Label}")))}");
}
