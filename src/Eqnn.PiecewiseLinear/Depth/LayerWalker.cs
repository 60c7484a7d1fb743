using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Representations;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Interaction;

namespace Eqnn.PiecewiseLinear.Depth;

/// <summary>Computes the sets <c>J_t</c> and the walks, with every set of simples looked at once per G-set.</summary>
internal sealed class LayerWalker
{
    private readonly IsotypicDecomposition[] _layers;
    private readonly Activation _activation;
    private readonly bool _hasBiases;
    private readonly AttainmentRules _rules;
    private readonly WitnessSearch _search;
    private readonly Dictionary<IsotypicDecomposition, InteractionGraph> _graphs = [];
    private readonly Dictionary<(IsotypicDecomposition, NodeSet), NodeSet> _reach = [];

    public LayerWalker(IsotypicDecomposition[] layers, Activation activation, DepthOptions options)
    {
        _layers = layers;
        _activation = activation;
        _hasBiases = AttainmentRules.IsBiasedRelu(activation);
        _rules = new(activation);
        _search = new(layers, activation, options);
    }

    public DepthProfile ProfileOf(SimpleRepresentation source, CancellationToken cancellationToken)
    {
        var simples = source.Table.Simples;
        IReadOnlyList<ReachedSimple> reached = [new(source, Attainment.Input, null)];
        var walks = new BigInteger[simples.Count];
        walks[source.Position] = 1;
        var steps = new List<DepthStep> { new(0, reached, [(source, 1)]) };
        for (var t = 1; t <= _layers.Length; t++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var before = reached;
            var layers = new ArraySegment<IsotypicDecomposition>(_layers, 0, t);
            var next = Reach(_layers[t - 1], before.Select(r => r.Simple), cancellationToken)
                .Select(simple => new ReachedSimple(simple, _rules.Of(source, simple, layers, before), null))
                .ToList();
            reached = WithWitnesses(source, t, next, cancellationToken);
            walks = Walk(_layers[t - 1], walks, cancellationToken);
            steps.Add(new(t, reached, [.. simples.Where(simple => !walks[simple.Position].IsZero).Select(simple => (simple, walks[simple.Position]))]));
        }

        return new(source, steps);
    }

    private List<ReachedSimple> WithWitnesses(SimpleRepresentation source, int depth, List<ReachedSimple> reached, CancellationToken cancellationToken)
    {
        var open = reached.Where(r => !r.IsAttained).Select(r => r.Simple).ToList();
        if (open.Count == 0 || !_search.IsPossible)
        {
            return reached;
        }

        var found = _search.Find(source, depth, open, cancellationToken);
        return [.. reached.Select(r => found.TryGetValue(r.Simple.Position, out var witness) ? new ReachedSimple(r.Simple, Attainment.Witness, witness) : r)];
    }

    private IReadOnlyList<SimpleRepresentation> Reach(IsotypicDecomposition layer, IEnumerable<SimpleRepresentation> sources, CancellationToken cancellationToken)
    {
        var graph = GraphOf(layer, cancellationToken);
        var positions = sources.Select(simple => simple.Position).ToHashSet();
        var present = NodeSet.Where(graph.Nodes.Count, i => positions.Contains(graph.Nodes[i].Simple.Position) || (_hasBiases && graph.Nodes[i].Simple.IsTrivial));
        if (!_reach.TryGetValue((layer, present), out var row))
        {
            _reach.Add((layer, present), row = graph.Reach(present));
        }

        return [.. row.Positions.Select(i => graph.Nodes[i].Simple)];
    }

    private BigInteger[] Walk(IsotypicDecomposition layer, BigInteger[] walks, CancellationToken cancellationToken)
    {
        var graph = GraphOf(layer, cancellationToken);
        var next = new BigInteger[walks.Length];
        for (var i = 0; i < graph.Nodes.Count; i++)
        {
            var count = walks[graph.Nodes[i].Simple.Position];
            if (!count.IsZero)
            {
                foreach (var j in graph.Row(i).Positions)
                {
                    next[graph.Nodes[j].Simple.Position] += count;
                }
            }
        }

        return next;
    }

    private InteractionGraph GraphOf(IsotypicDecomposition layer, CancellationToken cancellationToken)
    {
        if (!_graphs.TryGetValue(layer, out var graph))
        {
            _graphs.Add(layer, graph = InteractionGraph.Of(layer, _activation, null, cancellationToken));
        }

        return graph;
    }
}
