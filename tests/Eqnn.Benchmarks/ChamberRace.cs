using System.Diagnostics;
using System.Globalization;
using Eqnn.Checking;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.PiecewiseLinear.Z3;
using Eqnn.Records.Certificates;

namespace Eqnn.Benchmarks;

/// <summary>The routes to all chambers of one arrangement, one after another in one run: ours with and without symmetry, the exact simplex, Z3, polymake where it is installed; and what the certificate costs.</summary>
/// <remarks><c>dotnet run --project tests/Eqnn.Benchmarks -c Release -- chamber-race [names]</c> prints a table in Markdown. Each entry is the median of several runs (one run where it takes more than five seconds); polymake's is the time inside polymake, its start left out.</remarks>
internal static class ChamberRace
{
    private const int Runs = 5;
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PolymakeLimit = TimeSpan.FromMinutes(4);
    private static readonly ChamberSearchOptions NoCount = new(ZaslavskyBudget: 0);

    /// <summary>Runs the race on the named inputs.</summary>
    public static void Run(IReadOnlyList<string> names)
    {
        string[] inputs = names.Count > 0 ? [.. names] : ["resonance-3", "resonance-4", "braid-4", "random-8-4", "cyclic-9-L1L2"];
        Console.WriteLine("| arrangement | chambers | up to symmetry | one by one | exact simplex | Z3 | polymake | certificate | its check |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var name in inputs)
        {
            var arrangement = ChamberEnumerationBenchmark.Make(name);
            var plain = Arrangement.FromRows(arrangement.Rows);
            var count = ChamberEnumeration.Of(arrangement, NoCount).ChamberCount;
            var few = count <= 1000;
            var enumeration = ChamberEnumeration.Of(arrangement, NoCount);
            var listed = count <= 100_000;
            var certificate = listed ? ChamberCertificate.Of(enumeration) : "";
            string[] cells =
            [
                name,
                count.ToString("N0", CultureInfo.InvariantCulture),
                Time(() => ChamberEnumeration.Of(Copy(arrangement), NoCount).Orbits.Count),
                count <= 2_000_000 ? Time(() => ChamberEnumeration.Of(Copy(plain), NoCount).Orbits.Count) : "",
                few ? Time(() => ChamberEnumeration.Of(Copy(plain), NoCount.WithRoute(ChamberRoute.Simplex)).Orbits.Count) : "",
                few && Z3Solver.Version is not null ? Time(() => ChamberEnumeration.Of(Copy(plain), NoCount.WithSolver(Z3Solver.Create)).Orbits.Count) : "",
                few ? Polymake(plain, (long)count) : "",
                listed ? Time(() => ChamberCertificate.Of(enumeration).Length) : "",
                listed ? Time(() => CertificateChecker.Check(certificate).IsAccepted ? 1 : throw new InvalidOperationException("refused")) : "",
            ];
            Console.WriteLine("| " + string.Join(" | ", cells) + " |");
        }
    }

    /// <summary>Without what the arrangement keeps once computed.</summary>
    private static Arrangement Copy(Arrangement arrangement) => Arrangement.FromRows(arrangement.Rows).WithSymmetry(arrangement.Symmetry);

    private static string Time(Func<int> work)
    {
        var times = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            var clock = Stopwatch.StartNew();
            _ = work();
            times.Add(clock.Elapsed.TotalMilliseconds);
            if (clock.Elapsed > Long)
            {
                break;
            }
        }

        return Milliseconds(times.Order().ElementAt(times.Count / 2));
    }

    private static string Milliseconds(double value) => value switch
    {
        < 10 => value.ToString("0.0", CultureInfo.InvariantCulture) + " ms",
        < 1000 => value.ToString("0", CultureInfo.InvariantCulture) + " ms",
        _ => (value / 1000).ToString("0.0", CultureInfo.InvariantCulture) + " s",
    };

    private static string Polymake(Arrangement arrangement, long expected)
    {
        if (!arrangement.Rows.All(row => row.All(x => x.IsRational)))
        {
            return "irrational";
        }

        // Parallel rows and zero rows go out first: polymake wants hyperplanes.
        var rows = string.Join(',', arrangement.Hyperplanes.Select(h => "[" + string.Join(',', h.Normal) + "]"));
        var script = Path.Combine(Path.GetTempPath(), FormattableString.Invariant($"chambers-{Environment.ProcessId}.pl"));
        File.WriteAllText(
            script,
            $$"""
            use application "fan";
            use Time::HiRes qw(time);
            my $h = new HyperplaneArrangement<Rational>(HYPERPLANES=>[{{rows}}]);
            my $t = time;
            my $n = $h->CHAMBER_DECOMPOSITION->N_MAXIMAL_CONES;
            printf("RESULT %d %.6f\n", $n, time - $t);
            """);
        try
        {
            using var process = Process.Start(new ProcessStartInfo("polymake", ["--script", script]) { RedirectStandardOutput = true, RedirectStandardError = true });
            if (process is null)
            {
                return "not started";
            }

            var output = process.StandardOutput.ReadToEndAsync();
            _ = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(PolymakeLimit))
            {
                process.Kill(entireProcessTree: true);
                return FormattableString.Invariant($"over {PolymakeLimit.TotalSeconds:0} s");
            }

            var words = output.Result.Split('\n').First(line => line.StartsWith("RESULT", StringComparison.Ordinal)).Split(' ');
            return long.Parse(words[1], CultureInfo.InvariantCulture) == expected
                ? Milliseconds(1000 * double.Parse(words[2], CultureInfo.InvariantCulture))
                : throw new InvalidOperationException($"polymake counts {words[1]} chambers, we {expected}");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "not installed";
        }
        finally
        {
            File.Delete(script);
        }
    }
}
