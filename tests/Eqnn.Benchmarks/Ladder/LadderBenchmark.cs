using System.Diagnostics;
using System.Text.Json;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Benchmarks.Ladder;

/// <summary>Character tables and normal subgroups of the groups in ladder.json, from the generators, beside GAP on the same generators: the tables of docs/benchmarks.md#tables.</summary>
/// <remarks>
/// <c>ladder [--gap] [--quick] [name part ...]</c>; <c>ladder --phases name part ...</c> shows where the time goes (<see cref="PhaseTimes"/>). Every run makes a fresh group, so that stabiliser chain and classes count. Both sides are warm, take turns group
/// by group, and are measured in their own processor time: the ratios hold on a busy machine, too. A row is printed as soon as it is known.
/// </remarks>
internal static class LadderBenchmark
{
    private const string NoNumber = "-";

    /// <summary>One line of the table; null where there is no number.</summary>
    private sealed record Row(string Name, double Order, double Classes, Timing Table, Timing Normal, double? GapTable, double? GapNormal, bool CountsForFit);

    public static int Run(string[] args)
    {
        var parts = args.Where(a => !a.StartsWith("--", StringComparison.Ordinal)).ToArray();
        var groups = Groups().Where(g => parts.Length == 0 || parts.Any(p => g.Name.Contains(p, StringComparison.OrdinalIgnoreCase))).ToList();
        if (args.Contains("--phases"))
        {
            return PhaseTimes.Run([.. groups.Select(g => (g.Name, new Func<FiniteGroup>(() => Fresh(g))))]);
        }

        var quick = args.Contains("--quick");
        var withGap = args.Contains("--gap") && GapSession.IsInstalled();
        if (args.Contains("--gap") && !withGap)
        {
            Console.WriteLine("gap is not installed: no comparison");
        }

        // Some 80 groups with two questions each: a quarter of an hour, three minutes with --quick.
        var budget = quick ? 0.1 : 0.5;
        using var gap = withGap ? new GapSession(budget, quick ? 60 : 240) : null;
        WarmUp(groups);
        Console.WriteLine("| group | order | classes | time for classes | table | normal subgroups | GAP: table | GAP: normal subgroups | ratio: tables | ratio: normal subgroups |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        var rows = groups.Select(group => Measure(group, budget, gap)).OfType<Row>().ToList();
        Summarise(rows);
        return parts.Length == 0 ? SymmetricGroupTables.Run(quick ? ["S10", "S15", "S20"] : []) : 0;
    }

    private static List<(string Name, Permutation[] Generators)> Groups()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "ladder.json")));
        return [.. json.RootElement.EnumerateObject().Select(g => (g.Name, g.Value.EnumerateArray().Select(images => Permutation.FromImages(images.EnumerateArray().Select(x => x.GetInt32() - 1))).ToArray()))];
    }

    private static FiniteGroup Fresh((string Name, Permutation[] Generators) group) => FiniteGroup.FromGenerators(group.Name, group.Generators[0].Degree, group.Generators);

    /// <summary>Until the compiler has settled: small groups many times, by processor time, as a busy machine gives little of it by the clock.</summary>
    private static void WarmUp(List<(string Name, Permutation[] Generators)> groups)
    {
        var start = Environment.CpuUsage.TotalTime;
        double Milliseconds() => (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
        while (Milliseconds() < 3000)
        {
            foreach (var group in groups.Where(g => g.Generators[0].Degree <= 12).Take(40).Append(groups[0]))
            {
                _ = NormalSubgroupLattice.Of(Fresh(group)).Subgroups.Count;
                _ = CharacterTable.Of(Fresh(group)).Simples.Count;
                if (Milliseconds() > 4000)
                {
                    return;
                }
            }
        }
    }

    private static Row? Measure((string Name, Permutation[] Generators) group, double budget, GapSession? gap)
    {
        try
        {
            var known = Fresh(group);
            var count = known.ConjugacyClasses.Count;
            var classes = Timing.Of(() => Fresh(group).ComputeConjugacyClasses(), budget);
            var table = Timing.Of(() => CharacterTable.Of(Fresh(group)), budget);
            var normal = Timing.Of(() => NormalSubgroupLattice.Of(Fresh(group)), budget);
            var generators = string.Join(",", group.Generators.Select(g => $"PermList([{string.Join(",", g.Images.Select(x => x + 1))}])"));
            var gapTable = gap?.Milliseconds($"function() return Irr(Group({generators})); end");

            // The lattice that GAP 4.12 does not finish is not asked for.
            var gapNormal = group.Name.StartsWith("2^{1+8}", StringComparison.Ordinal) ? null : gap?.Milliseconds($"function() return NormalSubgroups(Group({generators})); end");
            var isNatural = group.Name.Length == 2 && group.Name[0] is 'S' or 'A';
            Console.WriteLine(string.Join(
                " | ",
                $"| {group.Name}", known.Order.ToString("N0", System.Globalization.CultureInfo.InvariantCulture), count, Shown(classes.Processor), Shown(table.Processor), Shown(normal.Processor), Shown(gapTable), Shown(gapNormal),
                Shown(gapTable / table.Processor), Shown(gapNormal / normal.Processor)) + " |");
            return new(group.Name, (double)known.Order, count, table, normal, gapTable, gapNormal, !known.IsAbelian && known.Order <= 60_000 && !isNatural);
        }
        catch (LimitExceededException e)
        {
            Console.WriteLine($"| {group.Name} | {e.Message} |");
            return null;
        }
    }

    private static void Summarise(List<Row> rows)
    {
        Console.WriteLine();
        Compare("tables", [.. rows.Select(row => (row.Name, row.GapTable / row.Table.Processor))]);
        Compare("normal subgroups", [.. rows.Select(row => (row.Name, row.GapNormal / row.Normal.Processor))]);
        var fitted = rows.Where(row => row.CountsForFit).ToList();
        if (fitted.Count > 10)
        {
            Console.WriteLine("tables, non-abelian, order to 60,000, without S_n and A_n: " + PowerLaw.Fit([.. fitted.Select(row => (row.Order, row.Classes, row.Table.Processor))]));
            Console.WriteLine("normal subgroups of the same groups: " + PowerLaw.Fit([.. fitted.Select(row => (row.Order, row.Classes, row.Normal.Processor))]));
        }

        Console.WriteLine(FormattableString.Invariant($"by the clock in place of processor time: tables {rows.Sum(row => row.Table.Wall):F0} ms against {rows.Sum(row => row.Table.Processor):F0} in all, normal subgroups {rows.Sum(row => row.Normal.Wall):F0} against {rows.Sum(row => row.Normal.Processor):F0}"));
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(FormattableString.Invariant($"peak memory {process.PeakWorkingSet64 / (1 << 20)} MB"));
    }

    private static void Compare(string what, List<(string Name, double? Ratio)> ratios)
    {
        var known = ratios.Where(r => r.Ratio is not null).Select(r => (r.Name, Ratio: r.Ratio!.Value)).OrderBy(r => r.Ratio).ToList();
        if (known.Count > 0)
        {
            var slower = known.Where(r => r.Ratio < 1).Select(r => r.Name).ToList();
            Console.WriteLine(FormattableString.Invariant($"{what}, GAP's time over ours: geometric mean {Math.Exp(known.Average(r => Math.Log(Math.Max(r.Ratio, 1e-3)))):F1} over {known.Count} groups; least {string.Join(", ", known.Take(5).Select(r => FormattableString.Invariant($"{r.Name} {r.Ratio:F1}")))}; slower than GAP: {(slower.Count == 0 ? "none" : string.Join(", ", slower))}"));
        }
    }

    private static string Shown(double? number) => number is { } value ? value.ToString(value < 10 ? "G2" : "N0", System.Globalization.CultureInfo.InvariantCulture) : NoNumber;
}
