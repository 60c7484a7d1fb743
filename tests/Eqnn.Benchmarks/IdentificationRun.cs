using System.Diagnostics;
using System.Globalization;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Identification;
using Eqnn.Algebra.SmallGroups;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Benchmarks;

/// <summary>Every group of some orders, its points renumbered at random and with redundant random generators, is asked for its number. <c>identify 64..127 FILE [seconds]</c>; docs/scale.md has the results.</summary>
/// <remarks>A line of FILE for each group that is done; a run that was stopped, or whose processor time is used up, goes on where it was. The seed of a group is its number, so a line does not depend on the run.</remarks>
internal static class IdentificationRun
{
    public static int Run(string orders, string file, double seconds)
    {
        var done = File.Exists(file) ? File.ReadLines(file).Select(line => line[..line.LastIndexOf(',')]).ToHashSet() : [];
        var process = Process.GetCurrentProcess();
        var groups = OrderRange.Parse(orders).Groups();
        using var lines = new StreamWriter(file, append: true) { AutoFlush = true };
        foreach (var entry in groups.Where(entry => !done.Contains(Key(entry))))
        {
            if (process.TotalProcessorTime.TotalSeconds > seconds)
            {
                Console.WriteLine(FormattableString.Invariant($"stopped after {seconds} s of processor: {done.Count} of {groups.Count} are done"));
                return 3;
            }

            var group = Relabelled(entry, new Random((1000 * entry.Id.Order) + entry.Id.Number));
            process.Refresh();
            var before = process.TotalProcessorTime;
            var found = GroupIdentification.Of(group);
            process.Refresh();
            if (found.Id != entry.Id || !found.Verify())
            {
                Console.WriteLine($"{entry.Id} was taken for {found.Id}");
                return 1;
            }

            done.Add(Key(entry));
            lines.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Key(entry)},{(process.TotalProcessorTime - before).TotalSeconds:0.000}"));
        }

        Console.WriteLine(FormattableString.Invariant($"all {groups.Count} groups are recognised"));
        return 0;
    }

    private static string Key(SmallGroup entry) => FormattableString.Invariant($"{entry.Id.Order},{entry.Id.Number}");

    /// <summary>The group on other points, by random products of its generators until they generate it, and its own generators among them.</summary>
    private static FiniteGroup Relabelled(SmallGroup entry, Random random)
    {
        var degree = entry.Degree + random.Next(4);
        var points = Enumerable.Range(0, degree).ToArray();
        random.Shuffle(points);
        var by = Permutation.FromImages(points);
        var elements = entry.ToGroup().EnumerateElements().ToList();
        Permutation[] generators = [.. entry.Generators, elements[random.Next(elements.Count)], elements[random.Next(elements.Count)]];
        random.Shuffle(generators);
        return FiniteGroup.FromGenerators("unknown", degree, generators.Select(g => Permutation.FromImages([.. g.Images, .. Enumerable.Range(entry.Degree, degree - entry.Degree)]).ConjugateBy(by)));
    }
}
