using System.Text.RegularExpressions;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Drawing;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Answers;
using Xunit;

namespace Eqnn.Drawing.Tests;

public sealed class MapViewTests
{
    /// <summary>A monkey saddle: what rises at a place falls as much at the opposite one; heights are read off the colours.</summary>
    [Fact]
    public void A_surface_rises_and_falls_as_the_map_does()
    {
        var svg = EnumerationDrawing.Of(Answer("C6", "regular", "L1", "L3"), basis: true, null, MapView.Surface).ToSvg();
        var colours = Regex.Matches(svg, "fill=\"(#[0-9a-f]{6})\" stroke=\"#222\" stroke-opacity=\"0.35\"").Select(match => match.Groups[1].Value).ToList();
        var value = Enumerable.Range(-20_000, 40_001).GroupBy(k => Palette.Colours.Diverging(k / 20_000.0)).ToDictionary(same => same.Key, same => same.Average() / 20_000);
        var heights = colours.Select(colour => value[colour]).Order().ToList();
        Assert.True(heights.Count > 100);
        Assert.True(heights[^1] > 0.7);
        Assert.All(heights.Zip(heights.AsEnumerable().Reverse()), pair => Assert.Equal(pair.First, -pair.Second, 0.01));
    }

    /// <summary>On the plane v3 = v4 = 0 of the invariant map of S5 the picture is that of a norm: no zero line, and as many cells as the lines of the fan cut.</summary>
    [Fact]
    public void A_slice_is_cut_by_the_walls()
    {
        var answer = Answer("S5", "points", "standard", "trivial");
        var slice = MapView.Slice(new Dictionary<int, Cyclotomic> { [2] = Cyclotomic.Zero, [3] = Cyclotomic.Zero });
        var svg = EnumerationDrawing.Of(answer, basis: false, null, slice).ToSvg();

        // Five hyperplanes meet the plane in lines through 0; two of them coincide with none: each adds two cells.
        var lines = answer.Enumeration!.Fan.Normals.Select(normal => (normal[0], normal[1])).Where(n => !n.Item1.IsZero || !n.Item2.IsZero).ToList();
        var different = lines.Where((n, i) => lines.Take(i).All(m => n.Item1 * m.Item2 != n.Item2 * m.Item1)).Count();
        Assert.Equal(2 * different, Regex.Count(svg, "fill=\"none\" stroke=\"#222\" stroke-opacity=\"0.5\" stroke-width=\"0.6\""));
        Assert.Contains("v3 = 0, v4 = 0", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_plane_is_refused()
    {
        var answer = Answer("S5", "points", "standard", "trivial");
        Assert.Contains("surfaces stand over planes", Assert.Throws<ArgumentException>(() => EnumerationDrawing.Of(answer, basis: false, null, MapView.Surface)).Message, StringComparison.Ordinal);
        Assert.Contains("2 coordinates are to be fixed", Assert.Throws<ArgumentException>(() => EnumerationDrawing.Of(answer, basis: false, null, MapView.Slice([new(0, Cyclotomic.One)]))).Message, StringComparison.Ordinal);
        Assert.Contains("no coordinate 6", Assert.Throws<ArgumentException>(() => EnumerationDrawing.Of(answer, basis: false, null, MapView.Slice([new(0, Cyclotomic.One), new(5, Cyclotomic.One)]))).Message, StringComparison.Ordinal);
        Assert.Contains("not real", Assert.Throws<ArgumentException>(() => MapView.Slice([new(0, Cyclotomic.Parse("E(4)"))])).Message, StringComparison.Ordinal);
    }

    private static MapAnswer Answer(string name, string set, string source, string target)
    {
        var table = CharacterTable.Of(FiniteGroup.Parse(name));
        var decomposition = IsotypicDecomposition.Of(table, GSet.Parse(table.Group, set));
        return MapAnswer.Of(decomposition, table.SimpleNamed(source), table.SimpleNamed(target), Activation.Relu).Enumerated(false);
    }
}
