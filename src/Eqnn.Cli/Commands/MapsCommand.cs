using System.CommandLine;
using System.Globalization;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Algebra.Representations.Abelian;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Drawing;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Answers;
using Eqnn.PiecewiseLinear.Interaction;
using Eqnn.Records.Certificates;

namespace Eqnn.Cli.Commands;

/// <summary><c>eqnn maps G [L K]</c>: which piecewise linear equivariant maps exist between simples, and why. The main question of the tool.</summary>
internal sealed class MapsCommand : EqnnCommand
{
    private static readonly Argument<string> Source = new("SOURCE") { Description = "a simple by its label or alias: L1, trivial, sign, standard, [3,1]", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Argument<string> Target = new("TARGET") { Description = "another, or the same", Arity = ArgumentArity.ZeroOrOne };

    /// <summary>All maps on the ReLU fan.</summary>
    public static Option<bool> Enumerate { get; } = new("--enumerate") { Description = "all maps that are linear on the chambers of the ReLU fan of SOURCE: dimension and an exact basis" };

    private static readonly Option<bool> SurfaceOption = new("--surface") { Description = "draw the graphs of maps from a plane as surfaces in space" };
    private static readonly Option<string> SliceOption = new("--slice") { HelpName = "LIST", Description = "draw maps on a plane of SOURCE, on which all coordinates but two are fixed: 3=1/2,4=0" };

    /// <inheritdoc/>
    public override string Name => "maps";

    /// <inheritdoc/>
    public override string Summary => "which piecewise linear equivariant maps exist between simples, why, and one of them";

    /// <inheritdoc/>
    public override string Details =>
        """
        A nonzero map L -> K exists if and only if the kernel of L lies in the kernel of K. If so, a witness is given that can be checked by hand; if not, an
        element that acts trivially on L and not on K. A linear map exists only if L = K. The next line says whether one layer of the activation on the
        G-set of --on does it (relu has no bias, relu-bias has one); for L of dimension 1 or 2 the exact map P_K relu P_L is shown, with its rays and the matrix on each chamber.
        With --enumerate all maps that are linear on every chamber of the ReLU fan of SOURCE, as values on one ray of each orbit and as formulas; which of them are
        linear, which one layer gives, and where one layer of relu, abs and leaky-relu lies among them.
        With --bias as well all maps that are affine on the regions that the bias cuts.
        With --svg a picture of the maps that one layer gives, with --enumerate of the basis; SOURCE of dimension 1, 2 or 3, or of any with --slice, which fixes all
        coordinates but two; --surface draws the graphs of maps from a plane in space.
        With --certificate a file is written in which all of it can be checked again by eqnn verify.
        Without SOURCE and TARGET: the answer for all pairs; --svg draws the Hasse diagram of the kernels.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn maps C8 L1 L2", "it exists, one ReLU layer does it, and this is the map"),
        ("eqnn maps C8 L1 L3", "it exists, but one ReLU layer is not enough"),
        ("eqnn maps C8 L2 L1", "none exists, and why"),
        ("eqnn maps C8", "all pairs"),
        ("eqnn maps S5 standard sign --on points", "on the five points"),
        ("eqnn maps S4 standard L4 --on points --enumerate", "all maps on the fan of the four coordinates"),
        ("eqnn maps S3 standard L0 --on points --enumerate --bias 1", "all maps on the regions that ReLU with a bias cuts"),
        ("eqnn maps C8 L1 L0 --enumerate --svg maps.svg", "level sets of the maps from a plane to the line"),
        ("eqnn maps C6 L1 L3 --enumerate --surface --svg saddle.svg", "the monkey saddle"),
        ("eqnn maps S5 standard trivial --on points --slice 3=1,4=0 --svg slice.svg", "a map in dimension 4 on a plane"),
        ("eqnn maps C12 --svg kernels.svg", "the Hasse diagram of the kernels"),
        ("eqnn maps D4 L4 L0 --format json", "for programs"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [CommonOptions.Group, Source, Target];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options =>
        [CommonOptions.On, ActivationOptions.ActivationOption, Enumerate, ChamberOptions.Bias, ChamberOptions.Isotypic, ChamberOptions.MaxChambers, ChamberOptions.Solver, ChamberOptions.Certificate, .. PictureFiles.Options, SurfaceOption, SliceOption];

    /// <inheritdoc/>
    public override Report Answer(Query query)
    {
        var activation = ActivationOptions.ActivationOf(query);
        var pictured = PictureFiles.AreWanted(query);
        var view = ViewOf(query, pictured);
        var group = Inputs.Group(query);
        var source = query.Value(Source);
        var target = query.Value(Target);
        if (source is not null && target is null)
        {
            throw new InputException($"maps: TARGET is missing (SOURCE and TARGET stand together, or neither); usage: {Usage}");
        }

        if (source is null && view != MapView.Flat)
        {
            throw new InputException($"maps: {(view.IsSurface ? SurfaceOption.Name : SliceOption.Name)} needs SOURCE and TARGET; usage: {Usage}");
        }

        if (source is null && query.Has(Enumerate))
        {
            throw new InputException($"maps: --enumerate needs SOURCE and TARGET; usage: {Usage}");
        }

        if (query.Value(ChamberOptions.Bias) is not null && !query.Has(Enumerate))
        {
            throw new InputException("maps: --bias goes with --enumerate: the regions that the maps are to be affine on");
        }

        if (source is null && query.Value(ChamberOptions.Certificate) is not null)
        {
            throw new InputException($"maps: --certificate needs SOURCE and TARGET; usage: {Usage}");
        }

        if (source is null && !pictured && AbelianDual.IsPreferredFor(group))
        {
            return new FrequencyMapsTable(AbelianInteraction.Of(FrequencyQuery.Decomposition(group, query), activation, query.CancellationToken));
        }

        if (source is not null && target is not null && AbelianDual.IsPreferredFor(group))
        {
            return OfFrequencies(group, activation, source, target, view, query);
        }

        if (source is null)
        {
            MapTable.RequireFewPairs(group);
        }

        var table = CharacterTable.Of(group, query.Progress, query.CancellationToken);

        // The words are all read before any work begins.
        var from = source is null ? null : Inputs.Simple(table, source);
        var to = target is null ? null : Inputs.Simple(table, target);
        var decomposition = IsotypicDecomposition.Of(table, Inputs.Set(table.Group, query.Value(CommonOptions.On), "--on"), query.CancellationToken);
        if (from is not null && to is not null)
        {
            return Pair(decomposition, activation, from, to, view, query);
        }

        PictureFiles.Add(query, look => HasseDrawing.OfKernels(table, look));
        return new MapTableReport(MapTable.Of(decomposition, activation, query.Progress, query.CancellationToken));
    }

    /// <summary>How the maps are to be drawn.</summary>
    private static MapView ViewOf(Query query, bool pictured)
    {
        var slice = query.Value(SliceOption);
        if (!query.Has(SurfaceOption) && slice is null)
        {
            return MapView.Flat;
        }

        if (!pictured)
        {
            throw new InputException($"{(slice is null ? SurfaceOption.Name : SliceOption.Name)}: it says how maps are drawn, and no picture is asked for (--svg, --tikz)");
        }

        if (query.Has(SurfaceOption))
        {
            return slice is null ? MapView.Surface : throw new InputException("--slice: it and --surface are two ways to draw a map; take one of them");
        }

        var fixedAt = new Dictionary<int, Cyclotomic>();
        foreach (var part in slice!.Split(','))
        {
            var sides = part.Split('=', 2, StringSplitOptions.TrimEntries);
            if (sides.Length != 2 || !int.TryParse(sides[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
            {
                throw new InputException($"--slice: '{part}' is not of the form COORDINATE=NUMBER; write numbers of coordinates and their values, as 3=1/2,4=0");
            }

            if (!fixedAt.TryAdd(number - 1, Border.Read("--slice", () => RealCyclotomic.Parse(sides[1])).Value))
            {
                throw new InputException(FormattableString.Invariant($"--slice: coordinate {number} has two values"));
            }
        }

        return MapView.Slice(fixedAt);
    }

    /// <summary>The answer for two simples, with its picture and its certificate.</summary>
    private static MapReport Pair(IsotypicDecomposition decomposition, Activation activation, SimpleRepresentation from, SimpleRepresentation to, MapView view, Query query)
    {
        var affine = AffineMapEnumeration.TryOf(decomposition, from, to, query);
        var (enumerate, picture) = (affine is null && query.Has(Enumerate), PictureFiles.AreWanted(query));
        var answer = MapAnswer.Of(decomposition, from, to, activation, query.CancellationToken);
        var certificate = answer;
        if (enumerate || picture)
        {
            Inputs.RequireOccurring(decomposition, [from]);
            answer = answer.Enumerated(query.Has(ChamberOptions.Isotypic), ChamberOptions.LimitsOf(query), query.Progress, query.CancellationToken);
            certificate = enumerate ? answer : certificate;
        }

        PictureFiles.Add(query, look => EnumerationDrawing.Of(answer, enumerate, look, view));
        if (query.Value(ChamberOptions.Certificate) is { } file)
        {
            query.Files.Add(file, MapCertificate.Of(certificate, null, query.CancellationToken), "--certificate");
        }

        return new MapReport(answer, enumerate, query.CancellationToken) { Affine = affine };
    }

    /// <summary>The two simples by frequencies; what is drawn and enumerated is a matter of the quotient through which they factor.</summary>
    private static Report OfFrequencies(FiniteGroup group, Activation activation, string source, string target, MapView view, Query query)
    {
        var decomposition = FrequencyQuery.Decomposition(group, query);
        var (from, to) = (FrequencyQuery.Simple(decomposition, source), FrequencyQuery.Simple(decomposition, target));
        if (!query.Has(Enumerate) && query.Value(ChamberOptions.Certificate) is null && !PictureFiles.AreWanted(query))
        {
            return new AbelianMapReport(AbelianMapAnswer.Of(AbelianInteraction.Of(decomposition, activation, query.CancellationToken), from, to, query.Progress, query.CancellationToken));
        }

        var quotient = CyclicQuotient.Of(decomposition, [from, to]);
        var table = CharacterTable.Of(quotient.Group, query.Progress, query.CancellationToken);
        return Pair(IsotypicDecomposition.Of(table, quotient.Set), activation, quotient.ImageOf(from, table), quotient.ImageOf(to, table), view, query);
    }
}
