using System.Diagnostics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Interaction;

namespace Eqnn.PiecewiseLinear.Depth;

/// <summary>What networks <c>h_i = f(T_i h_{i−1})</c> on G-sets <c>X_1, X_2, ...</c> can populate from an input in one isotypic component, layer by layer.</summary>
/// <remarks>
/// <para><b>The bound <c>J_t</c>, for all continuous f, all weights and any number of channels.</b> <c>J_0 = {L}</c>, <c>J_i = T_{X_i}(J_{i−1} ∩ simples of X_i)</c>, T_X(S) by Theorem 2 for the whole set S. Invariant biases are not in it, except for ReLU with bias, see below.</para>
/// <para><b>Populated.</b> With as many input channels as one likes all of <c>J_t</c> is (Theorem 6). With one (the default: one vector of <c>V_L(X_1)</c>, one channel in layer 1, as many as one likes between): for f = αt + β|t| + d, β ≠ 0, by level sets on chambers (Theorem 5);
/// for piecewise linear f with kinks off 0 and for analytic f by propositions; each simple carries its reason. Walks in the interaction graph are shown beside: they are neither a bound nor attained.</para>
/// <para><b>ReLU with bias.</b> An activation <c>max(t + b, 0)</c>, b ≠ 0, stands here for ReLU with free invariant biases at every layer: the trivial simple is added before each layer.</para>
/// <para><b>Order.</b> Profiles and simples in the order of the table. <b>Source.</b> docs/theory.md#depth (proved there).</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class DepthAnalysis
{
    private DepthAnalysis(IReadOnlyList<IsotypicDecomposition> layers, Activation activation, DepthOptions options, IReadOnlyList<DepthProfile> profiles)
    {
        Options = options;
        Layers = layers;
        Activation = activation;
        Profiles = profiles;
    }

    /// <summary>The largest depth at which an analysis until nothing changes gives up.</summary>
    public const int MaxStableDepth = 1000;

    /// <summary>What was asked.</summary>
    public DepthOptions Options { get; }

    /// <summary>Whether f stands for ReLU with free invariant biases in every layer; otherwise there are no biases.</summary>
    public bool HasBiases => DepthClass.IsBiasedRelu(Activation);

    /// <summary>Whether single copies of a source can populate less than one vector of its whole component, which is the input here: f has a monomial of degree at least 2, and the source occurs several times in X_1.</summary>
    /// <remarks>On the regular set of S_3 a square takes the component of the plane to the sign, and no single copy of it (docs/theory.md#depth, Variants). With many input channels this makes no difference.</remarks>
    public bool NeedsWholeComponents =>
        !Options.ManyInputChannels && Activation.Even.Degrees.Concat(Activation.Odd.Degrees).Any(degree => degree >= 2) && Profiles.Any(profile => Layers[0].Multiplicity(profile.Source) > 1);

    /// <summary>The decompositions of X_1, ..., X_t.</summary>
    public IReadOnlyList<IsotypicDecomposition> Layers { get; }

    /// <summary>The activation f.</summary>
    public Activation Activation { get; }

    /// <summary>One profile for each source.</summary>
    public IReadOnlyList<DepthProfile> Profiles { get; }

    /// <summary>The number of layers t.</summary>
    public int Depth => Layers.Count;

    /// <summary>Analyses networks of the given depth.</summary>
    /// <param name="sets">The decompositions of X_1, X_2, ...; the last one is repeated up to the depth. All over one table.</param>
    /// <param name="activation">The activation f.</param>
    /// <param name="depth">The number of layers, at least 1; with <see cref="DepthOptions.UntilStable"/> at least the number of sets, and otherwise not looked at.</param>
    /// <param name="sources">The simples to start from; <c>null</c>: all that occur in X_1.</param>
    /// <param name="options">The number of input channels, and the limits.</param>
    /// <param name="progress">Told one step for each source.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="ArgumentException">There is no set, more sets than layers, sets over different tables, or a source does not occur in X_1.</exception>
    public static DepthAnalysis Of(
        IReadOnlyList<IsotypicDecomposition> sets,
        Activation activation,
        int depth,
        IEnumerable<SimpleRepresentation>? sources = null,
        DepthOptions? options = null,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        if (sets.Count == 0 || depth < sets.Count)
        {
            throw new ArgumentException($"{sets.Count} G-sets for {depth} layers: at least one G-set is needed, and a layer for each", nameof(depth));
        }

        if (sets.FirstOrDefault(set => !ReferenceEquals(set.Table, sets[0].Table)) is { } stranger)
        {
            throw new ArgumentException($"{stranger.Set.Name} belongs to another character table than {sets[0].Set.Name}", nameof(sets));
        }

        var from = sources?.ToList() ?? [.. sets[0].Components.Select(component => component.Simple)];
        if (from.Find(source => sets[0].Multiplicity(source) == 0) is { } absent)
        {
            throw new ArgumentException($"{absent.Label} does not occur in {sets[0].Set.Name}", nameof(sources));
        }

        var chosen = options ?? DepthOptions.Default;
        var walker = new LayerWalker(sets, activation, chosen, from.Count);
        var profiles = new List<DepthProfile>();
        foreach (var source in from)
        {
            progress?.Report(new("depth", profiles.Count, from.Count));
            profiles.Add(walker.ProfileOf(source, chosen.UntilStable ? MaxStableDepth : depth, chosen.UntilStable, cancellationToken));
        }

        var layers = chosen.UntilStable ? profiles.Select(profile => profile.Steps.Count - 1).Append(sets.Count).Max() : depth;
        return new([.. Enumerable.Range(1, layers).Select(walker.LayerAt)], activation, chosen, profiles);
    }

    /// <summary>The sets J_t from every simple until each sequence repeats itself: what has not come by then never comes. What is attained follows from rules alone: no networks are searched, so that nothing depends on a seed, and no chambers.</summary>
    public static DepthAnalysis UntilRepeated(IsotypicDecomposition decomposition, Activation activation, CancellationToken cancellationToken = default)
    {
        for (var depth = 3; ; depth *= 2)
        {
            var analysis = Of([decomposition], activation, depth, null, DepthOptions.Default.WithWitnessTrials(0).WithMaxChamberOrbits(0), null, cancellationToken);
            if (analysis.Profiles.All(Repeats))
            {
                return analysis;
            }
        }

        static bool Repeats(DepthProfile profile)
        {
            // J_0 is a set of its own kind: with biases the next set depends on it otherwise than later ones do; so it does not count as a repetition.
            var sets = profile.Steps.Skip(1).Select(step => string.Join(' ', step.Reached.Select(reached => reached.Simple.Label))).ToList();
            return sets.Distinct(StringComparer.Ordinal).Count() < sets.Count;
        }
    }

    /// <summary>The simples that occur on some layer, in the order of the table.</summary>
    public IReadOnlyList<SimpleRepresentation> Targets =>
        [.. Layers.SelectMany(layer => layer.Components).Select(component => component.Simple).DistinctBy(simple => simple.Position).OrderBy(simple => simple.Position)];

    /// <summary>The simples that no number of layers of the analysis populates from a source, of those that occur on some layer.</summary>
    public IEnumerable<SimpleRepresentation> NeverReached(DepthProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return Targets.Where(target => profile.LeastAttainedDepthOf(target) is null && !profile.IsOpen(target));
    }

    /// <summary>The number of simples in <c>J_t</c> for each source (rows, in the order of <see cref="Profiles"/>) and t = 0, 1, ... (columns).</summary>
    internal IReadOnlyList<IReadOnlyList<int>> CountsByDepth() => [.. Profiles.Select(profile => (IReadOnlyList<int>)[.. profile.Steps.Select(step => step.Reached.Count)])];

    /// <summary>In one line: activation, G-sets and sources.</summary>
    public override string ToString() => $"depth of {Activation.Name} on {string.Join(", ", Layers.Select(layer => layer.Set.Name))} from {string.Join(", ", Profiles.Select(profile => profile.Source.Label))}";
}
