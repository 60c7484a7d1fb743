using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Records.Json;

namespace Eqnn.Cli.Commands.About;

/// <summary><c>eqnn examples</c>: the files that the examples of the help read, for those who have no clone of the repository.</summary>
internal sealed class ExamplesCommand : EqnnCommand
{
    /// <inheritdoc/>
    public override string Name => "examples";

    /// <inheritdoc/>
    public override string Summary => "the files that the examples of the help read: networks, models, data, a certificate";

    /// <inheritdoc/>
    public override string Details =>
        """
        eqnn examples --out FOLDER writes them; inside FOLDER the examples of all pages of help work as they are printed, those of eqnn catalog once
        eqnn catalog build --groups cyclic:1..8,S3 --on regular,points --out catalog has been run there. Nothing is overwritten.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } = [("eqnn examples", "which files there are")];

    /// <inheritdoc/>
    public override IReadOnlyList<OutputFormat> Formats => [OutputFormat.Text, OutputFormat.Json];

    /// <inheritdoc/>
    public override bool IsOutFolder => true;

    /// <inheritdoc/>
    public override string? OutDescription => "write the files to this folder, under their paths in the repository";

    /// <inheritdoc/>
    public override Report Answer(Query query)
    {
        if (query.Out is { } folder)
        {
            ExampleFiles.WriteTo(folder, query.Files);
        }

        return new Result(query.Out);
    }

    private sealed class Result(string? folder) : OutlinedReport
    {
        protected override void Describe(Outline outline)
        {
            outline.Heading(folder is null ? $"{ExampleFiles.Paths.Count} files of the examples" : $"{ExampleFiles.Paths.Count} files of the examples in {folder}");
            foreach (var path in ExampleFiles.Paths)
            {
                outline.Line(path);
            }

            outline.Row("files", ExampleFiles.Paths);
        }
    }
}
