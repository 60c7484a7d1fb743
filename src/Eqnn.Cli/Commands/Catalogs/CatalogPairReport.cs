using System.Globalization;
using Eqnn.Catalog.Contents;
using Eqnn.Catalog.Folders;
using Eqnn.Cli.Output;
using Eqnn.Numbers;
using Eqnn.Records.Json;
using Eqnn.Records.LinearAlgebra;

namespace Eqnn.Cli.Commands.Catalogs;

/// <summary>The answer of <c>eqnn catalog show G L K</c>.</summary>
internal sealed class CatalogPairReport : Report
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
    public override void Describe(Page page)
    {
        page.Heading($"{_document.Record.Group}, order {_document.Record.Order}: piecewise linear equivariant maps {_source} → {_target}, from {_document.Record.File}");
        if (_pair.Witness is { } witness)
        {
            page.Fact("exists", $"{Prose.YesOrNo(true)}: ker {_source} ≤ ker {_target}");
            page.Fact("witness", $"F(v) = P_{_target} relu(v - β) on the regular representation, β = {witness.Bias}");
            page.Fact("at a point", $"v = P_{_source} e_1, with coordinate {witness.PointAtIdentity} at 1: F(v) has coordinate {witness.ValueAtIdentity} at 1");
        }
        else
        {
            var obstruction = _document.Classes[_pair.ObstructionClassPosition!.Value];
            page.Fact("exists", $"{Prose.YesOrNo(false)}: class {obstruction.Number} acts trivially on {_source} and not on {_target}");
            page.Fact("an element", $"maps the points 1, 2, ... to {string.Join(", ", obstruction.RepresentativeImages)}");
        }

        foreach (var (activation, least, attained) in Depths())
        {
            page.Fact($"layers of {activation}, {_set.Name}", least is null ? "none reach it" : $"{least} at least{(attained == least ? ", and that many do" : attained is null ? "; not known to be attained" : $"; {attained} do")}");
        }

        DescribeMaps(page);
    }

    /// <inheritdoc/>
    public override void WriteJson(JsonOutput json) => json.Object(() =>
    {
        json.Field("group", _document.Record.Group);
        json.Field("file", _document.Record.File);
        json.Field("hash", _document.Record.Hash);
        json.Field("on", _set.Name);
        json.Field("source", _source);
        json.Field("target", _target);
        json.Field("exists", _pair.Exists);
        if (_pair.Witness is { } witness)
        {
            json.Record("witness", () =>
            {
                Number(json, "bias", witness.Bias);
                Number(json, "point", witness.PointAtIdentity);
                Number(json, "value", witness.ValueAtIdentity);
            });
        }
        else
        {
            json.Field("obstruction", _document.Classes[_pair.ObstructionClassPosition!.Value].Number);
        }

        json.Records("depths", Depths(), depth =>
        {
            json.Field("activation", depth.Activation);
            json.Field("least", depth.Least);
            json.Field("attained", depth.Attained);
        });
        if (StatedLimit is { } limit)
        {
            json.Field("limit", limit);
        }
        else if (_maps is not null)
        {
            json.Object("maps", () =>
            {
                json.Field("dimension", _maps.Dimension);
                json.Field("linear", _maps.LinearDimension);
                json.Field("oneLayer", _maps.OneLayerDimension);
                json.List("composites", _maps.Composites, composite => json.Object(() => json.Records("rays", composite.Zip(_fan!.RayOrbits), pair =>
                {
                    json.ExactRow("ray", pair.Second.Ray);
                    json.ExactRow("value", pair.First);
                    json.Row("decimals", pair.First.Select(Decimal));
                })));
                json.ExactRows("coordinates", _maps.Coordinates);
                if (_maps.Fourier is { } fourier)
                {
                    Number(json, "fourier", fourier);
                }
            });
        }
    });

    private void DescribeMaps(Page page)
    {
        if (StatedLimit is { } limit)
        {
            page.Line($"maps on the fan of {_set.Name}: {limit}");
            return;
        }

        if (_maps is null)
        {
            if (_pair.Exists)
            {
                page.Line($"{_source} does not occur in the functions on {_set.Name}: there is no fan");
            }

            return;
        }

        page.Heading($"Maps on the ReLU fan of {_source} on {_set.Name}");
        page.Fact("chambers, rays", string.Create(CultureInfo.InvariantCulture, $"{_fan!.Chambers}, {_fan.Rays} in {CatalogOptions.Count(_fan.RayOrbits.Count, "orbit")}"));
        page.Fact("dimension", string.Create(CultureInfo.InvariantCulture, $"{_maps.Dimension}: linear {_maps.LinearDimension}, one ReLU layer {_maps.OneLayerDimension}"));
        if (_maps.Fourier is { } fourier)
        {
            page.Fact("Fourier", $"relu of the cosine of {_source} has the coefficient {fourier} at the cosine of {_target}");
        }

        var rows = new PageTable { Name = "composites" }.Right("composite").Left("ray").Left("value").Left("in decimals");
        foreach (var (i, composite) in _maps.Composites.Index())
        {
            foreach (var (value, orbit) in composite.Zip(_fan.RayOrbits))
            {
                rows.Row($"{i + 1}", Matrices.Vector(orbit.Ray), Matrices.Vector(value), $"({string.Join(", ", value.Select(Decimal))})");
            }
        }

        page.Table(rows);
        foreach (var row in _maps.Coordinates)
        {
            page.Line($"coordinates in the basis of the space: {Matrices.Vector(row)}");
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
