using System.Diagnostics;
using System.Numerics;

namespace Eqnn.Numbers.Permutations;

/// <summary>A permutation of the points 0, 1, …, <see cref="Degree"/> − 1, acting from the left: <c>(a * b)(x) = a(b(x))</c>.</summary>
/// <remarks>
/// <para><b>Not</b> a finitely supported permutation of all naturals: the degree belongs to the value, permutations of different degrees are different and cannot be multiplied.</para>
/// <para><b>Order.</b> Shorter degree first, then lexicographic on image lists; for groups this is the order in which class representatives are least.</para>
/// <para><b>Text.</b> 1-based disjoint cycles, <c>(1,2,3)(4,5)</c>, the identity <c>()</c>; parsing refuses a point that occurs twice, so no convention of composition is hidden in a text.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial class Permutation : IEquatable<Permutation>, IComparable<Permutation>, IComparable, IParsable<Permutation>
{
    private readonly int[] _images;

    /// <summary>Takes the array over without copying or checking: it is a bijection and nobody else writes to it.</summary>
    internal Permutation(int[] trustedImages) => _images = trustedImages;

    /// <summary>The number of points.</summary>
    public int Degree => _images.Length;

    /// <summary>The images of 0, 1, …, <see cref="Degree"/> − 1, in this order.</summary>
    public IReadOnlyList<int> Images => Array.AsReadOnly(_images);

    /// <summary>True iff every point is fixed.</summary>
    public bool IsIdentity => PermutationArrays.IsIdentity(_images);

    /// <summary>The least m ≥ 1 with p^m = 1: the least common multiple of the cycle lengths.</summary>
    public BigInteger Order => PermutationArrays.Order(_images);

    /// <summary>1 for an even permutation, −1 for an odd one.</summary>
    public int Sign => PermutationArrays.Sign(_images);

    /// <summary>The lengths of all cycles, fixed points included, in ascending order; they sum to the degree. Two permutations are conjugate in Sym iff these lists are equal.</summary>
    public IReadOnlyList<int> CycleLengths
    {
        get
        {
            var lengths = PermutationArrays.CycleLengths(_images);
            Array.Sort(lengths);
            return Array.AsReadOnly(lengths);
        }
    }

    /// <summary>The number of fixed points: the value of the permutation character.</summary>
    public int FixedPointCount
    {
        get
        {
            var count = 0;
            for (var x = 0; x < _images.Length; x++)
            {
                if (_images[x] == x)
                {
                    count++;
                }
            }

            return count;
        }
    }

    /// <summary>The image list itself; internal, never written to.</summary>
    internal int[] RawImages => _images;

    /// <summary>Checks the array and keeps it: see <see cref="PermutationArrays.ToPermutation"/>.</summary>
    internal static Permutation TakeOver(int[] images)
    {
        var at = PermutationArrays.FirstDefect(images);
        if (at >= 0)
        {
            var reason = images[at] < 0 || images[at] >= images.Length ? "is not a point" : "occurs twice";
            throw new ArgumentException(FormattableString.Invariant($"not a bijection of 0..{images.Length - 1}: entry {at} is {images[at]}, which {reason}"), nameof(images));
        }

        return new Permutation(images);
    }

    /// <summary>The image of the point <paramref name="x"/>, both from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The point is negative or not below the degree.</exception>
    public int this[int x]
    {
        get
        {
            if (x < 0 || x >= _images.Length)
            {
                throw new ArgumentOutOfRangeException(nameof(x), x, FormattableString.Invariant($"a permutation of degree {_images.Length} moves the points 0 to {_images.Length - 1}"));
            }

            return _images[x];
        }
    }

    /// <summary>The identity on <paramref name="degree"/> points.</summary>
    public static Permutation Identity(int degree)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(degree);
        return new Permutation(PermutationArrays.Identity(degree));
    }

    /// <summary>The permutation x ↦ images[x], points from 0.</summary>
    /// <exception cref="ArgumentException">The list is not a bijection of 0, …, n − 1; the message names the entry.</exception>
    public static Permutation FromImages(IEnumerable<int> zeroBased)
    {
        ArgumentNullException.ThrowIfNull(zeroBased);
        return TakeOver(zeroBased.ToArray());
    }

    /// <summary>The product of disjoint cycles, points from 0; a cycle (a, b, …) sends a to b.</summary>
    /// <exception cref="ArgumentException">A point is out of range or occurs twice; the message names it.</exception>
    public static Permutation FromCycles(int degree, IEnumerable<IEnumerable<int>> cycles)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(degree);
        ArgumentNullException.ThrowIfNull(cycles);
        var images = PermutationArrays.Identity(degree);
        var seen = new bool[degree];
        foreach (var cycle in cycles)
        {
            var points = cycle.ToArray();
            foreach (var point in points)
            {
                if (point < 0 || point >= degree)
                {
                    throw new ArgumentException(FormattableString.Invariant($"the point {point} is not one of 0..{degree - 1}"), nameof(cycles));
                }

                if (seen[point])
                {
                    throw new ArgumentException(FormattableString.Invariant($"the point {point} occurs twice"), nameof(cycles));
                }

                seen[point] = true;
            }

            for (var i = 0; i < points.Length; i++)
            {
                images[points[i]] = points[i + 1 < points.Length ? i + 1 : 0];
            }
        }

        return new Permutation(images);
    }

    /// <summary>The product "first <paramref name="right"/>, then <paramref name="left"/>": x ↦ left(right(x)).</summary>
    /// <exception cref="ArgumentException">The degrees differ.</exception>
    public static Permutation operator *(Permutation left, Permutation right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        RequireEqualDegrees(left, right);
        return new Permutation(PermutationArrays.Product(left._images, right._images));
    }

    /// <summary>The inverse.</summary>
    public Permutation Inverse() => new(PermutationArrays.Inverse(_images));

    /// <summary>The power p^<paramref name="exponent"/>, negative exponents included.</summary>
    public static Permutation Pow(Permutation value, int exponent)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Power(exponent);
    }

    /// <summary>The power p^<paramref name="exponent"/>, negative exponents included; cost proportional to the degree whatever the exponent.</summary>
    public Permutation Power(long exponent) => new(PermutationArrays.Power(_images, exponent));

    /// <summary>The conjugate <c>g p g⁻¹</c> of this permutation p: it sends g(x) to g(p(x)).</summary>
    /// <exception cref="ArgumentException">The degrees differ.</exception>
    public Permutation ConjugateBy(Permutation g)
    {
        ArgumentNullException.ThrowIfNull(g);
        RequireEqualDegrees(this, g);
        return new Permutation(PermutationArrays.Conjugate(_images, g._images));
    }

    /// <summary>True iff the two permutations have the same degree and the same images.</summary>
    public bool Equals(Permutation? other) => other is not null && _images.AsSpan().SequenceEqual(other._images);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Permutation);

    /// <inheritdoc/>
    public override int GetHashCode() => PermutationArrays.Hash(_images);

    /// <summary>Shorter degree first, then lexicographic on image lists.</summary>
    public int CompareTo(Permutation? other)
    {
        if (other is null)
        {
            return 1;
        }

        var byDegree = _images.Length.CompareTo(other._images.Length);
        return byDegree != 0 ? byDegree : _images.AsSpan().SequenceCompareTo(other._images);
    }

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        Permutation other => CompareTo(other),
        _ => throw new ArgumentException("a permutation compares with permutations only", nameof(obj)),
    };

    /// <summary>Equality of degree and images.</summary>
    public static bool operator ==(Permutation? left, Permutation? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Difference in degree or images.</summary>
    public static bool operator !=(Permutation? left, Permutation? right) => !(left == right);

    /// <summary>The listing order of <see cref="CompareTo(Permutation?)"/>.</summary>
    public static bool operator <(Permutation? left, Permutation? right) => Compare(left, right) < 0;

    /// <summary>The listing order of <see cref="CompareTo(Permutation?)"/>.</summary>
    public static bool operator <=(Permutation? left, Permutation? right) => Compare(left, right) <= 0;

    /// <summary>The listing order of <see cref="CompareTo(Permutation?)"/>.</summary>
    public static bool operator >(Permutation? left, Permutation? right) => Compare(left, right) > 0;

    /// <summary>The listing order of <see cref="CompareTo(Permutation?)"/>.</summary>
    public static bool operator >=(Permutation? left, Permutation? right) => Compare(left, right) >= 0;

    private static int Compare(Permutation? left, Permutation? right) => left is null ? (right is null ? 0 : -1) : left.CompareTo(right);

    private static void RequireEqualDegrees(Permutation left, Permutation right)
    {
        if (left.Degree != right.Degree)
        {
            throw new ArgumentException(FormattableString.Invariant($"permutations of degrees {left.Degree} and {right.Degree} do not act on the same points"));
        }
    }
}
