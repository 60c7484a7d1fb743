using System.Numerics;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Families;

/// <summary>The Suzuki groups Sz(q), q = 2^{2k+1} ≥ 8, on the q² + 1 points of the ovoid of Tits.</summary>
/// <remarks>
/// <para>Point 0 is ∞, the others are pairs (x, y), in the order of x q + y. With σ: t ↦ t^{2^{k+1}}, so σ² = 2, and z = xy + x^{σ+2} + y^σ the points (1, x, y, z) and (0, 0, 0, 1) form the ovoid; (x, y) ↦ (x + 1, y + x) and (κx, κ^{σ+1}y) and
/// the swap (x, y) ↦ (y/z, x/z), (0, 0) ↔ ∞ are projectivities that preserve it. [Wilson, §4.2]. Order (q² + 1) q² (q − 1).</para>
/// </remarks>
internal static class SuzukiGroups
{
    public static GroupRecipe Make(int q, GroupLimits limits)
    {
        limits.RequireDegree(((BigInteger)q * q) + 1);
        var field = MatrixGroups.Field(q);
        var (_, degree) = FiniteField.PrimePower(q);
        int Sigma(int t)
        {
            for (var i = 0; i <= degree / 2; i++)
            {
                t = field.Multiply(t, t);
            }

            return t;
        }

        int Z(int x, int y) => field.Add(field.Add(field.Multiply(x, y), field.Multiply(Sigma(x), field.Multiply(x, x))), Sigma(y));
        var w = field.Primitive;
        var scale = field.Multiply(Sigma(w), w);
        Permutation[] generators =
        [
            OnPoints(q, 0, (x, y) => (field.Add(x, 1), field.Add(y, x))),
            OnPoints(q, 0, (x, y) => (field.Multiply(w, x), field.Multiply(scale, y))),
            OnPoints(q, 1, (x, y) => Z(x, y) is var z && z == 0 ? null : (field.Multiply(y, field.Inverse(z)), field.Multiply(x, field.Inverse(z)))),
        ];
        var order = ((BigInteger)q * q + 1) * q * q * (q - 1);
        return new("Sz(" + q.ToString(System.Globalization.CultureInfo.InvariantCulture) + ")", (q * q) + 1, generators, order) { Facts = FamilyFacts.Suzuki(q, order) };
    }

    /// <summary>z vanishes at (0, 0) only, so the image "none" is ∞ and happens once.</summary>
    private static Permutation OnPoints(int q, int imageOfInfinity, Func<int, int, (int X, int Y)?> map)
    {
        var images = new int[(q * q) + 1];
        images[0] = imageOfInfinity;
        for (var x = 0; x < q; x++)
        {
            for (var y = 0; y < q; y++)
            {
                images[1 + (x * q) + y] = map(x, y) is var (imageX, imageY) ? 1 + (imageX * q) + imageY : 0;
            }
        }

        return PermutationArrays.ToPermutation(images);
    }
}
