using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Eqnn.Fuzz;

/// <summary>Gives ranges of cases to child processes, adds up what they found, and goes on after whatever ends one of them.</summary>
internal static class Parent
{
    private const long Range = 100_000;

    /// <summary>Runs the cases; the tally stands in the report after each range.</summary>
    /// <returns>0 if there is no fault, 1 otherwise.</returns>
    public static int Run(FuzzOptions options)
    {
        var tally = new Tally();
        var next = options.From;
        if (File.Exists(options.Report))
        {
            var known = JObject.Parse(File.ReadAllText(options.Report));
            tally.Add(known);
            next = (long)known["next"]!;
        }

        var state = Path.Combine(Path.GetTempPath(), FormattableString.Invariant($"eqnn-fuzz-{Environment.ProcessId}.json"));
        while (next < options.To)
        {
            next = OneRange(options, tally, state, next, Math.Min(options.To, next + Range));
            var report = tally.ToJson();
            report["seed"] = options.Seed;
            report["next"] = next;
            File.WriteAllText(options.Report, report.ToString());
        }

        Console.Write(tally.ToMarkdown());
        return tally.Faults.Count == 0 ? 0 : 1;
    }

    private static long OneRange(FuzzOptions options, Tally tally, string state, long from, long to)
    {
        File.Delete(state);
        List<string> words = [typeof(Parent).Assembly.Location, "--child", state, "--seed", Text(options.Seed), "--from", Text(from), "--cases", Text(to)];
        if (options.Kind is { } kind)
        {
            words.AddRange(["--kind", kind.ToString()]);
        }

        var start = new ProcessStartInfo("dotnet", words) { RedirectStandardError = true };

        // A process that needs more ends, which is a fault of the case; the machine is shared.
        start.Environment["DOTNET_GCHeapHardLimit"] = "C0000000";

        // Most code runs a few times in a child: what a profile gains there costs more than it saves.
        start.Environment["DOTNET_TieredPGO"] = "0";
        using var child = Process.Start(start)!;
        var error = child.StandardError.ReadToEnd();
        child.WaitForExit();
        var next = from;
        if (File.Exists(state))
        {
            var found = JObject.Parse(File.ReadAllText(state));
            next = (long)found["next"]!;
            tally.Add(found);
        }

        if (child.ExitCode is 0 or 2 && next > from)
        {
            return next;
        }

        var current = BinaryPrimitives.ReadInt64LittleEndian(File.ReadAllBytes(Child.CurrentOf(state)));
        if (current < next)
        {
            throw new InvalidOperationException($"a child ended without a case: {error}");
        }

        // The cases since the last state are run again, without the one that ended the process.
        if (current > next)
        {
            next = OneRange(options, tally, state, next, current);
        }

        if (next == current)
        {
            var line = FormattableString.Invariant($"case {current} of seed {options.Seed}");
            tally.Add(new FuzzCase(current, InputKind.Line, [line]), new CaseResult(1, FormattableString.Invariant($"ends the process with code {child.ExitCode}: {error.Split('\n')[0]}"), 0));
            next++;
        }

        return next;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
