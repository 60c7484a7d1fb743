using System.Diagnostics;
using System.Globalization;
using Eqnn.Mutation;

try
{
    var options = RunOptions.Parse(args);
    if (options.IsChild)
    {
        return Worker.Run(options);
    }

    if (args.Contains(RunOptions.Again))
    {
        // What was killed stays killed: its test is still there.
        var drawn = options.Drawn.Of(Mutant.Read(options.Report)).Select(mutant => mutant.Id).ToHashSet();
        var kept = Outcome.Read(options.ResultFile).Values.Where(outcome => outcome.IsKilled || !drawn.Contains(outcome.Id)).Select(outcome => outcome.Line).ToList();
        File.WriteAllText(options.ResultFile, string.Concat(kept));
        File.Delete(options.CoverageFile);
    }

    // What a run that was stopped was at: a child that ends before its first mutant must not be taken for the end of that one.
    File.Delete(options.CurrentFile);

    // A child ends where a mutant hangs, ends the process, or leaves something behind; the next one goes on.
    while (Child(RunOptions.Child) is var code and not 0)
    {
        if (code is not Worker.GoOn)
        {
            if (!File.Exists(options.CurrentFile))
            {
                return 1;
            }

            var id = int.Parse(File.ReadAllText(options.CurrentFile), CultureInfo.InvariantCulture);
            if (Outcome.Read(options.ResultFile).ContainsKey(id))
            {
                return 1;
            }

            File.AppendAllText(options.ResultFile, new Outcome(id, "Crash", "").Line);
        }
    }

    // In a process of their own: mutants in initialisers of types, and those of which a cache may have kept something.
    foreach (var waiting in Outcome.Read(options.ResultFile).Values.Where(outcome => outcome.State == "Alone").ToList())
    {
        if (Child(RunOptions.Single, waiting.Id.ToString(CultureInfo.InvariantCulture)) is not (0 or Worker.GoOn))
        {
            File.AppendAllText(options.ResultFile, new Outcome(waiting.Id, "Crash", "").Line);
        }
    }

    Console.Write(Summary.Of(Mutant.Read(options.Report), options.Drawn, Outcome.Read(options.ResultFile)));
    return 0;
}
catch (FormatException problem)
{
    Console.Error.WriteLine(problem.Message);
    Console.Error.WriteLine(RunOptions.Usage);
    return 2;
}

int Child(params string[] more)
{
    using var child = Process.Start("dotnet", [typeof(Worker).Assembly.Location, .. args, .. more]);
    child.WaitForExit();
    return child.ExitCode;
}
