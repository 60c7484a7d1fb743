using System.Diagnostics;
using Newtonsoft.Json;

namespace Eqnn.Mutation;

/// <summary>Which tests meet which mutants, and how long they take: found once for a group and kept beside its results.</summary>
internal sealed class CoverageMap
{
    /// <summary>The mutants that each test meets.</summary>
    public Dictionary<string, IReadOnlyList<int>> Met { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The time of each test without a mutant, the noting of what it meets included, in processor seconds of this process.</summary>
    public Dictionary<string, double> Seconds { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Mutants in the initialisers of types: they need a process of their own.</summary>
    public HashSet<int> Once { get; init; } = [];

    /// <summary>Reads the map, or makes it by a run of all tests.</summary>
    /// <exception cref="InvalidOperationException">A test fails without a mutant.</exception>
    public static CoverageMap Of(TestBench bench, MutantSwitch mutants, string file)
    {
        if (File.Exists(file))
        {
            return JsonConvert.DeserializeObject<CoverageMap>(File.ReadAllText(file))!;
        }

        var map = new CoverageMap();
        foreach (var id in bench.Ids)
        {
            var before = Processor();
            var (met, once) = mutants.Covered(() => RequirePass(bench, id));
            map.Seconds.Add(id, Processor() - before);
            map.Met.Add(id, met);
            map.Once.UnionWith(once);
        }

        File.WriteAllText(file, JsonConvert.SerializeObject(map));
        return map;
    }

    /// <summary>The tests that meet a mutant, quick ones first. What an initialiser made, every test may use: those that did not meet it come after.</summary>
    public IReadOnlyList<string> TestsOf(int mutant) =>
        [.. Met.Where(pair => Once.Contains(mutant) || pair.Value.Contains(mutant)).OrderBy(pair => !pair.Value.Contains(mutant)).ThenBy(pair => Seconds[pair.Key]).Select(pair => pair.Key)];

    /// <summary>Processor seconds of this process so far: on a machine that others use, the clock says nothing.</summary>
    public static double Processor()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime.TotalSeconds;
    }

    private static void RequirePass(TestBench bench, string id)
    {
        if (bench.FirstFailure([id]) is not null)
        {
            throw new InvalidOperationException($"without a mutant there fails {bench.NameOf(id)}");
        }
    }
}
