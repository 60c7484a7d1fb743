using System.Numerics;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>Colours of a face: for each of some invariant functionals F, one machine integer that stands for Σ_h s_h F(v_h). Linear in the signs, so crossing a wall changes them by ∓2 F(v_h).</summary>
/// <remarks>A ring element is packed into one word by fixed weights. Where the range of all faces allows, the packing is injective (<see cref="IsExact"/>); else it wraps modulo 2⁶⁴, still invariant
/// under the group but possibly coarser: then colours may steer a search, never decide equality.</remarks>
internal sealed class FaceColours
{
    private readonly long[] _codes;

    private FaceColours(int functionals, int hyperplanes, long[] codes, bool isExact)
    {
        Count = functionals;
        Hyperplanes = hyperplanes;
        _codes = codes;
        IsExact = isExact;
    }

    /// <summary>The number of functionals.</summary>
    public int Count { get; }

    public int Hyperplanes { get; }

    /// <summary>Whether different values always have different codes.</summary>
    public bool IsExact { get; }

    /// <summary>The code of each functional on the normal of h.</summary>
    public ReadOnlySpan<long> Column(int h) => _codes.AsSpan(h * Count, Count);

    /// <summary>Functional b is Σ of ±Γ_j over its signed hyperplanes (2j: plus, 2j + 1: minus).</summary>
    public static FaceColours Of(InvariantForm form, IReadOnlyList<IReadOnlyList<int>> functionals)
    {
        var n = form.Arrangement.Count;
        var m = form.Arrangement.Ring.Degree;
        var count = functionals.Count;
        var values = new BigInteger[n * count * m];
        for (var h = 0; h < n; h++)
        {
            for (var b = 0; b < count; b++)
            {
                foreach (var point in functionals[b])
                {
                    for (var k = 0; k < m; k++)
                    {
                        var entry = form.Entries[(h * n + point / 2) * m + k];
                        values[(h * count + b) * m + k] += point % 2 == 0 ? entry : -entry;
                    }
                }
            }
        }

        return Pack(values, n, count, m);
    }

    /// <summary>Adds or subtracts the colours of the normals of a face.</summary>
    public void Fill<TBits>(TBits positive, TBits negative, Span<long> colours)
        where TBits : struct, IBits<TBits>
    {
        colours.Clear();
        for (var w = 0; w * 64 < Hyperplanes; w++)
        {
            for (var word = positive.Word(w); word != 0; word &= word - 1)
            {
                Add(64 * w + BitOperations.TrailingZeroCount(word), 1, colours);
            }

            for (var word = negative.Word(w); word != 0; word &= word - 1)
            {
                Add(64 * w + BitOperations.TrailingZeroCount(word), -1, colours);
            }
        }
    }

    /// <summary>colours += factor · column(h), factor ±1 or ±2.</summary>
    public void Add(int h, long factor, Span<long> colours)
    {
        // Wraps by design where the packing is not exact, and cannot overflow where it is.
        unchecked
        {
            var column = Column(h);
            var i = 0;
            var doubled = factor is 2 or -2;
            for (; i <= column.Length - Vector<long>.Count; i += Vector<long>.Count)
            {
                var step = new Vector<long>(column[i..]);
                step = doubled ? step + step : step;
                var old = new Vector<long>(colours[i..]);
                (factor > 0 ? old + step : old - step).CopyTo(colours[i..]);
            }

            for (; i < column.Length; i++)
            {
                colours[i] += factor * column[i];
            }
        }
    }

    private static FaceColours Pack(BigInteger[] values, int hyperplanes, int count, int m)
    {
        // The range of coefficient k over all faces and functionals: Σ_h |value|, plus room for a doubled term while a wall is crossed.
        var ranges = new BigInteger[m];
        for (var b = 0; b < count; b++)
        {
            for (var k = 0; k < m; k++)
            {
                var sum = BigInteger.Zero;
                for (var h = 0; h < hyperplanes; h++)
                {
                    sum += BigInteger.Abs(values[(h * count + b) * m + k]);
                }

                ranges[k] = BigInteger.Max(ranges[k], sum);
            }
        }

        var weights = new BigInteger[m];
        var weight = BigInteger.One;
        for (var k = 0; k < m; k++)
        {
            weights[k] = weight;
            weight *= 2 * ranges[k] + 1;
        }

        var exact = weight < (BigInteger.One << 62);
        var codes = new long[values.Length / Math.Max(1, m)];
        for (var at = 0; at < codes.Length; at++)
        {
            var code = BigInteger.Zero;
            for (var k = 0; k < m; k++)
            {
                // Any odd constants do where injectivity is lost; these spread.
                code += values[at * m + k] * (exact ? weights[k] : Bits.Mix((ulong)k + 1) | 1);
            }

            codes[at] = exact ? (long)code : unchecked((long)(ulong)(code & ulong.MaxValue));
        }

        return new FaceColours(count, hyperplanes, codes, exact);
    }
}
