using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Numbers;

namespace Eqnn.Algebra.Characters;

/// <summary>The characters of degree above 1 of S_n (n ≤ 20) and A_n (5 ≤ n ≤ 20) on their n points, from partitions.</summary>
/// <remarks>
/// <para>S_n: <see cref="MurnaghanNakayama"/>. A_n: χ^λ and χ^λ' have the same restriction, irreducible if λ ≠ λ'. For λ = λ' with diagonal hook lengths h_1 &gt; h_2 &gt; ... &gt; h_d the restriction is
/// the sum of two characters with values χ^λ/2, except at the two classes of cycle type (h_1, ..., h_d), where they are (ε ± √(ε h_1⋯h_d))/2 with ε = χ^λ(h) = (-1)^((n-d)/2) [JamesKerber, 2.5.13].</para>
/// <para>The result is proved orthogonal exactly like every other table.</para>
/// </remarks>
internal static class SymmetricCharacters
{
    /// <summary>Whether the formulas here apply.</summary>
    public static bool Apply(FiniteGroup group) =>
        (group.Kind == GroupKind.Symmetric || (group.Kind == GroupKind.Alternating && group.Degree >= 5)) && group.Degree <= MurnaghanNakayama.MaximumDegree;

    /// <summary>The characters, in no particular order.</summary>
    public static List<StoredRow> Of(FiniteGroup group, ValuePool pool)
    {
        var values = new MurnaghanNakayama(group.Degree);
        var classes = (CycleTypeClasses)group.Partition;
        var types = new int[classes.Count][];
        for (var c = 0; c < types.Length; c++)
        {
            types[c] = [.. classes.CycleType(c)];
            Array.Reverse(types[c]);
        }

        var columns = Array.ConvertAll(types, values.Column);
        var rows = new List<StoredRow>();
        for (var place = 0; place < values.Partitions.Count; place++)
        {
            var conjugate = values.Conjugate(place);
            var degree = columns[0][place];
            if (degree == 1)
            {
                continue;
            }

            var row = Array.ConvertAll(columns, column => column[place]);
            if (group.Kind == GroupKind.Symmetric)
            {
                rows.Add(Row(values.Partitions[place], Array.ConvertAll(row, pool.Integer), row[0]));
            }
            else if (place < conjugate)
            {
                rows.Add(Row(null, Array.ConvertAll(row, pool.Integer), row[0]));
            }
            else if (place == conjugate)
            {
                rows.AddRange(Halves(values.Partitions[place], types, row, pool));
            }
        }

        return rows;
    }

    private static IEnumerable<StoredRow> Halves(int[] partition, int[][] types, int[] row, ValuePool pool)
    {
        var hooks = new List<int>();
        for (var i = 0; i < partition.Length && partition[i] > i; i++)
        {
            hooks.Add((2 * (partition[i] - i)) - 1);
        }

        // ε h_1⋯h_d = ε s² f with f squarefree; all are odd.
        var product = hooks.Aggregate(1L, (a, h) => checked(a * h));
        var (square, free) = (1, 1);
        foreach (var (prime, exponent) in NumberTheory.Factor(product))
        {
            free *= exponent % 2 == 1 ? (int)prime : 1;
            for (var i = 1; i < exponent; i += 2)
            {
                square *= (int)prime;
            }
        }

        var split = Array.FindIndex(types, type => type.AsSpan().SequenceEqual(hooks.ToArray()));
        var sign = row[split];
        int[] halves = [.. row.Select((value, c) => types[c].AsSpan().SequenceEqual(types[split]) ? 0 : pool.Integer(value / 2))];
        for (var half = 1; half >= -1; half -= 2)
        {
            var ids = (int[])halves.Clone();
            var seen = 0;
            for (var c = 0; c < ids.Length; c++)
            {
                if (types[c].AsSpan().SequenceEqual(types[split]))
                {
                    ids[c] = Irrational(sign, half * (seen++ == 0 ? 1 : -1) * square, free, pool);
                }
            }

            yield return Row(null, ids, row[0] / 2);
        }
    }

    /// <summary>(ε + s √(ε f))/2: the square root is the Gauss sum Σ (j/f) ζ_f^j, and 1 = μ(f) Σ ζ_f^j over the j prime to f.</summary>
    private static int Irrational(int sign, int s, int free, ValuePool pool)
    {
        if (free == 1)
        {
            return pool.Integer((sign + s) / 2);
        }

        var entry = new int[free + 1];
        entry[0] = free;
        for (var j = 1; j < free; j++)
        {
            if (NumberTheory.Gcd(j, free) == 1)
            {
                entry[1 + j] = ((sign * NumberTheory.Mobius(free)) + (s * NumberTheory.Kronecker(j, free))) / 2;
            }
        }

        return pool.Intern(entry);
    }

    private static StoredRow Row(int[]? partition, int[] ids, long degree) => new(degree, ids, null) { Partition = partition };
}
