using System.Globalization;
using System.Numerics;

namespace Eqnn.Numbers.Permutations;

/// <summary>The bound on the number of points acted on, where nobody sets another one.</summary>
public static class DegreeLimit
{
    /// <summary>100 000 points.</summary>
    public const int Default = 100_000;

    /// <summary>Refuses a degree above <paramref name="bound"/>.</summary>
    /// <exception cref="LimitExceededException">The degree is larger.</exception>
    public static void Require(BigInteger degree, int bound)
    {
        if (degree > bound)
        {
            throw degree <= 2_000_000_000
                ? new LimitExceededException("degree (points acted on)", bound, LimitExceededException.Shown(degree) + " points", "GroupLimits.MaxDegree", (long)degree)
                : new LimitExceededException("degree (points acted on)", bound, LimitExceededException.Shown(degree) + " points", "not possible above 2000000000 points");
        }
    }
}
