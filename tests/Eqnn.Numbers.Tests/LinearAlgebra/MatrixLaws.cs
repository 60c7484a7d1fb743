using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Testing;
using FsCheck.Xunit;
using Xunit;

namespace Eqnn.Numbers.Tests.LinearAlgebra;

/// <summary>What linear algebra over a field must satisfy, on matrices of known rank.</summary>
public abstract class MatrixLaws<T>
    where T : IField<T>
{
    [Law]
    public void The_rank_is_the_prescribed_one(RankedMatrix<T> a)
    {
        Assert.Equal(a.Rank, a.Value.Rank);
        Assert.Equal(a.Rank, a.Value.Transpose().Rank);
    }

    [Law]
    public void Rank_and_nullity_sum_to_the_columns(RankedMatrix<T> a)
    {
        var kernel = a.Value.NullSpace();
        Assert.Equal(a.Columns, a.Rank + kernel.Count);
        Assert.All(kernel, v => Assert.All(a.Value * v, x => Assert.True(x.IsZero)));
        if (kernel.Count > 0)
        {
            Assert.Equal(kernel.Count, Matrix<T>.FromRows(kernel).Rank);
        }
    }

    [Law]
    public void The_reduced_form_is_reduced_and_idempotent_and_has_the_same_rows(RankedMatrix<T> a)
    {
        var reduced = a.Value.ReducedRowEchelonForm();
        Assert.Equal(reduced, reduced.ReducedRowEchelonForm());
        var last = -1;
        for (var i = 0; i < a.Rows; i++)
        {
            var lead = Enumerable.Range(0, a.Columns).FirstOrDefault(j => !reduced[i, j].IsZero, -1);
            Assert.Equal(i < a.Rank, lead >= 0);
            if (lead >= 0)
            {
                Assert.True(lead > last);
                last = lead;
                Assert.All(Enumerable.Range(0, a.Rows), k => Assert.Equal(k == i ? T.One : T.Zero, reduced[k, lead]));
            }
        }

        if (a.Rows > 0)
        {
            Assert.Equal(a.Rank, Matrix<T>.FromRows(a.Value.Rows().Concat(reduced.Rows())).Rank);
        }
    }

    [Law]
    public void A_solvable_system_is_solved(RankedMatrix<T> a)
    {
        var x = Enumerable.Range(0, a.Columns).Select(j => j % 2 == 0 ? T.One : -T.One).ToArray();
        var b = a.Value * x;
        var solution = a.Value.Solve(b);
        Assert.NotNull(solution);
        Assert.Equal(b, a.Value * solution);
    }

    [Law]
    public void An_unsolvable_system_is_refused_by_a_vector_outside_the_column_space(RankedMatrix<T> a)
    {
        for (var i = 0; i < a.Rows; i++)
        {
            var unit = ColumnVector<T>.Unit(a.Rows, i);
            var extended = Matrix<T>.FromColumns(a.Value.Columns().Append(unit));
            Assert.Equal(extended.Rank == a.Rank, a.Value.Solve(unit) is not null);
        }
    }

    [Law]
    public void A_regular_matrix_has_an_inverse_and_a_singular_one_has_not(RankedMatrix<T> a)
    {
        if (a.Rows != a.Columns)
        {
            Assert.Throws<InvalidOperationException>(() => a.Value.Inverse());
            Assert.Throws<InvalidOperationException>(() => a.Value.Determinant());
            return;
        }

        Assert.Equal(a.Rank == a.Rows, !a.Value.Determinant().IsZero);
        if (a.Rank == a.Rows)
        {
            Assert.Equal(Matrix<T>.Identity(a.Rows), a.Value * a.Value.Inverse());
            Assert.Equal(Matrix<T>.Identity(a.Rows), a.Value.Inverse() * a.Value);
        }
        else
        {
            Assert.Throws<InvalidOperationException>(() => a.Value.Inverse());
        }
    }

    [Law]
    public void The_determinant_is_the_sum_over_permutations(RankedMatrix<T> a)
    {
        if (a.Rows == a.Columns)
        {
            Assert.Equal(Leibniz(a.Value), a.Value.Determinant());
            Assert.Equal(a.Value.Determinant() * a.Value.Determinant(), (a.Value * a.Value.Transpose()).Determinant());
        }
    }

    [Law]
    public void Multiplication_is_composition(RankedMatrix<T> a)
    {
        var b = a.Value.Transpose();
        var v = Enumerable.Range(0, a.Rows).Select(j => j % 3 == 0 ? T.One : -T.One - T.One).ToArray();
        Assert.Equal(a.Value * (b * v), (a.Value * b) * v);
        Assert.Equal(a.Value * b, (a.Value * b).Transpose());
        Assert.Equal(a.Value, Matrix<T>.Identity(a.Rows) * a.Value);
        Assert.Equal(a.Value * (b + b), (a.Value * b) + (a.Value * b));
        Assert.True((a.Value - a.Value).IsZero);
        Assert.Equal(-a.Value, -T.One * a.Value);
        Assert.Equal((a.Value * b).Trace, (b * a.Value).Trace);
    }

    [Law]
    public void Equality_is_by_value(RankedMatrix<T> a)
    {
        var again = Matrix<T>.FromFunction(a.Rows, a.Columns, (i, j) => a.Value[i, j]);
        Assert.True(a.Value == again && a.Value.GetHashCode() == again.GetHashCode());
        if (a.Rows > 0)
        {
            Assert.True(a.Value != a.Value.Map(x => x + T.One));
        }
    }

    private static T Leibniz(Matrix<T> matrix) => Expand(matrix, 0, Enumerable.Range(0, matrix.RowCount).ToArray());

    // Expansion along the first row: the obvious way.
    private static T Expand(Matrix<T> matrix, int row, int[] columns)
    {
        var sum = T.Zero;
        if (columns.Length == 0)
        {
            return T.One;
        }

        for (var j = 0; j < columns.Length; j++)
        {
            var minor = matrix[row, columns[j]] * Expand(matrix, row + 1, [.. columns.Where((_, k) => k != j)]);
            sum = j % 2 == 0 ? sum + minor : sum - minor;
        }

        return sum;
    }
}

[Properties(Arbitrary = [typeof(Samples)])]
public sealed class RationalMatrixLaws : MatrixLaws<Rational>;

[Properties(Arbitrary = [typeof(Samples)], MaxTest = 50)]
public sealed class CyclotomicMatrixLaws : MatrixLaws<Cyclotomic>;

[Properties(Arbitrary = [typeof(Samples)], MaxTest = 50)]
public sealed class RealMatrixLaws : MatrixLaws<RealCyclotomic>;
