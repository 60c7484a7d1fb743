using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Xunit;

namespace Eqnn.Algebra.Tests.Characters;

public sealed class CharacterTableTests
{
    private static CharacterTable TableOf(string name) => CharacterTable.Of(FiniteGroup.Parse(name));

    [Fact]
    public void The_trivial_group_has_one_simple()
    {
        var table = TableOf("C1");
        Assert.Equal("L0", Assert.Single(table.Simples).Label);
        Assert.Single(table.NormalSubgroups.Subgroups);
        Assert.Same(table.NormalSubgroups.Trivial, table.NormalSubgroups.Whole);
        Assert.Equal(0, table.Irreducibles[0].Position);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(30)]
    public void Cyclic_groups_are_listed_by_frequency(int n)
    {
        var table = TableOf($"C{n}");
        var generator = table.Group.ClassPositionOf(table.Group.Generators[0]);
        Assert.Equal((n / 2) + 1, table.Simples.Count);
        for (var k = 0; k < n; k++)
        {
            Assert.Equal(Cyclotomic.E(n, k), table.Irreducibles[k][generator]);
        }

        for (var k = 0; k < table.Simples.Count; k++)
        {
            var simple = table.Simples[k];
            Assert.Equal((BigInteger)NumberTheory.Gcd(n, k), simple.KernelOrder);
            Assert.Equal(2 * k == n || k == 0 ? Cyclotomic.E(n, k) : Cyclotomic.E(n, k) + Cyclotomic.E(n, -k), simple.Character[generator]);
        }
    }

    [Fact]
    public void The_frequency_is_that_of_the_first_generator_that_generates()
    {
        var g = Permutation.Parse("(1,2,3,4,5)", null);
        var table = CharacterTable.Of(FiniteGroup.FromGenerators("C5", 5, [Permutation.Identity(5), Permutation.Pow(g, 2), g]));
        Assert.Equal(Cyclotomic.E(5), table.Irreducibles[1].Values.ValueAt(Permutation.Pow(g, 2)));

        // No generator generates: the representative of the first class of elements of order 6 does.
        var parts = CharacterTable.Of(FiniteGroup.FromGenerators("C6", 5, [Permutation.Parse("(1,2)(3)(4)(5)", null), Permutation.Parse("(1)(2)(3,4,5)", null)]));
        var first = parts.Classes.First(c => c.ElementOrder == 6);
        Assert.Equal(Cyclotomic.E(6), parts.Irreducibles[1][first.Position]);
    }

    [Theory]
    [InlineData("C8", "sign", 4)]
    [InlineData("C8", "l1", 1)]
    [InlineData("C8", " L3 ", 3)]
    [InlineData("S5", "trivial", 0)]
    [InlineData("S5", "TRIVIAL", 0)]
    [InlineData("S3", "sign", 1)]
    [InlineData("C3", "standard", 1)]
    public void Labels_and_aliases_name_simples(string group, string name, int position) => Assert.Equal(position, TableOf(group).SimpleNamed(name).Position);

    [Fact]
    public void Sign_and_standard_of_symmetric_and_alternating_groups()
    {
        foreach (var n in new[] { 3, 4, 5, 6 })
        {
            var table = TableOf($"S{n}");
            Assert.All(table.Classes, c => Assert.Equal((Cyclotomic)c.Representative.Sign, table.SimpleNamed("sign").Character[c.Position]));
            Assert.All(table.Classes, c => Assert.Equal((Cyclotomic)(c.Representative.FixedPointCount - 1), table.SimpleNamed("standard").Character[c.Position]));
            Assert.Equal("sign", table.SimpleNamed("sign").Aliases[0]);
        }

        Assert.Equal(4, TableOf("A5").SimpleNamed("standard").Dimension);
        Assert.Throws<AlgebraFormatException>(() => TableOf("A5").SimpleNamed("sign"));
        Assert.Equal(-1, TableOf("D4").SimpleNamed("sign").Character.ValueAt(Permutation.Parse("(1,2,3,4)", null)));
    }

    [Fact]
    public void Partitions_name_the_simples_of_symmetric_groups()
    {
        var table = TableOf("S4");
        Assert.Equal(table.SimpleNamed("standard"), table.SimpleNamed("[3,1]"));
        Assert.Equal(table.SimpleNamed("sign"), table.SimpleNamed("[1,1,1,1]"));
        Assert.Equal(table.SimpleNamed("trivial"), table.SimpleNamed("[4]"));
        Assert.Equal(2, table.SimpleNamed("[2, 2]").Dimension);
        Assert.Equal(table.SimpleNamed("sign").Character * table.SimpleNamed("[3,1]").Character, table.SimpleNamed("[2,1,1]").Character);

        // The hook [n-k, 1, ..., 1] is the k-th exterior power of the standard simple.
        var six = TableOf("S6");
        Assert.Equal(six.SimpleNamed("[5,1]").Character.ExteriorSquare(), six.SimpleNamed("[4,1,1]").Character);
        Assert.Equal(5, TableOf("S5").SimpleNamed("[3,2]").Dimension);
    }

    [Theory]
    [InlineData("L9", "L0 to L4")]
    [InlineData("L99999999999999999999", "L0 to L4")]
    [InlineData("X.1", "L0 to L4")]
    [InlineData("", "L0 to L4")]
    [InlineData("standard", "L0 to L4")]
    [InlineData("[3,1]", "L0 to L4")]
    [InlineData("L-1", "L0 to L4")]
    [InlineData("sing", "did you mean sign?")]
    public void Unknown_simples_are_refused_with_what_there_is(string name, string hint)
    {
        var error = Assert.Throws<AlgebraFormatException>(() => TableOf("C8").SimpleNamed(name));
        Assert.Contains(hint, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Theory]
    [InlineData("S5")]
    [InlineData("S6")]
    [InlineData("A6")]
    [InlineData("A7")]
    public void Formulas_by_partitions_agree_with_Dixon_Schneider(string name)
    {
        // One more point, which is fixed: no longer recognised as the natural group, so the general method works.
        var group = FiniteGroup.Parse(name);
        var wider = FiniteGroup.FromGenerators("wider", group.Degree + 1, group.Generators.Select(g => Widen(g)));
        var (byPartitions, general) = (CharacterTable.Of(group), CharacterTable.Of(wider));
        Assert.StartsWith("partitions", byPartitions.Origin, StringComparison.Ordinal);
        Assert.Contains("Dixon", general.Origin, StringComparison.Ordinal);
        var columns = byPartitions.Classes.Select(c => wider.ClassPositionOf(Widen(c.Representative))).ToArray();
        var expected = general.Irreducibles.Select(chi => $"{chi.Indicator}: " + string.Join(" ", columns.Select(c => chi[c]))).Order(StringComparer.Ordinal);
        Assert.Equal(expected, byPartitions.Irreducibles.Select(chi => $"{chi.Indicator}: " + string.Join(" ", chi.Values.Values)).Order(StringComparer.Ordinal));

        static Permutation Widen(Permutation g) => Permutation.FromImages([.. g.Images, g.Degree]);
    }

    [Fact]
    public void Alternating_groups_up_to_13_have_orthogonal_tables()
    {
        // The proof of orthogonality runs inside; A13 has characters with irrationalities of conductors 3·5·... that are not prime.
        for (var n = 5; n <= 13; n++)
        {
            var table = TableOf($"A{n}");
            Assert.Equal(table.Classes.Count, table.Irreducibles.Count);
            Assert.Equal(table.Classes.Count(c => table.PowerOfClass(c.Position, -1) == c.Position), table.Irreducibles.Count(chi => chi.Indicator != 0));
        }
    }

    [Fact]
    public void Symmetric_groups_have_only_real_characters_with_integer_values()
    {
        var table = TableOf("S10");
        Assert.Equal(42, table.Irreducibles.Count);
        Assert.All(table.Irreducibles, chi => Assert.Equal(1, chi.Indicator));

        // 9496 involutions and the identity: Σ χ(1).
        Assert.Equal(9496, table.Irreducibles.Sum(chi => chi.Degree));
    }

    [Fact]
    public void Large_abelian_groups_are_quick()
    {
        var table = TableOf("C1000");
        Assert.Equal(501, table.Simples.Count);
        Assert.Equal(16, table.NormalSubgroups.Subgroups.Count);
        Assert.Equal(2825, TableOf("C2^6").NormalSubgroups.Subgroups.Count);
    }

    [Fact]
    public void Quaternionic_simples_have_even_multiplicity_in_the_regular_character()
    {
        var table = TableOf("Q8");
        var regular = ClassFunction.FromValues(table, table.Classes.Select(c => (Cyclotomic)(c.Position == 0 ? 8 : 0)));
        var quaternions = table.Simples[^1];
        Assert.Equal((SimpleType.Quaternionic, 'H', 4L, 4, 2), (quaternions.Type, quaternions.TypeLetter, quaternions.Dimension, quaternions.EndomorphismDimension, quaternions.ConstituentMultiplicity));
        Assert.All(table.Simples, simple => Assert.Equal(simple.Dimension / simple.EndomorphismDimension, (long)simple.MultiplicityIn(regular)));
        Assert.Throws<ArgumentException>(() => quaternions.MultiplicityIn(table.Irreducibles[^1].Values));
    }

    [Fact]
    public void Cancellation_and_limits_stop_the_work()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => CharacterTable.Of(FiniteGroup.Parse("D30"), null, source.Token));
        var table = TableOf("C2^6");
        Assert.Throws<LimitExceededException>(() => CharacterTable.Of(FiniteGroup.Parse("C2^6", GroupLimits.Default.WithMaxNormalSubgroups(2824))).NormalSubgroups);
        Assert.Equal(2825, CharacterTable.Of(FiniteGroup.Parse("C2^6", GroupLimits.Default.WithMaxNormalSubgroups(2825))).NormalSubgroups.Subgroups.Count);
        Assert.Throws<LimitExceededException>(() => CharacterTable.Of(FiniteGroup.Parse("2^{1+4}_+", GroupLimits.Default.WithMaxNormalSubgroups(67))).NormalSubgroups);
        Assert.Equal(68, CharacterTable.Of(FiniteGroup.Parse("2^{1+4}_+", GroupLimits.Default.WithMaxNormalSubgroups(68))).NormalSubgroups.Subgroups.Count);
        Assert.Throws<OperationCanceledException>(() => NormalSubgroupLattice.Of(table, cancellationToken: source.Token));
    }

    [Fact]
    public void Progress_is_told()
    {
        var seen = new List<WorkProgress>();
        CharacterTable.Of(FiniteGroup.Parse("C31:C3"), new Reporter(seen));
        Assert.Contains(seen, step => step.Stage == "irreducible characters" && step.Done == step.Total);
    }

    private sealed class Reporter(List<WorkProgress> seen) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => seen.Add(value);
    }

    /// <summary>What characters take while they are found is known from their number and that of the classes.</summary>
    [Fact]
    public void Characters_without_room_are_refused_before_they_are_looked_for()
    {
        CharacterRows.RequireRoom("D10000", 4999, 5003);
        var refused = Assert.Throws<LimitExceededException>(() => CharacterRows.RequireRoom("D40000", 19999, 20003));
        Assert.Equal("400039997 (19999 characters of D40000 at 20003 classes)", refused.Needed);
        Assert.Equal("177888904 (13336 characters of C40009:C3 at 13339 classes)", Assert.Throws<LimitExceededException>(() => CharacterTable.Of(FiniteGroup.Parse("C40009:C3"))).Needed);
    }
}
