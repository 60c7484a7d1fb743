using System.Numerics;
using Eqnn.Algebra.Chains;
using Eqnn.Algebra.Families;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.NormalSubgroups;

/// <summary>What the O'Nan–Scott theorem says about a primitive permutation group from numbers alone.</summary>
/// <remarks>
/// <para><b>Theorem.</b> Let B be primitive of degree n. B has a regular elementary abelian normal subgroup (affine type, n = p^d, B is its semidirect product with a point stabiliser, a subgroup of GL(d,p)); or n = |T|^k or
/// n = m^k with m ≥ 5, k ≥ 2 for a simple group T (regular, diagonal and product types); or B has exactly one minimal normal subgroup T, T is simple and not abelian, and B ≤ Aut(T). In the last case B/T is solvable (Schreier's conjecture, by the
/// classification), so T is the last term of the derived series. For 2-transitive groups only the first and the last case occur (Burnside). [DixonMortimer, Thm 4.1B, Thm 4.6A, §4.8]</para>
/// </remarks>
internal static class PrimitiveGroups
{
    /// <summary>Whether a group is seen to be primitive and almost simple, so that its normal subgroups are 1 and those above the last term of the derived series.</summary>
    public static bool IsSeenToBeAlmostSimple(FiniteGroup group, CancellationToken cancellationToken = default) =>
        OrbitPartition.Count(group.Degree, group.EssentialGenerators) == 1 && BlockSystems.Minimal(group.Degree, group.EssentialGenerators, cancellationToken) is null && IsAlmostSimple(group);

    /// <summary>Whether it is proved that a primitive group lies between a simple group that is not abelian and its automorphism group; "no" says that numbers do not decide.</summary>
    public static bool IsAlmostSimple(FiniteGroup group)
    {
        var n = group.Degree;
        if (n < 5)
        {
            return false;
        }

        if (group.Kind != GroupKind.General)
        {
            return true;
        }

        var stabilizer = PointStabilizers.Before(group, 1);
        return (OrbitPartition.Count(n, stabilizer.EssentialGenerators) == 2 || (!IsProperPower(n) && SimpleGroupOrders.NamesOf(n).Count == 0)) && !MayBeAffine(group, stabilizer);
    }

    private static bool MayBeAffine(FiniteGroup group, FiniteGroup stabilizer)
    {
        if (NumberTheory.Factor(group.Degree) is not [var (p, d)])
        {
            return false;
        }

        var linear = BigInteger.One;
        for (var i = 0; i < d; i++)
        {
            linear *= BigInteger.Pow(p, d) - BigInteger.Pow(p, i);
        }

        // In an affine group with H ≠ 1 V = [V, H] lies in the derived subgroup, so the largest abelian quotients of VH and H agree.
        return (linear % stabilizer.Order).IsZero
            && (stabilizer.Order.IsOne || group.Order / group.DerivedSubgroup.Order == stabilizer.Order / stabilizer.DerivedSubgroup.Order);
    }

    /// <summary>Whether n = m^k with m ≥ 5 and k ≥ 2.</summary>
    private static bool IsProperPower(int n)
    {
        for (var m = 5L; m * m <= n; m++)
        {
            var power = m * m;
            while (power < n)
            {
                power *= m;
            }

            if (power == n)
            {
                return true;
            }
        }

        return false;
    }
}
