using System.Numerics;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.NormalSubgroups;

/// <summary>An elementary abelian section X/Y of a permutation group as a vector space over the field of p elements, with coordinates.</summary>
/// <remarks>Y = Y₀ &lt; Y₁ &lt; … &lt; Y_d = X, each step by one element: coordinates are read by dividing off until the rest lies one step lower.</remarks>
internal sealed class ElementaryLayer
{
    private readonly List<FiniteGroup> _steps;
    private readonly List<int[]> _inverses;

    private ElementaryLayer(long prime, List<FiniteGroup> steps, List<int[]> basis)
    {
        Prime = prime;
        _steps = steps;
        Basis = basis;
        _inverses = [.. basis.Select(PermutationArrays.Inverse)];
    }

    /// <summary>p.</summary>
    public long Prime { get; }

    /// <summary>Elements of X that are a basis modulo Y.</summary>
    public IReadOnlyList<int[]> Basis { get; }

    /// <summary>The layer; the basis is chosen from the elements, the first of them that are independent.</summary>
    /// <param name="upper">X.</param>
    /// <param name="lower">Y.</param>
    /// <param name="prime">p.</param>
    /// <param name="elements">Elements that generate X together with Y.</param>
    public static ElementaryLayer Of(FiniteGroup upper, FiniteGroup lower, long prime, IEnumerable<int[]> elements)
    {
        var steps = new List<FiniteGroup> { lower };
        var basis = new List<int[]>();
        foreach (var x in elements)
        {
            if (steps[^1].Order == upper.Order)
            {
                break;
            }

            if (!steps[^1].Chain.Contains(x))
            {
                basis.Add(x);
                steps.Add(Join(lower, basis, steps[^1].Order * prime));
            }
        }

        return steps[^1].Order == upper.Order
            ? new ElementaryLayer(prime, steps, basis)
            : throw new CertificateException("an elementary abelian layer has a basis", FormattableString.Invariant($"{upper.Name}, layer of order {upper.Order / lower.Order}, {basis.Count} independent elements"));
    }

    /// <summary>The coordinates of an element of X.</summary>
    public ulong[] Coordinates(int[] element)
    {
        var rest = (int[])element.Clone();
        var coordinates = new ulong[Basis.Count];
        for (var i = Basis.Count - 1; i >= 0; i--)
        {
            while (!_steps[i].Chain.Contains(rest))
            {
                if (++coordinates[i] == (ulong)Prime)
                {
                    throw new CertificateException("an element of a layer has coordinates", _steps[^1].Name);
                }

                PermutationArrays.MultiplyFromLeft(_inverses[i], rest);
            }
        }

        return coordinates;
    }

    /// <summary>An element with these coordinates.</summary>
    public int[] Element(ulong[] coordinates)
    {
        var product = PermutationArrays.Identity(_steps[0].Degree);
        for (var i = Basis.Count - 1; i >= 0; i--)
        {
            if (coordinates[i] != 0)
            {
                PermutationArrays.MultiplyFromLeft(PermutationArrays.Power(Basis[i], (long)coordinates[i]), product);
            }
        }

        return product;
    }

    /// <summary>The matrices by which generators act through conjugation: row i holds the coordinates of g x_i g⁻¹.</summary>
    public IReadOnlyList<ulong[][]> Action(IReadOnlyList<int[]> generators) =>
        [.. generators.Select(g => Basis.Select(x => Coordinates(PermutationArrays.Conjugate(x, g))).ToArray())];

    /// <summary>The subgroup between Y and X that belongs to a subspace with this basis.</summary>
    public FiniteGroup Subgroup(IReadOnlyList<ulong[]> basis) => Join(_steps[0], [.. basis.Select(Element)], _steps[0].Order * BigInteger.Pow(Prime, basis.Count));

    private static FiniteGroup Join(FiniteGroup lower, IReadOnlyList<int[]> more, BigInteger order) =>
        FiniteGroup.OfKnownOrder(lower.Name, lower.Degree, [.. lower.Generators, .. more.Select(x => PermutationArrays.ToPermutation(x))], order, lower.Limits);
}
