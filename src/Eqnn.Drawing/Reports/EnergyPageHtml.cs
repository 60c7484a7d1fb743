using System.Text;
using static Eqnn.Drawing.Reports.ReportText;

namespace Eqnn.Drawing.Reports;

/// <summary>An <see cref="EnergyPage"/> as one HTML page with drawings: self-contained, no script, opens offline. Same description, same bytes.</summary>
public static class EnergyPageHtml
{
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
    public static string ToHtml(EnergyPage description)
    {
        ArgumentNullException.ThrowIfNull(description);
        var page = new StringBuilder();
        page.Line("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        page.Line($"<title>{Escape(description.Name)} in simple representations</title>\n<style>\n{Style.ReplaceLineEndings("\n")}\n</style>\n</head>\n<body>\n<main>");
        Head(page, description);
        Section(page, "Where the energy is", "Every state of the network as a bar, divided among the simple representations of the group: the mean over the data of |P<sub>L</sub>h|².", () =>
        {
            page.Append(ReportDrawing.Flow(description.Bars));
            page.Line("<div class=\"legend\">" + string.Concat(description.Coloured.Select((name, i) => $"<span><i class=\"dot\" style=\"background:{Colour(i)}\"></i>{Escape(name)}</span>"))
                + (description.HasOthers ? $"<span><i class=\"dot\" style=\"background:{Colour(-1)}\"></i>all others</span>" : "") + "</div>");
        });
        if (description.Planes.Count > 0)
        {
            Section(page, "Spectra", "The energy on the plane of frequencies, frequency 0 in the middle; colours are logarithmic over four decades below the largest value.", () =>
                page.Line("<div class=\"row\">" + string.Concat(description.Planes.Select(ReportDrawing.Spectrum)) + "</div>"));
        }

        Section(page, "State by state", "Effective is the number of copies of the simple that the data fills, (tr C)² / tr C² for the covariance of its multiplicity space, of as many as there are.", () => Row(page, description.States, State));
        if (description.Transfers.Count > 0)
        {
            Section(page, "What the activations mix", "Row L, column K: the energy of P<sub>K</sub>f(P<sub>L</sub>v) when the part of v in L goes through the activation alone, as a share of that of f(v); "
                + "crossed cells are zero for every vector, by the interaction theorem. <i>Jointly</i> is what only several sources together create.", () =>
            {
                page.Append(ReportDrawing.Key());
                Row(page, description.Transfers, Transfer);
            });
        }

        Section(page, "The linear maps", "By Schur's lemma an equivariant map is one matrix over End(L) for every simple L. Shares are those of the squared Frobenius norm.", () =>
        {
            foreach (var map in description.Maps)
            {
                Map(page, map);
            }
        });
        page.Line("<footer>Group and simples: " + Escape(description.Origin) + ". Zero means below 10<sup>−10</sup> of the amplitude, in double precision; what is called forbidden is a theorem, and the data were checked against it.</footer>\n</main>\n</body>\n</html>");
        return page.ToString();
    }

    private static void Head(StringBuilder page, EnergyPage description)
    {
        page.Line($"<h1>{Escape(description.Name)}</h1>");
        page.Line($"<p class=\"lead\">{Escape(description.Lead)}</p>");
        page.Line("<div class=\"cards\">");
        foreach (var card in description.Cards)
        {
            page.Line($"<div class=\"card\"><b>{Escape(card.Figure)}</b><span>{Escape(card.Text)}</span></div>");
        }

        page.Line("</div>");
    }

    private static void Section(StringBuilder page, string title, string note, Action content)
    {
        page.Line($"<section>\n<h2>{title}</h2>\n<p class=\"note\">{note}</p>");
        content();
        page.Line("</section>");
    }

    private static void Row<T>(StringBuilder page, IReadOnlyList<T> items, Action<StringBuilder, T> write)
    {
        page.Line("<div class=\"row\">");
        foreach (var item in items)
        {
            page.Line("<div>");
            write(page, item);
            page.Line("</div>");
        }

        page.Line("</div>");
    }

    private static void State(StringBuilder page, StateTable state)
    {
        page.Line($"<h3>{state.Caption} <span class=\"tag\">{Escape(state.Space)}</span></h3>");
        page.Line("<table><tr><th>simple</th><th class=\"n\">dimension</th><th>share of the energy</th><th></th><th class=\"n\">effective</th><th class=\"n\">copies</th><th></th></tr>");
        foreach (var row in state.Rows)
        {
            var tag = row.Mark switch
            {
                EnergyMark.Silent => "<span class=\"tag warn\">silent</span>",
                EnergyMark.Forbidden => "<span class=\"tag no\">forbidden by the theorem</span>",
                EnergyMark.Unread => "<span class=\"tag warn\">not read by any later layer</span>",
                _ => "",
            };
            page.Line($"<tr><td><i class=\"dot\" style=\"background:{Colour(row.Colour)}\"></i>{Escape(row.Name)}</td><td class=\"n\">{row.Dimension}</td><td>{ReportDrawing.Bar(row.Share, Colour(row.Colour))}</td><td class=\"n\">{Share(row.Share)}</td>"
                + $"<td class=\"n\">{(row.Share == 0 ? "0" : Short(row.Effective))}</td><td class=\"n\">{row.Copies}</td><td>{tag}</td></tr>");
        }

        page.Line("</table>");
        if (state.HiddenCount > 0)
        {
            page.Line($"<p class=\"note\">{state.HiddenCount} more simples hold {Share(state.HiddenShare)} of the energy.</p>");
        }

        if (state.ByChannel is { } channels)
        {
            page.Line("<details><summary>by channel</summary>");
            page.Append(ReportDrawing.Matrix(channels, 0, "energy by channel and simple"));
            page.Line("</details>");
        }
    }

    private static void Transfer(StringBuilder page, TransferMatrix transfer)
    {
        page.Line($"<h3>{transfer.Caption} <span class=\"tag\">{Escape(transfer.Activation)}</span></h3>");
        page.Append(ReportDrawing.Matrix(transfer.Shares, 2, "transfers between simples"));
    }

    private static void Map(StringBuilder page, MapBlocks map)
    {
        page.Line($"<h3>{map.Caption} {string.Join(" ", map.Tags.Select(tag => $"<span class=\"tag\">{Escape(tag)}</span>"))}</h3>");
        page.Line("<table><tr><th>simple</th><th>block</th><th class=\"n\">parameters</th><th>share</th><th></th><th class=\"n\">norm</th><th class=\"n\">rank</th><th>singular values</th></tr>");
        foreach (var block in map.Rows)
        {
            page.Line($"<tr><td><i class=\"dot\" style=\"background:{Colour(block.Colour)}\"></i>{Escape(block.Name)}</td><td>{block.Shape}</td><td class=\"n\">{block.Parameters}</td>"
                + $"<td>{ReportDrawing.Bar(block.Share, Colour(block.Colour))}</td><td class=\"n\">{Share(block.Share)}</td><td class=\"n\">{Short(block.Norm)}</td><td class=\"n\">{block.Rank}</td><td>{ReportDrawing.Spark(block.SingularValues, map.Norm)}</td></tr>");
        }

        page.Line("</table>");
        if (map.HiddenCount > 0)
        {
            page.Line($"<p class=\"note\">{map.HiddenCount} more simples hold {Share(map.HiddenShare)} of the squared norm.</p>");
        }
    }
}
