using System.Globalization;
using FsCheck.Xunit;

namespace Eqnn.Testing;

/// <summary>A property that states a law. The number of cases is multiplied by the environment variable <c>EQNN_LAW_FACTOR</c> (default 1), for long runs. <c>EQNN_LAW_SEED</c>, two numbers as <c>"12345,67891"</c>, fixes the cases: mutation testing compares runs.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LawAttribute : PropertyAttribute
{
    private const int UsualCases = 100;
    private int _cases = UsualCases;

    /// <summary>A law with the usual number of cases.</summary>
    public LawAttribute()
    {
        MaxTest = UsualCases * Factor;
        if (Seed is { Length: > 0 })
        {
            Replay = Seed;
        }
    }

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

    private static string? Seed { get; } = Environment.GetEnvironmentVariable("EQNN_LAW_SEED");

    private static int Factor { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("EQNN_LAW_FACTOR"), NumberStyles.None, CultureInfo.InvariantCulture, out var factor) && factor > 0 ? factor : 1;
}
