using System.Globalization;
using Eqnn.Catalog.Contents;
using Eqnn.Catalog.Folders;
using Eqnn.Cli.Output;
using Eqnn.Numbers;
using Eqnn.Records.Json;
using Eqnn.Records.LinearAlgebra;

namespace Eqnn.Cli.Commands.Catalogs;

/// <summary>The answer of <c>eqnn catalog show G L K</c>.</summary>
internal sealed class CatalogPairReport : OutlinedReport
{
    private readonly CatalogDocument _document;
    private readonly CatalogPair _pair;
    private readonly CatalogSet _set;
    private readonly string _source;
    private readonly string _target;
    private readonly CatalogFan? _fan;
    private readonly CatalogMaps? _maps;

    /// <summary>Finds what there is on the pair.</summary>
    public CatalogPairReport(CatalogDocument document, CatalogPair pair, CatalogSet set)
    {
        (_document, _pair, _set, _source, _target) = (document, pair, set, pair.Source.Label, pair.Target.Label);
        _fan = document.Fans.FirstOrDefault(fan => fan.Set == set && fan.Source == pair.Source);
        _maps = document.Maps.FirstOrDefault(maps => maps.Fan == _fan && maps.Target == pair.Target);
    }

    private string? StatedLimit => _fan?.Limit ?? _maps?.Limit;

    /// <inheritdoc/>
    protected override void Describe(Outline outline)
    {
        outline.Heading($"{_document.Record.Group}, order {_document.Record.Order}: piecewise linear equivariant maps {_source} → {_target}, from {_document.Record.File}");
        outline.Field("group", _document.Record.Group);
        outline.Field("file", _document.Record.File);
        outline.Field("hash", _document.Record.Hash);
        outline.Field("on", _set.Name);
        outline.Field("source", _source);
        outline.Field("target", _target);
        if (_pair.Witness is { } witness)
        {
            outline.Fact("exists", $"{Prose.YesOrNo(true)}: ker {_source} ≤ ker {_target}", "exists", _pair.Exists);
            outline.Fact("witness", $"F(v) = P_{_target} relu(v - β) on the regular representation, β = {witness.Bias}", json => json.Record("witness", () =>
            {
                Number(json, "bias", witness.Bias);
                Number(json, "point", witness.PointAtIdentity);
                Number(json, "value", witness.ValueAtIdentity);
            }));
            outline.Fact("at a point", $"v = P_{_source} e_1, with coordinate {witness.PointAtIdentity} at 1: F(v) has coordinate {witness.ValueAtIdentity} at 1");
        }
        else
        {
            var obstruction = _document.Classes[_pair.ObstructionClassPosition!.Value];
            outline.Fact("exists", $"{Prose.YesOrNo(false)}: class {obstruction.Number} acts trivially on {_source} and not on {_target}", "exists", _pair.Exists);
            outline.Field("obstruction", obstruction.Number);
            outline.Fact("an element", $"maps the points 1, 2, ... to {string.Join(", ", obstruction.RepresentativeImages)}");
        }

        foreach (var (activation, least, attained) in Depths())
        {
            outline.Fact($"layers of {activation}, {_set.Name}", least is null ? "none reach it" : $"{least} at least{(attained == least ? ", and that many do" : attained is null ? "; not known to be attained" : $"; {attained} do")}");
        }

        outline.InDocument(json => json.Records("depths", Depths(), depth =>
        {
            json.Field("activation", depth.Activation);
            json.Field("least", depth.Least);
            json.Field("attained", depth.Attained);
        }));
        if (StatedLimit is { } limit)
        {
            outline.Line($"maps on the fan of {_set.Name}: {limit}");
            outline.Field("limit", limit);
        }
        else if (_maps is { } maps)
        {
            outline.Heading($"Maps on the ReLU fan of {_source} on {_set.Name}");
            outline.Object("maps", part => Describe(part, _fan!, maps));
        }
        else if (_pair.Exists)
        {
            outline.Line($"{_source} does not occur in the functions on {_set.Name}: there is no fan");
        }
    }

    private void Describe(Outline part, CatalogFan fan, CatalogMaps maps)
    {
        part.Fact("chambers, rays", string.Create(CultureInfo.InvariantCulture, $"{fan.Chambers}, {fan.Rays} in {CatalogOptions.Count(fan.RayOrbits.Count, "orbit")}"));
        part.Fact("dimension", string.Create(CultureInfo.InvariantCulture, $"{maps.Dimension}: linear {maps.LinearDimension}, one ReLU layer {maps.OneLayerDimension}"), "dimension", maps.Dimension);
        part.Field("linear", maps.LinearDimension);
        part.Field("oneLayer", maps.OneLayerDimension);
        if (maps.Fourier is { } coefficient)
        {
            part.Fact("Fourier", $"relu of the cosine of {_source} has the coefficient {coefficient} at the cosine of {_target}");
        }

        part.Table("composites", maps.Composites.Index().SelectMany(composite => composite.Item.Zip(fan.RayOrbits, (value, orbit) => (composite.Index, orbit.Ray, Value: value))), columns => columns
            .Right("composite", row => $"{row.Index + 1}")
            .Left("ray", row => Matrices.Vector(row.Ray))
            .Left("value", row => Matrices.Vector(row.Value))
            .Left("in decimals", row => $"({string.Join(", ", row.Value.Select(Decimal))})"));
        part.InDocument(json => json.List("composites", maps.Composites, composite => json.Object(() => json.Records("rays", composite.Zip(fan.RayOrbits), pair =>
        {
            json.ExactRow("ray", pair.Second.Ray);
            json.ExactRow("value", pair.First);
            json.Row("decimals", pair.First.Select(Decimal));
        }))));
        foreach (var row in maps.Coordinates)
        {
            part.Line($"coordinates in the basis of the space: {Matrices.Vector(row)}");
        }

        part.InDocument(json => json.ExactRows("coordinates", maps.Coordinates));
        if (maps.Fourier is { } fourier)
        {
            part.InDocument(json => Number(json, "fourier", fourier));
        }
    }

    private static string Decimal(Cyclotomic value) => value.ToDecimalString(CatalogDocument.DecimalDigits);

    private static void Number(JsonOutput json, string name, Cyclotomic value)
    {
        json.Exact(name, value);
        json.Field(name + "Decimal", Decimal(value));
    }

    private IEnumerable<(string Activation, int? Least, int? Attained)> Depths() =>
        _document.Depths.Where(depth => depth.Set == _set && depth.Source == _pair.Source && depth.Target == _pair.Target).Select(depth => (depth.Activation, depth.Least, depth.Attained));
}
