using System.CommandLine;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.Records.Groups;
using Eqnn.Records.LinearAlgebra;

namespace Eqnn.Cli.Commands;

/// <summary><c>eqnn activations G --on X</c> or <c>eqnn activations @matrices.json</c>: which activations a basis allows.</summary>
internal sealed class ActivationsCommand : EqnnCommand
{
    private static readonly Argument<string> Subject = new("GROUP") { Description = "a group as everywhere, or @matrices.json: a list of square matrices, each a list of rows of numbers or texts as \"-1/2\", \"E(5)+E(5)^4\"" };

    /// <inheritdoc/>
    public override string Name => "activations";

    /// <inheritdoc/>
    public override string Summary => "which activations commute with a representation in a given basis";

    /// <inheritdoc/>
    public override string Details =>
        """
        f, applied to every coordinate, commutes with a matrix A that is not excused by f being affine only if A has one nonzero entry in each row, and f(a t) = a f(t) for these entries a.
        Permutation matrices allow everything, signed ones exactly the odd functions. For each function that is forbidden: generator, row, entries, and a vector on which it fails.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn activations D4 --on points", "a permutation representation allows every activation"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [Subject];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [CommonOptions.On];

    /// <inheritdoc/>
    public override Report Answer(Query query)
    {
        var subject = query.Required(Subject);
        if ((subject.StartsWith('@') ? MatrixFile.TryRead(subject[1..]) : null) is { } matrices)
        {
            return new Result(subject, Border.Read($"matrix file {subject[1..]}", () => ActivationAdmission.Of(matrices)));
        }

        var group = Border.Read("group", () => GroupFile.ReadOrParse(subject, query.Limits, null, query.CancellationToken));
        var set = Inputs.Set(group, query.Value(CommonOptions.On), "--on");
        return new Result($"{group.Name} on {set.Name}", ActivationAdmission.Of(set));
    }

    private sealed class Result(string subject, ActivationAdmission admission) : OutlinedReport
    {
        protected override void Describe(Outline outline)
        {
            outline.Heading($"{subject}: activations that commute with the {admission.Generators.Count} generators in dimension {admission.Dimension}");
            outline.Field("subject", subject);
            outline.Field("dimension", admission.Dimension);
            outline.Fact("matrices", Name(admission.Shape), "shape", Name(admission.Shape));
            outline.Fact("fixes (1,...,1)", "fixesOnes", admission.FixesOnes);
            outline.Objects("activations", "activations", admission.OfKnown(), columns => columns
                .Text("", "name", answer => answer.Activation.Name)
                .Left("allowed", answer => Prose.YesOrNo(answer.Obstruction is null)).Fields((json, answer) => json.Field("allowed", answer.Obstruction is null))
                .Right("generator", answer => answer.Obstruction is { } no ? no.Generator + 1 : "")
                .Right("row", answer => answer.Obstruction is { } no ? no.Row + 1 : "")
                .Left("entries", answer => answer.Obstruction is { } no ? Matrices.Vector(no.Entries.Select(entry => entry.Value)) : "")
                .Left("fails on", answer => answer.Obstruction is { } no ? Matrices.Vector(no.Vector.Select(entry => entry.Value)) : "")
                .Fields((json, answer) =>
                {
                    if (answer.Obstruction is { } obstruction)
                    {
                        json.Field("generator", obstruction.Generator + 1);
                        json.Field("row", obstruction.Row + 1);
                        json.Positions("columns", obstruction.Columns);
                        json.ExactRow("entries", obstruction.Entries.Select(entry => entry.Value));
                        json.ExactRow("vector", obstruction.Vector.Select(entry => entry.Value));
                    }
                }));
        }

        private static string Name(MatrixShape shape) => shape switch
        {
            MatrixShape.Permutation => "permutation matrices",
            MatrixShape.SignedPermutation => "signed permutation matrices",
            MatrixShape.PositiveMonomial => "monomial, positive entries",
            MatrixShape.Monomial => "monomial",
            _ => "not monomial",
        };
    }
}
