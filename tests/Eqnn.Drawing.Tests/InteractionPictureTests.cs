using System.Globalization;
using System.Xml.Linq;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Algebra.SmallGroups;
using Eqnn.Drawing;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Interaction;
using Xunit;

namespace Eqnn.Drawing.Tests;

/// <summary>Pictures of interaction graphs read by a machine: what they say is the graph, and no arrow meets a box that is not its own.</summary>
public sealed class InteractionPictureTests
{
    public static TheoryData<int> Orders => [.. Enumerable.Range(1, 31)];

    [Theory]
    [MemberData(nameof(Orders))]
    public void All_groups_of_an_order(int order)
    {
        foreach (var number in SmallGroupLibrary.OfOrder(order).Select(small => small.Id.Number))
        {
            var group = FiniteGroup.Parse($"SmallGroup({order},{number})");
            var decomposition = IsotypicDecomposition.Of(CharacterTable.Of(group), GSet.Regular(group));
            foreach (var activation in new[] { "relu", "tanh", "relu-bias" })
            {
                var graph = InteractionGraph.Of(decomposition, Activation.Parse(activation));
                Check(graph, Read(InteractionDrawing.Of(graph).ToSvg()));
            }
        }
    }

    [Theory]
    [InlineData("S4", "points")]
    [InlineData("A5", "regular")]
    [InlineData("C60", "regular")]
    [InlineData("S5", "subsets:2")]
    public void Larger_ones(string name, string set) => Check(Graph(name, set), Read(InteractionDrawing.Of(Graph(name, set)).ToSvg()));

    /// <summary>The check sees an arrow that does not exist, one that is missing, and one through a foreign box.</summary>
    [Fact]
    public void What_is_wrong_is_seen()
    {
        var graph = Graph("D6", "regular");
        var svg = InteractionDrawing.Of(graph).ToSvg();
        Assert.NotEmpty(Faults(graph, Read(svg.Replace("data-from=\"L5\" data-to=\"L4\"", "data-from=\"L4\" data-to=\"L3\"", StringComparison.Ordinal))));
        var picture = Read(svg);
        Assert.Empty(Faults(graph, picture));
        Assert.NotEmpty(Faults(graph, picture with { Edges = [.. picture.Edges.Skip(1)] }));
        var foreign = picture.Nodes.First(node => node.Name is not ("L5" or "L0"));
        var through = picture.Edges.Select(edge => edge is { From: "L5", To: "L0" } ? edge with { Line = [.. edge.Line, (foreign.X + (foreign.Width / 2), foreign.Y + 20)] } : edge).ToList();
        Assert.NotEmpty(Faults(graph, picture with { Edges = through }));
    }

    [Fact]
    public void Titles_names_and_colours_as_asked_for()
    {
        var graph = Graph("S3", "regular");
        var plain = InteractionDrawing.Of(graph).ToSvg();
        var print = InteractionDrawing.Of(graph, PictureOptions.Default.WithTitle(false).WithMono(true).WithAliases(true)).ToSvg();
        Assert.Contains(">relu on regular of S3</text>", plain, StringComparison.Ordinal);
        Assert.DoesNotContain(">relu on regular of S3</text>", print, StringComparison.Ordinal);
        Assert.Contains("class=\"legend\"", print, StringComparison.Ordinal);
        Assert.Contains(">standard</text>", print, StringComparison.Ordinal);
        Assert.Contains("data-name=\"L2\"", print, StringComparison.Ordinal);
        foreach (System.Text.RegularExpressions.Match colour in System.Text.RegularExpressions.Regex.Matches(print, "\"#([0-9a-f]+)\""))
        {
            var digits = colour.Groups[1].Value;
            Assert.True(digits.Length == 3 ? digits[0] == digits[1] && digits[1] == digits[2] : digits[..2] == digits[2..4] && digits[2..4] == digits[4..6], colour.Value);
        }
    }

    /// <summary>TikZ holds the same nodes and edges, in comments above them, and is ASCII.</summary>
    [Fact]
    public void Tikz_has_the_same_nodes_and_edges()
    {
        var graph = Graph("D12", "regular");
        var (picture, tikz) = (Read(InteractionDrawing.Of(graph).ToSvg()), InteractionDrawing.Of(graph).ToTikz());
        Assert.All(tikz, c => Assert.True(c is '\n' or (>= ' ' and <= '~')));
        var lines = tikz.Split('\n');
        Assert.Equal(picture.Edges.Select(edge => $"% edge {edge.From} {edge.To}").Order(), lines.Where(line => line.StartsWith("% edge", StringComparison.Ordinal)).Order());
        Assert.Equal(picture.Nodes.Select(node => $"% node {node.Name} {string.Join(' ', node.Members)}").Order(), lines.Where(line => line.StartsWith("% node", StringComparison.Ordinal)).Order());
    }

    private static InteractionGraph Graph(string name, string set)
    {
        var group = FiniteGroup.Parse(name);
        return InteractionGraph.Of(IsotypicDecomposition.Of(CharacterTable.Of(group), GSet.Parse(group, set)), Activation.Relu);
    }

    private static void Check(InteractionGraph graph, Picture picture) => Assert.Empty(Faults(graph, picture));

    private static List<string> Faults(InteractionGraph graph, Picture picture)
    {
        var faults = new List<string>();
        var name = graph.Decomposition.Set.Group.Name;
        var boxOf = picture.Nodes.SelectMany(node => node.Members.Select(member => (member, node.Name))).ToDictionary(pair => pair.member, pair => pair.Name);
        faults.AddRange(graph.Nodes.Select(node => node.Simple.Label).Except(boxOf.Keys).Select(label => $"{name}: {label} has no box"));

        // A double frame: all inside reach each other; a loop of a box: each of its simples.
        var drawn = new HashSet<(string, string)>();
        foreach (var (from, to, _) in picture.Edges)
        {
            foreach (var (a, b) in Members(from).SelectMany(a => Members(to).Select(b => (a, b))).Where(pair => from != to || pair.a == pair.b))
            {
                drawn.Add((a, b));
            }
        }

        foreach (var node in picture.Nodes.Where(node => node.IsDouble))
        {
            drawn.UnionWith(node.Members.SelectMany(a => node.Members.Where(b => b != a).Select(b => (a, b))));
        }

        var edges = graph.Edges.Select(edge => (graph.Nodes[edge.From].Simple.Label, graph.Nodes[edge.To].Simple.Label)).ToHashSet();
        faults.AddRange(drawn.Except(edges).Select(edge => $"{name}: {edge} is drawn and no edge"));
        faults.AddRange(edges.Except(drawn).Select(edge => $"{name}: {edge} is not drawn"));
        foreach (var (from, to, line) in picture.Edges)
        {
            faults.AddRange(picture.Nodes.Where(node => node.Name != from && node.Name != to && line.Any(p => p.X > node.X - 2 && p.X < node.X + node.Width + 2 && p.Y > node.Y - 2 && p.Y < node.Y + node.Height + 2))
                .Select(node => $"{name}: {from} -> {to} meets the box of {node.Name}"));
            var (first, last) = (Box(from), Box(to));
            faults.AddRange(IsAt(line[0], first) && IsAt(line[^1], last) ? [] : [$"{name}: {from} -> {to} does not lead from box to box"]);
        }

        return faults;

        IReadOnlyList<string> Members(string box) => picture.Nodes.Single(node => node.Name == box).Members;
        Node Box(string box) => picture.Nodes.Single(node => node.Name == box);
        static bool IsAt((double X, double Y) p, Node node) => p.X > node.X - 5 && p.X < node.X + node.Width + 5 && p.Y > node.Y - 5 && p.Y < node.Y + node.Height + 5;
    }

    private static Picture Read(string svg)
    {
        var groups = XDocument.Parse(svg).Descendants().Where(e => e.Name.LocalName == "g").ToList();
        var nodes = groups.Where(g => (string?)g.Attribute("class") == "node").Select(g =>
        {
            var frames = g.Elements().Where(e => e.Name.LocalName == "rect").ToList();
            return new Node((string)g.Attribute("data-name")!, ((string)g.Attribute("data-members")!).Split(' '), frames.Count == 2, Number(frames[0], "x"), Number(frames[0], "y"), Number(frames[0], "width"), Number(frames[0], "height"));
        });
        var edges = groups.Where(g => (string?)g.Attribute("class") == "edge").Select(g => new Edge((string)g.Attribute("data-from")!, (string)g.Attribute("data-to")!, [.. SvgPath.Points((string)g.Elements().Single().Attribute("d")!)]));
        return new Picture([.. nodes], [.. edges]);
    }

    private static double Number(XElement e, string attribute) => double.Parse((string)e.Attribute(attribute)!, CultureInfo.InvariantCulture);

    private sealed record Picture(IReadOnlyList<Node> Nodes, IReadOnlyList<Edge> Edges);

    private sealed record Node(string Name, IReadOnlyList<string> Members, bool IsDouble, double X, double Y, double Width, double Height);

    private sealed record Edge(string From, string To, IReadOnlyList<(double X, double Y)> Line);
}
