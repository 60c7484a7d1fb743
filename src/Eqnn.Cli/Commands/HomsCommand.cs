using System.CommandLine;
using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Representations;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Drawing;
using Eqnn.Numbers;
using Eqnn.Records.LinearAlgebra;

namespace Eqnn.Cli.Commands;

/// <summary><c>eqnn homs G --on X --to Y</c>: the equivariant linear maps between two permutation representations.</summary>
internal sealed class HomsCommand : EqnnCommand
{
    private const int PatternOnScreen = 400;
    private const long PatternEntries = 4_000_000;
    private const int OrbitalsOnScreen = 40;

    private static readonly Option<string> To = new("--to") { HelpName = "GSET", Description = "the target G-set; default: the same as --on" };
    private static readonly Option<bool> Pattern = new("--pattern") { Description = "the weight sharing pattern: row y, column x holds the number of the orbital of (y, x)" };
    private static readonly Option<bool> List = new("--list") { Description = "all orbitals, one by one; without it more than 40 are summed up" };
    private static readonly Option<string> Weights = new("--weights")
    {
        HelpName = "W",
        Description = "one map of --on to itself and what it does to each simple: \"1,2,10..12: 1/9; 5: -1\" (orbitals: weight, all others 0), or @weights.json, a list of all weights",
    };

    private static readonly Option<string> Vector = new("--vector") { HelpName = "V", Description = "with --weights: @vector.json, one number for each point, or rows of them; its image is shown" };

    /// <inheritdoc/>
    public override string Name => "homs";

    /// <inheritdoc/>
    public override string Summary => "the equivariant linear maps between functions on two G-sets";

    /// <inheritdoc/>
    public override string Details =>
        """
        Each orbit of the group on pairs (y, x), an orbital, gives one 0/1 matrix; they are a basis. The pattern shows all of them in one matrix:
        equal numbers are weights that must be equal. It is shown for up to 400 pairs, beyond that with --pattern; --svg draws it.
        With --weights one of the maps, and the eigenvalue by which it acts on each simple, exactly (where a simple occurs several times: the
        characteristic polynomial of its block); with --vector also the image of a vector. --svg then draws the map.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn homs S4 --on points", "deep sets: the diagonal and the rest"),
        ("eqnn homs C6 --on regular", "circular convolution"),
        ("eqnn homs S4 --on points --to subsets:2", "from points to pairs"),
        ("eqnn homs C28xC28", "convolutions of periodic images: 784 weights for 614656 entries"),
        ("eqnn homs C8 --weights \"1,2,8: 1/3\"", "the mean of three neighbours, on each frequency"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [CommonOptions.Group];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [CommonOptions.On, To, Pattern, List, Weights, Vector, CommonOptions.Svg];

    /// <inheritdoc/>
    public override Report Answer(Query query)
    {
        var group = Inputs.Group(query);
        var on = query.Value(CommonOptions.On);
        var source = Inputs.Set(group, on, "--on");
        var target = query.Value(To) is { } to ? Inputs.Set(group, to, "--to") : source;
        var pairs = (BigInteger)source.Size * target.Size;
        if (query.Has(Pattern) && pairs > PatternEntries)
        {
            throw new LimitExceededException("entries of a pattern", PatternEntries, FormattableString.Invariant($"{pairs}"), "leave out --pattern, or choose smaller G-sets");
        }

        var weights = query.Value(Weights);
        if (weights is not null && !ReferenceEquals(source, target))
        {
            throw new InputException("--weights: eigenvalues need a map of functions to themselves; leave out --to");
        }

        if (weights is null && query.Value(Vector) is not null)
        {
            throw new InputException("--vector: which map? It needs --weights");
        }

        var basis = OrbitalBasis.Of(source, target, query.CancellationToken);
        var map = weights is null ? null : OrbitalOperator.Of(basis, OrbitalWeights.Read(weights, basis.Orbitals.Count));
        var vector = query.Value(Vector) is { } file ? VectorFile.Read(Border.FileOf("--vector", file), source.Size, "points") : null;
        var decomposition = map is null ? null : IsotypicDecomposition.Of(CharacterTable.Of(group, query.Progress, query.CancellationToken), source, query.CancellationToken);
        var spectrum = map is null || decomposition is null ? null : OperatorSpectrum.Of(map, decomposition, query.CancellationToken);
        if (query.Value(CommonOptions.Svg) is { } path)
        {
            query.Files.Add(path, map is null || decomposition is null ? OrbitalDrawing.ToSvg(basis) : OperatorDrawing.ToSvg(map, decomposition, vector), "--svg");
        }

        return new HomsReport(basis)
        {
            Map = map,
            Spectrum = spectrum,
            Vector = vector,
            Image = vector is null ? null : map?.Apply(vector),
            OneByOne = query.Has(List) || basis.Orbitals.Count <= OrbitalsOnScreen,
            PatternAsked = query.Has(Pattern),
            BeforeRow = y =>
            {
                query.CancellationToken.ThrowIfCancellationRequested();
                query.Progress?.Report(new("rows of the pattern", y, target.Size));
            },
            PatternOnPage = query.Has(Pattern) || (map is null && pairs <= PatternOnScreen),
        };
    }
}
