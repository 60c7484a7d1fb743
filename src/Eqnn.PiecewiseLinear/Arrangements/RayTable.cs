using System.Numerics;
using System.Runtime.Intrinsics;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>The rays met so far, each with exact coordinates and its sign on every hyperplane, decided once.</summary>
/// <remarks>
/// <para>A new ray is the point where hyperplane h cuts a two-dimensional cone of the arrangement of the hyperplanes inserted so far. Two-dimensional cones have disjoint interiors and are spanned by
/// their two rays, so the pair of rays is a key: the same ray is never made twice. Here h is always the first hyperplane on which the two rays have opposite signs.</para>
/// <para>A ray stays a ray when hyperplanes are added. So signs on all hyperplanes, also those not yet inserted, are computed at once, as bit sets.</para>
/// </remarks>
internal sealed class RayTable<TBits>
    where TBits : struct, IBits<TBits>
{
    private readonly IntegerArrangement _arrangement;
    private readonly RayMaker<TBits> _maker;
    private readonly Dictionary<int, BigInteger[]> _large = [];
    private readonly double[] _approximate;
    private readonly ulong[] _positiveWords;
    private readonly ulong[] _negativeWords;
    private long[] _coordinates;
    private double[] _sizes;
    private ulong[] _keys = new ulong[1 << 10];
    private int[] _values = new int[1 << 10];
    private int _pairs;

    public RayTable(IntegerArrangement arrangement)
    {
        _arrangement = arrangement;
        _maker = new RayMaker<TBits>(arrangement, this);
        _approximate = new double[Math.Max(1, arrangement.Dimension)];
        _positiveWords = new ulong[(TBits.Capacity + 63) / 64];
        _negativeWords = new ulong[(TBits.Capacity + 63) / 64];
        _coordinates = new long[256 * Math.Max(1, arrangement.Stride)];
        _sizes = new double[256];
        Positive = new TBits[256];
        Negative = new TBits[256];
        All = Bits.First<TBits>(arrangement.Count);
        for (var i = 0; i < arrangement.Dimension; i++)
        {
            var ray = _maker.DualRay(i);
            Add(ray);
            Add(Array.ConvertAll(ray, c => -c));
        }
    }

    /// <summary>All hyperplanes.</summary>
    public TBits All { get; }

    /// <summary>Rays made. The first 2d are those of the coordinate cones: 2i positive on hyperplane i and 0 on the others below d, 2i + 1 its negative.</summary>
    public int Count { get; private set; }

    /// <summary>The hyperplanes on which the ray is positive.</summary>
    public TBits[] Positive { get; private set; }

    /// <summary>The hyperplanes on which the ray is negative.</summary>
    public TBits[] Negative { get; private set; }

    public TBits Zero(int ray) => All & ~(Positive[ray] | Negative[ray]);

    /// <summary>The largest absolute value of a coefficient (approximately, never too small by more than a rounding).</summary>
    public double Size(int ray) => _sizes[ray];

    public bool IsLarge(int ray) => _large.Count > 0 && _large.ContainsKey(ray);

    public ReadOnlySpan<long> Coordinates(int ray) => _coordinates.AsSpan(ray * _arrangement.Stride, _arrangement.Stride);

    public BigInteger[] LargeCoordinates(int ray)
    {
        if (_large.TryGetValue(ray, out var large))
        {
            return large;
        }

        var result = new BigInteger[_arrangement.Stride];
        var small = Coordinates(ray);
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = small[i];
        }

        return result;
    }

    /// <summary>The ray where hyperplane <paramref name="h"/> cuts the cone of two adjacent rays of a chamber, one on either side of h.</summary>
    public int Between(int positive, int negative, int h)
    {
        var key = ((ulong)(uint)positive << 32) | (uint)negative;
        var mask = _keys.Length - 1;
        var at = (int)(Bits.Mix(key) & (ulong)mask);
        while (_keys[at] != 0)
        {
            if (_keys[at] == key)
            {
                return _values[at];
            }

            at = (at + 1) & mask;
        }

        var ray = _maker.Between(positive, negative, h);
        _keys[at] = key;
        _values[at] = ray;
        if (++_pairs * 2 > _keys.Length)
        {
            Rehash();
        }

        return ray;
    }

    public int Add(BigInteger[] coordinates)
    {
        var small = new long[coordinates.Length];
        var fits = true;
        for (var i = 0; i < small.Length && fits; i++)
        {
            fits = BigInteger.Abs(coordinates[i]) < (BigInteger.One << 62);
            small[i] = fits ? (long)coordinates[i] : 0;
        }

        if (fits)
        {
            return Add(small);
        }

        var ray = Reserve();
        _large[ray] = coordinates;
        var size = 0.0;
        for (var i = 0; i < _arrangement.Dimension; i++)
        {
            var value = 0.0;
            var sum = 0.0;
            for (var k = 0; k < _arrangement.Ring.Degree; k++)
            {
                var c = (double)coordinates[i * _arrangement.Ring.Degree + k];
                value += c * _arrangement.Ring.Values[k];
                sum += Math.Abs(c);
            }

            _approximate[i] = value;
            size = Math.Max(size, sum);
        }

        _sizes[ray] = size;
        DecideSigns(ray, size);
        return ray;
    }

    public int Add(ReadOnlySpan<long> coordinates)
    {
        var ray = Reserve();
        coordinates.CopyTo(_coordinates.AsSpan(ray * _arrangement.Stride));
        var m = _arrangement.Ring.Degree;
        var values = _arrangement.Ring.Values;
        var size = 0.0;
        for (var i = 0; i < _arrangement.Dimension; i++)
        {
            var value = 0.0;
            var sum = 0.0;
            for (var k = 0; k < m; k++)
            {
                double c = coordinates[i * m + k];
                value += c * values[k];
                sum += Math.Abs(c);
            }

            _approximate[i] = value;
            size = Math.Max(size, sum);
        }

        _sizes[ray] = size;
        DecideSigns(ray, size);
        return ray;
    }

    /// <summary>Replaces a ray just made by its negative.</summary>
    public void Negate(int ray)
    {
        (Positive[ray], Negative[ray]) = (Negative[ray], Positive[ray]);
        if (_large.TryGetValue(ray, out var large))
        {
            _large[ray] = Array.ConvertAll(large, c => -c);
            return;
        }

        var span = _coordinates.AsSpan(ray * _arrangement.Stride, _arrangement.Stride);
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = -span[i];
        }
    }

    private void DecideSigns(int ray, double size)
    {
        Array.Clear(_positiveWords);
        Array.Clear(_negativeWords);
        var a = _arrangement;
        var exact = size <= a.ExactBound;
        var trusted = double.IsFinite(size * a.LargestSum);
        for (var block = 0; block < a.PaddedCount; block += 4)
        {
            uint above;
            uint below;
            if (trusted)
            {
                var sum = Vector256<double>.Zero;
                for (var i = 0; i < a.Dimension; i++)
                {
                    sum += Vector256.Create(_approximate[i]) * Vector256.Create(a.Columns, i * a.PaddedCount + block);
                }

                var bound = exact ? Vector256<double>.Zero : Vector256.Create(a.ErrorFactors, block) * Vector256.Create(size);
                above = Vector256.GreaterThan(sum, bound).ExtractMostSignificantBits();
                below = Vector256.LessThan(sum, -bound).ExtractMostSignificantBits();
            }
            else
            {
                above = below = 0;
            }

            if (!exact && (above | below) != 15)
            {
                Settle(ray, block, ref above, ref below);
            }

            _positiveWords[block >> 6] |= (ulong)above << (block & 63);
            _negativeWords[block >> 6] |= (ulong)below << (block & 63);
        }

        Positive[ray] = TBits.FromWords(_positiveWords);
        Negative[ray] = TBits.FromWords(_negativeWords);
    }

    private void Settle(int ray, int block, ref uint above, ref uint below)
    {
        for (var bit = 0; bit < 4 && block + bit < _arrangement.Count; bit++)
        {
            if ((((above | below) >> bit) & 1) != 0)
            {
                continue;
            }

            var sign = IsLarge(ray) ? _arrangement.Sign(block + bit, _large[ray]) : _arrangement.Sign(block + bit, Coordinates(ray));
            if (sign > 0)
            {
                above |= 1u << bit;
            }
            else if (sign < 0)
            {
                below |= 1u << bit;
            }
        }
    }

    private int Reserve()
    {
        if (Count == _sizes.Length)
        {
            var larger = 2 * Count;
            Array.Resize(ref _coordinates, larger * Math.Max(1, _arrangement.Stride));
            Array.Resize(ref _sizes, larger);
            var positive = Positive;
            var negative = Negative;
            Array.Resize(ref positive, larger);
            Array.Resize(ref negative, larger);
            Positive = positive;
            Negative = negative;
        }

        return Count++;
    }

    private void Rehash()
    {
        var keys = _keys;
        var values = _values;
        _keys = new ulong[2 * keys.Length];
        _values = new int[2 * keys.Length];
        var mask = _keys.Length - 1;
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] == 0)
            {
                continue;
            }

            var at = (int)(Bits.Mix(keys[i]) & (ulong)mask);
            while (_keys[at] != 0)
            {
                at = (at + 1) & mask;
            }

            _keys[at] = keys[i];
            _values[at] = values[i];
        }
    }
}
