using System.Globalization;
using Eqnn.Cli.Output;
using Eqnn.Records.Json;
using Eqnn.Records.LinearAlgebra;

namespace Eqnn.Cli.Commands.Catalogs;

/// <summary>The answer of <c>eqnn catalog show G L K</c>.</summary>
internal sealed class CatalogPairReport : Report
{
    private readonly DocumentView _view;
    private readonly string _set;
    private readonly string _source;
    private readonly string _target;
    private readonly JsonItem _existence;
    private readonly int _place;
    private readonly JsonItem? _fan;
    private readonly JsonItem? _map;

    /// <summary>Finds the records of the pair.</summary>
    public CatalogPairReport(DocumentView view, JsonItem source, JsonItem target, string set)
    {
        (_view, _set, _source, _target) = (view, set, source["label"].Text(), target["label"].Text());
        _existence = view.Find("existence", ("source", _source))!;
        _place = PlaceIn(_existence["targets"]);
        _fan = view.Find("fan", ("set", set), ("source", _source));
        _map = view.Find("maps", ("set", set), ("source", _source), ("target", _target));
    }

    private bool Exists => _place >= 0;

    private JsonItem? StatedLimit => _fan?.Find("limit") ?? _map?.Find("limit");

    /// <inheritdoc/>
    public override void Describe(Page page)
    {
        page.Heading($"{_view.Record.Group}, order {_view.Record.Order}: piecewise linear equivariant maps {_source} → {_target}, from {_view.Record.File}");
        if (Exists)
        {
            page.Fact("exists", $"{Prose.YesOrNo(true)}: ker {_source} ≤ ker {_target}");
            page.Fact("witness", $"F(v) = P_{_target} relu(v - β) on the regular representation, β = {_view.Number(_existence["bias"])}");
            page.Fact("at a point", $"v = P_{_source} e_1, with coordinate {_view.Number(_existence["point"])} at 1: F(v) has coordinate {_view.Number(_existence["values"][_place])} at 1");
        }
        else
        {
            var obstruction = _existence["obstructions"][PlaceIn(_existence["none"])].Whole();
            page.Fact("exists", $"{Prose.YesOrNo(false)}: class {obstruction} acts trivially on {_source} and not on {_target}");
            page.Fact("an element", $"maps the points 1, 2, ... to {string.Join(", ", _view.Records("class")[obstruction - 1]["representative"].Items())}");
        }

        foreach (var (activation, least, attained) in Depths())
        {
            page.Fact($"layers of {activation}, {_set}", least is null ? "none reach it" : $"{least} at least{(attained == least ? ", and that many do" : attained is null ? "; not known to be attained" : $"; {attained} do")}");
        }

        DescribeMaps(page);
    }

    /// <inheritdoc/>
    public override void WriteJson(JsonOutput json) => json.Object(() =>
    {
        json.Field("group", _view.Record.Group);
        json.Field("file", _view.Record.File);
        json.Field("hash", _view.Record.Hash);
        json.Field("on", _set);
        json.Field("source", _source);
        json.Field("target", _target);
        json.Field("exists", Exists);
        if (Exists)
        {
            json.Record("witness", () =>
            {
                Number(json, "bias", _existence["bias"]);
                Number(json, "point", _existence["point"]);
                Number(json, "value", _existence["values"][_place]);
            });
        }
        else
        {
            json.Field("obstruction", _existence["obstructions"][PlaceIn(_existence["none"])].Whole());
        }

        json.Records("depths", Depths(), depth =>
        {
            json.Field("activation", depth.Activation);
            json.Field("least", depth.Least);
            json.Field("attained", depth.Attained);
        });
        if (StatedLimit is { } limit)
        {
            json.Field("limit", limit.Text());
        }
        else if (_map is not null)
        {
            json.Object("maps", () =>
            {
                json.Field("dimension", _map["dimension"].Whole());
                json.Field("linear", _map["linear"].Whole());
                json.Field("oneLayer", _map["oneLayer"].Whole());
                json.List("composites", _map["values"].Items(), composite => json.Object(() => json.Records("rays", composite.Items().Index(), ray =>
                {
                    json.Row("ray", Exact(_fan!["rayOrbits"][ray.Index]["ray"]));
                    json.Row("value", Exact(ray.Item));
                    json.Row("decimals", ray.Item.Items().Select(_view.Decimal));
                })));
                json.List("coordinates", _map["coordinates"].Items(), row => json.Row(Exact(row)));
                if (_map.Find("fourier") is { } fourier)
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
            page.Line($"maps on the fan of {_set}: {limit.Text()}");
            return;
        }

        if (_map is null)
        {
            if (Exists)
            {
                page.Line($"{_source} does not occur in the functions on {_set}: there is no fan");
            }

            return;
        }

        page.Heading($"Maps on the ReLU fan of {_source} on {_set}");
        page.Fact("chambers, rays", string.Create(CultureInfo.InvariantCulture, $"{_fan!["chambers"]}, {_fan["rays"]} in {CatalogOptions.Count(_fan["rayOrbits"].Items().Count, "orbit")}"));
        page.Fact("dimension", $"{_map["dimension"].Whole()}: linear {_map["linear"].Whole()}, one ReLU layer {_map["oneLayer"].Whole()}");
        if (_map.Find("fourier") is { } fourier)
        {
            page.Fact("Fourier", $"relu of the cosine of {_source} has the coefficient {_view.Number(fourier)} at the cosine of {_target}");
        }

        var rows = new PageTable { Name = "composites" }.Right("composite").Left("ray").Left("value").Left("in decimals");
        foreach (var (i, composite) in _map["values"].Items().Index())
        {
            foreach (var (j, value) in composite.Items().Index())
            {
                rows.Row($"{i + 1}", Vector(_fan["rayOrbits"][j]["ray"]), Vector(value), $"({string.Join(", ", value.Items().Select(_view.Decimal))})");
            }
        }

        page.Table(rows);
        foreach (var row in _map["coordinates"].Items())
        {
            page.Line($"coordinates in the basis of the space: {Vector(row)}");
        }
    }

    private Prose Vector(JsonItem ids) => Matrices.Vector([.. ids.Items().Select(_view.Number)]);

    private IEnumerable<string> Exact(JsonItem ids) => ids.Items().Select(id => _view.Number(id).ToString());

    private void Number(JsonOutput json, string name, JsonItem id)
    {
        json.Exact(name, _view.Number(id));
        json.Field(name + "Decimal", _view.Decimal(id));
    }

    private IEnumerable<(string Activation, int? Least, int? Attained)> Depths()
    {
        var place = PlaceIn(_view.Find("set", ("name", _set))!["simples"]);
        return _view.Records("interaction").Where(row => row["set"].Text() == _set && row["source"].Text() == _source && place >= 0)
            .Select(row => (row["activation"].Text(), row["least"][place].WholeOrNone(), row["attained"][place].WholeOrNone()));
    }

    private int PlaceIn(JsonItem labels) => labels.Texts().ToList().IndexOf(_target);
}
