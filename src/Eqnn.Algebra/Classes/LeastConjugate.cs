using Eqnn.Algebra.Chains;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Classes;

/// <summary>The lexicographically least image list among the conjugates k⁻¹ r k of an element, by a breadth-first search that keeps all beginnings of k which attain the least beginning.</summary>
/// <remarks>
/// <para>The base follows the answer: p = k⁻¹ r k has p(x) = k⁻¹(r(k(x))). For x = 0, 1, … the image k(x) is chosen, if it is still free; then p(x) is at least the least point m of the orbit of k⁻¹(r(k(x))) under the stabiliser reached,
/// and it is m exactly if k(m) = r(k(x)), which is made the next base point. All beginnings that are kept have the same p(0), p(1), …, hence the same base.</para>
/// <para>k and ck give the same p for c in the centralizer of r, so choices are made up to the centralizer and, further down, up to some elements of it that fix the choices made.</para>
/// </remarks>
internal sealed class LeastConjugate
{
    /// <summary>Elements of the centralizer that are tried for the symmetry of the next choice.</summary>
    private const int Symmetries = 8;

    private readonly int[] _r;
    private readonly int _degree;

    private LeastConjugate(int[] r)
    {
        _r = r;
        _degree = r.Length;
    }

    /// <summary>The least conjugate, or <c>null</c> if generators of stabilisers are missing (see <see cref="StabilizerNode"/>).</summary>
    /// <param name="root">The group.</param>
    /// <param name="r">The element.</param>
    /// <param name="centralizer">Elements that commute with it, in the group: the more of the centralizer they generate the faster.</param>
    /// <param name="cancellationToken">Looked at for every point.</param>
    public static int[]? TryOf(StabilizerNode root, int[] r, IReadOnlyList<int[]> centralizer, CancellationToken cancellationToken) =>
        new LeastConjugate(r).Run(root, [.. centralizer], cancellationToken);

    private int[]? Run(StabilizerNode root, List<int[]> centralizer, CancellationToken cancellationToken)
    {
        var node = root;
        var identity = PermutationArrays.Identity(_degree);
        var candidates = new List<Beginning> { new(identity, identity, centralizer) };
        for (var x = 0; x < _degree && !node.Order.IsOne; x++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (node.Moves(x))
            {
                var (level, next) = node.Fix(x);
                if (next.IsStuck)
                {
                    return null;
                }

                candidates = Choose(candidates, level, next);
                node = next;
            }
            else
            {
                candidates = Keep(candidates, node, x);
            }

            // All candidates agree: k⁻¹(r(k(x))) lies in the orbit of one least point m, and k(m) may be made r(k(x)).
            var least = node.Least[Preimage(candidates[0], x)];
            if (node.Moves(least))
            {
                var (level, next) = node.Fix(least);
                if (next.IsStuck)
                {
                    return null;
                }

                candidates = candidates.ConvertAll(k => Multiplied(k, level, level.PlaceOf(Preimage(k, x)), k.Symmetries));
                node = next;
            }
        }

        if (!node.Order.IsOne)
        {
            return null;
        }

        int[]? best = null;
        foreach (var k in candidates)
        {
            var conjugate = PermutationArrays.Conjugate(_r, k.Inverse);
            if (best is null || conjugate.AsSpan().SequenceCompareTo(best) < 0)
            {
                best = conjugate;
            }
        }

        return best;
    }

    /// <summary>k⁻¹(r(k(x))).</summary>
    private int Preimage(Beginning k, int x) => k.Inverse[_r[k.Images[x]]];

    private List<Beginning> Keep(List<Beginning> candidates, StabilizerNode node, int x)
    {
        var smallest = candidates.Min(k => node.Least[Preimage(k, x)]);
        return candidates.FindAll(k => node.Least[Preimage(k, x)] == smallest);
    }

    /// <summary>All choices of k(x) for x the base point of the level, up to symmetry, that make p(x) least.</summary>
    private List<Beginning> Choose(List<Beginning> candidates, ChainLevel level, StabilizerNode next)
    {
        var smallest = int.MaxValue;
        var choices = new List<(Beginning K, int Place)>();
        foreach (var k in candidates)
        {
            var orbits = k.Symmetries.Count == 0 ? null : OrbitPartition.LeastPoints(_degree, k.Symmetries);
            var seen = orbits is null ? null : new bool[_degree];
            for (var place = 0; place < level.OrbitSize; place++)
            {
                var image = k.Images[level.Point(place)];
                if (seen is not null)
                {
                    if (seen[orbits![image]])
                    {
                        continue;
                    }

                    seen[orbits[image]] = true;
                }

                // With k' = k u: k'⁻¹(r(k'(x))) = u⁻¹(k⁻¹(r(image))).
                var least = next.Least[level.ApplyInverse(place, k.Inverse[_r[image]])];
                if (least < smallest)
                {
                    smallest = least;
                    choices.Clear();
                }

                if (least == smallest)
                {
                    choices.Add((k, place));
                }
            }
        }

        return choices.ConvertAll(choice => Multiplied(choice.K, level, choice.Place, FixingChoice(choice.K, choice.K.Images[level.Point(choice.Place)])));
    }

    private static Beginning Multiplied(Beginning k, ChainLevel level, int place, List<int[]> symmetries)
    {
        if (place == 0)
        {
            return new Beginning(k.Images, k.Inverse, symmetries);
        }

        var u = level.WrittenRepresentative(place) ?? level.Representative(place);
        var images = PermutationArrays.Product(k.Images, u);
        return new Beginning(images, PermutationArrays.Inverse(images), symmetries);
    }

    /// <summary>Elements of ⟨symmetries⟩ that fix a point: random ones, divided by representatives of its orbit. Any of them are allowed, so nothing is proved.</summary>
    private List<int[]> FixingChoice(Beginning k, int point)
    {
        var moving = k.Symmetries.Exists(c => c[point] != point);
        if (!moving)
        {
            return k.Symmetries;
        }

        var level = new ChainLevel(_degree, point, new ChainMemory(1 << 16));
        foreach (var symmetry in k.Symmetries)
        {
            level.AddGenerator(symmetry);
        }

        var fixing = new List<int[]>();
        var random = new ProductReplacement(_degree, k.Symmetries);
        for (var i = 0; i < Symmetries; i++)
        {
            var c = random.Next();
            level.StripFromLeft(level.PlaceOf(c[point]), c);
            if (!PermutationArrays.IsIdentity(c))
            {
                fixing.Add(c);
            }
        }

        return fixing;
    }

    /// <summary>A k up to the stabiliser reached, its inverse, and elements commuting with r that fix the choices made.</summary>
    private sealed record Beginning(int[] Images, int[] Inverse, List<int[]> Symmetries);
}
