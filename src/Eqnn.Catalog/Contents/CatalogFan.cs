using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Records.Json;

namespace Eqnn.Catalog.Contents;

/// <summary>The ReLU fan of a copy of a simple in the functions on a G-set, as a document states it; or the limit that stopped it.</summary>
public sealed class CatalogFan
{
    private readonly Lazy<IReadOnlyList<CatalogRayOrbit>> _rayOrbits;

    internal CatalogFan(JsonItem record, CatalogSet set, CatalogSimple source, Func<JsonItem, ColumnVector<Cyclotomic>> vector)
    {
        (Set, Source, Limit) = (set, source, record.Find("limit")?.Text());
        Hyperplanes = record.Find("hyperplanes")?.Long();
        Chambers = record.Find("chambers")?.Long();
        Rays = record.Find("rays")?.Long();
        IsSimplicial = record.Find("simplicial")?.Truth();
        _rayOrbits = new(() => [.. (record.Find("rayOrbits")?.Items() ?? []).Select(orbit => new CatalogRayOrbit(vector(orbit["ray"]), orbit["size"].Whole(1), orbit["stabilizer"].Long()))]);
    }

    /// <summary>The G-set.</summary>
    public CatalogSet Set { get; }

    /// <summary>The simple.</summary>
    public CatalogSimple Source { get; }

    /// <summary>The limit of the format that stopped it, in a sentence; null where the fan is there.</summary>
    public string? Limit { get; }

    /// <summary>The number of hyperplanes; null where a limit stopped it.</summary>
    public long? Hyperplanes { get; }

    /// <summary>The number of chambers; null where a limit stopped it.</summary>
    public long? Chambers { get; }

    /// <summary>The number of rays; null where a limit stopped it.</summary>
    public long? Rays { get; }

    /// <summary>Whether every chamber has as many rays as the space has dimensions; null where a limit stopped it.</summary>
    public bool? IsSimplicial { get; }

    /// <summary>The orbits of rays; none where a limit stopped it.</summary>
    public IReadOnlyList<CatalogRayOrbit> RayOrbits => _rayOrbits.Value;

    /// <summary>The numbers, or the limit.</summary>
    public override string ToString() => FormattableString.Invariant($"fan of {Source.Label} on {Set.Name}: {Limit ?? FormattableString.Invariant($"{Hyperplanes} hyperplanes, {Chambers} chambers, {Rays} rays")}");
}
