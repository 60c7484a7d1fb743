using System.CommandLine;
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

    private static void Answer(IReadOnlyList<string> args, ConsoleHost host, CancellationToken interrupt)
    {
        var tree = CommandTree.Of(args);
        var (command, parse) = tree.Match(args);
        if (command is null)
        {
            host.Output.Write(parse.GetValue(CommonOptions.Version) ? ToolVersion.Line + "\n"
                : tree.FamilyNamed(parse) is { } family ? Page(HelpPage.Of(tree.Commands, family))
                : Page(HelpPage.Of(tree.Commands)));
        }
        else if (parse.GetValue(CommonOptions.Help))
        {
            host.Output.Write(Page(HelpPage.Of(command)));
        }
        else
        {
            Answer(command, parse, host, interrupt);
        }

        string Page(string page) => host.OutputIsTerminal ? WrappedLines.At(host.Width, page) : page;
    }

    private static void Answer(EqnnCommand command, ParseResult parse, ConsoleHost host, CancellationToken interrupt)
    {
        using var files = new AnswerFiles();
        var words = new Query(parse, command.Formats, command.Name) { Files = files };
        RequirePlaces(command, parse);
        var toScreen = words.Out is null || command.OutDescription is not null;
        using var progress = host.ErrorIsTerminal && !words.Quiet ? new ProgressLine(host.Error, host.Width, command.Name) : null;
        string? answer;
        LimitExceededException? limit = null;
        try
        {
            // Nothing is written before the whole answer stands: an error leaves no half of one behind, and no file beside it.
            answer = Worker.Run(
                token =>
                {
                    var query = words with { Progress = progress, CancellationToken = token };
                    var report = command.Answer(query);
                    limit = report.Limit;
                    progress?.Report(new("writing the answer", 0, 0));
                    if (report.IsStream && query.Part is { } part)
                    {
                        throw new InputException($"--part: the answer has no table '{part}'; it is a list that is written while it is found");
                    }

                    var text = report.IsStream ? null : Rendering.Render(report, query, toScreen ? host : null);
                    if (text is null)
                    {
                        progress?.Close();
                    }

                    if (!toScreen && text is not null)
                    {
                        files.Add(words.Out!, text, "--out");
                    }
                    else if (!toScreen)
                    {
                        files.Add(words.Out!, output => report.StreamTo(output, token), "--out");
                    }

                    files.Stage();

                    // A stream on the screen is the one answer of which a part may stand when something stops it.
                    if (toScreen && text is null)
                    {
                        (report is PlainText plain && host.OutputIsTerminal ? plain.At(host.Width) : report).StreamTo(host.Output, token);
                    }

                    return toScreen ? text : null;
                },
                words.TimeLimit,
                interrupt,
                host.OwnsProcess ? words.MaxMemory : null);
        }
        catch (Exception stopped) when (words.Partial.Report is Report known && (stopped is TimeoutException || stopped is LimitExceededException) && !interrupt.IsCancellationRequested)
        {
            // What was known is an answer in part; the line on stderr and the exit code say so.
            progress?.Close();
            WritePart(Rendering.Render(known, words, toScreen ? host : null), toScreen ? null : words.Out, host);
            throw;
        }
        finally
        {
            progress?.Close();
        }

        if (answer is not null)
        {
            host.Output.Write(answer);
        }

        // The files come last: an answer that nobody could read leaves none.
        host.Output.Flush();
        files.Commit();
        if (limit is not null)
        {
            throw limit;
        }
    }

    private static void WritePart(string text, string? path, ConsoleHost host)
    {
        if (path is null)
        {
            host.Output.Write(text);
            host.Output.Flush();
            return;
        }

        using var files = new AnswerFiles();
        files.Add(path, text, "--out");
        files.Stage();
        files.Commit();
    }

    /// <summary>Refuses places where no file can stand before the work begins.</summary>
    private static void RequirePlaces(EqnnCommand command, ParseResult parse)
    {
        foreach (var option in command.Options.Append(CommonOptions.Out).OfType<FileOption>())
        {
            if (parse.GetValue(option) is not { } path)
            {
                continue;
            }

            if (option == CommonOptions.Out && path == Query.StandardOutput)
            {
                if (command.IsOutFolder || command.OutDescription is not null)
                {
                    throw new InputException($"--out: {command.Name} writes files; - stands for the screen, where its answer goes anyway");
                }
            }
            else if (option == CommonOptions.Out && command.IsOutFolder)
            {
                AnswerFiles.RequireName(path, option.Name, "folder");
            }
            else
            {
                AnswerFiles.RequirePlace(path, option.Name);
            }
        }
    }
}
