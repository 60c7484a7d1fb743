using System.Numerics;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Arrangements;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Arrangements;

/// <summary>Affine arrangements: the deformations of the braid arrangement with their closed forms, and random ones by a second route.</summary>
[Properties(Arbitrary = [typeof(RandomAffineArrangement)], MaxTest = 40)]
public sealed class AffineArrangementTests
{
    /// <summary>x_i - x_j = 0, 1, i &lt; j: (n + 1)^(n - 1) regions, (n - 1)^(n - 1) bounded, χ = t (t - n)^(n - 1).</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Shi_arrangements_follow_their_closed_form(int n)
    {
        var found = RegionEnumeration.Of(Deformation(n, [0, 1], false));
        Assert.Equal(BigInteger.Pow(n + 1, n - 1), found.RegionCount);
        Assert.Equal(BigInteger.Pow(n - 1, n - 1), found.BoundedRegionCount);
        Assert.All(new[] { -2, 0, 1, n, n + 3 }, t => Assert.Equal(t * BigInteger.Pow(t - n, n - 1), found.CharacteristicPolynomial!.Evaluate(t)));
        Assert.Equal(n, found.CharacteristicPolynomial!.AmbientDimension);
    }

    /// <summary>x_i - x_j = -1, 0, 1: n! C_n regions with C_n Catalan's number, under S_n one orbit for each of these; n! C_{n-1} bounded.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Catalan_arrangements_follow_their_closed_form(int n)
    {
        static BigInteger Catalan(int k) => Families.Binomial(2 * k, k) / (k + 1);
        var found = RegionEnumeration.Of(Deformation(n, [0, 1, -1], true));
        Assert.Equal(Families.Factorial(n) * Catalan(n), found.RegionCount);
        Assert.Equal(Families.Factorial(n) * Catalan(n - 1), found.BoundedRegionCount);
        Assert.Equal(Families.Factorial(n), found.Arrangement.SymmetryOrder);
        Assert.Equal(Catalan(n), found.Orbits.Count);
        Assert.Equal(found.RegionCount, RegionEnumeration.Of(Deformation(n, [0, 1, -1], false)).RegionCount);
    }

    /// <summary>x_i - x_j = 1, i &lt; j: 1, 2, 7, 36, 246 regions [Postnikov and Stanley].</summary>
    [Fact]
    public void Linial_arrangements_have_the_known_counts() =>
        Assert.Equal([2, 7, 36, 246], Enumerable.Range(2, 4).Select(n => (int)RegionEnumeration.Of(Deformation(n, [1], false)).RegionCount));

    /// <summary>N hyperplanes in general position in dimension d: Σ C(N, k) regions, C(N - 1, d) bounded, C(N, d) vertices.</summary>
    [Theory]
    [InlineData(5, 2)]
    [InlineData(7, 3)]
    public void Generic_arrangements_follow_their_closed_form(int count, int dimension)
    {
        // Normals and constants on a moment curve.
        var rows = Enumerable.Range(1, count).Select(t => Enumerable.Range(0, dimension).Select(k => (Rational)(int)Math.Pow(t, k)));
        var found = RegionEnumeration.Of(AffineArrangement.FromRows(rows, Enumerable.Range(1, count).Select(t => (Rational)(int)Math.Pow(t, dimension))));
        Assert.Equal(Enumerable.Range(0, dimension + 1).Aggregate(BigInteger.Zero, (sum, k) => sum + Families.Binomial(count, k)), found.RegionCount);
        Assert.Equal(Families.Binomial(count - 1, dimension), found.BoundedRegionCount);
        Assert.Equal(Families.Binomial(count, dimension), found.VertexCount);
        Assert.True(found.Cone.Completeness.IsCountConfirmed);
    }

    /// <summary>The square [-1, 1]² cut out by four lines: nine regions in three orbits under its eight symmetries, which are affine maps; 12 walls, 4 vertices.</summary>
    [Fact]
    public void The_sides_of_a_square_give_nine_regions_in_three_orbits()
    {
        var square = AffineArrangement.FromRows(new Rational[][] { [1, 0], [-1, 0], [0, 1], [0, -1] }, [1, 1, 1, 1])
            .WithSymmetry([Permutation.Parse("(1,3,2,4)", 4), Permutation.Parse("(1,2)", 4)]);
        var found = RegionEnumeration.Of(square);
        Assert.Equal((9, 3, 1, 12, 4), ((int)found.RegionCount, found.Orbits.Count, (int)found.BoundedRegionCount!, (int)found.WallCount!, (int)found.VertexCount));
        Assert.Equal(1, found.VertexOrbitCount);
        Assert.Equal([1, 4, 4], found.Orbits.Select(o => (int)o.Size).Order());
        Assert.All(found.Orbits, o => Assert.Equal(8, o.Size * o.StabiliserOrder));
        var inside = found.Orbits.Single(o => o.Representative.IsBounded).Representative;
        Assert.Equal((4, "++++"), (inside.Vertices.Count, inside.ToString()));
        Assert.All(inside.InteriorPoint, x => Assert.True((1 - x).Sign > 0 && (1 + x).Sign > 0));
        Assert.Equal("t^2 - 4t + 4", found.CharacteristicPolynomial!.ToString());
    }

    /// <summary>x -> 1 - x carries the form x to 1 - x, the negative of the other form x - 1: an affine map that no linear one replaces. The middle is its own image.</summary>
    [Fact]
    public void A_reflection_of_a_line_exchanges_two_points()
    {
        var points = AffineArrangement.FromRows(new Rational[][] { [1], [1] }, [0, -1]);
        var found = RegionEnumeration.Of(points.WithSymmetry([SignedPermutation.FromImages([-2, -1])]));
        Assert.Equal((3, 2, 1), ((int)found.RegionCount, found.Orbits.Count, (int)found.BoundedRegionCount!));
        Assert.Throws<ArgumentException>(() => points.WithSymmetry([SignedPermutation.FromImages([2, 1])]));
    }

    [Fact]
    public void What_no_affine_map_does_is_refused_with_its_row()
    {
        var lines = AffineArrangement.FromRows(new Rational[][] { [1, 0], [0, 1], [1, 1] }, [0, 0, 1]);
        var problem = Assert.Throws<ArgumentException>(() => lines.WithSymmetry([Permutation.Parse("(1,2,3)", 3)]));
        Assert.Contains("no affine map sends row", problem.Message, StringComparison.Ordinal);
        Assert.Contains("4 rows, the arrangement has 3", Assert.Throws<ArgumentException>(() => lines.WithSymmetry([Permutation.Parse("(1,2,3)", 4)])).Message, StringComparison.Ordinal);
        Assert.Contains("3 rows and 2 constants", Assert.Throws<ArgumentException>(() => AffineArrangement.FromRows(lines.Rows, [0, 1])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constants_proportional_forms_and_lineality_are_understood()
    {
        var arrangement = AffineArrangement.FromRows(new Rational[][] { [0, 0], [0, 0], [1, 0], [-2, 0], [1, 0] }, [3, 0, 1, -2, 0]);
        Assert.Equal([0, 1], arrangement.ConstantRows);
        Assert.Equal(["{3, -4}", "{5}"], arrangement.Hyperplanes.Select(h => h.ToString()));
        Assert.Equal((1, 2), (arrangement.Dimension, arrangement.AmbientDimension));
        Assert.Single(arrangement.Lineality);
        var found = RegionEnumeration.Of(arrangement);
        Assert.Equal((3, 1, 2), ((int)found.RegionCount, (int)found.BoundedRegionCount!, (int)found.VertexCount));
        Assert.Equal("t^2 - 2t", found.CharacteristicPolynomial!.ToString());
        Assert.All(found.Orbits, o => Assert.Equal([1, 0], o.Representative.RowSigns.Take(2)));
        Assert.Equal(1, RegionEnumeration.Of(AffineArrangement.FromRows(new Rational[][] { [0] }, [1])).RegionCount);
        Assert.Equal(1, RegionEnumeration.Of(AffineArrangement.FromRows(Array.Empty<Rational[]>(), [])).RegionCount);
    }

    /// <summary>Regions by deletion and restriction of affine forms, in coordinates: r(A) = r(A \ H) + r(A^H).</summary>
    [Property]
    public void Regions_agree_with_a_count_in_coordinates(RandomAffineArrangement sample)
    {
        var found = RegionEnumeration.Of(sample.Value);
        List<Rational[]> forms = [.. sample.Value.Rows.Select((row, r) => row.Append(sample.Value.Constants[r]).Select(x => Rational.Parse(x.ToString(), System.Globalization.CultureInfo.InvariantCulture)).ToArray())];
        Assert.Equal(Regions(forms), found.RegionCount);
        var words = new HashSet<string>();
        RegionEnumeration.VisitAll(sample.Value, region =>
        {
            Assert.True(words.Add(region.ToString()));
            Assert.Equal(region.Signs, sample.Value.Hyperplanes.Select(h => Value(h.Normal, region.InteriorPoint, sample.Value.Constants[h.Rows[0].Row]).Sign));
            return true;
        });
        Assert.Equal(found.RegionCount, words.Count);
        Assert.Equal(found.CharacteristicPolynomial!.RegionCount, found.RegionCount);
    }

    private static Cyclotomic Value(IReadOnlyList<Cyclotomic> normal, IReadOnlyList<Cyclotomic> point, Cyclotomic constant) => normal.Zip(point, (a, b) => a * b).Aggregate(constant, (s, x) => s + x);

    private static int Regions(List<Rational[]> forms)
    {
        var last = forms.FindLastIndex(form => form.SkipLast(1).Any(x => x != 0));
        if (last < 0)
        {
            return 1;
        }

        var h = forms[last];
        var pivot = Array.FindIndex(h, x => x != 0);
        var rest = forms.Where((_, j) => j != last).ToList();
        if (rest.Any(form => form.SkipLast(1).Any(x => x != 0) && h.Zip(form).All(pair => pair.First * form[pivot] == pair.Second * h[pivot])))
        {
            return Regions(rest);
        }

        // Solve for the pivot's coordinate and put it into the others.
        return Regions(rest) + Regions([.. rest.Select(form => form.Zip(h, (a, b) => a - form[pivot] / h[pivot] * b).Where((_, c) => c != pivot).ToArray())]);
    }

    /// <summary>x_i - x_j = c for i &lt; j, with the permutations of the coordinates where the constants allow them.</summary>
    private static AffineArrangement Deformation(int n, int[] constants, bool symmetric)
    {
        var forms = (from i in Enumerable.Range(0, n) from j in Enumerable.Range(i + 1, n - i - 1) from c in constants select (i, j, c)).ToList();
        var arrangement = AffineArrangement.FromRows(forms.Select(f => Enumerable.Range(0, n).Select(k => (Rational)((k == f.i ? 1 : 0) - (k == f.j ? 1 : 0)))), forms.Select(f => (Rational)(-f.c)));
        SignedPermutation Induced(Func<int, int> g) => SignedPermutation.FromImages(forms.Select(f =>
            g(f.i) < g(f.j) ? forms.IndexOf((g(f.i), g(f.j), f.c)) + 1 : -(forms.IndexOf((g(f.j), g(f.i), -f.c)) + 1)));
        return symmetric ? arrangement.WithSymmetry([Induced(i => (i + 1) % n), Induced(i => i > 1 ? i : 1 - i)]) : arrangement;
    }
}

/// <summary>A few affine forms with small coefficients; shrinks by leaving out rows.</summary>
public sealed record RandomAffineArrangement(AffineArrangement Value)
{
    public static Arbitrary<RandomAffineArrangement> Samples() => Arb.From(
        from rows in Gen.Choose(1, 6)
        from columns in Gen.Choose(1, 3)
        from entries in Gen.ArrayOf(Gen.Choose(-1, 2), rows * columns)
        from constants in Gen.ArrayOf(Gen.Choose(-2, 2), rows)
        select new RandomAffineArrangement(AffineArrangement.FromRows(entries.Chunk(columns).Select(row => row.Select(x => (Rational)x)), constants.Select(c => (Rational)c))),
        sample => Enumerable.Range(0, sample.Value.Rows.Count).Select(left => new RandomAffineArrangement(AffineArrangement.FromRows(sample.Value.Rows.Where((_, r) => r != left), sample.Value.Constants.Where((_, r) => r != left)))));

    public override string ToString() => string.Join("; ", Value.Rows.Select((row, r) => "[" + string.Join(", ", row) + "] + " + Value.Constants[r]));
}
