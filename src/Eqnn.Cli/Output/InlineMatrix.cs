using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.Cli.Output;

/// <summary>A small matrix inside a text. Its string is one line, rows separated by semicolons, <c>[1, 0; 0, 1]</c>, the numbers in the notation of the format; LaTeX lays its rows out itself.</summary>
internal sealed class InlineMatrix(Matrix<Cyclotomic> matrix) : IFormattable
{
    /// <summary>The rows.</summary>
    public IReadOnlyList<IReadOnlyList<Cyclotomic>> Rows { get; } = [.. Enumerable.Range(0, matrix.RowCount).Select(row => (IReadOnlyList<Cyclotomic>)[.. matrix.Row(row)])];

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => "[" + string.Join("; ", Rows.Select(row => string.Join(", ", row.Select(value => value.ToString(format, formatProvider))))) + "]";
}
