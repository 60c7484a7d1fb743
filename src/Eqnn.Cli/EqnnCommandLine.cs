using System.CommandLine;
using System.Reflection;
using Eqnn.Cli.Commands;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Numbers;

namespace Eqnn.Cli;

/// <summary>The whole run of the tool: words in, answer or one error line out. Called by the process and, in the same way, by the tests.</summary>
internal static class EqnnCommandLine
{
    /// <summary>Answers <paramref name="args"/>.</summary>
    /// <param name="args">The words after <c>eqnn</c>.</param>
    /// <param name="host">The outside world.</param>
    /// <param name="interrupt">Ctrl-C.</param>
    /// <returns>The exit code: see <see cref="ExitCode"/>.</returns>
    public static int Run(IReadOnlyList<string> args, ConsoleHost host, CancellationToken interrupt = default)
    {
        try
        {
            Answer(args, host, interrupt);
            host.Output.Flush();
            return ExitCode.Answered;
        }
#pragma warning disable CA1031 // The one place where every failure becomes one line and an exit code.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Failure.Report(e, host.Error);
        }
    }

    /// <summary>The version, without the revision it was built from: equal sources print equal bytes.</summary>
    public static string Version { get; } = typeof(EqnnCommandLine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private static void Answer(IReadOnlyList<string> args, ConsoleHost host, CancellationToken interrupt)
    {
        var tree = CommandTree.OfTheTool;
        var (command, parse) = tree.Match(args);
        if (command is null)
        {
            host.Output.Write(parse.GetValue(CommonOptions.Version) ? $"eqnn {Version}\n"
                : tree.FamilyNamed(parse) is { } family ? HelpPage.Of(tree.Commands, family)
                : HelpPage.Of(tree.Commands));
        }
        else if (parse.GetValue(CommonOptions.Help))
        {
            host.Output.Write(HelpPage.Of(command));
        }
        else
        {
            Answer(command, parse, host, interrupt);
        }
    }

    private static void Answer(EqnnCommand command, ParseResult parse, ConsoleHost host, CancellationToken interrupt)
    {
        var words = new Query(parse, command.Formats, command.Name);
        var toScreen = words.Out is null || command.OutDescription is not null;
        var progress = host.ErrorIsTerminal && !words.Quiet ? new ProgressLine(host.Error, host.Width) : null;
        string? answer;
        LimitExceededException? limit = null;
        try
        {
            // Nothing is written before the whole answer stands: an error leaves no half of one behind.
            answer = Worker.Run(
                token =>
                {
                    var query = words with { Progress = progress, CancellationToken = token };
                    var report = command.Answer(query);
                    limit = report.Limit;
                    if (!report.IsStream)
                    {
                        return Rendering.Render(report, query, toScreen ? host : null);
                    }

                    // A stream is the one answer of which a part may stand when something stops it; a file is still whole or not there.
                    progress?.Close();
                    if (toScreen)
                    {
                        report.StreamTo(host.Output);
                    }
                    else
                    {
                        AtomicFile.Write(words.Out!, (TextWriter text) => report.StreamTo(text));
                    }

                    return null;
                },
                words.TimeLimit,
                interrupt);
        }
        finally
        {
            progress?.Close();
        }

        if (answer is not null && toScreen)
        {
            host.Output.Write(answer);
        }
        else if (answer is not null)
        {
            AtomicFile.Write(words.Out!, answer);
        }

        if (limit is not null)
        {
            host.Output.Flush();
            throw limit;
        }
    }
}
