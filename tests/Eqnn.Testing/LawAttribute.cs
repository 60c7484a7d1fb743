using System.Globalization;
using FsCheck.Xunit;

namespace Eqnn.Testing;

/// <summary>A property that states a law. The number of cases is multiplied by the environment variable <c>EQNN_LAW_FACTOR</c> (default 1), for long runs.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LawAttribute : PropertyAttribute
{
    private const int UsualCases = 100;
    private int _cases = UsualCases;

    public LawAttribute() => MaxTest = UsualCases * Factor;

    /// <summary>The number of cases before multiplication.</summary>
    public int Cases
    {
        get => _cases;
        set
        {
            _cases = value;
            MaxTest = value * Factor;
        }
    }

    private static int Factor { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("EQNN_LAW_FACTOR"), NumberStyles.None, CultureInfo.InvariantCulture, out var factor) && factor > 0 ? factor : 1;
}
