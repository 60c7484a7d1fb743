using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Records.Json;

namespace Eqnn.Catalog.Contents;

/// <summary>The space of maps L → K on a fan of a document, and what ReLU is in it; or the limit that stopped it.</summary>
public sealed class CatalogMaps
{
    private readonly Lazy<IReadOnlyList<IReadOnlyList<ColumnVector<Cyclotomic>>>> _composites;
    private readonly Lazy<IReadOnlyList<ColumnVector<Cyclotomic>>> _coordinates;
    private readonly Lazy<Cyclotomic?> _fourier;

    internal CatalogMaps(JsonItem record, CatalogFan fan, CatalogSimple target, Func<JsonItem, Cyclotomic> number, Func<JsonItem, ColumnVector<Cyclotomic>> vector)
    {
        (Fan, Target, Limit) = (fan, target, record.Find("limit")?.Text());
        Dimension = record.Find("dimension")?.Whole(0);
        LinearDimension = record.Find("linear")?.Whole(0);
        OneLayerDimension = record.Find("oneLayer")?.Whole(0);
        _composites = new(() => [.. (record.Find("values")?.Items() ?? []).Select(composite => (IReadOnlyList<ColumnVector<Cyclotomic>>)[.. composite.Items().Select(vector)])]);
        _coordinates = new(() => [.. (record.Find("coordinates")?.Items() ?? []).Select(vector)]);
        _fourier = new(() => record.Find("fourier") is { } fourier ? number(fourier) : null);
    }

    /// <summary>The fan, with its G-set and the simple L.</summary>
    public CatalogFan Fan { get; }

    /// <summary>The simple K.</summary>
    public CatalogSimple Target { get; }

    /// <summary>The limit of the format that stopped it, in a sentence; null where the maps are there.</summary>
    public string? Limit { get; }

    /// <summary>The dimension of the space of continuous equivariant maps that are linear on every chamber; null where a limit stopped it.</summary>
    public int? Dimension { get; }

    /// <summary>The dimension of the linear ones among them; null where a limit stopped it.</summary>
    public int? LinearDimension { get; }

    /// <summary>The dimension of the maps of one hidden ReLU layer without bias; null where a limit stopped it.</summary>
    public int? OneLayerDimension { get; }

    /// <summary>The composites with ReLU, each by its values on the rays of <see cref="CatalogFan.RayOrbits"/>, in the coordinates of K.</summary>
    public IReadOnlyList<IReadOnlyList<ColumnVector<Cyclotomic>>> Composites => _composites.Value;

    /// <summary>The composites in the basis of the space.</summary>
    public IReadOnlyList<ColumnVector<Cyclotomic>> Coordinates => _coordinates.Value;

    /// <summary>For a cyclic group on its regular set: the coefficient of the cosine of K in relu of the cosine of L; else null.</summary>
    public Cyclotomic? Fourier => _fourier.Value;

    /// <summary>The dimensions, or the limit.</summary>
    public override string ToString() => FormattableString.Invariant($"maps {Fan.Source.Label} -> {Target.Label} on {Fan.Set.Name}: {Limit ?? FormattableString.Invariant($"dimension {Dimension}, linear {LinearDimension}, one layer {OneLayerDimension}")}");
}
