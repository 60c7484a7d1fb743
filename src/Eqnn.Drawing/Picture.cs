namespace Eqnn.Drawing;

/// <summary>A picture, to be written in one format or another. Same picture, same bytes.</summary>
public sealed class Picture
{
    private readonly SvgDocument _document;

    internal Picture(SvgDocument document) => _document = document;

    /// <summary>What it shows.</summary>
    internal string Title => _document.Title;

    /// <summary>An SVG document. Nodes and edges of graphs are groups with <c>class="node"</c> (<c>data-name</c>, <c>data-members</c>) and <c>class="edge"</c> (<c>data-from</c>, <c>data-to</c>: names of nodes).</summary>
    public string ToSvg() => _document.ToString();

    /// <summary>A <c>tikzpicture</c>, ASCII, no wider than a page of the class <c>article</c>; the document needs tikz, amsmath and amssymb.</summary>
    public string ToTikz() => new TikzWriter(_document).Write();

    /// <summary>The title.</summary>
    public override string ToString() => Title;
}
