using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Algebra.Representations.Abelian;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Numbers.Permutations;
using Xunit;

namespace Eqnn.Algebra.Tests.Representations.Abelian;

/// <summary>Frequencies against the character table, value by value, and large groups that have no table.</summary>
public sealed class AbelianDecompositionTests
{
    public static TheoryData<string, string> Small => new()
    {
        { "C1", "points" }, { "C2", "regular" }, { "C8", "regular" }, { "C12", "2*points+trivial" }, { "C6", "subsets:2" }, { "C5", "tuples:2" },
        { "perm:(1,2,3)(4,5)", "points" }, { "perm:(1,2,3);(4,5)", "points+regular" }, { "perm:(1,2,3,4);(5,6,7)", "points*points" },
        { "perm:(1,2,3,4,5,6);(1,3,5)(2,4,6)", "points" }, { "perm:(1,2)(3,4,5,6,7);(8,9,10)", "points" },
        { "C2xC4", "regular" }, { "C2xC4", "points" }, { "C3^2", "regular+points" }, { "C2^3", "subsets:2" }, { "C2xC6", "points*points" },
        { "perm:(1,2,3,4);(1,3)(2,4)(5,6)", "points+regular" }, { "perm:(1,2,3,4)(5,6);(5,6)(7,8,9,10)", "points+regular" },
        { "perm:(1,2,3,4)(5,6,7,8);(1,3)(2,4)(5,6,7,8);(9,10)", "points+regular" },
    };

    [Theory]
    [MemberData(nameof(Small))]
    public void Frequencies_agree_with_the_character_table(string name, string on)
    {
        var group = FiniteGroup.Parse(name);
        var table = CharacterTable.Of(group);
        var set = GSet.Parse(group, on);
        var decomposition = IsotypicDecomposition.Of(table, set);
        var frequencies = AbelianDecomposition.Of(AbelianDual.Of(group), set);
        Assert.Equal(decomposition.Components.Count, frequencies.ComponentCount);
        Assert.Equal(OrbitalBasis.CountOf(set, set), frequencies.OrbitalCount);
        var met = new HashSet<int>();
        foreach (var (simple, multiplicity) in frequencies.EnumerateComponents())
        {
            var same = TableSimple(table, simple);
            Assert.True(met.Add(same.Position));
            Assert.Equal(decomposition.Multiplicity(same), multiplicity);
            Assert.Equal(multiplicity, frequencies.Multiplicity(simple));
            Assert.Equal(same.KernelOrder, simple.KernelOrder);
            Assert.Equal((same.Type, same.Dimension), (simple.Type, (long)simple.Dimension));
            Assert.Equal(simple, frequencies.Dual.SimpleNamed(simple.Label));
            if (group.IsCyclic)
            {
                Assert.Equal(same.Label, simple.Label);
            }
        }
    }

    /// <summary>Rotations that respect the relations, with the characters of the simples as traces.</summary>
    [Theory]
    [InlineData("C12")]
    [InlineData("C2xC4")]
    [InlineData("perm:(1,2,3,4)(5,6);(5,6)(7,8,9,10)")]
    public void Matrices_of_generators_are_orthogonal_and_have_the_character_as_trace(string name)
    {
        var group = FiniteGroup.Parse(name);
        foreach (var (simple, _) in AbelianDecomposition.Of(AbelianDual.Of(group), GSet.Regular(group)).EnumerateComponents())
        {
            for (var j = 0; j < group.Generators.Count; j++)
            {
                var matrix = simple.MatrixOf(j);
                var one = Matrix<Cyclotomic>.Identity(simple.Dimension);
                Assert.Equal(one, matrix * matrix.Transpose());
                Assert.Equal(simple.ValueAt([.. Enumerable.Range(0, group.Generators.Count).Select(i => i == j ? System.Numerics.BigInteger.One : 0)]), matrix.Trace);
                Assert.Equal(one, Enumerable.Range(0, (int)group.Generators[j].Order).Aggregate(one, (power, _) => power * matrix));
            }

            Assert.Throws<ArgumentOutOfRangeException>(() => simple.MatrixOf(group.Generators.Count));
        }
    }

    [Theory]
    [InlineData("perm:(1,2,3,4,5);(6,7,8);(9,10)", "L7")]
    [InlineData("C30", "L7")]
    [InlineData("perm:(1,3,2);(4,6,5,7)", "L5")]
    public void Labels_of_cyclic_groups_are_those_of_the_table(string name, string label)
    {
        var group = FiniteGroup.Parse(name);
        Assert.Equal(label, TableSimple(CharacterTable.Of(group), AbelianDual.Of(group).SimpleNamed(label)).Label);
    }

    [Theory]
    [InlineData("4,7,11,13", "4004")]
    [InlineData("4,5,7,11,13", "20020")]
    [InlineData("8,9,5,7,11,13,16,27,25,36", "10810800")]
    [InlineData("64,81,25,49,121,13,17,19,23,29,31,37,41,43", "4351849729366718779200")]
    public void Only_what_occurs_is_made_whatever_the_order(string lengths, string order)
    {
        var parts = lengths.Split(',').Select(int.Parse).ToArray();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var group = Cycles(parts);
        Assert.Equal(BigInteger.Parse(order, null), group.Order);
        var decomposition = AbelianDecomposition.Of(AbelianDual.Of(group), GSet.Points(group));
        var components = decomposition.EnumerateComponents().ToList();
        Assert.True(components.Count <= group.Degree);
        // Each cycle has a function turning by each frequency k/l, once.
        foreach (var (simple, multiplicity) in components)
        {
            Assert.Equal(parts.Count(length => (length % simple.ImageOrder).IsZero), multiplicity);
        }

        Assert.Equal(group.Degree, components.Aggregate(BigInteger.Zero, (sum, pair) => sum + (pair.Value * pair.Key.Dimension)));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 100_000_000);
    }

    [Fact]
    public void A_regular_set_of_any_order_is_known_by_classes()
    {
        var group = Cycles([64, 27, 25, 49, 31]);
        var decomposition = AbelianDecomposition.Of(AbelianDual.Of(group), GSet.Regular(group));
        Assert.Equal((group.Order + 2) / 2, decomposition.ComponentCount);
        Assert.Equal(group.Order, decomposition.OrbitalCount);
        Assert.Throws<LimitExceededException>(() => decomposition.EnumerateComponents().Count());
    }

    [Fact]
    public void A_million_points_in_equal_orbits_are_one_kind()
    {
        var group = FiniteGroup.Parse("C3", GroupLimits.Default.WithMaxDegree(2_000_000));
        var decomposition = AbelianDecomposition.Of(AbelianDual.Of(group), GSet.Multiple(400_000, GSet.Points(group)));
        Assert.Equal([KeyValuePair.Create((BigInteger)3, (BigInteger)400_000)], decomposition.OrbitLengths);
        Assert.All(decomposition.EnumerateComponents(), pair => Assert.Equal(400_000, pair.Value));
    }

    [Fact]
    public void Wrong_frequencies_and_labels_are_refused()
    {
        var dual = AbelianDual.Of(FiniteGroup.Parse("C2xC4"));
        Assert.Throws<ArgumentException>(() => dual.Simple([Rational.Of(1, 3), Rational.Zero]));
        Assert.Throws<ArgumentException>(() => dual.Simple([Rational.Zero]));
        Assert.Throws<AlgebraFormatException>(() => dual.SimpleNamed("L3"));
        Assert.Throws<AlgebraFormatException>(() => dual.SimpleNamed("L(1/2,1/3)"));
        Assert.Throws<AlgebraFormatException>(() => AbelianDual.Of(FiniteGroup.Parse("C8")).SimpleNamed("L5"));
        Assert.Throws<ArgumentException>(() => AbelianDual.Of(FiniteGroup.Parse("S3")));
    }

    internal static FiniteGroup Cycles(int[] lengths)
    {
        var images = new List<int>();
        foreach (var length in lengths)
        {
            var start = images.Count;
            images.AddRange(Enumerable.Range(0, length).Select(i => start + ((i + 1) % length)));
        }

        return FiniteGroup.FromGenerators("cycles", images.Count, [Permutation.FromImages(images)]);
    }

    /// <summary>The simple of the table with the same values at the generators and their products.</summary>
    internal static SimpleRepresentation TableSimple(CharacterTable table, AbelianSimple simple)
    {
        var group = table.Group;
        return table.Simples.Single(candidate => candidate.Constituents[0] is var chi && (Matches(chi, false) || Matches(chi, true)));

        bool Matches(IrreducibleCharacter chi, bool conjugate) => group.Generators.Index().All(pair =>
        {
            var a = simple.Frequencies[pair.Index];
            var value = Cyclotomic.E((int)a.Denominator, (int)a.Numerator);
            return chi[group.ClassPositionOf(pair.Item)] == (conjugate ? value.Conjugate() : value);
        });
    }
}
