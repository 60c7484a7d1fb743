using System.Diagnostics;
using System.Globalization;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Subgroups;

namespace Eqnn.Benchmarks;

/// <summary>All classes of subgroups from generators, beside <c>ConjugacyClassesSubgroups</c> of GAP on the same generators in the same run.</summary>
/// <remarks><c>subgroups [--gap] [name ...]</c>. Milliseconds of processor time on both sides, since wall time says more of a busy machine than of either program: here the mean of several warm runs, in GAP the least of five, each with a fresh group.</remarks>
internal static class SubgroupBenchmark
{
    private static readonly string[] Usual = ["S4", "S5", "A6", "S6", "D30", "C2 wr S4", "S4 x S4", "2^{1+4}_+", "A7", "PSL(2,11)", "PSL(2,13)", "PSL(2,17)", "PSL(2,23)", "D4 x D4", "D4 x D4 x C2"];

    public static int Run(string[] args)
    {
        var names = args.Where(a => a != "--gap").ToArray();
        Console.WriteLine("| group | order | classes | subgroups | here | GAP | ratio |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var name in names.Length > 0 ? names : Usual)
        {
            var (lattice, milliseconds) = Measure(name);
            var gap = args.Contains("--gap") ? GapMilliseconds(lattice) : null;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {lattice.Group.Order} | {lattice.Classes.Count} | {lattice.SubgroupCount} | {milliseconds:F1} | {gap} | {gap / milliseconds:F1} |"));
        }

        return 0;
    }

    private static (SubgroupLattice Lattice, double Milliseconds) Measure(string name)
    {
        // Until the compiler has settled, then as many runs as fit into half a second.
        var lattice = Fresh(name);
        for (var warm = Stopwatch.StartNew(); warm.ElapsedMilliseconds < 700;)
        {
            lattice = Fresh(name);
        }

        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var runs = 0;
        for (var clock = Stopwatch.StartNew(); runs < 3 || clock.ElapsedMilliseconds < 500; runs++)
        {
            lattice = Fresh(name);
        }

        process.Refresh();
        return (lattice, (process.TotalProcessorTime - before).TotalMilliseconds / runs);
    }

    private static SubgroupLattice Fresh(string name) => SubgroupLattice.Of(FiniteGroup.Parse(name));

    private static double? GapMilliseconds(SubgroupLattice lattice)
    {
        var generators = string.Join(",", lattice.Group.Generators.Select(g => "PermList([" + string.Join(",", g.Images.Select(x => (x + 1).ToString(CultureInfo.InvariantCulture))) + "])"));
        var script = $"gens:=[{generators}];; best:=infinity;; for i in [1..5] do g:=Group(gens); t:=Runtime(); c:=ConjugacyClassesSubgroups(g); best:=Minimum(best,Runtime()-t); od; Print(Length(c),\" \",Sum(c,Size),\" \",best,\"\\n\"); QUIT;\n";
        var file = Path.GetTempFileName();
        File.WriteAllText(file, script);
        try
        {
            using var process = Process.Start(new ProcessStartInfo("gap", ["-q", "-b", file]) { RedirectStandardOutput = true, RedirectStandardInput = true })!;
            process.StandardInput.Close();
            var answer = process.StandardOutput.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            process.WaitForExit();
            if (answer is not [var classes, var subgroups, var best])
            {
                throw new InvalidOperationException("GAP answered: " + string.Join(" ", answer));
            }

            if (int.Parse(classes, CultureInfo.InvariantCulture) != lattice.Classes.Count || int.Parse(subgroups, CultureInfo.InvariantCulture) != lattice.SubgroupCount)
            {
                throw new InvalidOperationException($"{lattice.Group.Name}: GAP finds {classes} classes, {subgroups} subgroups");
            }

            return double.Parse(best, CultureInfo.InvariantCulture);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Console.WriteLine("gap is not installed: no comparison");
            return null;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
