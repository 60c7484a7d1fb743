using System.CommandLine;
using Eqnn.Checking;
using Eqnn.Checking.Reading;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;

namespace Eqnn.Cli.Commands;

/// <summary><c>eqnn verify FILE</c>: checks every claim of a certificate.</summary>
internal sealed class VerifyCommand : EqnnCommand
{
    private static readonly Argument<string> Certificate = new("FILE") { Description = "a certificate that --certificate of chambers or maps has written, or a document of a catalog" };

    private static readonly Option<string> MaxImages = new("--max-images") { HelpName = "N", Description = FormattableString.Invariant($"list groups of order times points up to N ({CertificateCheckOptions.Default.MaxImages}); memory grows with it, some bytes for each") };
    private static readonly Option<string> MaxSteps = new("--max-steps") { HelpName = "N", Description = FormattableString.Invariant($"stop after N steps for the order of the symmetry of an arrangement ({CertificateCheckOptions.Default.SymmetryBudget}); time grows with it") };

    /// <inheritdoc/>
    public override string Name => "verify";

    /// <inheritdoc/>
    public override string Summary => "check every claim of a certificate, with none of the code that found it";

    /// <inheritdoc/>
    public override string Details =>
        """
        The checker uses exact numbers, permutations and matrices, and nothing of the code that enumerates chambers, computes character tables or solves for maps.
        It says what it has established, one line each; a certificate of which a claim fails is refused with the place, exit code 2.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn verify docs/certificate-s4.json", "all maps on a fan of S4, chambers included"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [Certificate];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [ChamberOptions.MaxChambers, MaxImages, MaxSteps];

    /// <inheritdoc/>
    public override Report Answer(Query query)
    {
        var path = query.Required(Certificate);
        var options = CertificateCheckOptions.Default;
        options = query.Number(ChamberOptions.MaxChambers, 1) is { } cones ? options.WithMaxCones(cones) : options;
        options = query.Number(CommonOptions.MaxOrder, 1) is { } order ? options.WithMaxGroupOrder(order) : options;
        options = query.Number(MaxImages, 1) is { } images ? options.WithMaxImages(images) : options;
        options = query.Number(MaxSteps, 1) is { } steps ? options.WithSymmetryBudget(steps) : options;
        return InputFile.ReadStreamed(path, file => CertificateChecker.Check(file, options, query.Progress, query.CancellationToken)).Match<Report>(
            accepted => new Result(path, accepted),
            refused => throw new InputException($"{path} is refused at {refused.Where}: {refused.Problem}"));
    }

    private sealed class Result(string path, CertificateReport.Accepted report) : OutlinedReport
    {
        protected override void Describe(Outline outline)
        {
            outline.Heading($"{path}: every claim holds");
            outline.Field("valid", true);
            outline.Fact("kind", report.Kind, "kind", report.Kind);
            outline.Fact("proved", report.Statement, "statement", report.Statement);
            for (var i = 0; i < report.Claims.Count; i++)
            {
                outline.Fact(i == 0 ? "checked" : "", report.Claims[i]);
            }

            outline.InDocument(json => json.List("claims", report.Claims, json.Item));
            outline.Fact("labels", $"{string.Join(", ", report.Labels)}: names that stand in the file; what is proved holds for the numbers beside them");
            outline.InDocument(json => json.List("labels", report.Labels, json.Item));
        }
    }
}
