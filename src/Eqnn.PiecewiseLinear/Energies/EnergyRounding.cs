using System.Globalization;
using Eqnn.Algebra.Characters;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Energies;

/// <summary>From enclosures of energies to shares in decimals, checked against the zeros that are proved.</summary>
internal static class EnergyRounding
{
    /// <summary>Shares below the last digit are written with three digits that count, as long as they are not too small for that.</summary>
    private const int MaxExtraDigits = 60;

    /// <summary>The row, or <c>null</c> if the enclosures are not tight enough for its digits.</summary>
    /// <param name="source">L.</param>
    /// <param name="layers">The number of layers.</param>
    /// <param name="targets">The simples K.</param>
    /// <param name="energies">Enclosures of E(L→K).</param>
    /// <param name="zeros">Where the energy is 0 by a theorem.</param>
    /// <param name="digits">Digits after the point.</param>
    /// <param name="lastAttempt">Whether the middle of an enclosure that is tight enough is to be taken, though it does not decide how to round.</param>
    /// <exception cref="CertificateException">An enclosure of a proved zero does not hold 0, or another one holds negative numbers only: a bug.</exception>
    public static EnergyRow? TryRow(SimpleRepresentation source, int layers, IReadOnlyList<SimpleRepresentation> targets, IReadOnlyList<RealInterval> energies, IReadOnlyList<bool> zeros, int digits, bool lastAttempt)
    {
        var bits = energies[0].Bits;
        for (var k = 0; k < targets.Count; k++)
        {
            if (zeros[k] ? !energies[k].ContainsZero : energies[k].High.Sign <= 0)
            {
                throw new CertificateException("energies vanish exactly where the theorem says", $"{source.Label} -> {targets[k].Label}: {energies[k]}");
            }
        }

        var zero = RealInterval.Of(Rational.Zero, bits);
        var total = Enumerable.Range(0, targets.Count).Where(k => !zeros[k]).Aggregate(zero, (sum, k) => sum + energies[k]);
        if (zeros.All(isZero => isZero))
        {
            return new(source, layers, zero, "0", [.. targets.Select(target => new EnergyShare(target, zero, null, isZero: true, "0"))]);
        }

        if (!total.IsPositive || TextOf(total, digits, lastAttempt) is not { } totalText)
        {
            return lastAttempt ? throw NotDecided(source, digits) : null;
        }

        var shares = new List<EnergyShare>();
        for (var k = 0; k < targets.Count; k++)
        {
            if (zeros[k])
            {
                shares.Add(new(targets[k], zero, null, isZero: true, "0"));
                continue;
            }

            var share = (energies[k] / total).Within(Rational.Zero, Rational.One);
            if (TextOf(share, digits, lastAttempt) is not { } text)
            {
                return lastAttempt ? throw NotDecided(source, digits) : null;
            }

            shares.Add(new(targets[k], share, null, isZero: false, text));
        }

        return new(source, layers, total, totalText, shares);
    }

    /// <summary>The row of exact energies.</summary>
    public static EnergyRow ExactRow(SimpleRepresentation source, IReadOnlyList<SimpleRepresentation> targets, IReadOnlyList<Cyclotomic> energies, IReadOnlyList<bool> zeros, int digits)
    {
        var bits = (int)(digits * 3.33) + 64;
        var total = energies.Aggregate(Cyclotomic.Zero, (sum, e) => sum + e);
        var shares = new List<EnergyShare>();
        for (var k = 0; k < targets.Count; k++)
        {
            if (zeros[k] != energies[k].IsZero || (!zeros[k] && energies[k].Sign < 0))
            {
                throw new CertificateException("energies vanish exactly where the theorem says", $"{source.Label} -> {targets[k].Label}: {energies[k]}");
            }

            var share = zeros[k] ? Cyclotomic.Zero : energies[k] / total;
            var enclosure = RealInterval.Of(share, bits);
            shares.Add(new(targets[k], enclosure, share, zeros[k], zeros[k] ? "0" : Nonzero(share.ToDecimalString(digits)) ?? share.ToDecimalString(DigitsFor(share.ToDouble(), digits))));
        }

        return new(source, 1, RealInterval.Of(total, bits), total.IsZero ? "0" : total.ToDecimalString(digits), shares);
    }

    /// <summary>The decimals of a positive number.</summary>
    private static string? TextOf(RealInterval value, int digits, bool lastAttempt)
    {
        if (value.TryToDecimalString(digits) is { } text)
        {
            return Nonzero(text) ?? (value.IsPositive ? value.TryToDecimalString(DigitsFor(value.ToDouble(), digits)) : null);
        }

        var tight = value.Width * Rational.Pow(10, digits) < Rational.Of(1, 1000);
        return lastAttempt && tight ? Nonzero(value.Low.ToDecimalString(digits)) ?? value.High.ToDecimalString(digits) : null;
    }

    private static string? Nonzero(string text) => text.Any(c => c is >= '1' and <= '9') ? text : null;

    private static int DigitsFor(double value, int digits) => Math.Min(digits + MaxExtraDigits, 3 - (int)Math.Floor(Math.Log10(Math.Max(value, 1e-300))));

    private static LimitExceededException NotDecided(SimpleRepresentation source, int digits) =>
        new("refinements of energies", 6, string.Create(CultureInfo.InvariantCulture, $"more, for {digits} digits from {source.Label}"), "not to be raised; ask for fewer digits");
}
