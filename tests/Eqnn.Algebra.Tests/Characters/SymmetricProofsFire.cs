using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Characters.Partitions;
using Eqnn.Algebra.Characters.Proofs;
using Eqnn.Algebra.Characters.Rows;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.Algebra.Tests.Characters;

/// <summary>Each single check of the proofs for S_n and A_n is fed a table that is wrong in that point.</summary>
public sealed class SymmetricProofsFire
{
    private static readonly FiniteGroup A9 = FiniteGroup.Parse("A9");

    /// <summary>For tests that leave the table alone: values have their numbers in it.</summary>
    private static readonly SymmetricCharacters Shared = SymmetricCharacterSearch.Of(A9, null, CancellationToken.None);

    private static SymmetricCharacters Right => SymmetricCharacterSearch.Of(A9, null, CancellationToken.None);

    [Fact]
    public void A_missing_row_is_refused() => Fires.With("as many characters as classes", () => Verify(Right, rows => [.. rows.Skip(1)]));

    [Fact]
    public void Two_partitions_with_one_pair_of_classes_are_refused() =>
        Fires.With("different self-conjugate partitions have different diagonal hooks", () => Verify(Right, rows =>
        {
            var halves = rows.OfType<SplitRow>().ToList();
            var other = halves.First(half => half.Whole.Place != halves[0].Whole.Place);
            return [.. rows.Select(row => row is SplitRow half && half.Whole.Place == halves[0].Whole.Place ? Half(half, other.Classes) : row)];
        }));

    [Fact]
    public void A_character_that_is_not_the_sign_times_that_of_the_conjugate_partition_is_refused()
    {
        var right = Right;
        SymmetricTables.Corrupt(right.Table, 3, 4, 1);
        Fires.With("the character of the conjugate partition is the sign times the character", () => Verify(right, rows => rows));
    }

    /// <summary>Both halves are said to differ on two classes that are no halves of one.</summary>
    [Fact]
    public void Split_classes_of_another_size_are_refused()
    {
        var classes = Enumerable.Range(0, A9.ConjugacyClasses.Count).Where(c => Right.Rows.OfType<SplitRow>().All(half => half.Classes.First != c && half.Classes.Second != c)).Take(2).ToList();
        Fires.With("a split class has n!/(2P) elements", () => Verify(Right, rows =>
        {
            var first = rows.OfType<SplitRow>().First();
            return [.. rows.Select(row => row is SplitRow half && half.Whole.Place == first.Whole.Place ? Half(half, (classes[0], classes[1])) : row)];
        }));
    }

    /// <summary>An entry of a self-conjugate partition at an even class, which the twist by the sign does not see.</summary>
    [Fact]
    public void Odd_values_of_a_self_conjugate_partition_are_refused()
    {
        var right = Right;
        var half = right.Rows.OfType<SplitRow>().First();
        var even = Enumerable.Range(1, A9.ConjugacyClasses.Count - 1).First(c => right.Rows.OfType<SplitRow>().All(other => other.Classes.First != c && other.Classes.Second != c));
        SymmetricTables.Corrupt(right.Table, half.Whole.Place, right.TypeOfClass[even], 1);
        Fires.With("values of a self-conjugate partition are even", () => Verify(right, rows => rows));
    }

    [Fact]
    public void A_value_at_a_split_class_other_than_1_and_minus_1_is_refused()
    {
        var right = Right;
        var half = right.Rows.OfType<SplitRow>().First();
        SymmetricTables.Corrupt(right.Table, half.Whole.Place, right.TypeOfClass[half.Classes.First], half.Whole.Integer(half.Classes.First) * 2);
        Fires.With("the value at a split class is 1 or -1", () => Verify(right, rows => rows));
    }

    [Fact]
    public void Wrong_irrational_values_are_refused()
    {
        foreach (var change in new Func<Cyclotomic, Cyclotomic, (Cyclotomic, Cyclotomic)>[] { (v, w) => (v, v), (v, w) => (-v, -w), (v, w) => (v + 1, w - 1) })
        {
            Fires.With("the irrational values are (ε ± √(εP))/2", () => Verify(Shared, rows => WithValues(rows, change)));
        }
    }

    /// <summary>v and w exchanged for the second half only: sums and differences are right, and both halves are equal. Seen by the powers, where the values are not rational.</summary>
    [Fact]
    public void Values_in_another_field_or_at_the_wrong_powers_are_refused()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var root in new[] { Cyclotomic.E(3), Cyclotomic.E(4), Cyclotomic.E(7), -Cyclotomic.One })
        {
            try
            {
                // (ε + r)/2 and (ε - r)/2 with |r|² = P: the right sum and difference, r another number of that size.
                Verify(Shared, rows => WithValues(rows, (v, w) => ((v + w + ((v - w) * root)) / 2, (v + w - ((v - w) * root)) / 2)));
            }
            catch (CertificateException refusal)
            {
                names.Add(refusal.Check);
            }
        }

        Assert.Contains("the irrational values lie in the field of the eigenvalues", names);
    }

    [Fact]
    public void A_wrong_trivial_group_and_a_negative_degree_are_refused()
    {
        var tables = MurnaghanNakayama.Of(6, null, CancellationToken.None);
        SymmetricTables.Corrupt(tables.Table(0), 0, 0, 1);
        Fires.With("the character of the trivial group is 1", () => PowerSumCheck.Verify(tables, null, CancellationToken.None));

        // All signs of S_1 turned: every relation of adjoints between sizes 0 and 1 would have to turn with them.
        var negative = MurnaghanNakayama.Of(6, null, CancellationToken.None);
        SymmetricTables.Corrupt(negative.Table(0), 0, 0, -2);
        Fires.With("the character of the trivial group is 1", () => PowerSumCheck.Verify(negative, null, CancellationToken.None));
    }

    private static void Verify(SymmetricCharacters right, Func<IReadOnlyList<CharacterRow>, IReadOnlyList<CharacterRow>> change) =>
        CliffordCheck.Verify(A9, new SymmetricCharacters(right.Table, right.TypeOfClass, right.Values, change(right.Rows)), CancellationToken.None);

    private static SplitRow Half(SplitRow half, (int First, int Second) classes) => new(half.Whole, classes.First, classes.Second, half.Id(half.Classes.First), half.Id(half.Classes.Second), half.Half);

    private static IReadOnlyList<CharacterRow> WithValues(IReadOnlyList<CharacterRow> rows, Func<Cyclotomic, Cyclotomic, (Cyclotomic, Cyclotomic)> change)
    {
        var values = Shared.Values;
        return [.. rows.Select(row =>
        {
            if (row is not SplitRow half)
            {
                return row;
            }

            var (x, y) = change(values.Value(half.Id(half.Classes.First)), values.Value(half.Id(half.Classes.Second)));
            return new SplitRow(half.Whole, half.Classes.First, half.Classes.Second, values.IdOf(x), values.IdOf(y), half.Half);
        })];
    }

    /// <summary>(ε ± ζ√(εP))/2 with a third root of unity ζ: the right sum, the right distance, the right field, and the wrong conjugates.</summary>
    [Fact]
    public void Values_that_powers_do_not_permute_are_refused() =>
        Fires.With("Galois conjugate values at powers", () => Verify(Shared, rows => WithValues(rows, (v, w) => ((v + w + ((v - w) * Cyclotomic.E(3))) / 2, (v + w - ((v - w) * Cyclotomic.E(3))) / 2))));

    /// <summary>The right class beside one of another size.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void One_split_class_of_another_size_is_refused(bool isFirst)
    {
        var other = Enumerable.Range(0, A9.ConjugacyClasses.Count).First(c => Shared.Rows.OfType<SplitRow>().All(half => half.Classes.First != c && half.Classes.Second != c));
        var place = Shared.Rows.OfType<SplitRow>().First().Whole.Place;
        Fires.With("a split class has n!/(2P) elements", () => Verify(Shared, rows =>
            [.. rows.Select(row => row is SplitRow half && half.Whole.Place == place ? Half(half, isFirst ? (other, half.Classes.Second) : (half.Classes.First, other)) : row)]));
    }
}
