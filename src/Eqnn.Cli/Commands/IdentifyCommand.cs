using System.CommandLine;
using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Identification;
using Eqnn.Algebra.Representations.MatrixGroups;
using Eqnn.Algebra.SmallGroups;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Numbers;
using Eqnn.Records.Groups;
using Eqnn.Records.LinearAlgebra;

namespace Eqnn.Cli.Commands;

/// <summary><c>eqnn identify G</c>: which group it is, by its number; also of matrices.</summary>
internal sealed class IdentifyCommand : EqnnCommand
{
    private static readonly Argument<string> Subject = new("GROUP")
    {
        Description = "any name of a group, @group.json with generators, or @matrices.json: {\"matrices\": [...]}, each a list of rows of numbers or texts as \"-1/2\", \"E(5)+E(5)^4\"",
    };

    /// <inheritdoc/>
    public override string Name => "identify";

    /// <inheritdoc/>
    public override string Summary => "which group it is, by its number among the groups of its order, with an isomorphism";

    /// <inheritdoc/>
    public override string Details =>
        """
        The number is that of GAP, Magma, Sage and the LMFDB, for orders up to 127. Invariants choose candidates, an isomorphism from the group under that number decides, and it is checked.
        In a file the fields decide: generators are permutations, matrices are square matrices over the cyclotomic numbers. For matrices: whether the group that they generate is finite,
        which group it is, as permutations of the orbits of the basis vectors, and how the representation decomposes; or a product of infinite order.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn identify \"perm:(1,2,3,4);(1,3)\"", "the symmetries of the square"),
        ("eqnn identify \"C3:C4\"", "a name of this tool in the numbering of GAP"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [Subject];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [CommonOptions.WithGap];

    /// <inheritdoc/>
    public override Report Answer(Query query)
    {
        var subject = query.Required(Subject);
        if ((subject.StartsWith('@') ? MatrixFile.TryReadCyclotomic(subject[1..]) : null) is { } matrices)
        {
            return Border.Read($"matrix file {subject[1..]}", () => MatrixGroup.Of(subject, matrices, query.Limits, query.CancellationToken)).Match<Report>(
                finite => Result.Of(finite.Group, finite, query),
                witness => new InfiniteResult(subject, witness));
        }

        return Result.Of(Inputs.GroupWithGap(query, Subject).Group, null, query);
    }

    private sealed class Result : OutlinedReport
    {
        private readonly FiniteGroup _group;
        private readonly MatrixGroup? _matrices;
        private readonly GroupNumber? _identified;
        private readonly ClassFunction? _character;

        private Result(FiniteGroup group, MatrixGroup? matrices, GroupNumber? identified, LimitExceededException? limit, ClassFunction? character)
        {
            _group = group;
            _matrices = matrices;
            _identified = identified;
            Limit = limit;
            _character = character;
        }

        public override LimitExceededException? Limit { get; }

        public static Result Of(FiniteGroup group, MatrixGroup? matrices, Query query)
        {
            group.ComputeChain(query.CancellationToken);
            var identified = GroupNumber.TryOf(group, query.Has(CommonOptions.WithGap) ? new GapLibrary() : null, query.CancellationToken);
            var limit = identified is null
                ? new LimitExceededException("order of a group with a number", SmallGroupLibrary.MaxOrder, FormattableString.Invariant($"{LimitExceededException.Shown(group.Order)} elements"), group.Order <= GapLibrary.MaxOrder ? "--with-gap, where GAP is installed" : "not possible: such groups are not numbered")
                : null;
            var character = matrices?.CharacterIn(CharacterTable.Of(group, query.Progress, query.CancellationToken));
            return new(group, matrices, identified, limit, character);
        }

        protected override void Describe(Outline outline)
        {
            outline.Heading(FormattableString.Invariant($"{_group.Name}, order {_group.Order}") + (_identified is null ? "" : $": {_identified.Id}"));
            outline.InDocument(json => json.GroupByGenerators(_group));
            if (_matrices is not null)
            {
                outline.Field("finite", true);
            }

            outline.Fact("number", _identified?.ToString() ?? Limit!.Message, json => json.Id(_identified?.Id));
            outline.Field("description", _identified?.Description);
            if (_identified is { } identified)
            {
                outline.Field("numberedBy", identified.IsFromGap ? "GAP" : "eqnn");
                outline.Fact("isomorphism", identified.Isomorphism.Source.Generators.Count == 0 ? "between trivial groups" : $"from {identified.Id}: {identified.Isomorphism}");
                if (identified.Candidates.Count > 1)
                {
                    outline.Fact("same invariants", string.Join(", ", identified.Candidates));
                }

                outline.InDocument(json => json.List("candidates", identified.Candidates, id => json.Row([id.Order, id.Number])));
                outline.InDocument(json => json.Object("isomorphism", () =>
                {
                    json.Field("degree", identified.Isomorphism.Source.Degree);
                    json.Permutations("generators", identified.Isomorphism.Source.Generators);
                    json.Permutations("images", identified.Isomorphism.Images);
                }));
            }
            else
            {
                outline.InDocument(json => json.List("refused", ["id: " + Limit!.Message], json.Item));
            }

            if (_matrices is { } matrices && _character is { } character)
            {
                outline.Fact("matrices", FormattableString.Invariant($"{matrices.Generators.Count} of dimension {matrices.Dimension}, {(matrices.IsReal ? "real" : "complex")}; the group acts on {_group.Degree} vectors"));
                outline.Fact("generators", Prose.List(_group.Generators.Select(g => g.ToString()), "; "));
                outline.Object("representation", part => Describe(part, matrices, character));
            }
        }

        private static void Describe(Outline part, MatrixGroup matrices, ClassFunction character)
        {
            part.Field("dimension", matrices.Dimension);
            part.Field("real", matrices.IsReal);
            part.InDocument(json => json.ExactRow("character", character.Values));
            if (matrices.IsReal)
            {
                part.Fact("simples", Prose.List(Simples(character).Select(one => FormattableString.Invariant($"{Times(one.Multiplicity)}{one.Simple.Label} ({one.Simple.Type.Letter()}, {one.Simple.Dimension})")), " + "));
            }

            part.Fact("characters", Prose.List(character.Decomposition().Select(one => FormattableString.Invariant($"{Times(one.Multiplicity)}{one.Character.Label} (degree {one.Character.Degree})")), " + "), json => json.Records("characters", character.Decomposition(), one =>
            {
                json.Field("label", one.Character.Label);
                json.Field("degree", one.Character.Degree);
                json.Field("multiplicity", one.Multiplicity);
            }));
            part.InDocument(json =>
            {
                if (!matrices.IsReal)
                {
                    json.Null("simples");
                    return;
                }

                json.Records("simples", Simples(character), one =>
                {
                    json.Field("label", one.Simple.Label);
                    json.Field("type", one.Simple.Type.Letter());
                    json.Field("dimension", one.Simple.Dimension);
                    json.Field("multiplicity", one.Multiplicity);
                });
            });
        }

        private static IReadOnlyList<(SimpleRepresentation Simple, BigInteger Multiplicity)> Simples(ClassFunction character) =>
            [.. character.Table.Simples.Select(simple => (simple, simple.MultiplicityIn(character))).Where(part => !part.Item2.IsZero)];

        private static string Times(BigInteger multiplicity) => multiplicity.IsOne ? "" : FormattableString.Invariant($"{multiplicity}*");
    }

    private sealed class InfiniteResult(string subject, InfiniteOrderWitness witness) : OutlinedReport
    {
        protected override void Describe(Outline outline)
        {
            outline.Heading($"{subject}: the matrices generate an infinite group");
            outline.Field("subject", subject);
            outline.Field("finite", false);
            outline.InDocument(json => json.Id(null));
            outline.Object("witness", part =>
            {
                part.Fact("infinite order", string.Join("*", witness.Word.Select(i => FormattableString.Invariant($"g{i + 1}"))), json => json.Positions("word", witness.Word));
                part.Field("power", witness.Power);
                part.Fact("trace", FormattableString.Invariant($"of its power {witness.Power}: {witness.Trace}, {witness.Reason}"), json => json.Exact("trace", witness.Trace));
                part.Field("reason", witness.Reason);
            });
        }
    }
}
