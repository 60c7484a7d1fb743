using System.Diagnostics;
using System.Globalization;
using Eqnn.Mutation;

try
{
    var options = RunOptions.Parse(args);
    if (args.Length > 3)
    {
        return Worker.Run(options);
    }

    // A child ends where a mutant hangs, ends the process, or leaves something behind; the next one goes on.
    while (Child("--child") is var code and not 0)
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
        if (Child("--alone", waiting.Id.ToString(CultureInfo.InvariantCulture)) is not (0 or Worker.GoOn))
        {
            File.AppendAllText(options.ResultFile, new Outcome(waiting.Id, "Crash", "").Line);
        }
    }

    Console.Write(Summary.Of(Mutant.Read(options.Report), Outcome.Read(options.ResultFile)));
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
