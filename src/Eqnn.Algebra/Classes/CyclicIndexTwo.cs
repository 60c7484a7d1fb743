using System.Numerics;
using Eqnn.Algebra.Chains;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Classes;

/// <summary>A non-abelian group with a cyclic subgroup C = ⟨x⟩ of order n and index 2: every element is x^j or x^j y, with y x y⁻¹ = x^r and y² = x^s. Dihedral, dicyclic, generalised quaternion, semidihedral and modular groups are of this kind.</summary>
/// <remarks>docs/theory.md#index-two. Found from the permutations, whatever the name of the group: x has order n, y lies outside C and normalises it, y² lies in C, and all generators lie in C ∪ Cy, so the group is C ∪ Cy and has 2n elements.</remarks>
internal sealed class CyclicIndexTwo
{
    /// <summary>Products of two residues modulo n fit a machine integer.</summary>
    private const int MaxOrder = 1 << 30;

    /// <summary>At least one in ten elements or so generates a cyclic subgroup of index 2 where there is one.</summary>
    private const int Tries = 60;

    /// <summary>With more generators, products are not looked at before random ones.</summary>
    private const int FewGenerators = 6;

    private readonly int[] _inverse;

    /// <summary>The structure that two permutations give.</summary>
    /// <param name="x">A generator of the cyclic subgroup.</param>
    /// <param name="y">An element outside it.</param>
    /// <exception cref="CertificateException">y lies in ⟨x⟩, does not normalise it, or its square lies outside.</exception>
    internal CyclicIndexTwo(CyclicPowers x, int[] y)
    {
        Powers = x;
        Y = y;
        _inverse = PermutationArrays.Inverse(y);
        if (x.LogOf(y) is not null || x.LogOf(PermutationArrays.Product(y, y)) is not { } s || x.Conjugate(y) is not { } r)
        {
            throw new CertificateException("an element outside a subgroup of index 2 normalises it and has its square in it", FormattableString.Invariant($"a cyclic group of order {N} on {y.Length} points"));
        }

        (R, S) = (r, s);
        F = (int)NumberTheory.Gcd(r - 1, N);
    }

    /// <summary>The order of x.</summary>
    public int N => Powers.Order;

    /// <summary>The powers of x.</summary>
    public CyclicPowers Powers { get; }

    /// <summary>y x y⁻¹ = x^r, 0 ≤ r &lt; n; r² ≡ 1.</summary>
    public int R { get; }

    /// <summary>y² = x^s.</summary>
    public int S { get; }

    /// <summary>gcd(r − 1, n), the index of the derived subgroup ⟨x^(r−1)⟩ in C, and the number of classes outside C.</summary>
    public int F { get; }

    /// <summary>The images of y.</summary>
    public int[] Y { get; }

    /// <summary>The structure of a group that is not abelian, or <c>null</c> if it has no such subgroup, or none is found.</summary>
    public static CyclicIndexTwo? TryOf(IPermutationGroup group)
    {
        if (!group.Order.IsEven || group.Order > 2L * MaxOrder)
        {
            return null;
        }

        var generators = group.EssentialGenerators;
        var candidates = new List<int[]>(generators);
        for (var i = 0; i < Math.Min(FewGenerators, generators.Count); i++)
        {
            for (var j = 0; j < i; j++)
            {
                candidates.Add(PermutationArrays.Product(generators[i], generators[j]));
            }
        }

        // All squares lie in C, so they commute: few other groups pass.
        var squares = candidates.ConvertAll(g => PermutationArrays.Product(g, g));
        if (squares.Exists(a => !PermutationArrays.Commute(a, squares[0]) || !PermutationArrays.Commute(a, squares[^1])))
        {
            return null;
        }

        var n = group.Order / 2;
        var x = candidates.Find(g => PermutationArrays.Order(g) == n);
        var random = new ProductReplacement(group.Degree, generators);
        for (var i = 0; i < Tries && x is null; i++)
        {
            x = random.Next() is var g && PermutationArrays.Order(g) == n ? g : null;
        }

        if (x is null)
        {
            return null;
        }

        var powers = new CyclicPowers(x);
        var found = new CyclicIndexTwo(powers, generators.First(g => powers.LogOf(g) is null));
        RequireGenerators(found, group);
        return found;
    }

    /// <summary>All generators lie in C ∪ Cy, which has 2n elements: so the group is that.</summary>
    /// <exception cref="CertificateException">One does not, or 2n is not the order.</exception>
    internal static void RequireGenerators(CyclicIndexTwo found, IPermutationGroup group)
    {
        if (group.Order != 2 * (BigInteger)found.N || group.EssentialGenerators.Any(g => found.PlaceOf(g) is null))
        {
            throw new CertificateException("a group with a cyclic subgroup of index 2 consists of two cosets", group.Name);
        }
    }

    /// <summary>The j and b with g = x^j y^b, b 0 or 1, or <c>null</c> for a permutation outside the group.</summary>
    public (int J, bool IsOuter)? PlaceOf(int[] g) => Powers.LogOf(g) is { } inner ? (inner, false) : Powers.LogOf(g, _inverse) is { } outer ? (outer, true) : null;

    /// <summary>The image of a point under x^j y^b.</summary>
    public int Image(int j, bool isOuter, int point) => Powers.Image(j, isOuter ? Y[point] : point);

    /// <summary>r j modulo n: the exponent of y x^j y⁻¹.</summary>
    public int Turned(int j) => (int)((long)R * j % N);

    /// <summary>The exponent of the square of x^j y, which is x^((1+r)j + s).</summary>
    public int SquareOfOuter(int j) => (int)((((1L + R) * j) + S) % N);
}
