using Eqnn.Algebra.Characters.Rows;
using Eqnn.Numbers.Modular;

namespace Eqnn.Algebra.Characters.Modular;

/// <summary>The matrix B with B[i,k] = number of x in a fixed class C_j with x·g_i in class k, over a prime field.</summary>
/// <remarks>
/// <para>Irreducible characters are its eigenvectors, B χ = ω χ with ω = |C_j| χ(g_j)/χ(1): the class sum of C_j acts on the simple module by the scalar ω. A row has at most |C_j| entries that are not 0.</para>
/// <para>A Galois conjugate class j^t needs no new matrix: c ↦ c^t is an automorphism of the class algebra over the rationals (the structure constants
/// Σ_χ |C_j||C_i| χ(g_j) χ(g_i) χ̄(g_k)/(χ(1)|G|) are rational numbers), so B of j^t is B with rows and columns renamed [Schneider1990].</para>
/// </remarks>
internal sealed class SparseClassMatrix
{
    private readonly int[] _rowStart;
    private readonly int[] _columns;
    private readonly ulong[] _entries;

    private SparseClassMatrix(int[] rowStart, int[] columns, ulong[] entries)
    {
        _rowStart = rowStart;
        _columns = columns;
        _entries = entries;
    }

    /// <summary>The matrix of class <paramref name="j"/>.</summary>
    /// <param name="algebra">The class algebra.</param>
    /// <param name="j">The class.</param>
    /// <param name="field">The field of the entries.</param>
    /// <param name="fixing">Permutations of the classes by power maps prime to the exponent that fix j: rows in one orbit follow from one of them.</param>
    /// <param name="cancellationToken">Looked at for every row.</param>
    public static SparseClassMatrix Of(IClassAlgebra algebra, int j, PrimeField field, IReadOnlyList<int[]> fixing, CancellationToken cancellationToken)
    {
        var count = algebra.ClassCount;
        var rows = new (int[] Columns, ulong[] Entries)?[count];
        var counts = new long[count];
        var total = 0;
        for (var i = 0; i < count; i++)
        {
            if (rows[i] is not null)
            {
                continue;
            }

            cancellationToken.ThrowIfCancellationRequested();
            Array.Clear(counts);
            algebra.AddStructureRow(j, i, counts, cancellationToken);
            var columns = new List<int>();
            var entries = new List<ulong>();
            for (var k = 0; k < count; k++)
            {
                if (counts[k] != 0)
                {
                    columns.Add(k);
                    entries.Add(field.FromInteger(counts[k]));
                }
            }

            var row = (Columns: columns.ToArray(), Entries: entries.ToArray());
            rows[i] = row;
            foreach (var map in fixing)
            {
                rows[map[i]] ??= (Array.ConvertAll(row.Columns, k => map[k]), row.Entries);
            }
        }

        var rowStart = new int[count + 1];
        for (var i = 0; i < count; i++)
        {
            rowStart[i + 1] = rowStart[i] + rows[i]!.Value.Columns.Length;
        }

        total = rowStart[count];
        var allColumns = new int[total];
        var allEntries = new ulong[total];
        for (var i = 0; i < count; i++)
        {
            rows[i]!.Value.Columns.CopyTo(allColumns, rowStart[i]);
            rows[i]!.Value.Entries.CopyTo(allEntries, rowStart[i]);
        }

        return new SparseClassMatrix(rowStart, allColumns, allEntries);
    }

    /// <summary>B v.</summary>
    public ulong[] Multiply(PrimeField field, ulong[] v)
    {
        var result = new ulong[v.Length];
        var square = field.P * field.P;
        for (var i = 0; i < result.Length; i++)
        {
            // Below p² by one conditional subtraction per term, so below 2p² < 2^63 before it.
            var sum = 0UL;
            for (var at = _rowStart[i]; at < _rowStart[i + 1]; at++)
            {
                sum += _entries[at] * v[_columns[at]];
                sum = sum >= square ? sum - square : sum;
            }

            result[i] = sum % field.P;
        }

        return result;
    }
}
