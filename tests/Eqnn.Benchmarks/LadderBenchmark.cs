using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Eqnn.Algebra;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;

namespace Eqnn.Benchmarks;

/// <summary>Character tables and normal subgroups of the groups in ladder.json, from the generators, against GAP on the same generators in the same run.</summary>
/// <remarks>
/// <c>ladder [--gap] [--quick] [name part ...]</c>; <c>ladder --phases name part ...</c> shows where the time goes (<see cref="PhaseTimes"/>). Times are the least of several runs with a fresh group each, stabiliser chain and classes included, in process and warm on both sides; GAP's are wall clock too.
/// A time of 0 runs means a limit was hit, named in the last column.
/// </remarks>
internal static class LadderBenchmark
{
    private const int TimeLimitOfGapSeconds = 900;

    public static int Run(string[] args)
    {
        if (args.Contains("--phases"))
        {
            return PhaseTimes.Run([.. Groups().Where(g => args.Any(p => g.Name.Contains(p, StringComparison.OrdinalIgnoreCase))).Select(g => (g.Name, new Func<FiniteGroup>(() => Fresh(g))))]);
        }

        var withGap = args.Contains("--gap");
        var quick = args.Contains("--quick");
        var parts = args.Where(a => !a.StartsWith("--", StringComparison.Ordinal)).ToArray();
        var groups = Groups().Where(g => parts.Length == 0 || parts.Any(p => g.Name.Contains(p, StringComparison.OrdinalIgnoreCase))).ToList();
        var gap = withGap ? GapTimes(groups) : [];
        WarmUp(groups);
        Console.WriteLine("| group | order | classes | classes ms | table ms | lattice ms | GAP table | GAP normal | table ratio | normal ratio |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        double tableLogs = 0, normalLogs = 0;
        var (tableCount, normalCount) = (0, 0);
        foreach (var group in groups)
        {
            var line = new StringBuilder(FormattableString.Invariant($"| {group.Name} "));
            try
            {
                var (classes, table, lattice, found) = Measure(group, quick);
                line.Append(CultureInfo.InvariantCulture, $"| {found.Group.Order} | {found.Classes.Count} | {classes:F2} | {table:F2} | {lattice:F2} ");
                if (gap.TryGetValue(group.Name, out var peer))
                {
                    line.Append(CultureInfo.InvariantCulture, $"| {peer.Table:F1} | {peer.Normal:F1} | {peer.Table / table:F1} | {(peer.Normal > 0 ? peer.Normal / (table + lattice) : 0):F1} |");
                    tableLogs += Math.Log(peer.Table / table);
                    tableCount++;
                    if (peer.Normal > 0)
                    {
                        normalLogs += Math.Log(peer.Normal / (table + lattice));
                        normalCount++;
                    }
                }
            }
            catch (LimitExceededException e)
            {
                line.Append("| ").Append(e.Message).Append(" |");
            }

            Console.WriteLine(line);
        }

        if (tableCount > 0)
        {
            Console.WriteLine(FormattableString.Invariant($"geometric mean of GAP / ours: tables {Math.Exp(tableLogs / tableCount):F1} ({tableCount} groups), normal subgroups {Math.Exp(normalLogs / Math.Max(1, normalCount)):F1} ({normalCount} groups)"));
        }

        return 0;
    }

    private static List<(string Name, int[][] Generators)> Groups()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "ladder.json")));
        return [.. json.RootElement.EnumerateObject().Select(g => (g.Name, g.Value.EnumerateArray().Select(images => images.EnumerateArray().Select(x => x.GetInt32()).ToArray()).ToArray()))];
    }

    private static FiniteGroup Fresh((string Name, int[][] Generators) group) =>
        FiniteGroup.FromGenerators(group.Name, group.Generators[0].Length, group.Generators.Select(images => Permutation.FromImages(images.Select(x => x - 1))));

    private static void WarmUp(List<(string Name, int[][] Generators)> groups)
    {
        // Until the compiler has settled: small groups many times.
        var clock = Stopwatch.StartNew();
        while (clock.ElapsedMilliseconds < 1500)
        {
            foreach (var group in groups.Where(g => g.Generators[0].Length <= 12).Take(12))
            {
                var table = CharacterTable.Of(Fresh(group));
                _ = table.NormalSubgroups.Subgroups.Count;
                if (clock.ElapsedMilliseconds > 3000)
                {
                    return;
                }
            }
        }
    }

    private static (double Classes, double Table, double Lattice, CharacterTable Found) Measure((string Name, int[][] Generators) group, bool quick)
    {
        double bestClasses = double.MaxValue, bestTable = double.MaxValue, bestLattice = double.MaxValue;
        CharacterTable? found = null;
        var clock = Stopwatch.StartNew();
        for (var run = 0; run < (quick ? 2 : 5) || (clock.ElapsedMilliseconds < (quick ? 50 : 300) && run < 200); run++)
        {
            var fresh = Fresh(group);
            var start = Stopwatch.GetTimestamp();
            fresh.ComputeConjugacyClasses();
            var classes = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            found = CharacterTable.Of(fresh);
            var table = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            start = Stopwatch.GetTimestamp();
            double lattice;
            try
            {
                _ = found.NormalSubgroups.Subgroups.Count;
                lattice = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
            catch (LimitExceededException)
            {
                lattice = double.NaN;
            }

            bestClasses = Math.Min(bestClasses, classes);
            bestTable = Math.Min(bestTable, table);
            bestLattice = double.IsNaN(lattice) ? lattice : Math.Min(bestLattice, lattice);
            if (clock.ElapsedMilliseconds > 20_000)
            {
                break;
            }
        }

        return (bestClasses, bestTable, bestLattice, found!);
    }

    private static Dictionary<string, (double Table, double Normal)> GapTimes(List<(string Name, int[][] Generators)> groups)
    {
        var script = new StringBuilder();
        script.AppendLine("SetInfoLevel(InfoWarning,0);; best:=function(f) local r,b,t,s,i; b:=infinity; s:=NanosecondsSinceEpoch(); i:=0; repeat GASMAN(\"collect\"); t:=NanosecondsSinceEpoch(); f(); t:=NanosecondsSinceEpoch()-t; b:=Minimum(b,t); i:=i+1; until i>=3 and NanosecondsSinceEpoch()-s>200000000 or NanosecondsSinceEpoch()-s>20000000000; return b; end;;");
        script.AppendLine("one:=function(name,gens,normal) local t,n; t:=best(function() return Irr(Group(gens)); end); n:=0; if normal then n:=best(function() return NormalSubgroups(Group(gens)); end); fi; Print(name,\"\\t\",t,\"\\t\",n,\"\\n\"); end;;");
        foreach (var (name, generators) in groups)
        {
            var list = string.Join(",", generators.Select(images => $"PermList([{string.Join(",", images)}])"));
            // The lattices that GAP 4.12 does not finish are not asked for.
            script.AppendLine(CultureInfo.InvariantCulture, $"one(\"{name}\",[{list}],{(name.StartsWith("2^{1+8}", StringComparison.Ordinal) ? "false" : "true")});");
        }

        script.AppendLine("QUIT;");
        var file = Path.GetTempFileName();
        File.WriteAllText(file, script.ToString());
        var times = new Dictionary<string, (double, double)>();
        try
        {
            using var process = Process.Start(new ProcessStartInfo("gap", ["-q", "-b", "-o", "3g", file]) { RedirectStandardOutput = true, RedirectStandardInput = true })!;
            process.StandardInput.Close();
            _ = Task.Delay(TimeSpan.FromSeconds(TimeLimitOfGapSeconds)).ContinueWith(
                _ =>
                {
                    if (!process.HasExited)
                    {
                        process.Kill();
                    }
                },
                TaskScheduler.Default);
            while (process.StandardOutput.ReadLine() is { } line)
            {
                if (line.Split('\t') is [var name, var table, var normal])
                {
                    times[name] = (double.Parse(table, CultureInfo.InvariantCulture) / 1e6, double.Parse(normal, CultureInfo.InvariantCulture) / 1e6);
                }
            }

            process.WaitForExit();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Console.WriteLine("gap is not installed: no comparison");
        }
        finally
        {
            File.Delete(file);
        }

        return times;
    }
}
