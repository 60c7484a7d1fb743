using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Eqnn.Drawing.Explorer;

/// <summary>The pages of a static site around explorer pages: index, comparison, tour, definitions, not found. Any server or the disk serves them; nothing is fetched.</summary>
public static partial class SitePages
{
    /// <summary>The steps of the tour: where, what to look at.</summary>
    private static readonly (string Group, string Fragment, string Title, string Text)[] Steps =
    [
        ("C8", "v=1&h=L1.c.0,0;1/4,0", "Overtones", "A circle in L1 of the cyclic group of order 8. Its image runs twice round a rounded square in L2 and trembles in the sign L4. L3 holds a ring that never moves: exactly 0."),
        ("C8", "v=1&h=L1.p.1/4,1/8&q=L1>L3&t=2", "What one layer cannot do", "No arrow leads from L1 to L3: every sum of Theorem 2 vanishes. A map exists all the same; with two layers L3 lights up."),
        ("C8", "v=1&f=abs&h=L1.p.1/4,1/8", "Absolute value", "The even part alone: nothing stays in L1, the energy goes to the even multiples."),
        ("C8", "v=1&f=tanh&h=L1.p.1/4,1/8", "An odd activation", "tanh keeps odd multiples: L1 and L3, and never the even ones."),
        ("D6", "v=1&h=L5.s.1/2,0;0,1/2", "The hexagon", "A segment in a faithful simple of dihedral symmetry; corners of the images are the walls it crosses."),
        ("S4", "v=1&x=points", "Permutations", "On four points the standard simple lives in space: a sphere that turns, with the walls as great circles."),
        ("A5", "v=1&tab=gsets", "Every G-set", "The icosahedral group on all its transitive sets: choose one, and the hand goes along."),
        ("Q8", "v=1", "Quaternions", "The simple of type H has dimension 4: a slice through the hand, a slider for each exact coordinate."),
        ("S5", "v=1&tab=normal", "Kernels decide", "A map from L to K exists iff the kernel of L lies in that of K: read it off the lattice of normal subgroups."),
    ];

    /// <summary>The index: search by words and filters over rows that stand in the page.</summary>
    /// <param name="rowsJson">The rows, as a JSON array.</param>
    /// <param name="covered">What the catalog covers, in one sentence.</param>
    public static string Index(string rowsJson, string covered) => Shell("Groups", "index", $"<h1>Groups</h1><p>{Html.Text(covered)}</p>", rowsJson, "");

    /// <summary>Two groups side by side.</summary>
    public static string Compare(string rowsJson) => Shell("Comparison of two groups", "compare", "<h1>Comparison of two groups</h1>", rowsJson, "");

    /// <summary>The tour: examples as links into the pages that the site has.</summary>
    /// <param name="pages">The folder of the page of a group, by its name.</param>
    public static string Tour(IReadOnlyDictionary<string, string> pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        var body = new StringBuilder("<h1>A tour</h1><ol>");
        foreach (var (group, fragment, title, text) in Steps.Where(step => pages.ContainsKey(step.Group)))
        {
            body.Append(CultureInfo.InvariantCulture, $"<li><h2><a href=\"g/{Html.Text(pages[group])}/index.html#{Html.Text(fragment)}\">{Html.Text(title)}: {Html.Text(group)}</a></h2><p>{Html.Text(text)}</p></li>");
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
        Resources.Text("site.js"),
        $"{{\"rows\":{rowsJson}}}");

    [GeneratedRegex("""^\s*\["(\w+)", "([^"]+)", "([^"]+)"\],$""", RegexOptions.Multiline)]
    private static partial Regex Term();
}
