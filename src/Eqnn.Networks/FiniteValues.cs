using System.Runtime.Intrinsics;

namespace Eqnn.Networks;

/// <summary>Numbers that may come from anywhere: infinities and what is no number are refused by their positions.</summary>
internal static class FiniteValues
{
    /// <summary>The position of the first value that is infinite or no number, or −1.</summary>
    public static int FirstNotFinite(ReadOnlySpan<double> values)
    {
        // x − x is 0 for finite x and no number for all others: sums of it show in one pass whether there is anything to look for.
        var width = Vector256<double>.Count;
        var (first, second, i) = (Vector256<double>.Zero, Vector256<double>.Zero, 0);
        for (; i <= values.Length - (2 * width); i += 2 * width)
        {
            var (x, y) = (Vector256.Create(values[i..]), Vector256.Create(values[(i + width)..]));
            first += x - x;
            second += y - y;
        }

        for (i = double.IsNaN(Vector256.Sum(first + second)) ? 0 : i; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
