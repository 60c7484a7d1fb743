using System.Globalization;
using System.Xml.Linq;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Drawing;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Harmonics;
using Eqnn.PiecewiseLinear.Interaction;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.Drawing.Tests;

public sealed class InteractionDrawingTests
{
    [Theory]
    [InlineData("C8", "relu", 5, 5)]
    [InlineData("C78", "relu", 8, 8)]
    [InlineData("S4", "relu-bias", 5, 4)]
    public void A_box_for_each_group_of_nodes_and_a_loop_for_each_loop(string group, string activation, int boxes, int loops)
    {
        var svg = XDocument.Parse(InteractionDrawing.ToSvg(Graph(group, activation))).Root!;
        Assert.Equal(boxes, svg.Descendants().Count(e => e.Name.LocalName == "rect" && (string?)e.Attribute("rx") == "9"));
        Assert.True(svg.Descendants().Count(e => e.Name.LocalName == "path" && !((string)e.Attribute("d")!).Contains('Q', StringComparison.Ordinal)) >= loops);
    }

    /// <summary>Read back from the picture: texts stay in their boxes, boxes on the sheet and apart, no arrow of the layers runs through a box.</summary>
    [Theory]
    [InlineData("C24", "relu")]
    [InlineData("C210", "relu")]
    [InlineData("S6", "relu")]
    [InlineData("D24", "relu")]
    [InlineData("C2 x C2 x C4", "relu")]
    [InlineData("S4 x S3", "tanh")]
    [InlineData("A6", "relu")]
    public void Nothing_overruns_a_box_or_the_sheet(string group, string activation)
    {
        var svg = XDocument.Parse(InteractionDrawing.ToSvg(Graph(group, activation))).Root!;
        var sheet = Number(svg, "width");
        var boxes = svg.Descendants().Where(e => e.Name.LocalName == "rect" && (string?)e.Attribute("rx") == "9").Select(e => (X: Number(e, "x"), Y: Number(e, "y"), Width: Number(e, "width"))).ToList();
        foreach (var text in svg.Descendants().Where(e => e.Name.LocalName == "text" && (string?)e.Attribute("text-anchor") == "middle" && e.Value.Length > 0))
        {
            // Half an em for a letter is what the sans-serif fonts of browsers take.
            var half = text.Value.Length * (text.Attribute("font-size") is null ? 13 : 10) * 0.5 / 2;
            Assert.Contains(boxes, box => Number(text, "x") - half >= box.X && Number(text, "x") + half <= box.X + box.Width && Number(text, "y") > box.Y && Number(text, "y") < box.Y + 40);
        }

        Assert.All(boxes, box => Assert.InRange(box.X + box.Width, 0, sheet));
        var lines = svg.Descendants().Where(e => e.Name.LocalName == "path" && (string?)e.Attribute("stroke-opacity") is "0.6").Select(e => SvgPath.Points((string)e.Attribute("d")!)).ToList();
        foreach (var (x, y) in lines.SelectMany(line => line))
        {
            Assert.InRange(x, 0, sheet);
            Assert.DoesNotContain(boxes, box => x > box.X + 1 && x < box.X + box.Width - 1 && y > box.Y + 1 && y < box.Y + 39);
        }

        for (var i = 0; i < boxes.Count; i++)
        {
            Assert.DoesNotContain(boxes.Take(i), box => box.Y == boxes[i].Y && box.X < boxes[i].X + boxes[i].Width && boxes[i].X < box.X + box.Width);
        }
    }

    [Theory]
    [InlineData("C8")]
    [InlineData("C60")]
    [InlineData("S6")]
    public void Layers_hold_every_node_once_and_edges_lead_down_or_stay(string name)
    {
        var graph = Graph(name, "relu");
        var layers = InteractionDrawing.Layers(graph);
        Assert.Equal(Enumerable.Range(0, graph.Nodes.Count), layers.SelectMany(layer => layer).Order());
        var layer = layers.SelectMany((nodes, i) => nodes.Select(node => (node, i))).ToDictionary(pair => pair.node, pair => pair.i);
        Assert.All(graph.Edges, edge => Assert.True(layer[edge.From] <= layer[edge.To]));
        Assert.Equal([0], layers[^1]);
    }

    [Fact]
    public void Too_many_boxes_are_refused_with_another_way() =>
        Assert.Contains("as a graph for Graphviz", Assert.Throws<LimitExceededException>(() => InteractionDrawing.ToSvg(Graph("C2^7", "relu"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("interaction-c8-relu.svg")]
    [InlineData("harmonics-relu.svg")]
    public void Pictures_are_the_golden_ones(string file)
    {
        var svg = file.StartsWith("inter", StringComparison.Ordinal) ? InteractionDrawing.ToSvg(Graph("C8", "relu")) : HarmonicsDrawing.ToSvg(HarmonicSeries.Of(Activation.Relu, 9));
        var path = Path.Combine(Oracles.Repository(), "tests", "Eqnn.Drawing.Tests", "Golden", file);
        if (Environment.GetEnvironmentVariable("EQNN_UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, svg);
        }

        Assert.Equal(File.ReadAllText(path), svg);
    }

    private static double Number(XElement e, string attribute) => double.Parse((string)e.Attribute(attribute)!, CultureInfo.InvariantCulture);

    private static InteractionGraph Graph(string name, string activation)
    {
        var group = FiniteGroup.Parse(name);
        return InteractionGraph.Of(IsotypicDecomposition.Of(CharacterTable.Of(group), GSet.Regular(group)), Activation.Parse(activation));
    }
}
