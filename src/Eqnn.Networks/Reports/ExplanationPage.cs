using System.Text;
using Eqnn.Networks.Simples;
using static Eqnn.Networks.Reports.ReportText;

namespace Eqnn.Networks.Reports;

/// <summary>A <see cref="NetworkExplanation"/> as one HTML page with drawings: self-contained, no script, opens offline. Same explanation, same bytes.</summary>
public static class ExplanationPage
{
    private const int MaxRows = 40;
    private const int MaxChannels = 64;

    private const string Style = """
        :root{--ink:#1d2433;--soft:#66718a;--line:#dfe4ec;--paper:#fff;--back:#f5f7fa;--accent:#2f5d9b}
        *{box-sizing:border-box}
        body{margin:0;background:var(--back);color:var(--ink);font:15px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
        main{max-width:1080px;margin:0 auto;padding:36px 24px 60px}
        h1{font-size:27px;margin:0 0 4px;letter-spacing:-.01em}h2{font-size:19px;margin:0 0 4px}h3{font-size:15px;margin:22px 0 6px}
        p{margin:4px 0 12px;max-width:76ch}.lead,.note{color:var(--soft)}.note{font-size:13px}
        section{background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:22px 24px;margin-top:20px;overflow-x:auto}
        .cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(190px,1fr));gap:14px;margin-top:20px}
        .card{background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:14px 18px}
        .card b{display:block;font-size:23px;line-height:1.25;font-weight:650}.card span{color:var(--soft);font-size:13px}
        table{border-collapse:collapse;font-size:13.5px;font-variant-numeric:tabular-nums}
        th{font-weight:600;color:var(--soft);text-align:left;border-bottom:1px solid var(--line);padding:5px 14px 5px 0}
        td{padding:3px 14px 3px 0;border-bottom:1px solid #eef1f6}td.n,th.n{text-align:right}
        .dot{display:inline-block;width:10px;height:10px;border-radius:3px;margin-right:7px}
        .key{width:18px;height:12px;border:1px solid #8b96aa;border-radius:2px}.key.no{background:#faf3f3;color:#8f3330;font:bold 12px/12px sans-serif;text-align:center}
        .tag{display:inline-block;border-radius:9px;padding:0 8px;font-size:12px;background:#eef1f6;color:#4a5570}.tag.no{background:#fbeceb;color:#9b2f2c}.tag.warn{background:#fdf3e3;color:#8a5a12}
        .legend{display:flex;flex-wrap:wrap;gap:4px 18px;font-size:13px;color:var(--soft);margin:8px 0 0}
        .row{display:flex;flex-wrap:wrap;gap:10px 40px;align-items:flex-start}
        svg.drawing{display:block;max-width:none}svg.bar{vertical-align:middle}
        svg text{font:13px system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif}svg text.small{font-size:12px}svg text.tiny{font-size:11px}
        svg .mid{text-anchor:middle}svg .end{text-anchor:end}svg .strong{font-weight:600}svg text.soft{fill:#66718a;font-size:12px}
        svg .frame{fill:none;stroke:#c6cedb}svg .arrow{stroke:#66718a;stroke-width:1.6;fill:none}svg .tip{fill:#66718a}
        svg .cell{stroke:#c6cedb;stroke-width:.8}svg .no{fill:#faf3f3;stroke:#d9b3b1;stroke-width:.8}svg .cross{stroke:#8f3330;stroke-width:1.4;fill:none}
        details>summary{cursor:pointer;color:var(--accent);font-size:13.5px;margin-top:10px}
        footer{color:var(--soft);font-size:13px;margin-top:26px}
        @media print{body{background:#fff}section,.card{break-inside:avoid}}
        """;

    /// <summary>The page.</summary>
    /// <param name="explanation">What is explained.</param>
    /// <param name="name">The name of the network, for the title.</param>
    /// <param name="data">What the inputs are, in a few words.</param>
    public static string ToHtml(NetworkExplanation explanation, string name, string data)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(data);
        var coloured = Coloured(explanation);
        var page = new StringBuilder();
        page.Line("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        page.Line($"<title>{Escape(name)} in simple representations</title>\n<style>\n{Style.ReplaceLineEndings("\n")}\n</style>\n</head>\n<body>\n<main>");
        Head(page, explanation, name, data);
        Section(page, "Where the energy is", "Every state of the network as a bar, divided among the simple representations of the group: the mean over the data of |P<sub>L</sub>h|².", () =>
        {
            page.Append(ReportDrawing.Flow(explanation, coloured));
            page.Line("<div class=\"legend\">" + string.Concat(coloured.Select((simple, i) => $"<span><i class=\"dot\" style=\"background:{Colour(i)}\"></i>{Escape(Named(simple))}</span>"))
                + (coloured.Count < explanation.Simples.All.Count ? $"<span><i class=\"dot\" style=\"background:{Colour(-1)}\"></i>all others</span>" : "") + "</div>");
        });
        if (explanation.Simples.Grid.Count == 2)
        {
            Section(page, "Spectra", "The energy on the plane of frequencies, frequency 0 in the middle; colours are logarithmic over four decades below the largest value.", () =>
                page.Line("<div class=\"row\">" + string.Concat(explanation.States.Where(state => state.Space.Points > 1).Select(state => ReportDrawing.Spectrum(state, explanation.Simples))) + "</div>"));
        }

        Section(page, "State by state", "Effective is the number of copies of the simple that the data fills, (tr C)² / tr C² for the covariance of its multiplicity space, of as many as there are.", () =>
        {
            page.Line("<div class=\"row\">");
            foreach (var state in explanation.States)
            {
                page.Line("<div>");
                State(page, explanation, state, coloured);
                page.Line("</div>");
            }

            page.Line("</div>");
        });
        if (explanation.Transfers.Count > 0)
        {
            Section(page, "What the activations mix", "Row L, column K: the energy of P<sub>K</sub>f(P<sub>L</sub>v) when the part of v in L goes through the activation alone, as a share of that of f(v); "
                + "crossed cells are zero for every vector, by the interaction theorem. <i>Jointly</i> is what only several sources together create.", () =>
            {
                page.Append(ReportDrawing.Key());
                page.Line("<div class=\"row\">");
                foreach (var transfer in explanation.Transfers)
                {
                    page.Line("<div>");
                    Transfer(page, transfer);
                    page.Line("</div>");
                }

                page.Line("</div>");
            });
        }

        Section(page, "The linear maps", "By Schur's lemma an equivariant map is one matrix over End(L) for every simple L. Shares are those of the squared Frobenius norm.", () =>
        {
            for (var i = 0; i < explanation.Maps.Count; i++)
            {
                for (var t = 0; t < explanation.Maps[i].Count; t++)
                {
                    Map(page, explanation, i, t, coloured);
                }
            }
        });
        page.Line("<footer>Group and simples: " + Escape(explanation.Simples.Origin) + ". Zero means below 10<sup>−10</sup> of the amplitude, in double precision; what is called forbidden is a theorem, and the data were checked against it.</footer>\n</main>\n</body>\n</html>");
        return page.ToString();
    }

    private static void Head(StringBuilder page, NetworkExplanation explanation, string name, string data)
    {
        var network = explanation.Network;
        page.Line($"<h1>{Escape(name)}</h1>");
        page.Line($"<p class=\"lead\">An equivariant network of {Escape(network.Group.Name)}: {Escape(string.Join(" → ", network.States.Select(state => state.ToString())))}, on {Escape(data)}.</p>");
        var silent = explanation.States.Sum(state => explanation.Simples.All.Count(state.IsSilent));
        var forbidden = explanation.Transfers.Sum(transfer => transfer.ForbiddenCount);
        var worst = explanation.Transfers.Select(transfer => transfer.LargestForbidden).DefaultIfEmpty().Max();
        page.Line("<div class=\"cards\">");
        Card(page, $"{network.ParameterCount}", $"parameters, of {network.DenseParameterCount} of dense layers");
        Card(page, $"{explanation.Simples.All.Count}", "simple representations");
        Card(page, $"{forbidden}", forbidden == 0 ? "transfers forbidden by the theorem" : $"transfers forbidden by the theorem; measured there: {(worst == 0 ? "0" : FormattableString.Invariant($"below 1E{Math.Max(-12, Math.Floor(Math.Log10(worst)) + 1):0}"))} of the amplitude");
        Card(page, $"{silent}", "simples without energy, over all states");
        page.Line("</div>");
    }

    private static void Card(StringBuilder page, string figure, string text) => page.Line($"<div class=\"card\"><b>{Escape(figure)}</b><span>{Escape(text)}</span></div>");

    private static void Section(StringBuilder page, string title, string note, Action content)
    {
        page.Line($"<section>\n<h2>{title}</h2>\n<p class=\"note\">{note}</p>");
        content();
        page.Line("</section>");
    }

    private static void State(StringBuilder page, NetworkExplanation explanation, StateExplanation state, IReadOnlyList<NetworkSimple> coloured)
    {
        page.Line($"<h3>{(state.State == 0 ? "Input" : $"Layer {state.State}")} <span class=\"tag\">{Escape(state.Space.ToString())}</span></h3>");
        var present = explanation.Simples.All.Where(simple => state.Capacities[simple.Position] > 0).ToList();
        var shown = present.Count <= MaxRows ? present : [.. present.OrderByDescending(simple => state.Energies[simple.Position]).Take(MaxRows / 2).OrderBy(simple => simple.Position)];
        page.Line("<table><tr><th>simple</th><th class=\"n\">dimension</th><th>share of the energy</th><th></th><th class=\"n\">effective</th><th class=\"n\">copies</th><th></th></tr>");
        foreach (var simple in shown)
        {
            var share = state.IsSilent(simple) ? 0 : state.ShareOf(simple);
            var tag = share == 0 ? state.Possible[simple.Position] ? "<span class=\"tag warn\">silent</span>" : "<span class=\"tag no\">forbidden by the theorem</span>"
                : !state.IsRead[simple.Position] ? "<span class=\"tag warn\">not read by any later layer</span>" : "";
            page.Line($"<tr><td><i class=\"dot\" style=\"background:{Colour(IndexOf(coloured, simple))}\"></i>{Escape(Named(simple))}</td><td class=\"n\">{simple.Dimension}</td><td>{ReportDrawing.Bar(share, Colour(IndexOf(coloured, simple)))}</td><td class=\"n\">{Share(share)}</td>"
                + $"<td class=\"n\">{(share == 0 ? "0" : Short(state.EffectiveDimensions[simple.Position]))}</td><td class=\"n\">{state.Capacities[simple.Position]}</td><td>{tag}</td></tr>");
        }

        page.Line("</table>");
        if (shown.Count < present.Count)
        {
            page.Line($"<p class=\"note\">{present.Count - shown.Count} more simples hold {Share(Math.Max(0, 1 - shown.Sum(state.ShareOf)))} of the energy.</p>");
        }

        if (state.Space.Channels is > 1 and <= MaxChannels && shown.Count > 1)
        {
            page.Line("<details><summary>by channel</summary>");
            page.Append(ReportDrawing.Matrix(
                [.. Enumerable.Range(1, state.Space.Channels).Select(channel => $"channel {channel}")], [.. shown.Select(simple => simple.Label)],
                (channel, column) => state.Total > 0 ? state.EnergyAt(channel, shown[column]) / state.Total : 0, (_, _) => false, 0, "energy by channel and simple"));
            page.Line("</details>");
        }
    }

    private static void Transfer(StringBuilder page, TransferExplanation transfer)
    {
        page.Line($"<h3>Layer {transfer.Layer} <span class=\"tag\">{Escape(transfer.Activation.ToString())}</span></h3>");
        string[] names = [.. transfer.Sources.Select(simple => simple?.Label ?? "others")];
        var scale = Math.Max(double.Epsilon, transfer.Totals.Sum());
        var sources = names.Length;
        page.Append(ReportDrawing.Matrix(
            [.. names, "jointly", "f(v)"], names,
            (row, column) => (row < sources ? transfer.EnergyOf(row, column) : row == sources ? transfer.Joint[column] : transfer.Totals[column]) / scale,
            (row, column) => row < sources && !transfer.IsAllowed(row, column), 2, "transfers between simples"));
    }

    private static void Map(StringBuilder page, NetworkExplanation explanation, int layer, int term, IReadOnlyList<NetworkSimple> coloured)
    {
        var map = explanation.Maps[layer][term];
        var state = explanation.Network.Layers[layer].Terms[term].State;
        page.Line($"<h3>Layer {layer + 1} from {(state == 0 ? "the input" : $"layer {state}")} <span class=\"tag\">{Escape(map.Map.Source.ToString())} → {Escape(map.Map.Target.ToString())}</span> "
            + $"<span class=\"tag\">{map.Map.ParameterCount} weights, dense {map.DenseParameterCount}</span> <span class=\"tag\">rank {map.Rank}</span></h3>");
        var shown = map.Blocks.Count <= MaxRows ? map.Blocks : [.. map.Blocks.OrderByDescending(block => block.Energy).Take(MaxRows / 2).OrderBy(block => block.Simple.Position)];
        page.Line("<table><tr><th>simple</th><th>block</th><th class=\"n\">parameters</th><th>share</th><th></th><th class=\"n\">norm</th><th class=\"n\">rank</th><th>singular values</th></tr>");
        foreach (var block in shown)
        {
            var share = map.Energy > 0 ? block.Energy / map.Energy : 0;
            var over = block.Simple.EndomorphismDimension switch { 1 => "ℝ", 2 => "ℂ", _ => "ℍ" };
            page.Line($"<tr><td><i class=\"dot\" style=\"background:{Colour(IndexOf(coloured, block.Simple))}\"></i>{Escape(Named(block.Simple))}</td><td>{block.Rows} × {block.Columns} over {over}</td><td class=\"n\">{block.ParameterCount}</td>"
                + $"<td>{ReportDrawing.Bar(share, Colour(IndexOf(coloured, block.Simple)))}</td><td class=\"n\">{Share(share)}</td><td class=\"n\">{Short(block.Norm)}</td><td class=\"n\">{block.RankAbove(MapDecomposition.RankTolerance * map.Norm)}</td><td>{ReportDrawing.Spark(block.SingularValues, map.Norm)}</td></tr>");
        }

        page.Line("</table>");
        if (shown.Count < map.Blocks.Count)
        {
            page.Line($"<p class=\"note\">{map.Blocks.Count - shown.Count} more simples hold {Share(Math.Max(0, 1 - (shown.Sum(block => block.Energy) / map.Energy)))} of the squared norm.</p>");
        }
    }

    /// <summary>The simples that get a colour: those with the largest share in any state; where there are many, only those above one per cent.</summary>
    private static List<NetworkSimple> Coloured(NetworkExplanation explanation) => [.. explanation.Simples.All
        .Where(simple => explanation.Simples.All.Count <= ColourCount || explanation.States.Any(state => state.ShareOf(simple) > 0.01))
        .OrderByDescending(simple => explanation.States.Max(state => state.ShareOf(simple))).Take(ColourCount).OrderBy(simple => simple.Position)];

    private static int IndexOf(IReadOnlyList<NetworkSimple> list, NetworkSimple simple) => list.TakeWhile(other => other != simple).Count() is var at && at < list.Count ? at : -1;

    private static string Named(NetworkSimple simple) => simple.Alias.Length == 0 ? simple.Label : $"{simple.Label} ({simple.Alias})";
}
