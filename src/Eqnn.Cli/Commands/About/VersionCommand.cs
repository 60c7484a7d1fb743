using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Records.Json;

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

    private sealed class Result : Report
    {
        public override void Describe(Page page) => page.Line(ToolVersion.Line);

        public override void WriteJson(JsonOutput json) => json.Object(() =>
        {
            json.Field("tool", "eqnn");
            json.Field("version", ToolVersion.Text);
            if (ToolVersion.Commit is { } commit)
            {
                json.Field("commit", commit);
            }
        });
    }
}
