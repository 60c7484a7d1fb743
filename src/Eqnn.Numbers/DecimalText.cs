using System.Globalization;
using System.Numerics;

namespace Eqnn.Numbers;

/// <summary>The decimal digits of integers of any size, as .NET writes them, but for many digits in less than quadratic time: the order of S₆₅₅₃₆ has 287,194 digits.</summary>
public static class DecimalText
{
    /// <summary>Pieces of so many digits are left to .NET.</summary>
    private const int Piece = 800;

    /// <summary>The digits of a number, with a minus sign before them where it is negative.</summary>
    /// <remarks>Divided by powers 10^{800·2^k} of about half its length, as long as the halves are long.</remarks>
    public static string Of(BigInteger number)
    {
        if (number.GetBitLength() < 4 * Piece)
        {
            return number.ToString(CultureInfo.InvariantCulture);
        }

        var rest = BigInteger.Abs(number);
        var powers = new List<BigInteger> { BigInteger.Pow(10, Piece) };
        while (2 * powers[^1].GetBitLength() < rest.GetBitLength() + 2)
        {
            powers.Add(powers[^1] * powers[^1]);
        }

        // Piece·2^k digits at least: leading zeros of the first part are cut off below.
        var digits = new char[Piece << powers.Count];
        Write(rest, powers.Count - 1, digits);
        var zeros = digits.AsSpan().IndexOfAnyExcept('0');
        return (number.Sign < 0 ? "-" : "") + new string(digits.AsSpan(zeros));

        void Write(BigInteger part, int level, Span<char> to)
        {
            if (level < 0)
            {
                var text = part.ToString(CultureInfo.InvariantCulture);
                to[..^text.Length].Fill('0');
                text.CopyTo(to[^text.Length..]);
                return;
            }

            var (high, low) = BigInteger.DivRem(part, powers[level]);
            Write(high, level - 1, to[..(to.Length / 2)]);
            Write(low, level - 1, to[(to.Length / 2)..]);
        }
    }
}
