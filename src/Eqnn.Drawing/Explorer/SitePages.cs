using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Eqnn.Drawing.Explorer;

/// <summary>The pages of a static site around explorer pages: index, comparison, tour, definitions, not found. Any server or the disk serves them; nothing is fetched.</summary>
public static partial class SitePages
{
    /// <summary>The steps of the tour: the nine examples of the paper in its order, each with the group, the state of its page, the part of docs/paper.md, and what to look at.</summary>
    private static readonly (int Example, string Group, string Fragment, string Title, string Text)[] Steps =
    [
        (1, "C10xC10", "v=1&tab=images", "Periodic images", "A picture on a torus of 10 by 10 pixels: its equivariant linear maps are the convolutions, 100 weights in place of 10000. Draw, and see the frequencies."),
        (2, "C10xC10", "v=1&f=leaky-relu:1&tab=images", "The averaging convolution", "Set the kernel to ones: every frequency is multiplied by one number, the mean of nine roots of unity. With slope 1 the activation is linear and nothing else happens."),
        (3, "S5", "v=1&x=points&tab=gsets", "Point clouds", "Five points without an order: the functions are one trivial and one standard simple, so an equivariant linear layer has two weights."),
        (4, "S4", "v=1&x=points&f=abs&h=L3.p.1,0,0", "Why layers are permutation representations", "An activation acts on each value of a function on a set, so the group must permute the values. The strip shows them before and after."),
        (5, "C8", "v=1&h=L1.p.1/2,1/4&tab=string", "Overtones", "A sine through relu: the octave and its even multiples come, the third overtone does not. Look at the string, or hear it."),
        (6, "C8", "v=1&h=L1.c.0,0;1/4,0", "The interaction graph of C8", "A circle in L1: its image runs twice round a rounded square in L2 and trembles in the sign L4. L3 holds a ring that never moves: exactly 0."),
        (7, "C8", "v=1&h=L1.p.1/4,1/8&q=L1>L0&tab=maps", "From a plane to the trivial simple", "All maps that are linear on the eight chambers, by sliders over an exact basis; relu is one marked point among them."),
        (8, "S4", "v=1&q=L3>L2&tab=normal", "Kernels decide which maps exist", "A nonzero map from L to K exists iff the kernel of L lies in that of K: read it off the lattice of normal subgroups, and see the proof move."),
        (9, "C8", "v=1&h=L2.p.1/2,1/4&t=2&tab=normal", "The filtration", "What is fixed by a normal subgroup stays fixed through every layer: from L2 no network comes back to L1, at any depth."),
    ];

    /// <summary>The index: search by words and filters over rows that stand in the page.</summary>
    /// <param name="rowsJson">The rows, as a JSON array.</param>
    /// <param name="covered">What the catalog covers, in one sentence.</param>
    public static string Index(string rowsJson, string covered) => Shell("Groups", "index", $"<h1>Groups</h1><p>{Html.Text(covered)}</p>", rowsJson, "");

    /// <summary>Two groups side by side: aligned tables of invariants, element orders, classes, simples, arrows and normal subgroups, differences marked.</summary>
    /// <param name="rowsJson">The rows of the comparison, as a JSON array.</param>
    public static string Compare(string rowsJson) => Shell("Comparison of two groups", "compare", "<h1>Comparison of two groups</h1>", rowsJson, "");

    /// <summary>The tour: examples as links into the pages that the site has.</summary>
    /// <param name="pages">The folder of the page of a group, by its name.</param>
    public static string Tour(IReadOnlyDictionary<string, string> pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        var body = new StringBuilder("<h1>A tour</h1><ol>");
        foreach (var (example, group, fragment, title, text) in Steps.Where(step => pages.ContainsKey(step.Group)))
        {
            body.Append(CultureInfo.InvariantCulture, $"<li value=\"{example}\"><h2><a href=\"g/{Html.Text(pages[group])}/index.html#{Html.Text(fragment)}\">{Html.Text(title)}: {Html.Text(group)}</a></h2><p>{Html.Text(text)}</p></li>");
        }

        return Shell("Tour", "tour", body.Append("</ol>").ToString(), "[]", "");
    }

    /// <summary>The definitions, from the same list as the explorer's.</summary>
    public static string Definitions()
    {
        var body = new StringBuilder("<h1>Definitions</h1><dl class=\"terms\">");
        foreach (Match term in Term().Matches(Resources.Text("terms.js")))
        {
            body.Append(CultureInfo.InvariantCulture, $"<dt id=\"{Html.Text(term.Groups[1].Value)}\">{Html.Text(Regex.Unescape(term.Groups[2].Value))}</dt><dd>{Html.Text(Regex.Unescape(term.Groups[3].Value))}</dd>");
        }

        return Shell("Definitions", "definitions", body.Append("</dl>").ToString(), "[]", "");
    }

    /// <summary>What stands where nothing is.</summary>
    public static string NotFound() => Shell("Not found", "missing", "<h1>Not found</h1><p>There is no page here. The index has all groups of this site.</p>", "[]", "");

    private static string Shell(string title, string page, string body, string rowsJson, string up) => Html.Page(
        title,
        $"<header class=\"top\"><b>Eqnn</b><nav aria-label=\"site\"><a href=\"{up}index.html\">groups</a><a href=\"{up}compare.html\">compare</a><a href=\"{up}tour.html\">tour</a><a href=\"{up}definitions.html\">definitions</a></nav></header>\n<main class=\"sitepage\">{body}<div id=\"site\" data-page=\"{page}\"></div></main>\n",
        Resources.Text("explorer.css"),
        ScriptJoiner.Site,
        $"{{\"rows\":{rowsJson}}}");

    [GeneratedRegex("""^\s*\["(\w+)", "([^"]+)", "([^"]+)"\],$""", RegexOptions.Multiline)]
    private static partial Regex Term();
}
