using System.Globalization;
using System.Numerics;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Families;

/// <summary>The finite Coxeter groups that are no groups of other names, as permutations of their roots: E6, E7, E8, F4, H3, H4; and D_n on the 2n vectors ±e_i.</summary>
/// <remarks>
/// <para>A root is its list of coordinates over the simple roots, numbers a + bφ with φ² = φ + 1, integers except for H. The simple reflection s_i takes β to β − ⟨β, α_i^∨⟩ α_i; the roots are what the simple roots become under these, in the order in which they are met, level by level.</para>
/// <para>The numbering of the simple roots is that of [Bourbaki1968, Planches]; the generators are the simple reflections. They act faithfully: whatever fixes every root is the identity.</para>
/// </remarks>
internal static class CoxeterGroups
{
    /// <summary>The types that are made here, with their ranks and orders.</summary>
    public static readonly (char Letter, int Rank, BigInteger Order)[] Exceptional =
    [
        ('E', 6, 51_840), ('E', 7, 2_903_040), ('E', 8, 696_729_600), ('F', 4, 1_152), ('H', 3, 120), ('H', 4, 14_400),
    ];

    /// <summary>W(X_n) on its roots.</summary>
    public static GroupRecipe OnRoots(char letter, int rank, BigInteger order)
    {
        var roots = Roots(letter, rank);
        var place = roots.Select((root, at) => (Key(root), at)).ToDictionary(pair => pair.Item1, pair => pair.at);
        var matrix = Cartan(letter, rank);
        var generators = Enumerable.Range(0, rank).Select(i => PermutationArrays.ToPermutation([.. roots.Select(root => place[Key(Reflect(root, i, matrix))])]));
        return new GroupRecipe(string.Create(CultureInfo.InvariantCulture, $"W({letter}{rank})"), roots.Count, [.. generators], order);
    }

    /// <summary>W(D_n), n ≥ 4: the even changes of sign and all permutations of n coordinates, on the vectors e_1, ..., e_n, −e_1, ..., −e_n.</summary>
    public static GroupRecipe EvenSigns(int n)
    {
        var generators = new List<Permutation>();
        for (var i = 0; i + 1 < n; i++)
        {
            var images = PermutationArrays.Identity(2 * n);
            (images[i], images[i + 1], images[n + i], images[n + i + 1]) = (i + 1, i, n + i + 1, n + i);
            generators.Add(PermutationArrays.ToPermutation(images));
        }

        // e_{n-1} ↦ −e_n: the reflection in e_{n-1} + e_n.
        var last = PermutationArrays.Identity(2 * n);
        (last[n - 2], last[n - 1], last[(2 * n) - 2], last[(2 * n) - 1]) = ((2 * n) - 1, (2 * n) - 2, n - 1, n - 2);
        generators.Add(PermutationArrays.ToPermutation(last));
        return new GroupRecipe(string.Create(CultureInfo.InvariantCulture, $"W(D{n})"), 2 * n, [.. generators], NumberTheory.Factorial(n) << (n - 1));
    }

    private static List<(long A, long B)[]> Roots(char letter, int rank)
    {
        var matrix = Cartan(letter, rank);
        var roots = new List<(long A, long B)[]>();
        var seen = new HashSet<string>();
        for (var i = 0; i < rank; i++)
        {
            var simple = new (long A, long B)[rank];
            simple[i] = (1, 0);
            roots.Add(simple);
            seen.Add(Key(simple));
        }

        for (var next = 0; next < roots.Count; next++)
        {
            for (var i = 0; i < rank; i++)
            {
                var image = Reflect(roots[next], i, matrix);
                if (seen.Add(Key(image)))
                {
                    roots.Add(image);
                }
            }
        }

        return roots;
    }

    private static (long A, long B)[] Reflect((long A, long B)[] root, int i, (long A, long B)[,] matrix)
    {
        var image = ((long A, long B)[])root.Clone();
        var (a, b) = image[i];
        for (var j = 0; j < root.Length; j++)
        {
            var (x, y) = root[j];
            var (u, v) = matrix[j, i];
            a -= (x * u) + (y * v);
            b -= (x * v) + (y * u) + (y * v);
        }

        image[i] = (a, b);
        return image;
    }

    /// <summary>⟨α_j, α_i^∨⟩.</summary>
    private static (long A, long B)[,] Cartan(char letter, int rank)
    {
        var matrix = new (long A, long B)[rank, rank];
        for (var i = 0; i < rank; i++)
        {
            matrix[i, i] = (2, 0);
        }

        switch (letter)
        {
            case 'E':
                // 1 - 3 - 4 - 5 - ..., and 2 at 4.
                Join(0, 2);
                Join(1, 3);
                for (var i = 2; i + 1 < rank; i++)
                {
                    Join(i, i + 1);
                }

                break;
            case 'F':
                Join(0, 1);
                (matrix[1, 2], matrix[2, 1]) = ((-2, 0), (-1, 0));
                Join(2, 3);
                break;
            default:
                // The bond 5: 2 cos(π/5) = φ.
                (matrix[0, 1], matrix[1, 0]) = ((0, -1), (0, -1));
                for (var i = 1; i + 1 < rank; i++)
                {
                    Join(i, i + 1);
                }

                break;
        }

        return matrix;

        void Join(int i, int j) => (matrix[i, j], matrix[j, i]) = ((-1, 0), (-1, 0));
    }

    private static string Key((long A, long B)[] root) => string.Join(' ', root.Select(x => FormattableString.Invariant($"{x.A},{x.B}")));
}
