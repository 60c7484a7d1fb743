using System.Globalization;
using System.Xml.Linq;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Drawing;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Universality;
using Xunit;

namespace Eqnn.Drawing.Tests;

public sealed class HasseDrawingTests
{
    /// <summary>Read back from the picture: the lines are the covers, by what they touch, and none runs through another box.</summary>
    [Theory]
    [InlineData("C1")]
    [InlineData("S4")]
    [InlineData("D6")]
    [InlineData("C12")]
    [InlineData("C2 x C6")]
    [InlineData("Q8")]
    [InlineData("C30")]
    [InlineData("C2^4")]
    [InlineData("D4 x D4")]
    [InlineData("2^{1+4}_-")]
    [InlineData("C4 x C6 x C2")]
    public void Lines_are_the_covers_and_pass_by_all_other_boxes(string name)
    {
        var lattice = CharacterTable.Of(FiniteGroup.Parse(name)).NormalSubgroups;
        var svg = XDocument.Parse(HasseDrawing.OfNormalSubgroups(lattice).ToSvg()).Root!;
        var boxes = svg.Descendants().Where(e => e.Name.LocalName == "rect" && e.Attribute("rx") is not null).Select(Box).ToList();
        Assert.Equal(lattice.Subgroups.Count, boxes.Count);
        var drawn = new List<(int Lower, int Upper)>();
        foreach (var path in svg.Descendants().Where(e => e.Name.LocalName == "path" && (string?)e.Attribute("stroke-width") == "1.2"))
        {
            var points = ((string)path.Attribute("d")!).Split(' ').Select(p => p[1..].Split(',')).Select(p => (X: Number(p[0]), Y: Number(p[1]))).ToList();
            var ends = (Lower: At(boxes, points[0].X, points[0].Y), Upper: At(boxes, points[^1].X, points[^1].Y));
            drawn.Add(ends);
            for (var i = 1; i < points.Count; i++)
            {
                for (var step = 1; step < 40; step++)
                {
                    var (x, y) = (points[i - 1].X + ((points[i].X - points[i - 1].X) * step / 40), points[i - 1].Y + ((points[i].Y - points[i - 1].Y) * step / 40));
                    Assert.DoesNotContain(boxes, box => x > box.X && x < box.X + box.Width && y > box.Y + 0.2 && y < box.Y + box.Height - 0.2);
                }
            }
        }

        Assert.Equal(lattice.Covers().Select(cover => (cover.Item1, cover.Item2)).Order(), drawn.Order());
        for (var i = 0; i < boxes.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                Assert.True(boxes[i].Y != boxes[j].Y || boxes[i].X >= boxes[j].X + boxes[j].Width || boxes[j].X >= boxes[i].X + boxes[i].Width, $"N{i + 1} and N{j + 1} overlap");
            }
        }
    }

    /// <summary>The edges that programs read off the picture: the covers of the inclusion of classes.</summary>
    [Theory]
    [InlineData("S4", "points")]
    [InlineData("D4", "points")]
    [InlineData("S3", "regular")]
    public void Classes_of_networks_are_joined_where_one_contains_the_next(string name, string set)
    {
        var table = UniversalityTable.Of(GSet.Parse(FiniteGroup.Parse(name), set));
        var classes = table.Classes.ToList();
        bool Below(ShallowClass a, ShallowClass b) => a != b && a.IsContainedIn(b);
        var covers = classes.SelectMany(a => classes.Where(b => Below(a, b) && !classes.Exists(c => Below(a, c) && Below(c, b))).Select(b => $"T{a.Type.Position + 1} T{b.Type.Position + 1}")).Order();
        var drawn = XDocument.Parse(HasseDrawing.OfShallowClasses(table).ToSvg()).Descendants().Where(e => (string?)e.Attribute("class") == "edge").Select(e => $"{(string?)e.Attribute("data-from")} {(string?)e.Attribute("data-to")}").Order();
        Assert.NotEmpty(covers);
        Assert.Equal(covers, drawn);
    }

    [Fact]
    public void Larger_lattices_fit_a_page()
    {
        var svg = XDocument.Parse(HasseDrawing.OfNormalSubgroups(CharacterTable.Of(FiniteGroup.Parse("C2^4")).NormalSubgroups).ToSvg()).Root!;
        Assert.InRange(Number((string)svg.Attribute("width")!), 400, 2000);
        Assert.InRange(Number((string)svg.Attribute("width")!) / Number((string)svg.Attribute("height")!), 0.8, 2.5);
        Assert.Single(svg.Descendants(), e => e.Name.LocalName == "text" && e.Value == "order 4");
    }

    [Fact]
    public void Too_many_boxes_are_refused_with_another_way() =>
        Assert.Contains("as a graph for Graphviz", Assert.Throws<LimitExceededException>(() => HasseDrawing.OfNormalSubgroups(CharacterTable.Of(FiniteGroup.Parse("C2^5")).NormalSubgroups).ToSvg()).Message, StringComparison.Ordinal);

    private static (double X, double Y, double Width, double Height) Box(XElement e) => (Number((string)e.Attribute("x")!), Number((string)e.Attribute("y")!), Number((string)e.Attribute("width")!), Number((string)e.Attribute("height")!));

    private static int At(List<(double X, double Y, double Width, double Height)> boxes, double x, double y) =>
        boxes.FindIndex(box => x >= box.X && x <= box.X + box.Width && y >= box.Y - 0.2 && y <= box.Y + box.Height + 0.2);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
