using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Characters.Rows;
using Eqnn.Numbers;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.Algebra.Tests.Characters;

/// <summary>Values lifted from a prime, and the proof by congruences: what passes, and what only looks right.</summary>
public sealed class LiftedValuesTests
{
    private const string Multiplicities = "eigenvalue multiplicities between 0 and the degree";

    /// <summary>A rational value has the order 1, an irrational one that of the elements; scalars other than ±1 (3^{1+2}_+) and quaternions (SL(2,3)) among them.</summary>
    [Theory]
    [InlineData("A5")]
    [InlineData("C7:C3")]
    [InlineData("SL(2,3)")]
    [InlineData("3^{1+2}_+")]
    public void Rational_values_are_kept_as_integers(string name)
    {
        var table = TablePieces.Of(name);
        var rational = 0;
        foreach (var row in table.Stored)
        {
            for (var c = 0; c < row.Ids.Length; c++)
            {
                var isRational = table.Pool.Value(row.Ids[c]).IsInteger;
                rational += isRational ? 1 : 0;
                Assert.Equal(isRational ? 1 : table.Algebra.Powers.ElementOrder(c), table.Pool.Entry(row.Ids[c])[0]);
            }
        }

        Assert.InRange(rational, table.Stored.Count + 1, (table.Stored.Count * table.Algebra.ClassCount) - 1);
        table.Verify(rows => rows);
    }

    /// <summary>More terms than fit into 64 bits without reduction.</summary>
    [Fact]
    public void Elements_of_large_order_have_eigenvalues_too()
    {
        var table = TablePieces.Of("C127:C7");
        Assert.All(table.Stored, row => Assert.Equal(7, row.Degree));
        table.Verify(rows => rows);
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(-3, true)]
    [InlineData(4, false)]
    [InlineData(-4, false)]
    public void A_rational_value_beyond_the_degree_is_refused(int value, bool isPossible)
    {
        var table = TablePieces.Of("A5");
        var involutions = table.ClassOfOrder(2);
        ulong[] values = [.. Enumerable.Range(0, table.Algebra.ClassCount).Select(c => c == involutions ? table.Field.FromInteger(value) : 3)];
        if (isPossible)
        {
            Assert.Equal([1, value], table.Pool.Entry(table.NewLift().Lift(3, values)[involutions]));
        }
        else
        {
            Fires.With(Multiplicities, () => table.NewLift().Lift(3, values));
            Assert.Contains(FormattableString.Invariant($"class {involutions + 1}, degree 3"), Assert.Throws<CertificateException>(() => table.NewLift().Lift(3, values)).Message, StringComparison.Ordinal);
        }
    }

    /// <summary>An integer at one class of elements of order 5 and another at the other: no integer is read off the first.</summary>
    [Fact]
    public void A_value_that_changes_along_its_orbit_is_no_integer()
    {
        var table = TablePieces.Of("A5");
        var fifth = Enumerable.Range(0, table.Algebra.ClassCount).First(c => table.Algebra.Powers.ElementOrder(c) == 5);
        Fires.With(Multiplicities, () => table.NewLift().Lift(1, [.. Enumerable.Range(0, table.Algebra.ClassCount).Select(c => c == fifth ? 0UL : 1)]));
    }

    /// <summary>The second prime, and a root of unity other than the one that is found there: all of them give the same characters.</summary>
    [Theory]
    [InlineData(1, 7UL)]
    [InlineData(2, 1UL)]
    [InlineData(2, 11UL)]
    public void Any_prime_and_any_root_of_unity_serve(int prime, ulong power)
    {
        var first = TablePieces.Of("A5");
        var table = TablePieces.Of("A5", prime == 1 ? 1 << 30 : (long)first.Field.P, power);
        Assert.Equal(prime == 1, table.Field.P == first.Field.P);
        table.Verify(rows => rows);
        Assert.Equal(Values(first), Values(table));

        static IEnumerable<string> Values(TablePieces table) => table.Stored.Select(row => string.Join(' ', row.Ids.Select(id => table.Pool.Value(id)))).Order(StringComparer.Ordinal);
    }

    /// <summary>-1 as the sum of the seventh roots of unity other than 1, in a group without elements of order 7.</summary>
    [Fact]
    public void Values_may_be_written_with_roots_of_unity_that_the_group_does_not_have()
    {
        var table = TablePieces.Of("A5");
        var (involutions, written) = (table.ClassOfOrder(2), table.Pool.Intern([7, 0, 1, 1, 1, 1, 1, 1]));
        Assert.Equal(-1, table.Pool.Value(written));
        table.Verify(rows => [.. rows.Select(row => row.Degree == 3 ? new StoredRow(3, [.. row.Ids.Select((id, c) => c == involutions ? written : id)], null) : row)], isLifted: false);
    }

    /// <summary>-1 + p in the place of -1: right modulo the first prime, so a second one must be asked, and it is not the first once more.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_table_that_is_right_modulo_one_prime_only_is_refused(bool isLifted)
    {
        var table = TablePieces.Of("S3");
        var (threes, wrong) = (table.ClassOfOrder(3), table.Pool.Integer((int)table.Field.P - 1));
        Fires.With("orthogonality of rows", () => table.Verify(rows => [.. rows.Select(row => new StoredRow(2, [.. row.Ids.Select((id, c) => c == threes ? wrong : id)], row.Modular))], isLifted));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(-1, -1)]
    [InlineData(0, 0)]
    [InlineData(2, null)]
    [InlineData(-2, null)]
    public void Indicators_are_1_0_and_minus_1(int mean, int? indicator)
    {
        var table = TablePieces.Of("A5");

        // A class function that is everywhere the same has this mean over all squares.
        var row = new StoredRow(7, [.. Enumerable.Repeat(0, table.Algebra.ClassCount)], [.. Enumerable.Repeat(table.Field.FromInteger(mean), table.Algebra.ClassCount)]);
        if (indicator is { } expected)
        {
            Assert.Equal(expected, FrobeniusSchur.Of(table.Algebra, [row], table.Field, CancellationToken.None)[row]);
        }
        else
        {
            Fires.With("a Frobenius-Schur indicator is 1, 0 or -1", () => FrobeniusSchur.Of(table.Algebra, [row], table.Field, CancellationToken.None));
        }
    }

    /// <summary>What is summed is the value at the square: of the row of degree 3 of A5, and of the quaternions.</summary>
    [Theory]
    [InlineData("A5", new[] { 1, 1, 1, 1 })]
    [InlineData("Q8", new[] { -1 })]
    [InlineData("C7:C3", new[] { 0, 0 })]
    [InlineData("SL(2,3)", new[] { -1, 0, 0, 1 })]
    public void Indicators_of_known_groups(string name, int[] expected)
    {
        var table = TablePieces.Of(name);
        Assert.Equal(expected, table.Stored.Select(row => FrobeniusSchur.Of(table.Algebra, table.Stored, table.Field, CancellationToken.None)[row]).Order());
    }
}
