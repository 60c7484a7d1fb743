using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;

namespace Eqnn.Cli.Commands.About;

/// <summary><c>eqnn version</c>: what <c>--version</c> prints, also for programs.</summary>
internal sealed class VersionCommand : EqnnCommand
{
    /// <inheritdoc/>
    public override string Name => "version";

    /// <inheritdoc/>
    public override string Summary => "the version of the tool, as eqnn --version shows it";

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn version", "name, version and commit"),
        ("eqnn version --format json", "for programs"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<OutputFormat> Formats => [OutputFormat.Text, OutputFormat.Json];

    /// <inheritdoc/>
    public override Report Answer(Query query) => new Result();

    private sealed class Result : OutlinedReport
    {
        protected override void Describe(Outline outline)
        {
            outline.Line(ToolVersion.Line);
            outline.Field("tool", "eqnn");
            outline.Field("version", ToolVersion.Text);
            if (ToolVersion.Commit is { } commit)
            {
                outline.Field("commit", commit);
            }
        }
    }
}
