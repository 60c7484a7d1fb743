using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Classes;

/// <summary>The powers of a permutation x of order n: their images without products, and the exponent of a given one.</summary>
internal sealed class CyclicPowers
{
    private readonly int[][] _cycles;
    private readonly int[] _cycleOf;
    private readonly int[] _offset;
    private readonly int[][] _deciding;

    /// <summary>Reads the cycles.</summary>
    /// <exception cref="OverflowException">The order has more than 31 bits.</exception>
    public CyclicPowers(int[] x)
    {
        _cycleOf = new int[x.Length];
        _offset = new int[x.Length];
        var cycles = new List<int[]>();
        foreach (var (start, length) in PermutationArrays.Cycles(x))
        {
            var cycle = new int[length];
            for (int i = 0, point = start; i < length; i++, point = x[point])
            {
                (cycle[i], _cycleOf[point], _offset[point]) = (point, cycles.Count, i);
            }

            cycles.Add(cycle);
        }

        // The exponent modulo n is known from some cycles whose lengths have the least common multiple n: few, if long ones come first.
        var deciding = new List<int[]>();
        var order = 1L;
        foreach (var cycle in cycles.OrderByDescending(cycle => cycle.Length))
        {
            if (order % cycle.Length != 0)
            {
                order = NumberTheory.Lcm(order, cycle.Length);
                deciding.Add(cycle);
            }
        }

        _cycles = [.. cycles];
        _deciding = [.. deciding];
        Order = checked((int)order);
    }

    /// <summary>n.</summary>
    public int Order { get; }

    /// <summary>The length of the cycle of a point.</summary>
    public int CycleLength(int point) => _cycles[_cycleOf[point]].Length;

    /// <summary>x^j (point), j ≥ 0.</summary>
    public int Image(int j, int point)
    {
        var cycle = _cycles[_cycleOf[point]];
        return cycle[(int)(((long)_offset[point] + j) % cycle.Length)];
    }

    /// <summary>The least j ≥ 0 with x^j (from) = to, or <c>null</c> if the points lie in different cycles.</summary>
    public int? Steps(int from, int to)
    {
        var difference = _offset[to] - _offset[from];
        return _cycleOf[from] != _cycleOf[to] ? null : difference < 0 ? difference + CycleLength(from) : difference;
    }

    /// <summary>The j, 0 ≤ j &lt; n, with x^j = g, or with x^j = g y⁻¹ where the inverse of y is given, or <c>null</c>.</summary>
    /// <param name="g">A permutation.</param>
    /// <param name="inverse">The images of y⁻¹.</param>
    public int? LogOf(int[] g, int[]? inverse = null)
    {
        var (j, modulus) = (0L, 1L);
        foreach (var cycle in _deciding)
        {
            if (Steps(cycle[0], Given(cycle[0])) is not { } residue || Common(j, modulus, residue, cycle.Length) is not { } common)
            {
                return null;
            }

            (j, modulus) = (common, NumberTheory.Lcm(modulus, cycle.Length));
        }

        for (var point = 0; point < g.Length; point++)
        {
            if (Image((int)j, point) != Given(point))
            {
                return null;
            }
        }

        return (int)j;

        int Given(int point) => g[inverse is null ? point : inverse[point]];
    }

    /// <summary>The r, 0 ≤ r &lt; n, with y x y⁻¹ = x^r, or <c>null</c>.</summary>
    public int? Conjugate(int[] y)
    {
        // y x y⁻¹ sends y(p) to y(x(p)).
        var images = new int[y.Length];
        for (var point = 0; point < y.Length; point++)
        {
            images[y[point]] = y[Image(1, point)];
        }

        return LogOf(images);
    }

    /// <summary>The number congruent to a modulo m and to b modulo l, from 0 up to the least common multiple, or <c>null</c>.</summary>
    public static long? Common(long a, long m, long b, long l)
    {
        var divisor = NumberTheory.Gcd(m, l);
        if ((b - a) % divisor != 0)
        {
            return null;
        }

        var rest = l / divisor;
        return rest == 1 ? a : a + (m * (NumberTheory.Mod((b - a) / divisor, rest) * NumberTheory.ModInverse(m / divisor, rest) % rest));
    }
}
