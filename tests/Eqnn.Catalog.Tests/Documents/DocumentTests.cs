using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Catalog.Documents;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Composites;
using Eqnn.PiecewiseLinear.Fans;
using Eqnn.PiecewiseLinear.Maps;
using Newtonsoft.Json.Linq;

namespace Eqnn.Catalog.Tests.Documents;

/// <summary>What documents say, against other routes of the library and numbers known otherwise.</summary>
public sealed class DocumentTests
{
    [Theory]
    [InlineData("C8")]
    [InlineData("S3@regular,points")]
    public void Equal_inputs_give_equal_bytes_under_any_culture(string what)
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "~" } };
            var (document, _) = new Eqnn.Catalog.Building.DocumentBuilder().Build(Built.Entry(what).Inputs, default);
            Assert.Equal(Built.Text(what), CanonicalJson.Print(document));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>Edges with loops, n = 1..12, as [GTW] and brute force have them.</summary>
    [Theory]
    [InlineData("relu", new[] { 1, 3, 3, 6, 7, 8, 13, 14, 18, 17, 31, 21 })]
    [InlineData("abs", new[] { 1, 2, 3, 4, 7, 6, 13, 10, 18, 14, 31, 16 })]
    [InlineData("tanh", new[] { 1, 2, 3, 3, 7, 6, 13, 7, 18, 14, 31, 13 })]
    [InlineData("relu-bias", new[] { 1, 3, 3, 6, 7, 9, 13, 16, 18, 21, 31, 26 })]
    public void Cyclic_documents_have_the_known_numbers_of_edges(string activation, int[] edges) =>
        Assert.Equal(edges, Enumerable.Range(1, edges.Length).Select(n => Changeable.Of(Built.Document($"C{n}"), "interaction").Where(row => (string?)row["activation"] == activation).Sum(row => row["reaches"]!.Count())));

    /// <summary>Composites and dimensions are written by folding; here they come from the planar composite and the general solver.</summary>
    [Theory]
    [InlineData("C8")]
    [InlineData("C9")]
    [InlineData("C12")]
    public void Maps_of_cyclic_groups_are_those_of_the_library(string name)
    {
        var document = Built.Document(name);
        var table = CharacterTable.Of(FiniteGroup.Parse(name));
        var decomposition = IsotypicDecomposition.Of(table, GSet.Regular(table.Group));
        foreach (var map in Changeable.Of(document, "maps"))
        {
            var copy = SimpleCopy.TryFind(decomposition, table.SimpleNamed((string)map["source"]!))!;
            var target = table.SimpleNamed((string)map["target"]!);
            var space = EquivariantMapSpace.TryOf(EquivariantFan.Of(copy), target)!;
            Assert.Equal((space.Dimension, space.LinearDimension, space.OneLayerDimension), ((int)map["dimension"]!, (int)map["linear"]!, (int)map["oneLayer"]!));
            if (copy.Dimension == 2)
            {
                var composite = PlanarComposite.TryOf(copy, target)!;
                var rays = Changeable.Of(document, "fan").Single(fan => (string?)fan["source"] == copy.Simple.Label)["rayOrbits"]!;
                foreach (var (orbit, value) in rays.Zip(map["values"]![0]!))
                {
                    var ray = Values(document, orbit["ray"]!);
                    var same = composite.Rays.Single(other => ((other.Direction[0] * ray[1]) - (other.Direction[1] * ray[0])).IsZero && other.Direction.Zip(ray).All(c => (c.First * c.Second).Sign >= 0));
                    var scale = same.Direction[0].IsZero ? ray[1] / same.Direction[1] : ray[0] / same.Direction[0];
                    Assert.Equal(same.Value.Select(c => c * scale), Values(document, value));
                }
            }
        }
    }

    [Fact]
    public void The_Fourier_coefficients_are_those_of_the_wave()
    {
        // relu(cos) on Z/8: 1/8 + √2/8 at frequency 0, 1/2 at 1, 1/4 at 2, 0 at 3.
        var document = Built.Document("C8");
        var found = Changeable.Of(document, "maps").Where(map => (string?)map["source"] == "L1").Select(map => Value(document, map["fourier"]!)).ToList();
        Assert.Equal([Cyclotomic.Parse("1/8+1/8*E(8)-1/8*E(8)^3"), Rational.Of(1, 2), Rational.Of(1, 4), 0, Cyclotomic.Parse("1/8-1/8*E(8)+1/8*E(8)^3")], found);
    }

    /// <summary>S_4 on four points: for K of dimension 2 the ray formula says 1, the truth is 0.</summary>
    [Fact]
    public void A_fan_that_is_not_simplicial_has_a_basis()
    {
        var document = Built.Document("S4@points");
        Assert.Null(Built.FirstProblem("S4@points", document));
        var standard = (string)Changeable.Of(document, "simple").Single(simple => simple["aliases"]!.Any(alias => (string?)alias == "[3,1]"))["label"]!;
        var plane = (string)Changeable.Of(document, "simple").Single(simple => simple["aliases"]!.Any(alias => (string?)alias == "[2,2]"))["label"]!;
        var maps = Changeable.Of(document, "maps").Where(map => (string?)map["source"] == standard).ToList();
        Assert.Equal(0, (int)maps.Single(map => (string?)map["target"] == plane)["dimension"]!);
        Assert.All(maps, map => Assert.Equal((int)map["dimension"]!, map["basis"]!.Count()));
        var fan = Changeable.Of(document, "fan").Single(fan => (string?)fan["source"] == standard);
        Assert.Equal((14, 12, false), ((int)fan["chambers"]!, (int)fan["rays"]!, (bool)fan["simplicial"]!));
    }

    [Fact]
    public void A_limit_is_stated_where_it_stops_something()
    {
        var document = Built.Document("A5@regular");
        Assert.Null(Built.FirstProblem("A5@regular", document));
        Assert.Equal(4, Changeable.Of(document, "fan").Count(fan => ((string?)fan["limit"])?.Contains("hyperplanes in dimension", StringComparison.Ordinal) == true));
    }

    [Theory]
    [InlineData("D5@points,regular")]
    [InlineData("SL(2,3)@points")]
    [InlineData("C2xC4")]
    [InlineData("Q8@regular")]
    [InlineData("C3:C4@points")]
    public void Documents_of_all_types_of_groups_verify(string what) => Assert.Null(Built.FirstProblem(what, Built.Document(what)));

    private static Cyclotomic Value(JObject document, JToken id) => Cyclotomic.Parse((string)document["numbers"]![(int)id - 1]!["exact"]!);

    private static IReadOnlyList<Cyclotomic> Values(JObject document, JToken ids) => [.. ids.Select(id => Value(document, id))];
}
