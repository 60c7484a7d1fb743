using System.Xml.Linq;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Drawing;
using Eqnn.PiecewiseLinear.Harmonics;
using Eqnn.PiecewiseLinear.Interaction;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Drawing;

public sealed class InteractionDrawingTests
{
    [Theory]
    [InlineData("C8", "relu", 5, 5)]
    [InlineData("C78", "relu", 8, 8)]
    [InlineData("S4", "relu-bias", 5, 4)]
    public void A_box_for_each_group_of_nodes_and_a_loop_for_each_loop(string group, string activation, int boxes, int loops)
    {
        var svg = XDocument.Parse(InteractionDrawing.ToSvg(Graph(group, activation))).Root!;
        Assert.Equal(boxes, svg.Elements().Count(e => e.Name.LocalName == "rect" && (string?)e.Attribute("rx") == "9"));
        Assert.True(svg.Elements().Count(e => e.Name.LocalName == "path" && !((string)e.Attribute("d")!).Contains('Q', StringComparison.Ordinal)) >= loops);
    }

    [Theory]
    [InlineData("interaction-c8-relu.svg")]
    [InlineData("harmonics-relu.svg")]
    public void Pictures_are_the_golden_ones(string file)
    {
        var svg = file.StartsWith("inter", StringComparison.Ordinal) ? InteractionDrawing.ToSvg(Graph("C8", "relu")) : HarmonicsDrawing.ToSvg(HarmonicSeries.Of(Activation.Relu, 9));
        var path = Path.Combine(Oracles.Repository(), "tests", "Eqnn.PiecewiseLinear.Tests", "Golden", file);
        if (Environment.GetEnvironmentVariable("EQNN_UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, svg);
        }

        Assert.Equal(File.ReadAllText(path), svg);
    }

    private static InteractionGraph Graph(string name, string activation)
    {
        var group = FiniteGroup.Parse(name);
        return InteractionGraph.Of(IsotypicDecomposition.Of(CharacterTable.Of(group), GSet.Regular(group)), Activation.Parse(activation));
    }
}
