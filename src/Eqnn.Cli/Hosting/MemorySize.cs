using System.Globalization;

namespace Eqnn.Cli.Hosting;

/// <summary>An amount of memory as a user writes it: <c>2GB</c>, <c>500MB</c>, a number alone is in gigabytes.</summary>
internal static class MemorySize
{
    /// <summary>What a run may take where nothing is said: 2 GB.</summary>
    public const long Default = 2_000_000_000;

    /// <summary>Reads a size in bytes, at least 100 MB: the runtime alone takes a part of that.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public static long Parse(string text)
    {
        var (number, unit) = text.EndsWith("MB", StringComparison.OrdinalIgnoreCase) ? (text[..^2], 1e6) : text.EndsWith("GB", StringComparison.OrdinalIgnoreCase) ? (text[..^2], 1e9) : (text, 1e9);
        return double.TryParse(number.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value * unit is >= 1e8 and <= 1e15
            ? (long)(value * unit)
            : throw new InputException($"--max-memory: '{text}' is no amount of memory from 100MB on; write 2GB, 500MB or 1.5GB");
    }

    /// <summary>The size as it is written.</summary>
    public static string Shown(long bytes) => bytes % 1_000_000_000 == 0 ? FormattableString.Invariant($"{bytes / 1_000_000_000}GB") : FormattableString.Invariant($"{bytes / 1_000_000}MB");
}
