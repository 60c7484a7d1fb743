using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Networks.Onnx;
using Eqnn.Networks.Orbits;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Networks.Symmetry;

/// <summary>Which action of a group on the hidden units makes a network equivariant, when only the action on its inputs is known.</summary>
/// <remarks>
/// <para><b>How.</b> Layer by layer every generator permutes the rows of weights of a layer that is equivariant: rows are matched with moved rows, up to a positive factor where the activation is positively homogeneous, up to sign where it is odd or even;
/// equal rows first, then by the assignment of least distance. The permutations have to satisfy the relations of the group; orbits are then compared with known G-sets.</para>
/// <para><b>What is proved.</b> Within the tolerance: the network in <see cref="Network"/> is equivariant by its form, and <see cref="Distances"/> says how far each linear map of the given one is from it. That no action was found proves nothing about functions: other weights may compute the same.</para>
/// <para><b>Source.</b> docs/networks.md#discover.</para>
/// </remarks>
public sealed class NetworkDiscovery
{
    private NetworkDiscovery(
        EquivariantNetwork given, IReadOnlyList<DiscoveredState> states, EquivariantNetwork? network, IReadOnlyList<LayerDistance> distances, IReadOnlyList<UnmatchedUnit> unmatched, string? obstacle, bool isMerged)
    {
        (Given, States, Network, Distances, Unmatched, Obstacle, IsMerged) = (given, states, network, distances, unmatched, obstacle, isMerged);
        Difference = network is null ? null : DifferenceOf(given, network, states);
    }

    /// <summary>The network as it was given.</summary>
    public EquivariantNetwork Given { get; }

    /// <summary>The states as far as actions were found, the input first.</summary>
    public IReadOnlyList<DiscoveredState> States { get; }

    /// <summary>The nearest network that is equivariant for the actions found; <c>null</c> if there is an obstacle.</summary>
    public EquivariantNetwork? Network { get; }

    /// <summary>How far the linear maps and biases are from those of <see cref="Network"/>; empty if there is none.</summary>
    public IReadOnlyList<LayerDistance> Distances { get; }

    /// <summary>The units without a match within the tolerance, of the first layer that has some, the furthest first.</summary>
    public IReadOnlyList<UnmatchedUnit> Unmatched { get; }

    /// <summary>Why there is no action, in one line; <c>null</c> if there is one.</summary>
    public string? Obstacle { get; }

    /// <summary>Whether an action on every layer was found.</summary>
    public bool IsFound => Obstacle is null;

    /// <summary>Whether weights were spread evenly over units that compute the same: then <see cref="Network"/> computes what the given one does, with other weights.</summary>
    public bool IsMerged { get; }

    /// <summary>The largest difference of an output of <see cref="Network"/> from the given one on random inputs, as a share of the largest output; <c>null</c> if there is no network.</summary>
    public double? Difference { get; }

    /// <summary>Looks for the action.</summary>
    /// <param name="network">The network; its group is left aside (one of the trivial group holds any network).</param>
    /// <param name="input">How a group acts on the inputs.</param>
    /// <param name="options">Tolerance, axes, output; <c>null</c> for the defaults.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ArgumentException">The input has another number of entries than the network's.</exception>
    /// <exception cref="Numbers.LimitExceededException">The network has too many weights, or a layer too many units without equal rows.</exception>
    public static NetworkDiscovery Of(EquivariantNetwork network, FeatureSpace input, DiscoveryOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(input);
        var chosen = options ?? DiscoveryOptions.Default;
        var units = UnitNetwork.Of(network, cancellationToken);
        NetworkDiscovery? best = null;
        foreach (var axes in UnitReading.Inputs(network, input, chosen.Axes))
        {
            foreach (var output in UnitReading.Outputs(network, chosen.Output))
            {
                var found = Read(units, input, axes, chosen.Output, output, chosen.Tolerance, cancellationToken);
                if (found.IsFound)
                {
                    return found;
                }

                best = best is null || found.States.Count > best.States.Count ? found : best;
            }
        }

        return best!;
    }

    /// <summary>Looks for the action in an ONNX model; where it is not equivariant as it is written, and PyTorch 1 wrote it, also with circular borders as they were meant.</summary>
    /// <param name="model">The model.</param>
    /// <param name="set">The G-set of the inputs.</param>
    /// <param name="channels">The channels of the input; <c>null</c> if its shape says them.</param>
    /// <param name="reading">Output and end of the model; <c>null</c> for the defaults.</param>
    /// <param name="options">Tolerance, axes, output; <c>null</c> for the defaults.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="FormatException">The model uses what is not read, or its input is not a multiple of the set.</exception>
    /// <exception cref="Numbers.LimitExceededException">As <see cref="Of"/>.</exception>
    public static NetworkDiscovery OfModel(
        OnnxModel model, GSet set, int? channels = null, OnnxImportOptions? reading = null, DiscoveryOptions? options = null, CancellationToken cancellationToken = default) =>
        UnitReading.OfModel(model, set, channels, reading, (network, space) => Of(network, space, options, cancellationToken), found => found.IsFound, cancellationToken);

    /// <summary>The sidecar with which the file is read as <see cref="Network"/>; <c>null</c> if there is none, if weights had to be spread over equal units, or if the group has no name that gives it back.</summary>
    public string? TryWriteSidecar() => Network is null || IsMerged ? null : Files.NetworkSidecar.TryWrite(Network, [.. States.Select(state => state.Order)]);

    private static NetworkDiscovery Read(UnitNetwork units, FeatureSpace input, SampleAxes axes, FeatureSpace? stated, SampleAxes outputAxes, double tolerance, CancellationToken cancellationToken)
    {
        var (network, group) = (units.Network, input.Set.Group);
        var inputs = UnitSets.ImagesOf(input, axes);
        var outputs = stated is null ? null : UnitSets.ImagesOf(stated, outputAxes);
        UnitAction[] actions = [.. inputs.Select((images, g) => UnitAction.Follow(units, images, outputs?[g], cancellationToken))];
        var sets = new UnitSets(group, input.Set);
        var states = new List<DiscoveredState> { new(input, new(axes.Places(input)), [.. actions.Select(_ => 0.0)]) };
        var factors = new List<UnitFactors> { UnitFactors.None(input.Dimension) };
        var found = outputAxes;
        for (var l = 0; l < network.Layers.Count; l++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (layer, last) = (units.Layers[l], l == network.Layers.Count - 1);
            UnitMatching[] matches = [.. actions.Select(action => action.Layer(l))];
            var unmatched = Beyond(matches, l + 1, tolerance);
            if (unmatched.Count > 0)
            {
                var worst = unmatched[0];
                return Refused(FormattableString.Invariant(
                    $"layer {l + 1}, generator {worst.Generator}: {unmatched.Count} of {layer.Rows.Length} units have no match; unit {worst.Unit + 1} is off by {worst.Distance:G2} of the longest row from unit {worst.Nearest + 1}, the nearest left for it"), unmatched);
            }

            int[][] images = [.. matches.Select(match => match.Images)];
            if (!IsAction(group, images, layer.Rows.Length))
            {
                return Refused(FormattableString.Invariant($"layer {l + 1}: the permutations of the units that fit best do not satisfy the relations of {group.Name}"), []);
            }

            if (UnitFactors.Of(layer, matches, units.Norms[l + 1], tolerance, out var flipped) is not { } factor)
            {
                return Refused(FormattableString.Invariant($"layer {l + 1} is of signed permutations: elements of {group.Name} that fix unit {flipped + 1} take it to its negative; features here are functions on G-sets, which a group permutes without signs"), []);
            }

            factors.Add(factor);
            double[] distances = [.. matches.Select(match => match.Distances.Max())];
            if (!last)
            {
                var (space, order) = sets.Arrange(images, layer.Rows.Length);
                states.Add(new(space, new(order, order.Select(unit => factor.Scale[unit])), distances));
            }
            else
            {
                var space = stated;
                (space, found) = stated is null ? sets.InPlace(images, outputAxes) : (stated, outputAxes);
                var places = found.Places(space);
                states.Add(new(space, new(places, places.Select(unit => factor.Scale[unit])), distances));
            }
        }

        var (projected, far) = UnitProjection.Of(units, states, factors);
        return new(network, states.AsReadOnly(), projected.WithArrays(axes, found), far, [], null, units.IsMerged);

        NetworkDiscovery Refused(string obstacle, IReadOnlyList<UnmatchedUnit> unmatched) => new(network, states.AsReadOnly(), null, [], unmatched, obstacle, units.IsMerged);
    }

    private static List<UnmatchedUnit> Beyond(UnitMatching[] matches, int state, double tolerance) =>
        [.. matches.SelectMany((match, g) => match.Distances.Select((distance, unit) => new UnmatchedUnit(state, g + 1, unit, match.Images[unit], distance)))
            .Where(unit => unit.Distance > tolerance).GroupBy(unit => unit.Unit).Select(same => same.MaxBy(unit => unit.Distance)!).OrderByDescending(unit => unit.Distance)];

    private static bool IsAction(FiniteGroup group, int[][] images, int count)
    {
        try
        {
            return GSet.FromGeneratorActions(group, "units", count, images.Select(list => Permutation.FromImages(list))).GeneratorActions.Count == images.Length;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static double DifferenceOf(EquivariantNetwork given, EquivariantNetwork network, IReadOnlyList<DiscoveredState> states)
    {
        const int Inputs = 4;
        var random = new Random(1);
        var (worst, scale) = (0.0, 0.0);
        for (var i = 0; i < Inputs; i++)
        {
            double[] vector = [.. Enumerable.Range(0, given.Input.Dimension).Select(_ => (2 * random.NextDouble()) - 1)];
            var (wanted, met) = (given.Evaluate(vector), network.Evaluate([.. states[0].Order.Units.Select(unit => vector[unit])]));
            for (var place = 0; place < met.Count; place++)
            {
                scale = Math.Max(scale, Math.Abs(wanted[place]));
                worst = Math.Max(worst, Math.Abs(met[place] - wanted[states[^1].Order.Units[place]]));
            }
        }

        return scale > 0 ? worst / scale : worst;
    }
}
