using System.Numerics;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>Why an enumeration misses no chamber.</summary>
/// <remarks>With symmetry the list is closed under crossing walls by the way it was made; <see cref="ChamberEnumeration.IsClosedUnderWallCrossing"/> checks that afresh. [Zaslavsky1975, Thm A].</remarks>
public sealed record CompletenessCertificate
{
    internal CompletenessCertificate(BigInteger found, CharacteristicPolynomial? polynomial)
    {
        Found = found;
        CharacteristicPolynomial = polynomial;
    }

    /// <summary>The number of chambers found.</summary>
    public BigInteger Found { get; }

    /// <summary>The characteristic polynomial, found independently by flats or by deletion and restriction; null if that was too large or switched off.</summary>
    public CharacteristicPolynomial? CharacteristicPolynomial { get; }

    /// <summary>T(2, 0) of the matroid of the normals, the sum of the Betti numbers; null without them.</summary>
    public BigInteger? Zaslavsky => CharacteristicPolynomial?.RegionCount;

    /// <summary>Whether an independent count was made and agrees.</summary>
    public bool IsCountConfirmed => Zaslavsky == Found;

    /// <summary>One line for people.</summary>
    public override string ToString() => Zaslavsky is { } count
        ? FormattableString.Invariant($"{Found} chambers found, Zaslavsky's count is {count}")
        : FormattableString.Invariant($"{Found} chambers found; Zaslavsky's count was not computed (too large for its budget)");
}
