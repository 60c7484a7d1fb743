using System.Collections.Concurrent;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.PiecewiseLinear.Composites;

/// <summary>The even part of P_K ∘ ReLU between planar simples of cyclic groups on their regular set, computed once for all pairs that an isomorphism of images identifies.</summary>
/// <remarks>
/// L_k of C_n is L_1 of C_d, d the order of its image, after an isomorphism of the image with C_d; it sends L_m, where ker L_k ≤ ker L_m, to some L_j. The ray of <see cref="PlanarRayOrbits"/> and the base vectors are
/// kept by it up to the sign of the ray, which the even part does not see. For K ≠ L the even part is everything.
/// </remarks>
public sealed class CyclicComposites
{
    private readonly ConcurrentDictionary<int, Lazy<ColumnVector<Cyclotomic>>> _rows = new();

    /// <summary>The coordinate c in <c>(F(ρ) + F(−ρ))/2 = c · b</c>, b the first basis vector of L_m, for the map L_k → L_m of C_n.</summary>
    public Cyclotomic EvenPart(int n, int k, int m)
    {
        var kernel = (int)NumberTheory.Gcd(n, k);
        var d = n / kernel;
        var j = (int)NumberTheory.Mod(m / kernel * NumberTheory.ModInverse(k / kernel, d), d);
        return _rows.GetOrAdd(d, order => new(() => RowOf(order))).Value[Math.Min(j, d - j)];
    }

    /// <summary>The coefficient of cos(2πmx/n) in ReLU(cos(2πkx/n)) on Z/n: the same map, by Fourier analysis.</summary>
    public static Cyclotomic FourierCoefficient(int n, int k, int m)
    {
        var sum = Cyclotomic.Zero;
        for (var x = 0; x < n; x++)
        {
            var folded = (int)NumberTheory.Mod((long)k * x, n);
            if (4 * folded < n || 4 * folded > 3 * n)
            {
                sum += RealCyclotomic.TwoCosine(n, folded).Value * RealCyclotomic.TwoCosine(n, (long)m * x).Value;
            }
        }

        return sum * new Rational(m == 0 || 2 * m == n ? 1 : 2, 4 * n);
    }

    private static ColumnVector<Cyclotomic> RowOf(int d)
    {
        var group = FiniteGroup.Parse(FormattableString.Invariant($"C{d}"));
        var table = CharacterTable.Of(group);
        var decomposition = IsotypicDecomposition.Of(table, GSet.Regular(group));
        var copy = SimpleCopy.TryFind(decomposition, table.Simples[1])!;
        var ray = PlanarRayOrbits.Of(copy, [.. group.EnumerateElements()]).Representatives[0];
        return [.. table.Simples.Select(target => Half(PlanarComposite.TryOf(copy, target)!, ray))];
    }

    private static Cyclotomic Half(PlanarComposite composite, ColumnVector<Cyclotomic> ray)
    {
        var sum = Cyclotomic.Zero;
        foreach (var candidate in composite.Rays)
        {
            var (a, b) = (candidate.Direction, ray);
            if (((a[0] * b[1]) - (a[1] * b[0])).IsZero)
            {
                var scale = b[0].IsZero ? b[1] / a[1] : b[0] / a[0];
                sum += candidate.Value[0] * Cyclotomic.Abs(scale);
            }
        }

        return sum / 2;
    }
}
