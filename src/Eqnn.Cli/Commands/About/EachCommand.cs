using System.CommandLine;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Numbers;
using Eqnn.Records.Json;

namespace Eqnn.Cli.Commands.About;

/// <summary><c>eqnn each</c>: one command for several groups.</summary>
internal sealed class EachCommand(Func<IToolWords> tool) : EqnnCommand
{
    private static readonly Argument<string> Groups = new("GROUPS") { Description = "names of groups, separated by commas (those inside parentheses and brackets belong to a name) or semicolons" };
    private static readonly Argument<string[]> Command = new("COMMAND") { Description = "a command that begins with a group, without the group; where it has options, behind --", Arity = ArgumentArity.OneOrMore };

    /// <inheritdoc/>
    public override string Name => "each";

    /// <inheritdoc/>
    public override string Summary => "one command for several groups: the answers one after another, as JSON a list";

    /// <inheritdoc/>
    public override string Details =>
        """
        The command is asked once for each group, in their order; --format, --out and the other options of every command are given to each itself, before --.
        The first group that is refused or meets a limit ends the run, and nothing is written.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn each S3,A4,Q8 characters", "three character tables"),
        ("eqnn each S3,A4,Q8 maps", "which maps exist between the simples of three groups"),
        ("eqnn each \"S3,SL(2,3)\" --format json -- interact --activation abs", "a list of two documents"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [Groups, Command];

    /// <inheritdoc/>
    public override IReadOnlyList<OutputFormat> Formats => [OutputFormat.Text, OutputFormat.Json, OutputFormat.Markdown, OutputFormat.Latex, OutputFormat.Gap];

    /// <inheritdoc/>
    public override Report Answer(Query query)
    {
        var words = query.Required(Command);
        var answers = new List<(Report Report, IReadOnlyList<string> Readings)>();
        foreach (var group in Names(query.Required(Groups)))
        {
            var (command, asked) = tool().Ask(words, group, query);
            var report = command.Answer(asked);
            if (report.IsStream)
            {
                throw new InputException($"each: {command.Name} answers with a stream here; ask it alone");
            }

            answers.Add((report, asked.Readings));
        }

        return new Result(answers);
    }

    /// <summary>The names between commas and semicolons outside of parentheses and brackets.</summary>
    internal static IReadOnlyList<string> Names(string text)
    {
        List<string> names = [.. BracketedList.Split(text, ",;").Select(name => name.Member.Trim())];
        return names.TrueForAll(name => name.Length > 0) ? names : throw new InputException($"each: a group is missing in '{text}'; separate names by commas, as S3,A4");
    }

    private sealed class Result(IReadOnlyList<(Report Report, IReadOnlyList<string> Readings)> answers) : Report
    {
        public override LimitExceededException? Limit => answers.Select(answer => answer.Report.Limit).FirstOrDefault(limit => limit is not null);

        public override void Describe(Page page)
        {
            foreach (var (report, readings) in answers)
            {
                foreach (var reading in readings)
                {
                    page.Line("read: " + reading);
                }

                report.Describe(page);
            }
        }

        public override void WriteJson(JsonOutput json) => json.List(answers, answer => answer.Report.WriteJson(json));

        public override void WriteGap(TextWriter gap)
        {
            foreach (var (report, _) in answers)
            {
                report.WriteGap(gap);
            }
        }
    }
}
