namespace Eqnn.Networks.Simples;

/// <summary>What an equivariant map does on one simple: by Schur's lemma a matrix over End(L) between the multiplicity spaces, the same on every part of L.</summary>
/// <remarks>Rows are target channel, copy; columns source channel, copy. <see cref="Entries"/> is the real form: each entry of End(L) is a square of dim End(L).</remarks>
public sealed class SchurBlock
{
    private readonly double[] _numbers;
    private readonly bool _isComplex;
    private readonly Lazy<IReadOnlyList<double>> _entries;
    private readonly Lazy<IReadOnlyList<double>> _singular;

    /// <param name="simple">L.</param>
    /// <param name="rows">Rows over End(L).</param>
    /// <param name="columns">Columns over End(L).</param>
    /// <param name="entries">The real form, row by row.</param>
    internal SchurBlock(NetworkSimple simple, int rows, int columns, double[] entries)
        : this(simple, rows, columns, entries, isComplex: false)
    {
    }

    private SchurBlock(NetworkSimple simple, int rows, int columns, double[] numbers, bool isComplex)
    {
        (Simple, Rows, Columns, _numbers, _isComplex) = (simple, rows, columns, numbers, isComplex);
        var size = simple.EndomorphismDimension;
        _entries = new(() => isComplex ? [.. Enumerable.Range(0, 4 * rows * columns).Select(i => Entry(i / (2 * columns), i % (2 * columns)))] : numbers);
        _singular = new(() => isComplex ? JacobiRotations.OfComplex(numbers, rows, columns)
            : [.. JacobiRotations.Of(numbers, rows * size, columns * size).Where((_, i) => i % size == 0)]);
    }

    /// <summary>A block over ℂ.</summary>
    /// <param name="simple">L, of complex type.</param>
    /// <param name="rows">Rows over ℂ.</param>
    /// <param name="columns">Columns over ℂ.</param>
    /// <param name="numbers">Row by row the real and the imaginary part of each entry.</param>
    internal static SchurBlock OfComplex(NetworkSimple simple, int rows, int columns, double[] numbers) => new(simple, rows, columns, numbers, isComplex: true);

    /// <summary>The simple L.</summary>
    public NetworkSimple Simple { get; }

    /// <summary>Rows over End(L): channels times multiplicity in the target.</summary>
    public int Rows { get; }

    /// <summary>Columns over End(L): channels times multiplicity in the source.</summary>
    public int Columns { get; }

    /// <summary>The real form, row by row: Rows · dim End by Columns · dim End.</summary>
    public IReadOnlyList<double> Entries => _entries.Value;

    /// <summary>The number of real parameters: Rows · Columns · dim End(L).</summary>
    public long ParameterCount => (long)Rows * Columns * Simple.EndomorphismDimension;

    /// <summary>The singular values over End(L), descending: each belongs to dim L singular values of the map.</summary>
    public IReadOnlyList<double> SingularValues => _singular.Value;

    /// <summary>The largest singular value.</summary>
    public double Norm => SingularValues.Count == 0 ? 0 : SingularValues[0];

    /// <summary>The part of this simple in the squared Frobenius norm of the map.</summary>
    public double Energy => Vectors.Dot(_numbers, _numbers) * Simple.Dimension / (_isComplex ? 1 : Simple.EndomorphismDimension);

    /// <summary>The number of singular values above a share of the largest of all blocks of the map.</summary>
    /// <param name="threshold">The least singular value that counts.</param>
    public int RankAbove(double threshold) => SingularValues.Count(value => value > threshold);

    /// <summary>An entry of the real form: the complex number a + bi is the square (a, −b; b, a).</summary>
    internal double Entry(int row, int column)
    {
        if (!_isComplex)
        {
            return _numbers[(row * Columns * Simple.EndomorphismDimension) + column];
        }

        var at = 2 * (((row / 2) * Columns) + (column / 2));
        return (row % 2, column % 2) switch
        {
            (0, 1) => -_numbers[at + 1],
            (1, 0) => _numbers[at + 1],
            _ => _numbers[at],
        };
    }
}
