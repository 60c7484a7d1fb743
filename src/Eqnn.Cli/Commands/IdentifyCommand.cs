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
using Eqnn.Records.Json;
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
            return Border.Read("matrices", () => MatrixGroup.Of(subject, matrices, query.Limits, query.CancellationToken)).Match<Report>(
                finite => Result.Of(finite.Group, finite, query),
                witness => new InfiniteResult(subject, witness));
        }

        return Result.Of(Inputs.GroupWithGap(query, Subject).Group, null, query);
    }

    private sealed class Result : Report
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
                ? new LimitExceededException("order of a group with a number", SmallGroupLibrary.MaxOrder, FormattableString.Invariant($"{group.Order} elements"), group.Order <= GapLibrary.MaxOrder ? "--with-gap, where GAP is installed" : "not possible: such groups are not numbered")
                : null;
            var character = matrices?.CharacterIn(CharacterTable.Of(group, query.Progress, query.CancellationToken));
            return new(group, matrices, identified, limit, character);
        }

        public override void Describe(Page page)
        {
            page.Heading(FormattableString.Invariant($"{_group.Name}, order {_group.Order}") + (_identified is null ? "" : $": {_identified.Id}"));
            page.Fact("number", _identified?.ToString() ?? Limit!.Message);
            if (_identified is not null)
            {
                page.Fact("isomorphism", _identified.Isomorphism.Source.Generators.Count == 0 ? "between trivial groups" : $"from {_identified.Id}: {_identified.Isomorphism}");
                if (_identified.Candidates.Count > 1)
                {
                    page.Fact("same invariants", string.Join(", ", _identified.Candidates));
                }
            }

            if (_matrices is not null && _character is not null)
            {
                page.Fact("matrices", FormattableString.Invariant($"{_matrices.Generators.Count} of dimension {_matrices.Dimension}, {(_matrices.IsReal ? "real" : "complex")}; the group acts on {_group.Degree} vectors"));
                page.Fact("generators", Prose.List(_group.Generators.Select(g => g.ToString()), "; "));
                if (_matrices.IsReal)
                {
                    page.Fact("simples", Prose.List(Simples().Select(part => FormattableString.Invariant($"{Times(part.Multiplicity)}{part.Simple.Label} ({part.Simple.Type.Letter()}, {part.Simple.Dimension})")), " + "));
                }

                page.Fact("characters", Prose.List(_character.Decomposition().Select(part => FormattableString.Invariant($"{Times(part.Multiplicity)}{part.Character.Label} (degree {part.Character.Degree})")), " + "));
            }
        }

        public override void WriteJson(JsonOutput json) => json.Object(() =>
        {
            json.GroupByGenerators(_group);
            if (_matrices is not null)
            {
                json.Field("finite", true);
            }

            json.Id(_identified?.Id);
            json.Field("description", _identified?.Description);
            if (_identified is { } identified)
            {
                json.Field("numberedBy", identified.IsFromGap ? "GAP" : "eqnn");
                json.List("candidates", identified.Candidates, id => json.Row([id.Order, id.Number]));
                json.Object("isomorphism", () =>
                {
                    json.Field("degree", identified.Isomorphism.Source.Degree);
                    json.Permutations("generators", identified.Isomorphism.Source.Generators);
                    json.Permutations("images", identified.Isomorphism.Images);
                });
            }
            else
            {
                json.List("refused", ["id: " + Limit!.Message], json.Item);
            }

            if (_matrices is not null && _character is not null)
            {
                json.Object("representation", () =>
                {
                    json.Field("dimension", _matrices.Dimension);
                    json.Field("real", _matrices.IsReal);
                    json.ExactRow("character", _character.Values);
                    json.Records("characters", _character.Decomposition(), part =>
                    {
                        json.Field("label", part.Character.Label);
                        json.Field("degree", part.Character.Degree);
                        json.Field("multiplicity", part.Multiplicity);
                    });
                    if (_matrices.IsReal)
                    {
                        json.Records("simples", Simples(), part =>
                        {
                            json.Field("label", part.Simple.Label);
                            json.Field("type", part.Simple.Type.Letter());
                            json.Field("dimension", part.Simple.Dimension);
                            json.Field("multiplicity", part.Multiplicity);
                        });
                    }
                    else
                    {
                        json.Null("simples");
                    }
                });
            }
        });

        private IReadOnlyList<(SimpleRepresentation Simple, BigInteger Multiplicity)> Simples() =>
            [.. _character!.Table.Simples.Select(simple => (simple, simple.MultiplicityIn(_character))).Where(part => !part.Item2.IsZero)];

        private static string Times(BigInteger multiplicity) => multiplicity.IsOne ? "" : FormattableString.Invariant($"{multiplicity}*");
    }

    private sealed class InfiniteResult(string subject, InfiniteOrderWitness witness) : Report
    {
        public override void Describe(Page page)
        {
            page.Heading($"{subject}: the matrices generate an infinite group");
            page.Fact("infinite order", string.Join("*", witness.Word.Select(i => FormattableString.Invariant($"g{i + 1}"))));
            page.Fact("trace", FormattableString.Invariant($"of its power {witness.Power}: {witness.Trace}, {witness.Reason}"));
        }

        public override void WriteJson(JsonOutput json) => json.Object(() =>
        {
            json.Field("subject", subject);
            json.Field("finite", false);
            json.Null("id");
            json.Object("witness", () =>
            {
                json.Positions("word", witness.Word);
                json.Field("power", witness.Power);
                json.Exact("trace", witness.Trace);
                json.Field("reason", witness.Reason);
            });
        });
    }
}
