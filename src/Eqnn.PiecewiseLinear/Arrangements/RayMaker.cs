using System.Numerics;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>Exact coordinates of new rays, as small as they get: over ℤ the primitive vector; over a larger ring the maximal minors of d - 1 normals, without their rational content.</summary>
/// <remarks>Combining two rays needs no determinant, but over a larger ring the common factor of the combination is a ring element that no gcd removes, and sizes would double at every step.
/// So there, up to dimension <see cref="MinorsUpTo"/>, minors are computed afresh from the normals by expansion over column subsets (no division); beyond, over the field.</remarks>
internal sealed class RayMaker<TBits>
    where TBits : struct, IBits<TBits>
{
    /// <summary>Expansion over subsets costs d 2^(d-1) ring products.</summary>
    private const int MinorsUpTo = 10;

    private readonly IntegerArrangement _arrangement;
    private readonly RayTable<TBits> _table;
    private readonly ModularRank _rank;
    private readonly MinorExpansion? _minors;
    private readonly long[] _fresh;
    private readonly int[] _rows;

    public RayMaker(IntegerArrangement arrangement, RayTable<TBits> table)
    {
        _arrangement = arrangement;
        _table = table;
        _rank = new ModularRank(arrangement);
        _minors = arrangement.Ring.Degree > 1 && arrangement.Dimension <= MinorsUpTo ? new MinorExpansion(arrangement) : null;
        _fresh = new long[arrangement.Stride];
        _rows = new int[Math.Max(1, arrangement.Dimension)];
    }

    /// <summary>The primitive vector that is 0 on the normals below d except <paramref name="index"/>, positive there.</summary>
    public BigInteger[] DualRay(int index)
    {
        var rows = Enumerable.Range(0, _arrangement.Dimension).Where(i => i != index).ToArray();
        var ray = Kernel(rows);
        return _arrangement.Sign(index, ray) > 0 ? ray : Array.ConvertAll(ray, c => -c);
    }

    /// <summary>Adds the ray of the cone of two rays on hyperplane <paramref name="h"/>.</summary>
    public int Between(int positive, int negative, int h)
    {
        if (_arrangement.Ring.Degree == 1)
        {
            return Combination(positive, negative, h);
        }

        // The hyperplanes that hold both rays hold their plane: rank d - 2, and with h rank d - 1.
        var common = _table.Zero(positive) & _table.Zero(negative);
        var needed = _arrangement.Dimension - 2;
        var found = 0;
        if (common.Count == needed)
        {
            for (var rest = common; !rest.IsEmpty; rest ^= Bits.Single<TBits>(rest.Lowest))
            {
                _rows[found++] = rest.Lowest;
            }
        }
        else
        {
            found = _rank.Independent(common, needed, _rows);
        }

        _rows[found++] = h;
        var rows = _rows.AsSpan(0, found);
        if (_minors is null || !_minors.TryExpand(rows, _fresh))
        {
            return Oriented(_table.Add(Kernel(rows.ToArray())), positive, negative);
        }

        return Oriented(_table.Add(_fresh), positive, negative);
    }

    /// <summary>Of the two directions of a line, the one between the two rays: its signs are theirs wherever these do not disagree.</summary>
    private int Oriented(int ray, int positive, int negative)
    {
        // Not both sets are empty: some hyperplane through one of the rays misses the other.
        var disagree = (_table.Positive[positive] & _table.Negative[negative]) | (_table.Positive[negative] & _table.Negative[positive]);
        var above = (_table.Positive[positive] | _table.Positive[negative]) & ~disagree;
        var below = (_table.Negative[positive] | _table.Negative[negative]) & ~disagree;
        if (above.IsSubsetOf(_table.Positive[ray]) && below.IsSubsetOf(_table.Negative[ray]))
        {
            return ray;
        }

        _table.Negate(ray);
        return above.IsSubsetOf(_table.Positive[ray]) && below.IsSubsetOf(_table.Negative[ray])
            ? ray
            : throw new CertificateException("a new ray lies between its two neighbours", FormattableString.Invariant($"rays {positive} and {negative}"));
    }

    /// <summary>|⟨h, r₋⟩| r₊ + |⟨h, r₊⟩| r₋ over ℤ, made primitive.</summary>
    private int Combination(int positive, int negative, int h)
    {
        var d = _arrangement.Dimension;

        // All intermediate values are below 2 · (d · |h| · |r₊|) · |r₋|: where that is below 2^62 no step can overflow.
        if (_arrangement.Small is { } small && 4.0 * _arrangement.LargestSum * _table.Size(positive) * _table.Size(negative) < 4.0e18
            && !_table.IsLarge(positive) && !_table.IsLarge(negative))
        {
            var normal = small.AsSpan(h * d, d);
            var plus = _table.Coordinates(positive);
            var minus = _table.Coordinates(negative);
            long alpha = 0;
            long beta = 0;
            unchecked
            {
                for (var i = 0; i < d; i++)
                {
                    alpha -= normal[i] * minus[i];
                    beta += normal[i] * plus[i];
                }

                var content = 0L;
                for (var i = 0; i < d; i++)
                {
                    var value = alpha * plus[i] + beta * minus[i];
                    _fresh[i] = value;
                    content = content == 1 ? 1 : Gcd(content, Math.Abs(value));
                }

                if (content > 1)
                {
                    for (var i = 0; i < d; i++)
                    {
                        _fresh[i] /= content;
                    }
                }
            }

            return _table.Add(_fresh);
        }

        var largePlus = _table.LargeCoordinates(positive);
        var largeMinus = _table.LargeCoordinates(negative);
        var product = new BigInteger[1];
        _arrangement.Product(h, largeMinus, product);
        var a = -product[0];
        _arrangement.Product(h, largePlus, product);
        var b = product[0];
        var ray = new BigInteger[d];
        for (var i = 0; i < d; i++)
        {
            ray[i] = a * largePlus[i] + b * largeMinus[i];
        }

        return _table.Add(Primitive(ray));
    }

    /// <summary>A generator of the kernel of d - 1 independent normals.</summary>
    private BigInteger[] Kernel(int[] rows)
    {
        if (_arrangement.Dimension == 1)
        {
            var one = new BigInteger[_arrangement.Stride];
            one[0] = BigInteger.One;
            return one;
        }

        if (_minors is not null)
        {
            return Primitive(_minors.Expand(rows));
        }

        return Primitive(FieldElimination.Kernel(_arrangement, rows));
    }

    private static BigInteger[] Primitive(BigInteger[] vector)
    {
        var content = BigInteger.Zero;
        foreach (var c in vector)
        {
            content = BigInteger.GreatestCommonDivisor(content, c);
        }

        return content.IsOne || content.IsZero ? vector : Array.ConvertAll(vector, c => c / content);
    }

    private static long Gcd(long a, long b)
    {
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a;
    }
}
