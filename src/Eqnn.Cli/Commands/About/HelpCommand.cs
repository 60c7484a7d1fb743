using System.CommandLine;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;

namespace Eqnn.Cli.Commands.About;

/// <summary><c>eqnn help maps</c>: the same pages as <c>--help</c>, asked for as a command.</summary>
internal sealed class HelpCommand(Func<IToolWords> tool) : EqnnCommand
{
    private static readonly Argument<string[]> Command = new("COMMAND") { Description = "a command, as maps or network eval; a family, as network; nothing: the page of the tool", Arity = ArgumentArity.ZeroOrMore };

    /// <inheritdoc/>
    public override string Name => "help";

    /// <inheritdoc/>
    public override string Summary => "the page of a command, as eqnn COMMAND --help shows it";

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn help maps", "options and examples of maps"),
        ("eqnn help network eval", "a command of two words"),
        ("eqnn help catalog", "the commands of a family"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [Command];

    /// <inheritdoc/>
    public override IReadOnlyList<OutputFormat> Formats => [OutputFormat.Text];

    /// <inheritdoc/>
    public override Report Answer(Query query) => new PlainText(tool().PageOf(query.Values(Command)), isPage: true);
}
