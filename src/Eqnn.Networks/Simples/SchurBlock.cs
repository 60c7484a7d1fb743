namespace Eqnn.Networks.Simples;

/// <summary>What an equivariant map does on one simple: by Schur's lemma a matrix over End(L) between the multiplicity spaces, the same on every part of L.</summary>
/// <remarks>Rows are target channel, copy; columns source channel, copy. <see cref="Entries"/> is the real form: each entry of End(L) is a square of dim End(L).</remarks>
public sealed class SchurBlock
{
    private readonly double[] _entries;
    private readonly Lazy<IReadOnlyList<double>> _singular;

    internal SchurBlock(NetworkSimple simple, int rows, int columns, double[] entries)
    {
        (Simple, Rows, Columns, _entries) = (simple, rows, columns, entries);
        _singular = new(() =>
        {
            var size = simple.EndomorphismDimension;
            var all = SingularValuesOf(entries, rows * size, columns * size);
            return [.. all.Where((_, i) => i % size == 0)];
        });
    }

    /// <summary>The simple L.</summary>
    public NetworkSimple Simple { get; }

    /// <summary>Rows over End(L): channels times multiplicity in the target.</summary>
    public int Rows { get; }

    /// <summary>Columns over End(L): channels times multiplicity in the source.</summary>
    public int Columns { get; }

    /// <summary>The real form, row by row: Rows · dim End by Columns · dim End.</summary>
    public IReadOnlyList<double> Entries => _entries;

    /// <summary>The number of real parameters: Rows · Columns · dim End(L).</summary>
    public long ParameterCount => (long)Rows * Columns * Simple.EndomorphismDimension;

    /// <summary>The singular values over End(L), descending: each belongs to dim L singular values of the map.</summary>
    public IReadOnlyList<double> SingularValues => _singular.Value;

    /// <summary>The largest singular value.</summary>
    public double Norm => SingularValues.Count == 0 ? 0 : SingularValues[0];

    /// <summary>The part of this simple in the squared Frobenius norm of the map.</summary>
    public double Energy => _entries.Sum(entry => entry * entry) * Simple.Dimension / Simple.EndomorphismDimension;

    /// <summary>The number of singular values above a share of the largest of all blocks of the map.</summary>
    /// <param name="threshold">The least singular value that counts.</param>
    public int RankAbove(double threshold) => SingularValues.Count(value => value > threshold);

    internal double Entry(int row, int column) => _entries[(row * Columns * Simple.EndomorphismDimension) + column];

    /// <summary>Singular values, descending, by one-sided rotations of the columns (or rows, if they are fewer): small ones keep their relative accuracy.</summary>
    private static List<double> SingularValuesOf(double[] entries, int rows, int columns)
    {
        var tall = rows >= columns;
        var (count, length) = tall ? (columns, rows) : (rows, columns);
        double[][] vectors = [.. Enumerable.Range(0, count).Select(k => Enumerable.Range(0, length).Select(i => tall ? entries[(i * columns) + k] : entries[(k * columns) + i]).ToArray())];
        for (var (sweep, moved) = (0, true); moved && sweep < 60; sweep++)
        {
            moved = false;
            for (var p = 0; p < count; p++)
            {
                for (var q = p + 1; q < count; q++)
                {
                    moved |= Rotate(vectors[p], vectors[q]);
                }
            }
        }

        return [.. vectors.Select(v => Math.Sqrt(Vectors.Dot(v, v))).OrderDescending()];
    }

    private static bool Rotate(double[] a, double[] b)
    {
        var (aa, bb, ab) = (Vectors.Dot(a, a), Vectors.Dot(b, b), Vectors.Dot(a, b));
        if (Math.Abs(ab) <= 1e-15 * Math.Sqrt(aa * bb) || aa == 0 || bb == 0)
        {
            return false;
        }

        var zeta = (bb - aa) / (2 * ab);
        var t = (zeta >= 0 ? 1 : -1) / (Math.Abs(zeta) + Math.Sqrt(1 + (zeta * zeta)));
        var c = 1 / Math.Sqrt(1 + (t * t));
        var s = c * t;
        for (var i = 0; i < a.Length; i++)
        {
            (a[i], b[i]) = ((c * a[i]) - (s * b[i]), (s * a[i]) + (c * b[i]));
        }

        return true;
    }
}
