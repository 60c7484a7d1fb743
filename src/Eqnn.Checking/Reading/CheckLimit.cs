using System.Numerics;
using Eqnn.Numbers;

namespace Eqnn.Checking.Reading;

/// <summary>Limits of the check that <see cref="CertificateCheckOptions"/> raise.</summary>
internal static class CheckLimit
{
    private const int Step = 10;

    /// <summary>The refusal to go on: the bound to set is what is needed, or ten times the one in force where that is more or nothing is known.</summary>
    /// <param name="limit">The name of the limit.</param>
    /// <param name="bound">The value in force.</param>
    /// <param name="needed">What the work would have needed; null where that is not known.</param>
    /// <param name="setting">The option that holds the bound.</param>
    /// <param name="remark">What else there is to say.</param>
    public static LimitExceededException Reached(string limit, long bound, BigInteger? needed, string setting, string remark = "")
    {
        var raised = BigInteger.Max((BigInteger)bound * Step, needed ?? 0);

        // Nobody can wait for more than a machine word.
        return raised > long.MaxValue && needed > long.MaxValue
            ? new(limit, bound, Quoted.Digits(needed.Value), "no value of this limit is enough")
            : new(limit, bound, needed is { } value ? Quoted.Digits(value) : "more", setting, (long)BigInteger.Min(raised, long.MaxValue), remark);
    }
}
