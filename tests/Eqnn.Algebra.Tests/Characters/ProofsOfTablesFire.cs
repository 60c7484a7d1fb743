using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Characters.Modular;
using Eqnn.Algebra.Characters.Partitions;
using Eqnn.Algebra.Characters.Proofs;
using Eqnn.Algebra.Characters.Rows;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Modular;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.Algebra.Tests.Characters;

/// <summary>The checks behind every character table are fed false tables, one mistake each, and refuse them.</summary>
public sealed class ProofsOfTablesFire
{
    /// <summary>Irrational values (√5), so that conjugation under the Galois group says something.</summary>
    private const string Name = "A5";

    [Fact]
    public void The_right_rows_pass() => TablePieces.Of(Name).Verify(rows => rows);

    [Fact]
    public void A_false_degree_is_refused() =>
        Fires.With("the degree is the value at the identity", () => TablePieces.Of(Name).Verify(rows => [new StoredRow(rows[0].Degree + 1, rows[0].Ids, rows[0].Modular), .. rows.Skip(1)]));

    [Fact]
    public void A_missing_row_is_refused() => Fires.With("sum of the squares of the degrees", () => TablePieces.Of(Name).Verify(rows => [.. rows.Skip(1)]));

    /// <summary>Squares that add up to the order with a wrong number of rows: 60 = 1 + 7² + 3² + 1² would be one, here by a row of degree 0.</summary>
    [Fact]
    public void A_row_too_many_is_refused()
    {
        var table = TablePieces.Of(Name);
        var zero = table.Pool.Integer(0);
        Fires.With("sum of the squares of the degrees", () => table.Verify(rows => [.. rows, new StoredRow(0, [.. Enumerable.Repeat(zero, table.Algebra.ClassCount)], new ulong[table.Algebra.ClassCount])]));
    }

    [Fact]
    public void A_row_twice_is_refused() =>
        Fires.With("different irreducible characters are different", () => TablePieces.Of(Name).Verify(rows => [.. rows.Select(row => row.Degree == 3 ? rows.First(other => other.Degree == 3) : row)]));

    /// <summary>The two classes of elements of order 5 exchanged in one row of degree 3, and left in the other: the values at powers are no longer the conjugate ones, or the rows are equal.</summary>
    [Fact]
    public void A_value_that_is_not_conjugate_at_the_power_is_refused()
    {
        var table = TablePieces.Of(Name);
        Fires.With("Galois conjugate values at powers", () => table.Verify(rows => [.. rows.Select(row => row.Degree == 3 ? With(row, 4, row.Ids[3]) : row)]));
    }

    /// <summary>One of two conjugate rows replaced by an integral one of the same degree.</summary>
    [Fact]
    public void A_set_of_rows_that_is_not_closed_is_refused()
    {
        var table = TablePieces.Of(Name);
        var (one, zero) = (table.Pool.Integer(1), table.Pool.Integer(0));
        Fires.With("closed under Galois conjugation", () => table.Verify(rows =>
        {
            var last = rows.Last(row => row.Degree == 3);
            return [.. rows.Select(row => ReferenceEquals(row, last) ? new StoredRow(3, [row.Ids[0], one, zero, one, one], null) : row)];
        }));
    }

    [Fact]
    public void Values_that_are_not_those_of_the_computation_are_refused() =>
        Fires.With("the lifted values reduce to the values modulo p", () => TablePieces.Of(Name).Verify(rows => [.. rows.Select(row => new StoredRow(row.Degree, row.Ids, [.. row.Modular!.Select((value, c) => c == 2 ? value + 1 : value)]))]));

    /// <summary>An integral value changed alone: closed under conjugation, and not orthogonal.</summary>
    [Fact]
    public void Rows_that_are_not_orthogonal_are_refused()
    {
        var table = TablePieces.Of(Name);
        Fires.With("orthogonality of rows", () => table.Verify(rows => [.. rows.Select(row => row.Degree == 4 ? Unlifted(With(row, 2, table.Pool.Integer(2))) : row)], isLifted: false));
    }

    /// <summary>In C2 x A4 a row of degree 3 orthogonal to the others of degree 3 in a group with one more of them; here all of degree above 1 stay orthonormal to each other, and one linear character is not orthogonal to them.</summary>
    [Fact]
    public void Rows_that_are_not_orthogonal_to_linear_characters_are_refused()
    {
        // The only row of degree above 1 of S3 is (2, 0, -1); (2, √3·0.., ) of norm 6: 4 + 3 a² + 2 b² = 6 has the integral solution a = 0, b = ±1.
        var table = TablePieces.Of("S3");
        var three = Enumerable.Range(0, 3).Single(c => table.Algebra.Sizes[c] == 2);
        Fires.With("orthogonality to linear characters", () => table.Verify(rows => [Unlifted(With(rows[0], three, table.Pool.Integer(1)))], isLifted: false));
    }

    [Fact]
    public void Contradicting_indicators_and_conjugates_are_refused()
    {
        // Row 2 has indicator 0 and is its own conjugate; then row 1 has indicator 1 and another conjugate.
        Fires.With("an irreducible character has indicator 0 exactly if it is not real", () => Rows([1, 0], [0, 1]));
        Fires.With("an irreducible character has indicator 0 exactly if it is not real", () => Rows([1, 1], [1, 0]));
        Assert.Equal([1, 0, 0], Rows([1, 0, 0], [0, 2, 1]).Indicators);
        Assert.Contains("row 2 of 2", Assert.Throws<CertificateException>(() => Rows([1, 0], [0, 1])).Message, StringComparison.Ordinal);

        static CharacterRows Rows(int[] indicators, int[] conjugates) => new(null!, null!, new CharacterRow[indicators.Length], indicators, conjugates, false, "made up");
    }

    [Fact]
    public void An_indicator_other_than_1_0_minus_1_is_refused()
    {
        var table = TablePieces.Of(Name);
        var seven = table.Pool.Integer(7);
        var row = new StoredRow(7, [.. Enumerable.Repeat(seven, table.Algebra.ClassCount)], [.. Enumerable.Repeat(7UL, table.Algebra.ClassCount)]);
        Fires.With("a Frobenius-Schur indicator is 1, 0 or -1", () => FrobeniusSchur.Of(table.Algebra, [row], table.Field, CancellationToken.None));
    }

    [Fact]
    public void Split_classes_with_unequally_many_square_roots_are_refused()
    {
        var group = FiniteGroup.Parse("A5");
        var right = SymmetricCharacterSearch.Of(group, null, CancellationToken.None);
        var (first, _) = right.Rows.OfType<SplitRow>().First().Classes;

        // Every element is said to have its square in the first of the two split classes.
        var powers = ClassPowers.Of(group.ConjugacyClasses.Count, c => c == 0 ? [0] : [0, c, .. Enumerable.Repeat(first, (int)group.ConjugacyClasses[c].ElementOrder - 2)]);
        Fires.With("the two classes of a cycle type have equally many square roots", () => FrobeniusSchur.Of(group, right, powers, CancellationToken.None));
    }

    [Fact]
    public void Multiplicities_beyond_the_degree_are_refused()
    {
        var table = TablePieces.Of(Name);
        var row = table.Stored.First(stored => stored.Degree == 3);
        foreach (var degree in new[] { row.Degree - 1, row.Degree + 1 })
        {
            Fires.With("eigenvalue multiplicities between 0 and the degree", () => new CharacterLift(table.Algebra, table.Field, table.Root, table.Pool).Lift(degree, row.Modular!));
        }

        // A value that no sum of roots of unity has there.
        Fires.With("eigenvalue multiplicities between 0 and the degree", () => new CharacterLift(table.Algebra, table.Field, table.Root, table.Pool).Lift(row.Degree, [.. row.Modular!.Select((value, c) => c == 3 ? value + 1 : value)]));
    }

    /// <summary>An algebra whose class sums multiply to 0 splits nothing, whatever prime is tried.</summary>
    [Fact]
    public void Class_matrices_that_separate_nothing_are_refused()
    {
        var table = TablePieces.Of(Name);
        Fires.With("class matrices separate the irreducible characters", () => DixonSchneider.Characters(new FalseAlgebra(table.Algebra) { HasNoProducts = true }, table.Linear, new ValuePool(table.Pool.RootOrder), null, CancellationToken.None));
    }

    [Fact]
    public void A_degree_whose_square_is_none_is_refused()
    {
        var table = TablePieces.Of(Name);
        var algebra = new FalseAlgebra(table.Algebra) { Order = 120 };
        List<ulong[]> known = [.. table.ModularLinear, .. table.Stored.SkipLast(1).Select(row => row.Modular!)];
        Assert.Single(ModularSplitting.Split(table.Algebra, table.Field, known, null, null, CancellationToken.None)!);
        Fires.With("the square of the degree of an irreducible character", () => ModularSplitting.Split(algebra, table.Field, known, null, null, CancellationToken.None));
    }

    [Fact]
    public void A_value_beyond_the_bound_of_its_column_is_refused()
    {
        foreach (var value in new long[] { 101, -101, 1L << 40 })
        {
            Fires.With("|χ(g)|² is at most the order of the centraliser", () => new ColumnBlock<sbyte>(3, 100).Write(0, [1, value, 2]));
        }

        new ColumnBlock<sbyte>(3, 100).Write(0, [100, -100, 0]);
    }

    [Fact]
    public void A_homomorphism_that_does_not_extend_is_refused()
    {
        var group = FiniteGroup.Parse("C4");

        // The second generator is of order 2 modulo the first, and its square is said to be the first: then a value i there needs exponent 8, not 2.
        Fires.With("a homomorphism extends to a cyclic extension", () => AbelianQuotient.Homomorphisms([[0, 1]], [2, 2], [0, 1], 2, group));
    }

    [Fact]
    public void A_chief_factor_that_is_no_power_of_a_simple_group_is_refused()
    {
        var lattice = NormalSubgroupLattice.Of(FiniteGroup.Parse("S4"));
        foreach (var order in new[] { 6, 30, 100 })
        {
            Fires.With("a chief factor is a power of a simple group", () => ChiefSeries.FactorOf(lattice.Trivial, new NormalSubgroup(lattice, 1, order, lattice.Whole.Marks, lattice.Whole.ToGroup())));
        }
    }

    [Fact]
    public void A_restriction_that_is_no_character_is_refused()
    {
        var (s3, c2) = (CharacterTable.Of(FiniteGroup.Parse("S3")), CharacterTable.Of(FiniteGroup.Parse("C2")));

        // The involution is sent to the class of the 3-cycles: there the character of degree 2 is -1, and (2 - 1)/2 is no multiplicity.
        var three = s3.Classes.Single(c => c.ElementOrder == 3).Position;
        Fires.With("a restriction is a character", () => new ClassFusion(c2, s3, [0, three]).Multiplicity(2, 0));
    }

    private static StoredRow With(StoredRow row, int c, int id) => new(row.Degree, [.. row.Ids.Select((old, at) => at == c ? id : old)], row.Modular);

    private static StoredRow Unlifted(StoredRow row) => new(row.Degree, row.Ids, null);

    /// <summary>An algebra that lies in one point.</summary>
    private sealed class FalseAlgebra(IClassAlgebra right) : IClassAlgebra
    {
        public bool HasNoProducts { get; init; }

        public long Order { get; init; } = right.Order;

        public int ClassCount => right.ClassCount;

        public long Exponent => right.Exponent;

        public IReadOnlyList<long> Sizes => right.Sizes;

        public ClassPowers Powers => right.Powers;

        public IReadOnlyList<long[]> NaturalCharacters => [];

        public IEnumerable<ulong[]> InducedFromCentralizers(PrimeField field, ulong root, CancellationToken cancellationToken) => [];

        public int ProductWithCentral(int central, int c) => right.ProductWithCentral(central, c);

        public void AddStructureRow(int j, int i, Span<long> counts, CancellationToken cancellationToken)
        {
            if (!HasNoProducts)
            {
                right.AddStructureRow(j, i, counts, cancellationToken);
            }
        }
    }
}
