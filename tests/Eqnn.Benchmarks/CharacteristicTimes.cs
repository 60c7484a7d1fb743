using System.Diagnostics;
using System.Globalization;
using Eqnn.PiecewiseLinear.Arrangements;

namespace Eqnn.Benchmarks;

/// <summary>Characteristic polynomials, up to the symmetry of the arrangement and without it, beside the enumeration of the chambers.</summary>
/// <remarks><c>dotnet run --project tests/Eqnn.Benchmarks -c Release -- characteristic [names]</c> prints a table in Markdown; one run each, by the clock, after one small input.</remarks>
internal static class CharacteristicTimes
{
    /// <summary>Runs on the named inputs.</summary>
    public static void Run(IReadOnlyList<string> names)
    {
        string[] inputs = names.Count > 0 ? [.. names] : ["resonance-5", "resonance-6", "threshold-5", "threshold-6", "threshold-7", "cyclic-20-L1L2L3", "random-24-6", "braid-10", "sumzero-40", "resonance-7"];
        _ = CharacteristicPolynomial.Of(ChamberEnumerationBenchmark.Make("resonance-5"));
        Console.WriteLine("| arrangement | regions | Betti numbers | up to symmetry | without symmetry | peak memory |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var name in inputs)
        {
            var (polynomial, time) = Timed(() => CharacteristicPolynomial.Of(ChamberEnumerationBenchmark.Make(name), ChamberSearchOptions.Default.WithMaxFlats(20_000_000)));
            var plain = polynomial!.RegionCount <= 2_000_000 ? Timed(() => CharacteristicPolynomial.Of(Arrangement.FromRows(ChamberEnumerationBenchmark.Make(name).Rows))).Time : "";
            using var process = Process.GetCurrentProcess();
            var betti = polynomial.BettiNumbers.Count > 10 ? $"1, {polynomial.BettiNumbers[1]}, ..." : string.Join(", ", polynomial.BettiNumbers);
            Console.WriteLine($"| {name} | {polynomial.RegionCount.ToString("N0", CultureInfo.InvariantCulture)} | {betti} | {time} | {plain} | {process.PeakWorkingSet64 / (1 << 20)} MB |");
        }
    }

    private static (CharacteristicPolynomial? Value, string Time) Timed(Func<CharacteristicPolynomial> work)
    {
        var clock = Stopwatch.StartNew();
        var value = work();
        return (value, clock.Elapsed.TotalSeconds < 1 ? clock.Elapsed.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture) + " ms" : clock.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s");
    }
}
