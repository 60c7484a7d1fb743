using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Records.LinearAlgebra;
using Eqnn.Testing;
using FsCheck.Xunit;
using Xunit;

namespace Eqnn.Records.Tests.LinearAlgebra;

/// <summary>What is written is read back: numbers, vectors, matrices.</summary>
[Properties(Arbitrary = [typeof(Samples)])]
public sealed class NumberRecordLaws
{
    [Law]
    public void Numbers_come_back(Rational a, RealCyclotomic b, Cyclotomic c)
    {
        Assert.Equal(a, NumberRecord.Read<Rational>(NumberRecord.Of(a)));
        Assert.Equal(b, NumberRecord.Read<RealCyclotomic>(NumberRecord.Of(b)));
        Assert.Equal(c, NumberRecord.Read<Cyclotomic>(NumberRecord.Of(c)));

        // A larger field reads what a smaller one writes.
        Assert.Equal((Cyclotomic)a, NumberRecord.Read<Cyclotomic>(NumberRecord.Of(a)));
    }

    [Law]
    public void Vectors_come_back(Cyclotomic[] entries)
    {
        var vector = ColumnVector.Of(entries ?? []);
        Assert.Equal(vector, NumberRecord.ReadVector<Cyclotomic>(NumberRecord.Of(vector)));
    }

    [Law]
    public void Matrices_come_back(RankedMatrix<Rational> a, RankedMatrix<RealCyclotomic> b, RankedMatrix<Cyclotomic> c)
    {
        Returns(a.Value);
        Returns(b.Value);
        Returns(c.Value);
    }

    [Theory]
    [InlineData("\"1/2\"", "1/2")]
    [InlineData("3", "3")]
    [InlineData("-0.25", "-1/4")]
    [InlineData(" \"2/4\" ", "1/2")]
    public void Numbers_are_read_as_they_are_written(string json, string value) => Assert.Equal(Rational.Parse(value), NumberRecord.Read<Rational>(json));

    [Theory]
    [InlineData("\"E(8)\"", "number")]
    [InlineData("\"1/0\"", "number")]
    [InlineData("null", "a number is expected")]
    [InlineData("[1]", "a number is expected")]
    [InlineData("", "JSON")]
    public void What_is_no_such_number_is_refused(string json, string problem) =>
        Assert.Contains(problem, Assert.Throws<AlgebraFormatException>(() => NumberRecord.Read<Rational>(json)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("[[1, 2], [3]]", "line 1, character 10: field [1]: the rows of a matrix have one length")]
    [InlineData("[[1, 2],\n [3, \"x\"]]", "field [1][1]")]
    [InlineData("[]", "at least one row")]
    [InlineData("[[]]", "at least one number")]
    [InlineData("{}", "a list")]
    public void What_is_no_matrix_is_refused_with_its_place(string json, string problem)
    {
        var message = Assert.Throws<AlgebraFormatException>(() => NumberRecord.ReadMatrix<Cyclotomic>(json)).Message;
        Assert.Contains(problem.Replace("line 1, ", "", StringComparison.Ordinal), message, StringComparison.Ordinal);
    }

    private static void Returns<T>(Matrix<T> matrix)
        where T : IField<T>, IParsable<T>
    {
        if (matrix.RowCount > 0 && matrix.ColumnCount > 0)
        {
            Assert.Equal(matrix, NumberRecord.ReadMatrix<T>(NumberRecord.Of(matrix)));
        }
    }
}
