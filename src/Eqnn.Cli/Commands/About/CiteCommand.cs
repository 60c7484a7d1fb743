using System.CommandLine;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;

namespace Eqnn.Cli.Commands.About;

/// <summary><c>eqnn cite</c>: how to cite the software and the paper, also for the answer of one command.</summary>
internal sealed class CiteCommand(Func<IToolWords> tool) : EqnnCommand
{
    private static readonly Argument<string[]> Command = new("COMMAND") { Description = "the command line whose answer is cited; where it has options, behind --", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<string> Style = new("--style") { HelpName = "STYLE", Description = "of the text: bibtex (default), or cff, the Citation File Format" };

    /// <summary>The values of <c>--style</c>.</summary>
    public static IReadOnlyList<string> Styles { get; } = ["bibtex", "cff"];

    /// <inheritdoc/>
    public override string Name => "cite";

    /// <inheritdoc/>
    public override string Summary => "how to cite this software and the paper: BibTeX or CFF, also for the answer of one command";

    /// <inheritdoc/>
    public override string Details =>
        """
        The facts are those of CITATION.cff, with the version of this tool, its year, and the commit where it was built from a clone.
        With a command the entry of the software names it, so that a reader can run it again; it is checked as far as words go, and not run.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn cite", "two entries for BibTeX"),
        ("eqnn cite maps C8 L1 L2", "for the answer of this command"),
        ("eqnn cite -- interact S4 --on points", "for a command with options"),
        ("eqnn cite --style cff", "the file CITATION.cff, with the commit"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [Command];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [Style];

    /// <inheritdoc/>
    public override IReadOnlyList<OutputFormat> Formats => [OutputFormat.Text, OutputFormat.Json];

    /// <inheritdoc/>
    public override Report Answer(Query query)
    {
        var isCff = query.Value(Style) switch
        {
            null or "bibtex" => false,
            "cff" => true,
            var other => throw new InputException($"--style: '{other}' is not a style; use bibtex or cff"),
        };
        IReadOnlyList<string> words = query.Values(Command);
        words = words.Count > 0 && words[0] == "eqnn" ? [.. words.Skip(1)] : words;
        if (words.Count == 0)
        {
            return new Result(null, isCff);
        }

        if (words.Any(word => word.Any(char.IsControl)))
        {
            throw new InputException("cite: a word of the command has a line break or another control character; an entry is made of lines");
        }

        // What cannot be asked has no answer to cite.
        return tool().IsAnswered(words)
            ? new Result("eqnn " + string.Join(' ', words.Select(Quoted)), isCff)
            : throw new InputException($"cite: '{string.Join(' ', words)}' is no command that answers; eqnn --help lists the commands");
    }

    /// <summary>As a shell takes it.</summary>
    private static string Quoted(string word) => word.Length > 0 && word.All(c => char.IsLetterOrDigit(c) || "_:+-.@/^,=".Contains(c, StringComparison.Ordinal))
        ? word
        : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private sealed class Result(string? command, bool isCff) : OutlinedReport
    {
        protected override void Describe(Outline outline)
        {
            outline.Lines(isCff ? Citations.Cff(command) : Citations.BibTeX(command));
            outline.Field("tool", "eqnn");
            outline.Field("version", ToolVersion.Text);
            outline.Field("command", command);
            outline.Field("bibtex", Citations.BibTeX(command));
            outline.Field("cff", Citations.Cff(command));
        }
    }
}
