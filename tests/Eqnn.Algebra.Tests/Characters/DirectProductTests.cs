using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Eqnn.Testing;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace Eqnn.Algebra.Tests.Characters;

/// <summary>Tables of direct products from those of the factors, beside the tables that are found without knowing the factors.</summary>
[Properties(Arbitrary = [typeof(GroupSamples)])]
public sealed class DirectProductTests
{
    [Law(Cases = 40)]
    public Property The_table_is_that_found_from_generators_that_hide_the_factors(FiniteGroup a, FiniteGroup b)
    {
        if (a.Order * b.Order is var order && (order > 800 || order.IsOne))
        {
            return true.ToProperty();
        }

        // A's points interleaved with those of B, so that image lists are compared across the factors.
        var (product, hidden) = (Product(a, b, hide: false), Product(a, b, hide: true));
        var (table, other) = (CharacterTable.Of(product), CharacterTable.Of(hidden));
        return ((Action)(() => AssertSame(table, other))).ToProperty()
            .Classify(table.Origin.StartsWith("direct product", StringComparison.Ordinal), "by factors").Classify(product.IsAbelian, "abelian");
    }

    [Theory]
    [InlineData("S4 x SL(2,3)")]
    [InlineData("Q8 x C2 x Q8")]
    [InlineData("D4 x A4 x C3")]
    [InlineData("F20 x C4 x S3")]
    public void Named_products_have_the_table_of_their_hidden_form(string name)
    {
        var group = FiniteGroup.Parse(name);
        var hidden = FiniteGroup.FromGenerators("hidden", group.Degree, Hide(group.Generators));
        var (table, other) = (CharacterTable.Of(group), CharacterTable.Of(hidden));
        Assert.StartsWith("direct product", table.Origin, StringComparison.Ordinal);
        Assert.DoesNotContain("direct product", other.Origin, StringComparison.Ordinal);
        AssertSame(table, other);
        Assert.Equal(TableAutomorphisms.Of(other).Order, TableAutomorphisms.Of(table).Order);
    }

    [Fact]
    public void Factors_of_any_size_are_answered()
    {
        var table = CharacterTable.Of(FiniteGroup.Parse("S20 x C7"));
        Assert.Equal(627 * 7, table.Classes.Count);
        Assert.Equal(table.Group.Order, table.Irreducibles.Aggregate(BigInteger.Zero, (sum, chi) => sum + (BigInteger.Pow(chi.Degree, 2))));
        Assert.Equal(table.Group.Order, table.Classes.Aggregate(BigInteger.Zero, (sum, c) => sum + c.Size));
        Assert.Equal(627 * 3, table.Simples.Count(simple => simple.Type == SimpleType.Complex));
    }

    [Fact]
    public void Equal_factors_are_worked_on_once()
    {
        var table = CharacterTable.Of(FiniteGroup.Parse("M12 x M12"));
        Assert.Equal(225, table.Classes.Count);
        Assert.Equal([1, 95040, 95040, 95040L * 95040], table.NormalSubgroups.Subgroups.Select(n => (long)n.Order));
        Assert.All(table.Irreducibles.Take(20), chi => Assert.Equal(Cyclotomic.One, chi.Values.InnerProduct(chi.Values)));
    }

    [Fact]
    public void Products_that_are_too_large_are_refused_by_their_size()
    {
        Assert.Equal("conjugacy classes", Assert.Throws<LimitExceededException>(() => CharacterTable.Of(FiniteGroup.Parse("S20^3"))).Limit);
        Assert.StartsWith("bits of the order", Assert.Throws<LimitExceededException>(() => CharacterTable.Of(FiniteGroup.Parse("S35 x C2"))).Limit, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_token_stops_the_work() =>
        Assert.Throws<OperationCanceledException>(() => CharacterTable.Of(FiniteGroup.Parse("S5 x S5"), null, new CancellationToken(true)));

    private static FiniteGroup Product(FiniteGroup a, FiniteGroup b, bool hide)
    {
        // Points of A at even places as long as there are some, those of B between them.
        var degree = a.Degree + b.Degree;
        var ofA = Enumerable.Range(0, degree).OrderBy(x => x % 2).ThenBy(x => x).Take(a.Degree).Order().ToArray();
        var ofB = Enumerable.Range(0, degree).Except(ofA).ToArray();
        var generators = a.Generators.Select(g => Embed(g, ofA, degree)).Concat(b.Generators.Select(g => Embed(g, ofB, degree))).ToList();
        return FiniteGroup.FromGenerators("product", degree, hide ? Hide(generators) : generators);
    }

    /// <summary>The same group from generators that all move points of several factors: each is multiplied by the next ones' product.</summary>
    private static List<Permutation> Hide(IEnumerable<Permutation> generators)
    {
        var list = generators.Where(g => !g.IsIdentity).ToList();
        if (list.Count < 2)
        {
            return list;
        }

        // s₁ s₂ ⋯ s_n and all pairs s_i · (s₁ ⋯ s_n): the quotients give back each s_i.
        var all = list.Aggregate((x, y) => x * y);
        return [all, .. list.Select(g => g * all)];
    }

    private static Permutation Embed(Permutation g, int[] points, int degree)
    {
        var images = Enumerable.Range(0, degree).ToArray();
        for (var x = 0; x < points.Length; x++)
        {
            images[points[x]] = points[g[x]];
        }

        return Permutation.FromImages(images);
    }

    private static void AssertSame(CharacterTable table, CharacterTable other)
    {
        Assert.Equal(other.Classes.Select(c => (c.ElementOrder, c.Size, c.Representative)), table.Classes.Select(c => (c.ElementOrder, c.Size, c.Representative)));
        Assert.Equal(other.Group.PowerMap(3), table.Group.PowerMap(3));
        if (table.Group.IsCyclic)
        {
            return;
        }

        Assert.Equal(other.Irreducibles.Select(chi => (chi.Degree, chi.Indicator, chi.KernelOrder, chi.Values.ToString())), table.Irreducibles.Select(chi => (chi.Degree, chi.Indicator, chi.KernelOrder, chi.Values.ToString())));
        Assert.Equal(other.Simples.Select(simple => (simple.Type, simple.Character.ToString())), table.Simples.Select(simple => (simple.Type, simple.Character.ToString())));
        Assert.Equal(other.NormalSubgroups.Subgroups.Select(n => (n.Order, string.Join(",", n.ClassPositions))), table.NormalSubgroups.Subgroups.Select(n => (n.Order, string.Join(",", n.ClassPositions))));
        foreach (var x in table.Group.EnumerateElements().Where((_, i) => i % 11 == 5))
        {
            Assert.Equal(other.Group.ClassPositionOf(x), table.Group.ClassPositionOf(x));
        }

        Assert.All(table.Irreducibles, chi => Assert.Equal(other.Irreducibles[chi.Position].Values.AdamsOperation(2).ToString(), chi.Values.AdamsOperation(2).ToString()));
    }
}
