using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Classes;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers.Modular;
using Eqnn.Testing;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace Eqnn.Algebra.Tests.Characters;

/// <summary>Characters induced from centralizers: they are characters, by Brauer's theorem they generate all where the centre is trivial, and tables of large groups follow from them.</summary>
[Properties(Arbitrary = [typeof(GroupSamples)], MaxTest = 60)]
public sealed class CentralizerInductionTests
{
    [Property]
    public Property Induced_characters_are_sums_of_irreducible_ones_and_generate_all_if_the_centre_is_trivial(FiniteGroup g)
    {
        var multiplicities = Multiplicities(g);
        Assert.All(multiplicities, row => Assert.All(row, m => Assert.InRange(m, 0, long.MaxValue)));
        var isCentreless = g.Centre.Order.IsOne && !g.Order.IsOne;
        if (isCentreless)
        {
            Assert.True(GenerateAll(multiplicities, g.ConjugacyClasses.Count));
        }

        return true.Classify(isCentreless, "trivial centre").Classify(!isCentreless, "with centre");
    }

    [Theory]
    [InlineData("S4", true)]
    [InlineData("PSL(2,7)", true)]
    [InlineData("PSL(3,3)", true)]
    [InlineData("M11", true)]
    [InlineData("F20 x S3", true)]
    [InlineData("Q8", false)]
    [InlineData("SL(2,3)", false)]
    [InlineData("2^{1+4}_-", false)]
    public void Generators_of_all_characters_of(string name, bool all)
    {
        var g = FiniteGroup.Parse(name);
        Assert.Equal(all, GenerateAll(Multiplicities(g), g.ConjugacyClasses.Count));
    }

    /// <summary>Degrees by M. Suzuki, On a class of doubly transitive groups, Ann. of Math. 75 (1962), theorem 13: q = 32, r² = 2q.</summary>
    [Fact]
    public void The_table_of_a_Suzuki_group_has_the_degrees_of_Suzukis_theorem()
    {
        const long q = 32, r = 8;
        var expected = new[] { (1L, 1L), (q * q, 1L), ((q * q) + 1, (q - 2) / 2), ((q - r + 1) * (q - 1), (q + r) / 4), ((q + r + 1) * (q - 1), (q - r) / 4), (r * (q - 1) / 2, 2L) }
            .SelectMany(degree => Enumerable.Repeat(degree.Item1, (int)degree.Item2)).Order();
        Assert.Equal(expected, CharacterTable.Of(FiniteGroup.Parse("Sz(32)")).Irreducibles.Select(chi => chi.Degree).Order());
    }

    /// <summary>Steinberg's character of a group of Lie type has the order of a Sylow p-subgroup as its degree, and GL(n,q) has the class numbers of Feit and Fine.</summary>
    [Theory]
    [InlineData("GL(4,3)", 78, 729)]
    [InlineData("PSp(4,5)", 34, 625)]
    [InlineData("SL(4,3)", 51, 729)]
    public void Tables_that_class_matrices_alone_would_take_minutes_for(string name, int classes, long steinberg)
    {
        var table = CharacterTable.Of(FiniteGroup.Parse(name));
        Assert.Equal(classes, table.Classes.Count);
        Assert.Contains(table.Irreducibles, chi => chi.Degree == steinberg && table.Classes.All(c => chi[c.Position].IsRational));
    }

    private static List<long[]> Multiplicities(FiniteGroup g)
    {
        var partition = SearchedClasses.TryOf(g, null, CancellationToken.None);
        Assert.NotNull(partition);
        var table = CharacterTable.Of(g);
        var exponent = (long)g.Exponent;
        var field = PrimeField.SplittingExponent(exponent, 1L << 30);
        var root = field.RootOfUnity(exponent);
        var powers = GroupClassAlgebra.PowersOf(g, CancellationToken.None);
        var inverse = powers.Map(-1);
        var image = table.Pool.ImagesIn(field, exponent, root);
        var scale = field.Inverse(field.FromInteger((long)g.Order));
        var weighted = table.Irreducibles.Select(chi => table.Classes.Select(c =>
            field.Multiply(field.Multiply(scale, field.FromInteger((long)c.Size)), image(chi.Row.Id(inverse[c.Position])))).ToArray()).ToList();
        return [.. CentralizerInduction.Characters(g, partition, powers, field, exponent, root, CancellationToken.None)
            .Select(values => weighted.Select(w => field.ToSignedInteger(ModularVector.Dot(field, values, w))).ToArray())];
    }

    /// <summary>Whether integer rows span Z^n: row reduction by Euclid's algorithm leaves ones on the diagonal.</summary>
    private static bool GenerateAll(List<long[]> rows, int n)
    {
        var left = rows.ConvertAll(row => Array.ConvertAll(row, x => (BigInteger)x));
        for (var column = 0; column < n; column++)
        {
            while (left.Count(row => !row[column].IsZero) > 1)
            {
                var pivot = left.Where(row => !row[column].IsZero).MinBy(row => BigInteger.Abs(row[column]))!;
                foreach (var row in left.Where(row => row != pivot && !row[column].IsZero))
                {
                    var factor = row[column] / pivot[column];
                    for (var i = 0; i < n; i++)
                    {
                        row[i] -= factor * pivot[i];
                    }
                }
            }

            if (left.Find(row => !row[column].IsZero) is not { } last || !BigInteger.Abs(last[column]).IsOne)
            {
                return false;
            }

            left.Remove(last);
        }

        return true;
    }
}
