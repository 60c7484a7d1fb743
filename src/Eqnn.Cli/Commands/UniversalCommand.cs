using System.CommandLine;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Drawing;
using Eqnn.PiecewiseLinear.Universality;

namespace Eqnn.Cli.Commands;

/// <summary><c>eqnn universal G --on X</c>: what one hidden layer G/H can approximate, for every subgroup H.</summary>
internal sealed class UniversalCommand : EqnnCommand
{
    private const int MaxDegreeAllowed = 60;

    private static readonly Option<string> To = new("--to") { HelpName = "GSET", Description = "the output is a function on GSET; default: one invariant number" };
    private static readonly Option<string> DegreeOption = new("--degree") { HelpName = "D", Description = FormattableString.Invariant($"look for missed polynomials up to degree D ({UniversalityOptions.Default.MaxDegree})") };
    private static readonly Option<string> MaxSubspaces = new("--max-subspaces") { HelpName = "N", Description = FormattableString.Invariant($"leave a decision on separation open after N subspaces of pairs of inputs ({UniversalityOptions.Default.MaxSubspaces}; beyond {UniversalityOptions.AlwaysDecided} points a fiftieth of it, beyond {UniversalityOptions.Costly} fewer)") };

    /// <inheritdoc/>
    public override string Name => "universal";

    /// <inheritdoc/>
    public override string Summary => "for every hidden G-set what one layer on it can and cannot approximate, and which contains which";

    /// <inheritdoc/>
    public override string Details =>
        """
        Networks X -> G/H -> output with one hidden layer of any width, invariant biases and any continuous activation that is no polynomial. What they approximate depends on the
        closure of H only: the elements that fix every vector fixed by H. They are universal iff the closure acts trivially on X; a further layer on one point (a readout) makes
        exactly those universal that separate all orbits of inputs. The first missed degree counts polynomials: reached of all. --svg and --format dot draw the inclusions.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn universal S4 --on points", "all hidden G-sets of S4 on four points"),
        ("eqnn universal D4 --on points --svg universal.svg", "with a picture of the inclusions"),
        ("eqnn universal S3 --on points --to points", "for equivariant outputs"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [CommonOptions.Group];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [CommonOptions.On, To, DegreeOption, MaxSubspaces, .. PictureFiles.Options];

    /// <inheritdoc/>
    public override IReadOnlyList<OutputFormat> Formats => [OutputFormat.Text, OutputFormat.Json, OutputFormat.Markdown, OutputFormat.Latex, OutputFormat.Dot];

    /// <inheritdoc/>
    public override Report Answer(Query query)
    {
        PictureFiles.AreWanted(query);
        var group = Inputs.Group(query);
        var input = Inputs.Set(group, query.Value(CommonOptions.On), "--on");
        var output = query.Value(To) is { } to ? Inputs.Set(group, to, "--to") : null;
        var options = UniversalityOptions.Default;
        options = query.Number(DegreeOption, 1, MaxDegreeAllowed) is { } degree ? options.WithMaxDegree((int)degree) : options;
        options = query.Number(MaxSubspaces, 1) is { } subspaces ? options.WithMaxSubspaces(subspaces) : options;
        var table = UniversalityTable.Of(input, output, options, query.Progress, query.CancellationToken);
        PictureFiles.Add(query, look => HasseDrawing.OfShallowClasses(table, look));
        return new UniversalReport(table);
    }
}
