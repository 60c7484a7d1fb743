using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Drawing;
using Eqnn.Numbers;
using Xunit;

namespace Eqnn.Drawing.Tests;

public sealed partial class OrbitalDrawingTests
{
    [Theory]
    [InlineData("C10 x C10", "regular", "regular")]
    [InlineData("S4", "points+subsets:2", "points+subsets:2")]
    [InlineData("S4", "points", "subsets:2")]
    [InlineData("D4", "regular", "points")]
    [InlineData("C1", "regular", "regular")]
    public void Cells_have_one_colour_exactly_if_they_lie_in_one_orbital(string groupName, string from, string to)
    {
        var group = FiniteGroup.Parse(groupName);
        var source = GSet.Parse(group, from);
        var basis = OrbitalBasis.Of(source, from == to ? source : GSet.Parse(group, to));
        var colours = Cells(OrbitalDrawing.ToSvg(basis));
        Assert.Equal(basis.Source.Size * basis.Target.Size, colours.Count);
        var pairs = colours.Select(cell => (cell.Value, Orbital: basis.PositionOf(cell.Key.Y, cell.Key.X))).Distinct().ToList();
        Assert.Equal(basis.Orbitals.Count, pairs.Count);
        Assert.Equal(pairs.Count, pairs.Select(pair => pair.Value).Distinct().Count());
    }

    [Fact]
    public void Too_many_cells_are_refused()
    {
        var group = FiniteGroup.Parse("C600");
        var set = GSet.Regular(group);
        Assert.Throws<LimitExceededException>(() => OrbitalDrawing.ToSvg(OrbitalBasis.Of(set, set)));
    }

    /// <summary>Also on sets without a plane of frequencies, with complex eigenvalues, larger blocks, and for the map 0.</summary>
    [Theory]
    [InlineData("C4 x C6", "regular", 2)]
    [InlineData("C5", "regular", 1)]
    [InlineData("S5", "points", 1)]
    [InlineData("S3", "regular", 1)]
    [InlineData("C2 x C2", "2*points", 1)]
    public void A_map_is_drawn_with_a_cell_for_each_entry_that_is_not_0(string groupName, string on, int grids)
    {
        var group = FiniteGroup.Parse(groupName);
        var set = GSet.Parse(group, on);
        var basis = OrbitalBasis.Of(set, set);
        var decomposition = IsotypicDecomposition.Of(CharacterTable.Of(group), set);
        for (var orbital = -1; orbital < Math.Min(3, basis.Orbitals.Count); orbital++)
        {
            var map = OrbitalOperator.Of(basis, basis.Orbitals.Select(o => o.Position == orbital ? (RealCyclotomic)new Rational(-1, 2) : 0));
            var svg = OperatorDrawing.ToSvg(map, decomposition);
            Assert.Equal(svg, OperatorDrawing.ToSvg(map, decomposition));
            Assert.Equal(grids > 1, svg.Contains("frequency (k, l)", StringComparison.Ordinal));
            if (orbital >= 0)
            {
                // The matrix comes first: its cells are those of the first path.
                var first = XDocument.Parse(svg).Root!.Elements().First(IsGrid);
                Assert.Equal(basis.Orbitals[orbital].PairCount, Runs((string)first.Attribute("d")!).Sum(run => run.Length));
            }
        }
    }

    [Fact]
    public void The_response_of_the_mean_is_largest_at_frequency_0()
    {
        var group = FiniteGroup.Parse("C3 x C4");
        var set = GSet.Regular(group);
        var basis = OrbitalBasis.Of(set, set);
        var mean = OrbitalOperator.Of(basis, basis.Orbitals.Select(_ => (RealCyclotomic)new Rational(1, 12)));
        var svg = XDocument.Parse(OperatorDrawing.ToSvg(mean, IsotypicDecomposition.Of(CharacterTable.Of(group), set))).Root!;
        var grids = svg.Elements().Where(IsGrid).ToList();
        var deep = grids.Where(path => (string?)path.Attribute("stroke") == Palette.Colours.Diverging(1)).ToList();
        Assert.Equal("M0 0.5h1", (string?)deep[^1].Attribute("d"));
    }

    [Fact]
    public void Colours_are_distinct_as_far_as_pictures_need_them()
    {
        Assert.All(new[] { 1, 2, 10, 11, 100, 200 }, count => Assert.Equal(count, Enumerable.Range(0, count).Select(i => Palette.Colours.Numbered(i, count)).Distinct().Count()));
        Assert.Equal(["#fff", "#111"], new[] { "#000000", "#fde725" }.Select(Palette.TextOn));
    }

    private static bool IsGrid(XElement element) => element.Name.LocalName == "path" && element.Attribute("shape-rendering") is not null;

    private static Dictionary<(int X, int Y), string> Cells(string svg) => XDocument.Parse(svg).Root!.Elements().Where(IsGrid)
        .SelectMany(path => Runs((string)path.Attribute("d")!).SelectMany(run => Enumerable.Range(run.X, run.Length).Select(x => ((x, run.Y), (string)path.Attribute("stroke")!))))
        .ToDictionary(cell => cell.Item1, cell => cell.Item2);

    private static IEnumerable<(int X, int Y, int Length)> Runs(string path) =>
        Run().Matches(path).Select(match => (Number(match, 1), Number(match, 2), Number(match, 3)));

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"M(\d+) (\d+)\.5h(\d+)")]
    private static partial Regex Run();
}
