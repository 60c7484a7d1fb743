using System.CommandLine;
using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Representations;
using Eqnn.Algebra.Representations.Abelian;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Records.Groups;
using Eqnn.Records.GSets;
using Eqnn.Records.LinearAlgebra;

namespace Eqnn.Cli.Commands;

/// <summary><c>eqnn decompose G --on X</c> or <c>eqnn decompose G CHARACTER</c>: a representation as a sum of simples.</summary>
internal sealed class DecomposeCommand : EqnnCommand
{
    private static readonly Option<bool> Projectors = new("--projectors") { Description = "also the exact projector onto each isotypic component" };

    private static readonly Argument<string> Character = new("CHARACTER")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "in place of --on: an expression in simples and characters, as standard*standard, sym(2,L3), ext(2,X.4) - L0, adams(2,L1), L1^3",
    };

    /// <inheritdoc/>
    public override string Name => "decompose";

    /// <inheritdoc/>
    public override string Summary => "the functions on a G-set, or a product or power of characters, as a sum of simples";

    /// <inheritdoc/>
    public override string Details =>
        """
        Multiplicities and dimensions of the isotypic components, and the dimension of the equivariant linear maps of the functions to themselves
        (the number of orbitals). Row y, column x of a projector is the coefficient of e_y in P e_x.
        Expressions: L0, L1, ... and their aliases, complex characters X.1, X.2, ..., regular; * tensor product, ^n tensor power, sym(n,V), ext(n,V) symmetric and
        exterior powers, adams(n,V), dual(V), det(V), galois(k,V); n*V, V + W, V - W; a number alone is a multiple of the trivial character.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn decompose S5 --on subsets:2", "functions on pairs: trivial + standard + [3,2]"),
        ("eqnn decompose C4 --on regular --projectors", "with exact projectors"),
        ("eqnn decompose D6 --on points+regular", "a sum of two G-sets"),
        ("eqnn decompose S5 standard*standard", "a tensor product"),
        ("eqnn decompose A5 \"ext(2,L1) + sym(2,L1)\"", "exterior and symmetric squares"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [CommonOptions.Group, Character];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [CommonOptions.On, Projectors];

    /// <inheritdoc/>
    public override Report Answer(Query query)
    {
        var group = Inputs.Group(query);
        if (query.Value(Character) is { } expression)
        {
            if (query.Value(CommonOptions.On) is not null || query.Has(Projectors))
            {
                throw new InputException("decompose: a character stands in place of --on and has no projectors; leave out one of them");
            }

            var function = ClassFunction.Parse(CharacterTable.Of(group, query.Progress, query.CancellationToken), expression, query.CancellationToken);
            _ = function.Coefficients(query.CancellationToken);
            return new CharacterReport(expression, function);
        }

        if (AbelianDual.IsPreferredFor(group) && !query.Has(Projectors))
        {
            return new FrequencyDecomposition(FrequencyQuery.Decomposition(group, query), simples: false);
        }

        var set = Inputs.Set(group, query.Value(CommonOptions.On), "--on");
        var decomposition = IsotypicDecomposition.Of(CharacterTable.Of(group, query.Progress, query.CancellationToken), set, query.CancellationToken);
        return new Result(decomposition, OrbitalBasis.CountOf(set, set), query.Has(Projectors));
    }

    private sealed class Result(IsotypicDecomposition decomposition, BigInteger orbitalCount, bool projectors) : OutlinedReport
    {
        private readonly IReadOnlyDictionary<int, Matrix<Cyclotomic>> _projectors = projectors ? decomposition.Projectors() : new Dictionary<int, Matrix<Cyclotomic>>();

        protected override void Describe(Outline outline)
        {
            var set = decomposition.Set;
            outline.Heading($"{set.Group.Name}, order {set.Group.Order}: functions on {set.Name}, size {set.Size}");
            outline.InDocument(json => json.Group(set.Group));
            outline.InDocument(json => json.Set("on", set));
            outline.Fact("orbits", Prose.List(set.Orbits.Select(orbit => FormattableString.Invariant($"{orbit.Length}"))));
            outline.Fact("orbitals", $"{orbitalCount}, the dimension of the equivariant linear maps to themselves");
            outline.Objects("simples", "components", decomposition.Components, columns => columns
                .Left("", component => component.Simple.Label).Fields((json, component) => json.Simple(component.Simple))
                .Left("also", component => string.Join(", ", component.Simple.Aliases))
                .Left("type", component => component.Simple.Type.Letter())
                .Right("dimension", component => component.Simple.Dimension)
                .Count("multiplicity", "multiplicity", component => component.Multiplicity)
                .Count("isotypic dimension", "isotypicDimension", component => component.Dimension)
                .Right("kernel", component => component.Simple.KernelOrder)
                .Fields((json, component) =>
                {
                    if (projectors)
                    {
                        json.ExactRows("projector", _projectors[component.Simple.Position].Rows());
                    }
                }));
            foreach (var component in projectors ? decomposition.Components : [])
            {
                outline.Line($"projector onto the component of {component.Simple.Label}");
                outline.OnPage(page => page.Table(Matrices.Table(_projectors[component.Simple.Position])));
            }

            outline.Field("orbitalCount", orbitalCount);
        }
    }
}
