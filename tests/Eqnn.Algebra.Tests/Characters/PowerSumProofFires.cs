using Eqnn.Algebra.Characters.Partitions;
using Eqnn.Algebra.Characters.Proofs;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.Algebra.Tests.Characters;

/// <summary>The relations of <see cref="PowerSumCheck"/>, one by one: each is given a table for which the others hold.</summary>
public sealed class PowerSumProofFires
{
    private const string DegreeOperator = "removing and adding a rim hook, over all lengths, is multiplication by the size";

    /// <summary>One character of S6 with the other sign, and all hooks that end there with it: every relation of adjoints and degrees holds as before.</summary>
    [Fact]
    public void A_character_and_its_hooks_with_the_other_sign_are_refused()
    {
        var tables = Tables(6);
        PowerSumCheck.Verify(tables, null, CancellationToken.None);
        SymmetricTables.Change(tables, column => With(column, 4, -column[4]), column => With(column, 4, -column[4]));
        Fires.With("degrees are positive", () => PowerSumCheck.Verify(tables, null, CancellationToken.None));
    }

    /// <summary>
    /// The reflection 1 - vvᵀ/2, v = [3,1] + [2,1,1] + [4] - [1,1,1,1], and a sign: an orthonormal basis of integral class functions of S4 other than the characters, with all relations, and the degrees 4, 0, 2, 0, 2.
    /// Their squares add up to 24.
    /// </summary>
    [Fact]
    public void An_orthonormal_basis_with_degrees_zero_is_refused()
    {
        var tables = Tables(4);
        long[] v = [-1, 1, 0, 1, 1];
        SymmetricTables.Change(tables, Reflected, Reflected);
        Assert.Equal([4, 0, 2, 0, 2], SymmetricTables.Column(tables.Table(4), tables.Table(4).Partitions.PlaceOf([1, 1, 1, 1])));
        Fires.With("degrees are positive", () => PowerSumCheck.Verify(tables, null, CancellationToken.None));

        long[] Reflected(long[] column)
        {
            var product = column.Zip(v, (a, b) => a * b).Sum();
            Assert.Equal(0, product % 2);
            long[] reflected = [.. column.Zip(v, (a, b) => a - (b * product / 2))];
            return With(reflected, 4, -reflected[4]);
        }
    }

    /// <summary>χ₀ + χ₁ in the place of χ₀, and hooks that go with it: a basis of the generalised characters that is not orthonormal. All adjoints are right, degrees are positive; the degree operator alone sees it.</summary>
    [Fact]
    public void A_basis_that_is_not_orthonormal_is_refused()
    {
        var tables = Tables(5);
        SymmetricTables.Change(tables, column => With(column, 0, column[0] + column[1]), column => With(column, 1, column[1] - column[0]));
        Fires.With(DegreeOperator, () => PowerSumCheck.Verify(tables, null, CancellationToken.None));

        // The same with the wrong hooks is seen by the same check: it comes before the adjoints.
        var transposed = Tables(5);
        SymmetricTables.Change(transposed, column => column, column => With(column, 0, column[0] + column[1]));
        Fires.With(DegreeOperator, () => PowerSumCheck.Verify(transposed, null, CancellationToken.None));
    }

    /// <summary>No hook ends at one partition: all entries that there are have the right value, one is missing.</summary>
    [Fact]
    public void A_partition_without_hooks_is_refused()
    {
        var tables = Tables(5);
        SymmetricTables.Change(tables, column => column, column => With(column, 3, 0));
        Fires.With(DegreeOperator, () => PowerSumCheck.Verify(tables, null, CancellationToken.None));
    }

    /// <summary>X((n)) added to a column is seen by hooks of length n alone: p_n is what all shorter ones annihilate. In S10 there are two blocks of columns.</summary>
    [Theory]
    [InlineData(5, new[] { 1, 1, 1, 1, 1 })]
    [InlineData(5, new[] { 2, 2, 1 })]
    [InlineData(5, new[] { 5 })]
    [InlineData(10, new[] { 10 })]
    [InlineData(10, new[] { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 })]
    public void A_column_changed_by_a_cycle_is_refused(int n, int[] type)
    {
        var tables = Tables(n);
        var table = tables.Table(n);
        var cycle = SymmetricTables.Column(table, table.Partitions.PlaceOf([n]));
        for (var partition = 0; partition < cycle.Length; partition++)
        {
            SymmetricTables.Corrupt(table, partition, table.Partitions.PlaceOf(type), cycle[partition]);
        }

        Fires.With(FormattableString.Invariant($"removing rim hooks of length {n} is {n} times the derivative by p_{n}"), () => PowerSumCheck.Verify(tables, null, CancellationToken.None));
    }

    /// <summary>One entry wrong is seen by the shortest hooks, in every table of the chain.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(6)]
    public void A_wrong_entry_is_refused_at_its_size(int size)
    {
        var tables = Tables(6);
        SymmetricTables.Corrupt(tables.Table(size), 0, 0, 1);
        Fires.With("removing rim hooks of length 1 is 1 times the derivative by p_1", () => PowerSumCheck.Verify(tables, null, CancellationToken.None));
    }

    private static MurnaghanNakayama Tables(int n) => MurnaghanNakayama.Of(n, null, CancellationToken.None);

    private static long[] With(long[] column, int place, long value) => [.. column.Select((old, at) => at == place ? value : old)];
}
