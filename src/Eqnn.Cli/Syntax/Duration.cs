using System.Globalization;
using Eqnn.Cli.Hosting;

namespace Eqnn.Cli.Syntax;

/// <summary>Reads the value of <c>--timeout</c>: seconds, or a number with <c>ms</c>, <c>s</c>, <c>m</c> or <c>h</c>.</summary>
internal static class Duration
{
    private static readonly (string Unit, double Seconds)[] Units = [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600), ("", 1)];

    /// <summary>The duration that <paramref name="text"/> names, from 1 ms to 24 days.</summary>
    /// <exception cref="InputException">It names none.</exception>
    public static TimeSpan Parse(string text)
    {
        foreach (var (unit, seconds) in Units)
        {
            if (text.EndsWith(unit, StringComparison.Ordinal)
                && double.TryParse(text.AsSpan(0, text.Length - unit.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)
                && count * seconds is >= 0.001 and <= 2_000_000)
            {
                return TimeSpan.FromSeconds(count * seconds);
            }
        }

        throw new InputException($"--timeout: '{text}' is not a duration; use seconds as 30 or 0.5, or 500ms, 2m, 1h");
    }
}
