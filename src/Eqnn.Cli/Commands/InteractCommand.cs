using System.CommandLine;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Algebra.Representations.Abelian;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Drawing;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Answers;
using Eqnn.PiecewiseLinear.Copies;
using Eqnn.PiecewiseLinear.Depth;
using Eqnn.PiecewiseLinear.Energies;
using Eqnn.PiecewiseLinear.Interaction;

namespace Eqnn.Cli.Commands;

/// <summary><c>eqnn interact G --on X --activation f</c>: which simples one activation mixes, and what deep networks can populate.</summary>
internal sealed class InteractCommand : EqnnCommand
{
    private const int MaxDepth = 1000;

    private static readonly Option<string> DepthOption = new("--depth") { HelpName = "T", Description = "also what T layers (at most 1000) can populate, layer by layer: populated, never, or open" };
    private static readonly Option<bool> UntilStable = new("--until-stable") { Description = "as --depth, until nothing new comes: the depth at which each simple first appears, and those that never do" };
    private static readonly Option<string> InputChannels = new("--input-channels") { HelpName = "N", Description = "one (default): the input is one vector of the component; many: as many as one likes, then all of J_t is populated" };
    private static readonly Option<string> From = new("--from") { HelpName = "L", Description = "only this source (with --depth and --copy)" };
    private static readonly Option<string[]> Explain = new("--explain") { HelpName = "L K", Arity = new ArgumentArity(2, 2), AllowMultipleArgumentsPerToken = true, Description = "the stabilisers and sums that decide the edge L -> K" };
    private static readonly Option<string> Copy = new("--copy") { HelpName = "KIND", Description = "single copies: generic, random (see --seed), or fixed:(1,2);(3,4)" };
    private static readonly Option<bool> Energy = new("--energy") { Description = "how much of each simple goes where: the mean share of |f(v)|^2, v standard normal in L; with --depth through layers of random weights, in the limit of infinite width" };
    private static readonly Option<string> MethodOption = new("--method") { HelpName = "M", Description = "theorem (default), chambers (brute force), or both, compared" };

    /// <inheritdoc/>
    public override string Name => "interact";

    /// <inheritdoc/>
    public override string Summary => "the interaction graph: which simples an activation sends to which";

    /// <inheritdoc/>
    public override string Details =>
        """
        An edge L -> K says that the part in K of f applied to every coordinate is not identically zero on the isotypic component of L: for some vector, not for all.
        It is decided exactly, by stabilisers and characters, for every continuous f. Walks in the graph say nothing about deep networks: see --depth.
        With --depth, --on takes a list such as regular,points: one G-set for each layer, the last one repeated. J_t bounds every network; what is populated is decided for one input channel, by level sets
        on chambers for relu, leaky-relu, abs and their like, by theorems for analytic f and for kinks off 0; with --input-channels many it is J_t.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn interact C8", "overtones: L1 reaches L2, L4, L0, but not L3"),
        ("eqnn interact S5 --on subsets:2", "on the 10 pairs"),
        ("eqnn interact C8 --activation tanh", "odd activations reach odd multiples"),
        ("eqnn interact C6 --depth 2 --from L1", "two layers populate L3, although no walk leads there"),
        ("eqnn interact C12 --until-stable", "the depth at which each simple first appears"),
        ("eqnn interact C8 --explain L1 L3", "why there is no edge"),
        ("eqnn interact S3 --copy fixed:(1,2)", "a special copy of the standard simple does not reach the sign"),
        ("eqnn interact C6 --method both", "compared with brute force over all chambers"),
        ("eqnn interact C6 --format dot", "for Graphviz"),
        ("eqnn interact D6 --svg d6.svg --tikz d6.tex", "the picture, for the screen and for LaTeX"),
        ("eqnn interact C8 --energy --from L1", "40.6 % of L1 goes to L0, half stays, and exactly nothing goes to L3"),
        ("eqnn interact C8 --energy --from L1 --depth 2", "two layers of random weights, infinitely wide: now L3 gets its share"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [CommonOptions.Group];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [CommonOptions.On, ActivationOptions.ActivationOption, DepthOption, UntilStable, InputChannels, ChamberOptions.MaxChambers, From, Explain, Copy, MethodOption, Energy, ActivationOptions.Digits, .. PictureFiles.Options];

    /// <inheritdoc/>
    public override IReadOnlyList<OutputFormat> Formats => [OutputFormat.Text, OutputFormat.Json, OutputFormat.Markdown, OutputFormat.Latex, OutputFormat.Dot];

    /// <inheritdoc/>
    public override Report Answer(Query query)
    {
        var activation = ActivationOptions.ActivationOf(query);
        var method = query.Value(MethodOption) ?? "theorem";
        if (method is not ("theorem" or "chambers" or "both"))
        {
            throw new InputException($"--method: '{method}' is not a method; use theorem, chambers or both");
        }

        var names = Inputs.SetList(query.Value(CommonOptions.On) ?? "regular");
        var (depth, stable) = (query.Number(DepthOption, 1, MaxDepth), query.Has(UntilStable));
        var isDeep = depth is not null || stable;
        if (depth is not null && stable)
        {
            throw new InputException("--until-stable: it asks for all depths, and --depth for one; take one of them");
        }

        var energy = query.Has(Energy);
        var digits = ActivationOptions.DigitsOf(query);
        if (query.Value(ActivationOptions.Digits) is not null && !energy)
        {
            throw new InputException("--digits: it is for --energy, which is not given");
        }

        if (query.Value(From) is not null && !isDeep && query.Value(Copy) is null && !energy)
        {
            throw new InputException("--from: it restricts --depth, --copy or --energy to one source, and none is given; a row of the answer is one source");
        }

        if (!isDeep && names.Count > 1)
        {
            throw new InputException("--on: a list of G-sets, one for each layer, needs --depth");
        }

        var channels = query.Value(InputChannels) ?? "one";
        if (channels is not ("one" or "many"))
        {
            throw new InputException($"--input-channels: '{channels}' is not a number of channels; use one or many");
        }

        if (!isDeep && query.Value(InputChannels) is not null)
        {
            throw new InputException("--input-channels: it belongs to --depth or --until-stable, and neither is given");
        }

        var options = DepthOptions.Default.WithSeed(Seed(query)).WithManyInputChannels(channels == "many").WithUntilStable(stable);
        options = query.Number(ChamberOptions.MaxChambers, 1) is { } orbits ? options.WithMaxChamberOrbits((long)orbits) : options;
        var pictured = PictureFiles.AreWanted(query);
        var group = Inputs.Group(query);
        if (AbelianDual.IsPreferredFor(group) && method == "theorem" && !isDeep && !energy && query.Value(Copy) is null && !pictured)
        {
            var decomposition = FrequencyQuery.Decomposition(group, query);
            (AbelianSimple, AbelianSimple)? explained = query.Values(Explain) is { Count: 2 } labels ? (FrequencyQuery.Occurring(decomposition, labels[0], "--explain"), FrequencyQuery.Occurring(decomposition, labels[1], "--explain")) : null;
            return new FrequencyInteraction(AbelianInteraction.Of(decomposition, activation, query.CancellationToken), explained);
        }

        var reduced = Reduced(group, names, method, activation, query);
        var table = CharacterTable.Of(reduced?.Quotient.Group ?? group, query.Progress, query.CancellationToken);
        var sets = names.Select(text => IsotypicDecomposition.Of(table, reduced?.Quotient.Set ?? Inputs.Set(table.Group, text, "--on"), query.CancellationToken)).ToList();
        var graph = InteractionGraph.Of(sets[0], activation, query.Progress, query.CancellationToken);
        var source = reduced is var (quotient, named) ? quotient.ImageOf(named, table) : query.Value(From) is { } from ? Inputs.Simple(table, from) : null;
        var answer = new InteractReport(graph, method)
        {
            Reduction = reduced,
            BruteForce = method == "theorem" ? null : Border.Read("--method", () => BruteForceComparison.Of(graph, Seed(query), query.CancellationToken)),
            Depth = !isDeep ? null : Border.Read("--depth", () => DepthAnalysis.Of(sets, activation, (int)(depth ?? sets.Count), source is null ? null : [source], options, query.Progress, query.CancellationToken)),
            Account = query.Values(Explain) is { Count: 2 } pair ? (Node(graph, pair[0]), Node(graph, pair[1])) : null,
            Energies = energy ? EnergiesOf(graph, sets, (int?)depth, digits, source, query) : null,
            Copies = query.Value(Copy) is { } kind ? CopiesOf(graph, kind, source, query) : null,
        };
        PictureFiles.Add(query, look => answer.Energies is { } rows ? EnergyDrawing.Of(graph.Decomposition.Set, activation, rows, look) : InteractionDrawing.Of(graph, look));
        return answer;
    }

    /// <summary>For a cyclic group of large order and one source the quotient by its kernel: all that the source reaches through layers and copies lives there; its energies too where f does not see the scale, which is another one on X/N. Null where the group itself is looked at.</summary>
    private static (CyclicQuotient Quotient, AbelianSimple Source)? Reduced(FiniteGroup group, IReadOnlyList<string> names, string method, Activation activation, Query query)
    {
        if (query.Value(From) is not { } label || names.Count > 1 || (query.Has(Energy) && activation.Scaling is not (ScalingGroup.Positive or ScalingGroup.NonZero)) || method != "theorem" || !group.IsCyclic || !AbelianDual.IsPreferredFor(group)
            || query.Value(Copy)?.StartsWith("fixed:", StringComparison.Ordinal) == true || query.Values(Explain) is { Count: > 0 })
        {
            return null;
        }

        var decomposition = FrequencyQuery.Decomposition(group, query);
        var source = FrequencyQuery.Occurring(decomposition, label, "--from");
        return (CyclicQuotient.Of(decomposition, [source]), source);
    }

    private static int Seed(Query query) => (int)((query.Seed ?? 1) % int.MaxValue);

    private static IReadOnlyList<EnergyRow> EnergiesOf(InteractionGraph graph, IReadOnlyList<IsotypicDecomposition> sets, int? depth, int digits, SimpleRepresentation? source, Query query)
    {
        var options = EnergyOptions.Default.WithDigits(digits);
        if (source is not null && graph.Decomposition.Multiplicity(source) == 0)
        {
            throw new InputException($"--from: {source.Label} does not occur in {graph.Decomposition.Set.Name}");
        }

        return Border.Read("--energy", () => EnergyAnswer.Of(graph, sets, depth, options, source, query.Progress, query.CancellationToken));
    }

    private static int Node(InteractionGraph graph, string label)
    {
        var simple = Inputs.Simple(graph.Decomposition.Table, label);
        var node = graph.Nodes.ToList().FindIndex(n => n.Simple.Position == simple.Position);
        return node >= 0 ? node : throw new InputException($"--explain: {simple.Label} does not occur in {graph.Decomposition.Set.Name}");
    }

    private static IReadOnlyList<CopyInteraction> CopiesOf(InteractionGraph graph, string kind, SimpleRepresentation? source, Query query)
    {
        var decomposition = graph.Decomposition;
        var elements = kind.StartsWith("fixed:", StringComparison.Ordinal)
            ? kind["fixed:".Length..].Split(';').Select(text => Border.Read("--copy", () => Member(decomposition.Table.Group, Permutation.Parse(text, null)))).ToList()
            : kind is "generic" or "random" ? [] : throw new InputException($"--copy: '{kind}' is not a kind of copy; use generic, random or fixed:(1,2);(3,4)");
        var orbit = source is null ? 0 : decomposition.FirstOrbitOf(source) ?? throw new InputException($"--from: {source.Label} does not occur in {decomposition.Set.Name}");
        return kind == "random"
            ? [.. (source is null ? graph.Nodes.Select(node => node.Simple) : [source]).Select(simple => CopyInteraction.TryRandom(decomposition, simple, Seed(query), graph.Activation, query.CancellationToken)
                ?? throw new InputException($"--copy: no exact matrices of {simple.Label} were found; take generic or fixed:..."))]
            : Border.Read("--copy", () => source is null ? CopyInteraction.AllFixedBy(graph, elements, query.CancellationToken) : [CopyInteraction.FixedBy(decomposition, source, orbit, elements, graph.Activation, query.CancellationToken)]);
    }

    private static Permutation Member(FiniteGroup group, Permutation p)
    {
        var padded = p.Degree >= group.Degree ? p : Permutation.FromImages(Enumerable.Range(0, group.Degree).Select(x => x < p.Degree ? p[x] : x));
        return padded.Degree == group.Degree && group.Contains(padded) ? padded : throw new InputException($"--copy: {p} is not an element of {group.Name}");
    }
}
