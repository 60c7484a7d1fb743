using Eqnn.Numbers.LinearAlgebra;
using Xunit;

namespace Eqnn.Numbers.Tests.LinearAlgebra;

public sealed class MatrixTests
{
    private static readonly Matrix<Rational> Example = Matrix<Rational>.FromRows([[1, 2, 3], [4, 5, 6]]);

    [Fact]
    public void Rows_and_columns_are_found()
    {
        Assert.Equal((2, 3), (Example.RowCount, Example.ColumnCount));
        Assert.Equal(6, Example[1, 2]);
        Assert.Equal([4, 5, 6], Example.Row(1));
        Assert.Equal([2, 5], Example.Column(1));
        Assert.Equal("[[1, 2, 3], [4, 5, 6]]", Example.ToString());
        Assert.Equal([14, 32], Example * (Rational[])[1, 2, 3]);
        Assert.Equal("[[14, 32], [32, 77]]", (Example * Example.Transpose()).ToString());
    }

    [Fact]
    public void Wrong_shapes_are_named()
    {
        Assert.Contains("2 x 3", Assert.Throws<ArgumentException>(() => Example * Example).Message, StringComparison.Ordinal);
        Assert.Contains("3 x 2", Assert.Throws<ArgumentException>(() => Example + Example.Transpose()).Message, StringComparison.Ordinal);
        Assert.Contains("5 entries", Assert.Throws<ArgumentException>(() => Example * new Rational[5]).Message, StringComparison.Ordinal);
        Assert.Contains("5 entries", Assert.Throws<ArgumentException>(() => Example.Solve(new Rational[5])).Message, StringComparison.Ordinal);
        Assert.Contains("row 1", Assert.Throws<ArgumentException>(() => Matrix<Rational>.FromRows([[1, 2], [3]])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Example[2, 0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => Example[0, -1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => Example.Row(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Matrix<Rational>.Zero(-1, 2));
        Assert.Throws<InvalidOperationException>(() => Example.Trace);
    }

    [Fact]
    public void Empty_matrices_are_matrices()
    {
        var empty = Matrix<Rational>.FromRows([]);
        Assert.Equal((0, 0, 0), (empty.RowCount, empty.ColumnCount, empty.Rank));
        Assert.Equal(1, empty.Determinant());
        Assert.Equal(empty, empty.Inverse());
        var wide = Matrix<Rational>.Zero(0, 3);
        Assert.Equal(3, wide.NullSpace().Count);
        Assert.Equal([0, 0, 0], wide.Solve([])!);
        Assert.Equal(Matrix<Rational>.Zero(3, 3), wide.Transpose() * wide);
        Assert.NotEqual(empty, wide);
    }

    [Fact]
    public void Null_spaces_are_reduced() =>
        Assert.Equal([[1, -2, 1]], Example.NullSpace());

    [Fact]
    public void Results_cannot_be_written_to()
    {
        Assert.False((object)Example.Row(0) is IList<Rational>);
        var rows = new[] { new Rational[] { 1, 2 } };
        var matrix = Matrix<Rational>.FromRows(rows);
        rows[0][0] = 7;
        Assert.Equal(1, matrix[0, 0]);
    }

    [Fact]
    public void The_Fourier_matrix_is_inverted_by_its_conjugate()
    {
        const int N = 12;
        var fourier = Matrix<Cyclotomic>.FromFunction(N, N, (i, j) => Cyclotomic.E(N, i * j));
        Assert.Equal(fourier.Map(x => x.Conjugate() / N), fourier.Inverse());
        Assert.Equal(N, fourier.Rank);
    }
}
