using System.Globalization;
using System.Numerics;

namespace Eqnn.Numbers;

/// <summary>The work was stopped by a stated limit: the question has an answer, but not within the bound that was set.</summary>
/// <remarks>Not an error of the caller (that is <see cref="ArgumentException"/>) and not the answer "no" (that is a value).</remarks>
public sealed class LimitExceededException : Exception
{
    /// <summary>States which limit stopped what, and how to raise it.</summary>
    /// <param name="limit">The name of the limit, e.g. <c>enumerated elements</c>.</param>
    /// <param name="bound">The value in force.</param>
    /// <param name="needed">What the work would have needed, as text; an estimate says so.</param>
    /// <param name="howToRaise">What to do, in words of the library: what may be chosen smaller, or that nothing helps.</param>
    public LimitExceededException(string limit, long bound, string needed, string howToRaise)
        : base(FormattableString.Invariant($"limit reached: {limit} is {bound}, this needs {needed}; to raise it: {howToRaise}"))
    {
        Limit = limit;
        Bound = bound;
        Needed = needed;
        HowToRaise = howToRaise;
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
}
