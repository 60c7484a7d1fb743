using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Explorations;
using Eqnn.PiecewiseLinear.Interaction;

namespace Eqnn.Drawing.Explorer;

/// <summary>The explorer page: one file with data, script and style inside, that asks nothing of any server and runs under a strict content security policy.</summary>
/// <remarks>
/// <para>Modules cannot be imported from a file on disk, so the plain modules of <c>js/</c> are joined in dependency order into one script; only single-line imports and <c>export function|const</c> are allowed there, and top-level names are unique (<see cref="ScriptJoiner"/>). Modules that only some groups need are left out for all others, and the script is written short (<see cref="ScriptShortener"/>).</para>
/// <para>Without JavaScript the page still shows graph, simples and character table.</para>
/// </remarks>
public static class ExplorerPage
{
    /// <summary>The most bytes of a page.</summary>
    public const int MaxBytes = 4_000_000;

    /// <summary>The page.</summary>
    /// <param name="exploration">What is shown, for the part that needs no script.</param>
    /// <param name="json">The data, schema explorer-1.</param>
    /// <param name="home">A relative link to the index of a site; <c>null</c> for a page that stands alone.</param>
    /// <param name="cancellationToken">Looked at while the interaction graph is found, and between the parts of the page.</param>
    /// <exception cref="Numbers.LimitExceededException">The page would be larger than <see cref="MaxBytes"/>.</exception>
    public static string ToHtml(Exploration exploration, string json, string? home = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(exploration);
        ArgumentNullException.ThrowIfNull(json);
        var group = exploration.Table.Group;
        var body = new StringBuilder();
        body.Append("<a class=\"skip\" href=\"#cards\">Skip to the pictures</a>\n");
        body.Append(CultureInfo.InvariantCulture, $"<header class=\"top\"><h1>{Html.Text(group.Name)}</h1><span class=\"muted\">order {group.Order} · {exploration.Table.Simples.Count} simples · {exploration.Table.NormalSubgroups.Subgroups.Count} normal subgroups</span><span id=\"tools\"></span>{(home is null ? "" : $"<a href=\"{Html.Text(home)}\">all groups</a>")}</header>\n");
        body.Append("<p id=\"message\" data-testid=\"message\" role=\"alert\" hidden></p>\n<div id=\"app\"></div>\n<div id=\"live\" data-testid=\"live\" aria-live=\"polite\" class=\"hidden\"></div>\n");
        body.Append("<main id=\"static\">").Append(Static(exploration, cancellationToken)).Append("</main>\n");
        var script = ScriptJoiner.Explorer(group.Name);
        cancellationToken.ThrowIfCancellationRequested();
        var page = Html.Page($"{group.Name}: explorer", body.ToString(), Resources.Text("explorer.css"), script, json);
        var size = Encoding.UTF8.GetByteCount(page);
        return size <= MaxBytes
            ? page
            : throw new Numbers.LimitExceededException("bytes of an explorer page", MaxBytes, string.Create(CultureInfo.InvariantCulture, $"{size}"), "take fewer or smaller G-sets");
    }

    private static string Static(Exploration exploration, CancellationToken cancellationToken)
    {
        var table = exploration.Table;
        var text = new StringBuilder("<noscript><p>This page draws with JavaScript; what follows is the part that needs none.</p></noscript>");
        text.Append("<h2>Simples</h2><div class=\"scroll\"><table><tr><th>simple</th><th>type</th><th>dimension</th><th>kernel</th><th>image</th></tr>");
        foreach (var simple in table.Simples)
        {
            text.Append(CultureInfo.InvariantCulture, $"<tr><td>{Html.Text(simple.Label)}</td><td>{simple.TypeLetter}</td><td>{simple.Dimension}</td><td>{simple.KernelOrder}</td><td>{simple.ImageOrder}</td></tr>");
        }

        text.Append("</table></div><h2>Interaction graph of relu</h2>");
        var set = exploration.Sets[0].Decomposition;
        try
        {
            var graph = InteractionGraph.Of(set, Activation.Relu, cancellationToken: cancellationToken);
            var picture = InteractionDrawing.Of(graph);
            cancellationToken.ThrowIfCancellationRequested();
            text.Append(InlineSvg(picture.ToSvg()));
            cancellationToken.ThrowIfCancellationRequested();
        }
        catch (Numbers.LimitExceededException)
        {
            text.Append("<p>The graph is too large for a picture.</p>");
        }

        return text.ToString();
    }

    /// <summary>A picture inside the page: no declaration is needed, its numbers are attributes, and its classes are not those of the style sheet.</summary>
    private static string InlineSvg(string svg) => svg.Replace("class=\"node\" ", "", StringComparison.Ordinal).Replace("class=\"edge\" ", "", StringComparison.Ordinal);
}

/// <summary>The one way in which text reaches HTML.</summary>
internal static class Html
{
    /// <summary>Text as text: nothing of it is markup.</summary>
    public static string Text(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal).Replace("'", "&#39;", StringComparison.Ordinal);

    /// <summary>JSON inside a script element: no character of it can end the element, and no line separator can stand in it.</summary>
    public static string Json(string json) => json.Replace("<", "\\u003c", StringComparison.Ordinal).Replace("\u2028", "\\u2028", StringComparison.Ordinal).Replace("\u2029", "\\u2029", StringComparison.Ordinal);

    /// <summary>A whole page with its policy.</summary>
    public static string Page(string title, string body, string style, string script, string json) => string.Create(
        CultureInfo.InvariantCulture,
        $"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src '{Hash(script)}'; style-src '{Hash(style)}'; img-src data: blob:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<title>{Text(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n{body}<script type=\"application/json\" id=\"eqnn-data\">{Json(json)}</script>\n<script type=\"module\">{script}</script>\n</body>\n</html>\n");

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>Files that travel inside the assembly.</summary>
internal static class Resources
{
    public static string Text(string name)
    {
        using var stream = typeof(Resources).Assembly.GetManifestResourceStream("explorer/" + name) ?? throw new InvalidOperationException($"there is no file {name} in the assembly");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
