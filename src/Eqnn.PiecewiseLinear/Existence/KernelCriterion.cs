using Eqnn.Algebra.Characters;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Existence;

/// <summary>Theorem 1: a nonzero piecewise linear equivariant map L → K exists iff <c>ker L ≤ ker K</c>.</summary>
/// <remarks>A preorder on the simples, governed by normal subgroups as in Galois theory. <b>Source.</b> [GTW]; docs/theory.md#kernel-criterion.</remarks>
public static class KernelCriterion
{
    /// <summary>Decides whether there is a map, and says why.</summary>
    /// <returns>A verdict whose certificate has been checked.</returns>
    /// <exception cref="ArgumentException">The simples belong to different tables.</exception>
    /// <exception cref="CertificateException">The certificate does not hold: the character table is wrong.</exception>
    public static MapVerdict Decide(SimpleRepresentation source, SimpleRepresentation target)
    {
        RequireSameTable(source, target);
        var moved = FirstOutside(source.KernelClassPositions, target.KernelClassPositions);
        MapVerdict verdict = moved < 0
            ? new MapVerdict.Exists(new MapWitness(source, target, BiasFor(source)))
            : new MapVerdict.Impossible(new MapObstruction(source, target, moved));
        return Checked(verdict);
    }

    /// <summary>A verdict whose certificate holds.</summary>
    /// <exception cref="CertificateException">It does not.</exception>
    internal static MapVerdict Checked(MapVerdict verdict) =>
        verdict.Verify() ? verdict : throw new CertificateException("kernel criterion", $"{verdict.Source.Label} -> {verdict.Target.Label} of {verdict.Source.Table.Group.Name}");

    /// <summary>Whether <c>ker L ≤ ker K</c>, without a certificate.</summary>
    /// <exception cref="ArgumentException">The simples belong to different tables.</exception>
    public static bool Holds(SimpleRepresentation source, SimpleRepresentation target)
    {
        RequireSameTable(source, target);
        return FirstOutside(source.KernelClassPositions, target.KernelClassPositions) < 0;
    }

    /// <summary>Whether a nonzero continuous equivariant map <c>L_1 ⊕ ... ⊕ L_r → K</c> exists: iff the intersection of the kernels lies in ker K.</summary>
    /// <param name="sources">The simples L_1, ..., L_r; the empty sum has every element in its kernel.</param>
    /// <param name="target">The simple K.</param>
    /// <exception cref="ArgumentException">The simples belong to different tables.</exception>
    public static bool HoldsForSum(IEnumerable<SimpleRepresentation> sources, SimpleRepresentation target)
    {
        var common = Enumerable.Range(0, target.Table.Classes.Count).ToHashSet();
        foreach (var source in sources)
        {
            RequireSameTable(source, target);
            common.IntersectWith(source.KernelClassPositions);
        }

        return common.IsSubsetOf(target.KernelClassPositions);
    }

    private static int FirstOutside(IReadOnlyList<int> positions, IReadOnlyList<int> allowed)
    {
        // Both lists ascend.
        var next = 0;
        foreach (var position in positions)
        {
            while (next < allowed.Count && allowed[next] < position)
            {
                next++;
            }

            if (next == allowed.Count || allowed[next] != position)
            {
                return position;
            }
        }

        return -1;
    }

    private static Cyclotomic BiasFor(SimpleRepresentation source)
    {
        var scale = new Rational(source.Dimension, source.Table.Group.Order * source.EndomorphismDimension);
        var top = source.Character[0];
        Cyclotomic? second = null;
        foreach (var value in source.Character.Values)
        {
            if (value != top && (second is null || Cyclotomic.CompareReal(value, second.Value) > 0))
            {
                second = value;
            }
        }

        // If ker L is everything, L is trivial: the point is constant, and 0 lies below it.
        return ((second ?? Cyclotomic.Zero - top) + top) * scale * new Rational(1, 2);
    }

    private static void RequireSameTable(SimpleRepresentation source, SimpleRepresentation target)
    {
        if (!ReferenceEquals(source.Table, target.Table))
        {
            throw new ArgumentException($"{source.Label} belongs to a table of {source.Table.Group.Name}, {target.Label} to another one of {target.Table.Group.Name}");
        }
    }
}
