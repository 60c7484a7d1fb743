using System.CommandLine;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;

namespace Eqnn.Cli.Commands.About;

/// <summary><c>eqnn completions SHELL</c>: the script that makes a shell complete the words of the tool.</summary>
internal sealed class CompletionsCommand : EqnnCommand
{
    private static readonly Argument<string> Shell = new("SHELL") { Description = string.Join(", ", CompletionTable.Shells) };

    /// <inheritdoc/>
    public override string Name => "completions";

    /// <inheritdoc/>
    public override string Summary => "the script with which bash, zsh, fish or PowerShell completes commands, options and their values";

    /// <inheritdoc/>
    public override string Details =>
        """
        For one session: source <(eqnn completions bash), the same for zsh, eqnn completions fish | source, eqnn completions powershell | Out-String | Invoke-Expression.
        For all sessions put the line into the file that the shell reads at its start. Completed are commands, options, formats, activations and the common G-sets; elsewhere names of files.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn completions bash", "the script of bash"),
        ("eqnn completions zsh", "the script of zsh"),
        ("eqnn completions fish", "the script of fish, with the meaning of each word"),
        ("eqnn completions powershell", "the script of PowerShell"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [Shell];

    /// <inheritdoc/>
    public override IReadOnlyList<OutputFormat> Formats => [OutputFormat.Text];

    /// <inheritdoc/>
    public override Report Answer(Query query)
    {
        var shell = query.Required(Shell);
        return CompletionTable.Shells.Contains(shell)
            ? new PlainText(CompletionScripts.Of(shell))
            : throw new InputException($"completions: '{shell}' is not a shell with a script; use {string.Join(", ", CompletionTable.Shells)}");
    }
}
