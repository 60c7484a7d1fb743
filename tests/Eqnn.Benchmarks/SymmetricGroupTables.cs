using System.Diagnostics;
using System.Globalization;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;

namespace Eqnn.Benchmarks;

/// <summary>Proved character tables of symmetric and alternating groups: processor time and memory, each group in a process of its own, and GAP's generic tables right after it where GAP is installed.</summary>
/// <remarks><c>dotnet run --project tests/Eqnn.Benchmarks -c Release -- symmetric [names]</c>; processor time because it does not count the work of others. With <c>--tool FILE</c> before the names the whole command
/// <c>FILE characters NAME --format json --out ...</c> beside the time inside GAP: the first call in a process, by the clock, the least of five.</remarks>
internal static class SymmetricGroupTables
{
    private static readonly string[] Usual = ["S10", "S15", "S20", "S25", "S30", "A10", "A15", "A20", "A25", "A30"];

    /// <summary>Runs the named groups, or the usual ones.</summary>
    public static int Run(IReadOnlyList<string> names)
    {
        if (names is ["--one", var one])
        {
            Measure(one);
            return 0;
        }

        if (names is ["--tool", var tool, ..])
        {
            Console.WriteLine("| group | whole command, ms | inside GAP, ms |");
            Console.WriteLine("|---|---|---|");
            foreach (var name in names.Count == 2 ? Usual : names.Skip(2))
            {
                Console.WriteLine(FormattableString.Invariant($"| {name} | {Whole(tool, name):F0} | {Gap(name)} |"));
            }

            return 0;
        }

        // dotnet wants the assembly named, the program of its own does not.
        var program = Environment.ProcessPath!;
        string[] self = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [typeof(SymmetricGroupTables).Assembly.Location] : [];
        Console.WriteLine("| group | classes | first, ms | warm, ms | peak MB | GAP, ms |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var name in names.Count == 0 ? Usual : names)
        {
            var own = Output(program, [.. self, "symmetric", "--one", name], "");
            Console.WriteLine($"| {name} | {own} | {Gap(name)} |");
        }

        return 0;
    }

    private static void Measure(string name)
    {
        // Two small groups first: what the runtime compiles once is not the question, and the tool is compiled ahead.
        CharacterTable.Of(FiniteGroup.Parse("S7"));
        CharacterTable.Of(FiniteGroup.Parse("A7"));
        var first = Milliseconds(name, out var classes);
        using var process = Process.GetCurrentProcess();
        var peak = process.PeakWorkingSet64 >> 20;
        var (warm, spent) = (first, 0.0);
        for (var run = 0; run < 50 && spent < 5000; run++)
        {
            var time = Milliseconds(name, out _);
            (warm, spent) = (Math.Min(warm, time), spent + time);
        }

        Console.WriteLine(FormattableString.Invariant($"{classes} | {first:F0} | {warm:F1} | {peak}"));
    }

    private static double Milliseconds(string name, out int classes)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        classes = CharacterTable.Of(FiniteGroup.Parse(name)).Classes.Count;
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMilliseconds;
    }

    private static string Gap(string name)
    {
        var kind = name[0] == 'S' ? "Symmetric" : "Alternating";
        var n = int.Parse(name.AsSpan(1), CultureInfo.InvariantCulture);
        try
        {
            return Output("gap", ["-q"], FormattableString.Invariant($"if LoadPackage(\"ctbllib\") = fail then Print(\"-\\n\"); else start := Runtime(); t := CharacterTable(\"{kind}\", {n}); i := Irr(t); Print(Runtime() - start, \"\\n\"); fi;\nQUIT;\n"));
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "-";
        }
    }

    private static double Whole(string tool, string name)
    {
        var folder = Directory.CreateTempSubdirectory("eqnn-symmetric");
        try
        {
            var least = double.MaxValue;
            for (var run = 0; run < 5; run++)
            {
                var start = Stopwatch.GetTimestamp();
                Output(tool, ["characters", name, "--format", "json", "--quiet", "--out", Path.Combine(folder.FullName, "table.json")], "");
                least = Math.Min(least, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            return least;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Output(string program, IReadOnlyList<string> arguments, string input)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return output;
    }
}
