using System.Numerics;
using System.Text;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>χ(t) = Σ μ(X) t^{dim X} over the flats X of an arrangement of hyperplanes in ℝ^n (the nonempty intersections, the whole space among them), with its Betti numbers.</summary>
/// <remarks>
/// <para><b>Coefficients.</b> χ(t) = Σ_k (-1)^k b_k t^{n-k}; b_k = Σ |μ(X)| over the flats of codimension k, also the ranks of the cohomology of the complement of the complexified arrangement. b_0 = 1, b_1 is the number of hyperplanes.</para>
/// <para><b>Regions.</b> Σ b_k = |χ(-1)|, of which |Σ (-1)^k b_k| are bounded modulo the lineality space [Zaslavsky1975, Thm A and C]; none are if all hyperplanes pass through one point.</para>
/// <para><b>Method.</b> Few products: deletion and restriction. Else the flats of rank at most d - 2 up to the symmetry of the arrangement: chambers are never met. <see cref="Origin"/> says which. docs/theory.md#characteristic.</para>
/// </remarks>
public sealed class CharacteristicPolynomial : IEquatable<CharacteristicPolynomial>
{
    /// <summary>Modular products spent on deletion and restriction before flats are looked at: some milliseconds.</summary>
    private const long CheapProducts = 1_000_000;

    internal CharacteristicPolynomial(int ambientDimension, IReadOnlyList<BigInteger> betti, string origin)
    {
        AmbientDimension = ambientDimension;
        BettiNumbers = Array.AsReadOnly(betti.ToArray());
        Origin = origin;
    }

    /// <summary>n, the degree.</summary>
    public int AmbientDimension { get; }

    /// <summary>d, the largest codimension of a flat.</summary>
    public int Rank => BettiNumbers.Count - 1;

    /// <summary>b_0, …, b_d, all positive.</summary>
    public IReadOnlyList<BigInteger> BettiNumbers { get; }

    /// <summary>The method that found it; no part of the value.</summary>
    public string Origin { get; }

    /// <summary>|χ(-1)|, the number of regions: connected components of the complement.</summary>
    public BigInteger RegionCount => BettiNumbers.Aggregate(BigInteger.Zero, (sum, b) => sum + b);

    /// <summary>The number of regions that are bounded modulo the lineality space: |Σ (-1)^k b_k|.</summary>
    public BigInteger BoundedRegionCount => BigInteger.Abs(BettiNumbers.Select((b, k) => k % 2 == 0 ? b : -b).Aggregate(BigInteger.Zero, (sum, b) => sum + b));

    /// <summary>The coefficients of 1, t, …, t^n.</summary>
    public IReadOnlyList<BigInteger> Coefficients =>
        [.. Enumerable.Range(0, AmbientDimension + 1).Select(power => AmbientDimension - power is var k && k > Rank ? BigInteger.Zero : k % 2 == 0 ? BettiNumbers[k] : -BettiNumbers[k])];

    /// <summary>Whether two are the same polynomial.</summary>
    public static bool operator ==(CharacteristicPolynomial? left, CharacteristicPolynomial? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether two are different polynomials.</summary>
    public static bool operator !=(CharacteristicPolynomial? left, CharacteristicPolynomial? right) => !(left == right);

    /// <summary>The polynomial of the product of two arrangements, in the direct sum of their spaces.</summary>
    public static CharacteristicPolynomial operator *(CharacteristicPolynomial left, CharacteristicPolynomial right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var betti = new BigInteger[left.Rank + right.Rank + 1];
        for (var i = 0; i <= left.Rank; i++)
        {
            for (var j = 0; j <= right.Rank; j++)
            {
                betti[i + j] += left.BettiNumbers[i] * right.BettiNumbers[j];
            }
        }

        return new CharacteristicPolynomial(left.AmbientDimension + right.AmbientDimension, betti, "product");
    }

    /// <summary>The characteristic polynomial of an arrangement of hyperplanes through 0.</summary>
    /// <exception cref="LimitExceededException">More orbits of flats of one rank than <see cref="ChamberSearchOptions.MaxFlats"/>, or more than 4096 hyperplanes.</exception>
    /// <exception cref="CertificateException">The numbers found are those of no arrangement: a bug.</exception>
    public static CharacteristicPolynomial Of(Arrangement arrangement, ChamberSearchOptions? options = null, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(arrangement);
        options ??= ChamberSearchOptions.Default;
        return TryOf(arrangement, options, progress, cancellationToken) ?? throw new LimitExceededException(
            arrangement.Symmetry.Count == 0 ? "flats of one rank" : "orbits of flats of one rank",
            options.MaxFlats,
            "more",
            "ChamberSearchOptions.MaxFlats",
            ChamberLimits.Tenfold(options.MaxFlats),
            "time and memory grow with the number");
    }

    /// <summary>The characteristic polynomial of an affine arrangement: that of its cone divided by t - 1.</summary>
    /// <exception cref="LimitExceededException">As for an arrangement of hyperplanes through 0; the flats are those of the cone.</exception>
    /// <exception cref="CertificateException">The numbers found are those of no arrangement: a bug.</exception>
    public static CharacteristicPolynomial Of(AffineArrangement arrangement, ChamberSearchOptions? options = null, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(arrangement);
        return Of(arrangement.Cone, options, progress, cancellationToken).Deconed();
    }

    /// <summary>The same, or null at the limit.</summary>
    internal static CharacteristicPolynomial? TryOf(Arrangement arrangement, ChamberSearchOptions options, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        if (ZaslavskyCount.TryBettiNumbers(arrangement.Integer, CheapProducts, cancellationToken) is { } few)
        {
            return new CharacteristicPolynomial(arrangement.AmbientDimension, few, "deletion and restriction");
        }

        return FlatBettiNumbers(arrangement, options.MaxFlats, progress, cancellationToken) is { } flats
            ? new CharacteristicPolynomial(arrangement.AmbientDimension, flats, arrangement.Symmetry.Count == 0 ? "flats" : "flats up to symmetry")
            : null;
    }

    /// <summary>That of an affine arrangement, from that of its cone.</summary>
    internal CharacteristicPolynomial Deconed()
    {
        // Σ b_k t^k = (1 + t) Σ b'_k t^k.
        var betti = new BigInteger[Rank];
        var last = BigInteger.Zero;
        for (var k = 0; k < Rank; k++)
        {
            betti[k] = last = BettiNumbers[k] - last;
        }

        return last == BettiNumbers[Rank]
            ? new CharacteristicPolynomial(AmbientDimension - 1, betti, Origin)
            : throw new CertificateException("the characteristic polynomial of a cone is divisible by t - 1", ToString());
    }

    /// <summary>By flats, whatever the size.</summary>
    internal static BigInteger[]? FlatBettiNumbers(Arrangement arrangement, long limit, IProgress<WorkProgress>? progress, CancellationToken cancellationToken) => arrangement.Hyperplanes.Count switch
    {
        <= 64 => FlatWalk<Bits64>.TryBettiNumbers(arrangement, limit, progress, cancellationToken),
        <= 128 => FlatWalk<Bits128>.TryBettiNumbers(arrangement, limit, progress, cancellationToken),
        <= 512 => FlatWalk<Bits512>.TryBettiNumbers(arrangement, limit, progress, cancellationToken),
        <= 4096 => FlatWalk<Bits4096>.TryBettiNumbers(arrangement, limit, progress, cancellationToken),
        var count => throw ChamberLimits.TooManyHyperplanes(count),
    };

    /// <summary>χ(t).</summary>
    public BigInteger Evaluate(BigInteger t)
    {
        var value = BigInteger.Zero;
        foreach (var coefficient in Coefficients.Reverse())
        {
            value = value * t + coefficient;
        }

        return value;
    }

    /// <inheritdoc/>
    public bool Equals(CharacteristicPolynomial? other) => other is not null && AmbientDimension == other.AmbientDimension && BettiNumbers.SequenceEqual(other.BettiNumbers);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CharacteristicPolynomial);

    /// <inheritdoc/>
    public override int GetHashCode() => BettiNumbers.Aggregate(AmbientDimension.GetHashCode(), HashCode.Combine);

    /// <summary><c>t^3 - 6t^2 + 11t - 6</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        for (var k = 0; k <= Rank; k++)
        {
            var power = AmbientDimension - k;
            var b = BettiNumbers[k];
            text.Append(k == 0 ? "" : k % 2 == 0 ? " + " : " - ");
            text.Append(b.IsOne && power > 0 ? "" : FormattableString.Invariant($"{b}"));
            text.Append(power switch { 0 => "", 1 => "t", _ => FormattableString.Invariant($"t^{power}") });
        }

        return text.ToString();
    }
}
