using System.Diagnostics;
using System.Text.RegularExpressions;
using Eqnn.Cli;
using Eqnn.Cli.Hosting;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Fuzz;

/// <summary>Runs a case in this process, as <c>Program</c> of the tool does, and judges what came back.</summary>
internal static partial class CaseRunner
{
    /// <summary>The first word of a case that reads a number and prints it again.</summary>
    public const string Number = "<number>";

    /// <summary>The first word of a case that reads a permutation and prints it again.</summary>
    public const string Cycles = "<cycles>";

    private static readonly string[] WordsOfTheRuntime = ["(Parameter '", "Exception", "System.", "Int32", "Int64", "NullReference", "Object reference", "Index was out", "Newtonsoft", "   at "];

    /// <summary>Runs <paramref name="made"/> in the folder of the corpus.</summary>
    public static CaseResult Run(FuzzCase made)
    {
        byte[]? before = null;
        if (made.File is not null)
        {
            before = File.Exists(made.File) ? File.ReadAllBytes(made.File) : null;
            File.WriteAllBytes(made.File, made.Content!);
        }

        Directory.CreateDirectory(CaseMaker.OutFolder);
        var clock = Stopwatch.StartNew();
        try
        {
            return made.Words is [Number or Cycles, ..] ? Direct(made, clock) : Tool(made, clock);
        }
        finally
        {
            if (before is not null)
            {
                File.WriteAllBytes(made.File!, before);
            }

            if (Directory.EnumerateFileSystemEntries(CaseMaker.OutFolder).Any())
            {
                Directory.Delete(CaseMaker.OutFolder, recursive: true);
            }
        }
    }

    private static CaseResult Tool(FuzzCase made, Stopwatch clock)
    {
        using var output = new CountingWriter();
        using var error = new StringWriter();
        int code;
        string? fault = null;
        try
        {
            code = EqnnCommandLine.Run(made.Words, new ConsoleHost { Output = output, Error = error });
        }
#pragma warning disable CA1031 // An exception that leaves the tool is what is looked for.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return new(ExitCode.Bug, $"leaves the tool: {e.GetType().Name}: {General(e.Message)}", clock.Elapsed.TotalSeconds);
        }

        var message = error.ToString();
        if (code is not (ExitCode.Answered or ExitCode.BadInput or ExitCode.Limit or ExitCode.Cancelled))
        {
            fault = $"exit {code}: {General(message)}";
        }
        else if (code == ExitCode.BadInput && output.Count > 0)
        {
            fault = "exit 2 after a part of the answer";
        }
        else if (code == ExitCode.Answered ? message.Length > 0 : message.Count(c => c == '\n') != 1 || !message.StartsWith("eqnn: ", StringComparison.Ordinal))
        {
            fault = $"exit {code} with a message of {message.Count(c => c == '\n')} lines";
        }
        else if (WordsOfTheRuntime.FirstOrDefault(word => message.Contains(word, StringComparison.Ordinal) && !made.Words.Any(w => w.Contains(word, StringComparison.Ordinal))) is { } word)
        {
            fault = $"a message with words of the runtime, '{word}': {General(message)}";
        }
        else if (message.Length > 2000)
        {
            fault = FormattableString.Invariant($"a message of more than 2000 characters: {General(message[..120])}");
        }
        else if (code is ExitCode.BadInput or ExitCode.Cancelled && Directory.EnumerateFiles(CaseMaker.OutFolder).Any())
        {
            fault = $"exit {code} leaves a file";
        }

        return new(code, fault, clock.Elapsed.TotalSeconds);
    }

    /// <summary>What is read is printed and read again: the same value.</summary>
    private static CaseResult Direct(FuzzCase made, Stopwatch clock)
    {
        try
        {
            var text = made.Words[1];
            var agrees = made.Words[0] == Number ? Again(Cyclotomic.Parse(text)) : Again(Permutation.Parse(text));
            return new(ExitCode.Answered, agrees ? null : "what is printed is read as another value", clock.Elapsed.TotalSeconds);
        }
        catch (AlgebraFormatException)
        {
            return new(ExitCode.BadInput, null, clock.Elapsed.TotalSeconds);
        }
        catch (LimitExceededException)
        {
            return new(ExitCode.Limit, null, clock.Elapsed.TotalSeconds);
        }
#pragma warning disable CA1031 // Every other exception is what is looked for.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return new(ExitCode.Bug, $"{made.Words[0]} {e.GetType().Name}: {General(e.Message)}", clock.Elapsed.TotalSeconds);
        }
    }

    private static bool Again(Cyclotomic number) => Cyclotomic.Parse(number.ToString()) == number && (!number.IsReal || Cyclotomic.Parse(number.ToString("R", null)) == number);

    private static bool Again(Permutation permutation) => Permutation.Parse(permutation.ToString(), permutation.Degree) == permutation;

    /// <summary>Without what the case itself brought: numbers and quoted texts.</summary>
    private static string General(string message) => Digits().Replace(Quoted().Replace(message.Trim().ReplaceLineEndings(" "), "'...'"), "N") is var text && text.Length > 160 ? text[..160] : Digits().Replace(Quoted().Replace(message.Trim().ReplaceLineEndings(" "), "'...'"), "N");

    [GeneratedRegex("'[^']*'|\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();

    /// <summary>Counts what is written and keeps nothing.</summary>
    private sealed class CountingWriter : TextWriter
    {
        public long Count { get; private set; }

        public override System.Text.Encoding Encoding => System.Text.Encoding.UTF8;

        public override void Write(char value) => Count++;

        public override void Write(string? value) => Count += value?.Length ?? 0;

        public override void Write(char[] buffer, int index, int count) => Count += count;
    }
}
