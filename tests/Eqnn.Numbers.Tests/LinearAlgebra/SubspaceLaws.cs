using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Testing;
using FsCheck.Xunit;
using Xunit;

namespace Eqnn.Numbers.Tests.LinearAlgebra;

/// <summary>What subspaces of <c>T^n</c> must satisfy, on spans and kernels of matrices of known rank.</summary>
public abstract class SubspaceLaws<T>
    where T : IField<T>
{
    [Law]
    public void Span_and_kernel_have_complementary_dimensions(RankedMatrix<T> a)
    {
        var (rows, kernel) = (Subspace<T>.Span(a.Columns, a.Value.Rows()), Subspace<T>.KernelOf(a.Value));
        Assert.Equal(a.Rank, rows.Dimension);
        Assert.Equal(a.Columns - a.Rank, kernel.Dimension);
        Assert.Equal(kernel, rows.Annihilator());
        Assert.Equal(rows, kernel.Annihilator());
    }

    [Law]
    public void The_basis_is_reduced_from_the_right_and_depends_on_the_subspace_alone(RankedMatrix<T> a)
    {
        var kernel = Subspace<T>.KernelOf(a.Value);
        Assert.Equal(kernel.Basis, Subspace<T>.Span(a.Columns, kernel.Basis.Reverse()).Basis);
        Assert.Equal(kernel.Positions.Order(), kernel.Positions);
        for (var i = 0; i < kernel.Dimension; i++)
        {
            Assert.All(kernel.Basis[i].Skip(kernel.Positions[i] + 1), x => Assert.True(x.IsZero));
            Assert.All(Enumerable.Range(0, kernel.Dimension), k => Assert.Equal(k == i ? T.One : T.Zero, kernel.Basis[k][kernel.Positions[i]]));
        }
    }

    [Law]
    public void Coordinates_are_those_of_the_basis_and_nothing_outside_has_any(RankedMatrix<T> a)
    {
        var kernel = Subspace<T>.KernelOf(a.Value);
        ColumnVector<T> wanted = [.. Enumerable.Range(0, kernel.Dimension).Select(k => k % 3 == 0 ? T.One + T.One : -T.One)];
        var vector = ColumnVector.Combination(a.Columns, wanted, kernel.Basis);
        Assert.Equal(wanted, kernel.TryCoordinates(vector));
        Assert.True((a.Value * vector).IsZero);
        foreach (var i in Enumerable.Range(0, a.Columns).Where(i => !(a.Value * ColumnVector<T>.Unit(a.Columns, i)).IsZero))
        {
            Assert.Null(kernel.TryCoordinates(vector + ColumnVector<T>.Unit(a.Columns, i)));
        }
    }

    [Law]
    public void Sum_and_intersection_share_the_dimensions(RankedMatrix<T> a)
    {
        // Two subspaces of one space: the rows and the kernel, and the rows and their first half.
        var (rows, kernel) = (Subspace<T>.Span(a.Columns, a.Value.Rows()), Subspace<T>.KernelOf(a.Value));
        var half = Subspace<T>.Span(a.Columns, a.Value.Rows().Take(a.Rows / 2));
        foreach (var other in new[] { kernel, half, Subspace<T>.Zero(a.Columns), Subspace<T>.Whole(a.Columns) })
        {
            Assert.Equal(rows.Dimension + other.Dimension, (rows + other).Dimension + rows.Intersect(other).Dimension);
            Assert.True((rows + other).Contains(rows) && (rows + other).Contains(other));
            Assert.True(rows.Contains(rows.Intersect(other)) && other.Contains(rows.Intersect(other)));
        }

        Assert.True(rows.Contains(half));
        Assert.Equal(Subspace<T>.Whole(a.Columns), rows + rows.UnitComplement());
        Assert.Equal(0, rows.Intersect(rows.UnitComplement()).Dimension);
    }

    [Law]
    public void The_image_of_everything_is_the_span_of_the_columns(RankedMatrix<T> a)
    {
        Assert.Equal(Subspace<T>.Span(a.Rows, a.Value.Columns()), Subspace<T>.Whole(a.Columns).ImageUnder(a.Value));
        Assert.Equal(Subspace<T>.Zero(a.Rows), Subspace<T>.KernelOf(a.Value).ImageUnder(a.Value));
    }

    [Fact]
    public void Fixed_vectors_of_a_cyclic_permutation_are_the_constant_ones()
    {
        var turn = Matrix<T>.FromFunction(4, 4, (i, j) => i == (j + 1) % 4 ? T.One : T.Zero);
        Assert.Equal(Subspace<T>.Span(4, [ColumnVector.Of(Enumerable.Repeat(T.One, 4))]), Subspace<T>.FixedBy(4, [turn]));
        Assert.Equal(2, Subspace<T>.FixedBy(4, [turn * turn]).Dimension);
        Assert.Equal(Subspace<T>.Whole(4), Subspace<T>.FixedBy(4, []));
        Assert.Equal(Subspace<T>.Whole(0), Subspace<T>.Span(0, [[]]));
    }

    [Fact]
    public void Lengths_are_checked()
    {
        Assert.Throws<ArgumentException>(() => Subspace<T>.Span(2, [[T.One]]));
        Assert.Throws<ArgumentException>(() => Subspace<T>.Whole(2).Contains([T.One]));
        Assert.Throws<ArgumentException>(() => Subspace<T>.Whole(2) + Subspace<T>.Whole(3));
        Assert.Throws<ArgumentException>(() => ColumnVector<T>.Zero(2) + ColumnVector<T>.Zero(3));
        Assert.Throws<ArgumentException>(() => ColumnVector<T>.Zero(2).Dot([T.One]));
    }
}

[Properties(Arbitrary = [typeof(Samples)])]
public sealed class RationalSubspaceLaws : SubspaceLaws<Rational>;

[Properties(Arbitrary = [typeof(Samples)])]
public sealed class CyclotomicSubspaceLaws : SubspaceLaws<Cyclotomic>;

public sealed class ColumnVectorTests
{
    [Fact]
    public void A_vector_is_a_value()
    {
        ColumnVector<Rational> v = [1, Rational.Of(-1, 2), 0];
        Assert.Equal("(1, -1/2, 0)", v.ToString());
        Assert.True(v == ColumnVector.Of(new[] { Rational.One, Rational.Of(-1, 2), Rational.Zero }));
        Assert.Equal(v.GetHashCode(), ColumnVector.Of(v.ToArray()).GetHashCode());
        Assert.False(v.Equals([1, Rational.Of(-1, 2)]));
        Assert.Same(v, ColumnVector.Of(v));
        Assert.Equal(v + v, (Rational)2 * v);
        Assert.True((v - v).IsZero);
        Assert.Equal(Rational.Of(5, 4), v.Dot(v));
        Assert.Equal(v, ColumnVector.Combination(3, [1, Rational.Of(-1, 2)], [ColumnVector<Rational>.Unit(3, 0), ColumnVector<Rational>.Unit(3, 1)]));
        Assert.Throws<ArgumentException>(() => ColumnVector.Combination(3, [Rational.One], new[] { v, v }));
        Assert.Throws<ArgumentOutOfRangeException>(() => ColumnVector<Rational>.Unit(3, 3));
    }

    [Fact]
    public void The_entries_cannot_be_written_through_the_list_they_came_from()
    {
        var entries = new[] { Rational.One };
        var v = ColumnVector.Of(entries);
        entries[0] = Rational.Zero;
        Assert.Equal(Rational.One, v[0]);
    }
}
