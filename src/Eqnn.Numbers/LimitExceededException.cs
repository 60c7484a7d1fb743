using System.Globalization;
using System.Numerics;
using System.Text;

namespace Eqnn.Numbers;

/// <summary>The work was stopped by a stated limit: the question has an answer, but not within the bound that was set.</summary>
/// <remarks>Not an error of the caller (that is <see cref="ArgumentException"/>) and not the answer "no" (that is a value).</remarks>
public sealed class LimitExceededException : Exception
{
    private const int LongestNumber = 40;

    /// <summary>States which limit stopped what, and how to raise it.</summary>
    /// <param name="limit">The name of the limit, e.g. <c>enumerated elements</c>.</param>
    /// <param name="bound">The value in force.</param>
    /// <param name="needed">What the work would have needed, as text; an estimate says so. A number of more than 40 digits in it is given by its size, as <see cref="Shown"/> does.</param>
    /// <param name="howToRaise">What to do, in words of the library: what may be chosen smaller, or that nothing helps.</param>
    public LimitExceededException(string limit, long bound, string needed, string howToRaise)
        : base(FormattableString.Invariant($"limit reached: {limit} is {bound}, this needs {Short(needed)}; to raise it: {Short(howToRaise)}"))
    {
        Limit = limit;
        Bound = bound;
        Needed = Short(needed);
        HowToRaise = Short(howToRaise);
    }

    /// <summary>States which limit that can be raised stopped what.</summary>
    /// <param name="limit">The name of the limit.</param>
    /// <param name="bound">The value in force.</param>
    /// <param name="needed">What the work would have needed, as text; an estimate says so.</param>
    /// <param name="setting">The setting of the library that holds the limit, e.g. <c>GroupLimits.MaxEnumeratedOrder</c>.</param>
    /// <param name="raised">The value to give it.</param>
    /// <param name="remark">What else there is to say, e.g. that memory grows with it; may be empty.</param>
    public LimitExceededException(string limit, long bound, string needed, string setting, long raised, string remark = "")
        : this(limit, bound, needed, FormattableString.Invariant($"{setting} {raised}") + (remark.Length == 0 ? "" : "; " + remark))
    {
        Setting = setting;
        Raised = raised;
        Remark = remark;
    }

    /// <summary>What may be stopped by a limit: the value, or the limit in its place.</summary>
    public static (T? Value, LimitExceededException? Limit) Within<T>(Func<T?> compute)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(compute);
        try
        {
            return (compute(), null);
        }
        catch (LimitExceededException limit)
        {
            return (null, limit);
        }
    }

    /// <summary>The setting of the library that holds the limit; empty where it cannot be raised.</summary>
    public string Setting { get; } = "";

    /// <summary>The value of <see cref="Setting"/> that would do, or is worth trying where <see cref="Needed"/> is an estimate; null where the limit cannot be raised.</summary>
    public long? Raised { get; }

    /// <summary>What else there is to say about raising it; may be empty.</summary>
    public string Remark { get; } = "";

    /// <summary>The name of the limit.</summary>
    public string Limit { get; }

    /// <summary>The value in force when the work stopped.</summary>
    public long Bound { get; }

    /// <summary>What the work would have needed.</summary>
    public string Needed { get; }

    /// <summary>How to raise the limit.</summary>
    public string HowToRaise { get; }

    /// <summary>A size as text on one line: all digits below 40, <c>about 10^158</c> beyond (orders like 1000! have thousands).</summary>
    public static string Shown(BigInteger value)
    {
        var digits = (int)Math.Min(BigInteger.Log10(BigInteger.Abs(value) + 1), int.MaxValue);
        return digits < 40 ? value.ToString(CultureInfo.InvariantCulture) : "about 10^" + digits.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The text with every long row of digits replaced by its size: the order of S1000 has 2,568 of them.</summary>
    private static string Short(string text)
    {
        if (text.Length <= LongestNumber)
        {
            return text;
        }

        var line = new StringBuilder();
        for (var i = 0; i < text.Length;)
        {
            var end = i;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            if (end - i > LongestNumber)
            {
                line.Append("about 10^").Append((end - i - 1).ToString(CultureInfo.InvariantCulture));
            }
            else
            {
                line.Append(text, i, Math.Max(1, end - i));
            }

            i = Math.Max(i + 1, end);
        }

        return line.ToString();
    }
}
