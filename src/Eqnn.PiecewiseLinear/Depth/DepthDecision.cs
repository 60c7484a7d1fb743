using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.PiecewiseLinear.Interaction;
using Eqnn.PiecewiseLinear.Refinement;

namespace Eqnn.PiecewiseLinear.Depth;

/// <summary>Decides which simples of <c>J_t</c> networks populate, by the statements of docs/theory.md#depth for the class of f.</summary>
internal sealed class DepthDecision
{
    /// <summary>The sentence that stands with every "never".</summary>
    public const string OneChannel = "with one input channel; several populate it";

    /// <summary>So many orbits of chambers are looked for where rules decide already and chambers would only show where.</summary>
    private const long ChambersForDisplay = 500;

    /// <summary>Explicit networks for all that is populated are looked for if sources times pairs of points stay below.</summary>
    private const long WorkForDisplay = 4000;

    private readonly Func<int, IsotypicDecomposition> _layerAt;
    private readonly Activation _activation;
    private readonly DepthOptions _options;
    private readonly int _sources;
    private readonly DepthClass _class;
    private readonly WitnessSearch _search;
    private readonly bool _keepsItsValues;
    private readonly Dictionary<(GSet, GSet), OrbitalRefinement> _refinements = [];
    private readonly Dictionary<IsotypicDecomposition, BlockSums> _sums = [];

    public DepthDecision(Func<int, IsotypicDecomposition> layerAt, Activation activation, DepthOptions options, int sources)
    {
        _layerAt = layerAt;
        _activation = activation;
        _options = options;
        _sources = sources;
        _class = DepthClass.Of(activation);
        _search = new(activation, options);
        _keepsItsValues = activation.PiecewiseLinear is { } pieces && AttainmentRules.IsIdentityOnItsRange(pieces);
    }

    public Source From(SimpleRepresentation source) => new(this, source);

    private OrbitalRefinement RefinementOf(GSet target, GSet source)
    {
        if (!_refinements.TryGetValue((target, source), out var refinement))
        {
            _refinements.Add((target, source), refinement = OrbitalRefinement.Of(target, source));
        }

        return refinement;
    }

    private BlockSums SumsOf(IsotypicDecomposition layer)
    {
        if (!_sums.TryGetValue(layer, out var sums))
        {
            _sums.Add(layer, sums = new(layer));
        }

        return sums;
    }

    /// <summary>The decision for one simple L of the input.</summary>
    internal sealed class Source(DepthDecision owner, SimpleRepresentation simple)
    {
        private readonly Dictionary<int, IReadOnlyList<int>?> _inputs = [];
        private ChamberPartitions? _chambers;
        private string? _limit;
        private long _triedOrbits;

        /// <summary>The orbits of chambers, if they were found.</summary>
        public IReadOnlyList<ChamberOrbit> Chambers => _chambers?.Chambers ?? [];

        /// <summary>What is known after t layers.</summary>
        /// <param name="t">t ≥ 1.</param>
        /// <param name="bound">J_t.</param>
        /// <param name="before">What is known after t − 1 layers.</param>
        /// <param name="cancellationToken">Cancels the work.</param>
        public (IReadOnlyList<ReachedSimple> Reached, IReadOnlyList<ChamberBlocks> Blocks) At(int t, IReadOnlyList<SimpleRepresentation> bound, IReadOnlyList<ReachedSimple> before, CancellationToken cancellationToken)
        {
            var known = bound.Select(target =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                return ByRule(t, target, before);
            }).ToList();
            IReadOnlyList<ChamberBlocks> blocks = [];
            if (!owner._options.ManyInputChannels && owner._class.Shape == DepthClass.Kind.KinkAtZero)
            {
                var isOpen = known.Exists(reached => reached.Populated is null);
                if (t >= 2 && TryPrepare(isOpen ? owner._options.MaxChamberOrbits : Math.Min(ChambersForDisplay, owner._options.MaxChamberOrbits), cancellationToken))
                {
                    try
                    {
                        (known, blocks) = ByChambers(t, bound, cancellationToken);
                    }
                    catch (LimitExceededException limit)
                    {
                        _limit = limit.Message;
                    }
                }

                if (_limit is not null)
                {
                    known = [.. known.Select(reached => reached.Populated is null ? new ReachedSimple(reached.Simple, Attainment.Undecided, "not decided: " + _limit) : reached)];
                }
            }

            return (WithNetworks(t, known, cancellationToken), blocks);
        }

        /// <summary>Whether the partitions of all chambers are the same after t and after t − 1 layers, which are on one G-set; <c>true</c> where no chambers decide.</summary>
        public bool IsStableAt(int t, CancellationToken cancellationToken) =>
            _chambers is null || (t >= 3
                && _chambers.At(owner._layerAt, t, cancellationToken).Select(colouring => colouring.Count).SequenceEqual(_chambers.At(owner._layerAt, t - 1, cancellationToken).Select(colouring => colouring.Count)));

        private ReachedSimple ByRule(int t, SimpleRepresentation target, IReadOnlyList<ReachedSimple> before)
        {
            if (t == 1)
            {
                return new(target, Attainment.OneLayer, "one layer");
            }

            if (owner._options.ManyInputChannels)
            {
                return new(target, Attainment.ManyChannels, "many input channels");
            }

            switch (owner._class.Shape)
            {
                case DepthClass.Kind.Analytic:
                    return new(target, Attainment.Analytic, owner._class.Reason);
                case DepthClass.Kind.BiasedRelu:
                    return new(target, Attainment.BiasedRelu, owner._class.Reason);
                case DepthClass.Kind.KinksOffZero:
                    return new(target, Attainment.KinksOffZero, owner._class.Reason);
                case DepthClass.Kind.KinkAtZero when target.IsTrivial:
                    return new(target, Attainment.PositiveSum, "the sum of a layer is not 0");
                case DepthClass.Kind.KinkAtZero when t == 2 && owner._class.HasTheorem3 && !simple.IsTrivial && CouplingSources.Of(owner._layerAt(2), [simple]).Stabilizers.Any(stabilizer => stabilizer.Vector.Fixes(target)):
                    return new(target, Attainment.TwoReluLayers, "two layers, Theorem 3");
            }

            return owner._keepsItsValues && ReferenceEquals(owner._layerAt(t), owner._layerAt(t - 1)) && before.Any(reached => reached.Simple.Position == target.Position && reached.IsAttained)
                ? new(target, Attainment.Kept, "kept from one layer less")
                : new(target, Attainment.Undecided, "not decided: " + owner._class.Reason);
        }

        private (List<ReachedSimple> Reached, IReadOnlyList<ChamberBlocks> Blocks) ByChambers(int t, IReadOnlyList<SimpleRepresentation> bound, CancellationToken cancellationToken)
        {
            var layer = owner._layerAt(t);
            var sums = owner.SumsOf(layer);
            var partitions = _chambers!.At(owner._layerAt, t, cancellationToken);
            var found = new Dictionary<int, BlockWitness>();
            var blocks = new List<ChamberBlocks>();
            for (var chamber = 0; chamber < partitions.Length; chamber++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                blocks.Add(new(chamber, partitions[chamber].BlocksOf(0)));
                foreach (var block in blocks[^1].Blocks)
                {
                    foreach (var position in sums.SimplesOf(block))
                    {
                        if (!found.ContainsKey(position))
                        {
                            found.Add(position, new(chamber, block, InputIn(chamber)));
                        }
                    }
                }
            }

            DepthConsistency.RequireInside(simple, t, found.Keys, bound);
            return ([.. bound.Select(target => found.TryGetValue(target.Position, out var block)
                ? new ReachedSimple(target, Attainment.Chambers, FormattableString.Invariant($"level set {{{string.Join(",", block.Block.Select(y => y + 1))}}} on chamber {block.Chamber + 1} of {Chambers.Count}"), block)
                : new ReachedSimple(target, Attainment.Never, FormattableString.Invariant($"no level set on any of {Chambers.Count} orbits of chambers has a part in it, {OneChannel}")))], blocks);
        }

        /// <summary>Adds explicit networks: for what is not decided, and in small cases for everything that is populated.</summary>
        private List<ReachedSimple> WithNetworks(int t, List<ReachedSimple> known, CancellationToken cancellationToken)
        {
            IsotypicDecomposition[] layers = [.. Enumerable.Range(1, t).Select(owner._layerAt)];
            if (owner._options.ManyInputChannels || !owner._search.IsPossible(layers))
            {
                return known;
            }

            var work = owner._sources * layers.Sum(layer => (long)layer.Set.Size * (long)layer.Set.Size);
            var isSmall = work <= WorkForDisplay || (owner._sources == 1 && work <= 3 * WorkForDisplay);
            var wanted = known.Where(reached => reached.Populated is null || (isSmall && reached.IsAttained && owner._class.Shape != DepthClass.Kind.BiasedRelu)).ToList();
            if (wanted.Count == 0)
            {
                return known;
            }

            var inputs = wanted.Select(reached => reached.Block?.Input).OfType<IReadOnlyList<int>>().Concat(_inputs.Values.OfType<IReadOnlyList<int>>()).Distinct().ToList();
            var found = owner._search.Find(layers, simple, [.. wanted.Select(reached => reached.Simple)], inputs, cancellationToken);
            return [.. known.Select(reached => !found.TryGetValue(reached.Simple.Position, out var network) ? reached
                : DepthConsistency.NotExcluded(simple, reached, network).Populated is null ? new(reached.Simple, Attainment.Witness, "a network with integer weights", null, network)
                : new(reached.Simple, reached.Attainment, reached.Reason, reached.Block, network))];
        }

        private IReadOnlyList<int>? InputIn(int chamber)
        {
            if (!_inputs.TryGetValue(chamber, out var input))
            {
                _inputs.Add(chamber, input = owner._layerAt(1).Set.Size <= owner._options.MaxWitnessPoints ? _chambers!.InputIn(chamber) : null);
            }

            return input;
        }

        private bool TryPrepare(long maxOrbits, CancellationToken cancellationToken)
        {
            if (_chambers is null && maxOrbits > _triedOrbits)
            {
                _triedOrbits = maxOrbits;
                _limit = null;
                try
                {
                    _chambers = ChamberPartitions.Of(owner._layerAt(1), simple, owner._class, owner._options.WithMaxChamberOrbits(maxOrbits), owner.RefinementOf, cancellationToken);
                }
                catch (LimitExceededException limit)
                {
                    _limit = limit.Message;
                }
            }

            return _chambers is not null;
        }
    }
}
