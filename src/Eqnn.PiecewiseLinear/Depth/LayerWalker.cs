using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Interaction;

namespace Eqnn.PiecewiseLinear.Depth;

/// <summary>Computes the sets <c>J_t</c>, what of them is populated, and the walks, with every set of simples looked at once per G-set.</summary>
internal sealed class LayerWalker
{
    private readonly IReadOnlyList<IsotypicDecomposition> _sets;
    private readonly Activation _activation;
    private readonly bool _hasBiases;
    private readonly DepthDecision _decision;
    private readonly Dictionary<IsotypicDecomposition, InteractionGraph> _graphs = [];
    private readonly Dictionary<(IsotypicDecomposition, NodeSet), NodeSet> _reach = [];

    public LayerWalker(IReadOnlyList<IsotypicDecomposition> sets, Activation activation, DepthOptions options, int sources)
    {
        _sets = sets;
        _activation = activation;
        _hasBiases = DepthClass.IsBiasedRelu(activation);
        _decision = new(LayerAt, activation, options, sources);
    }

    /// <summary>X_t, t from 1; the last G-set is repeated.</summary>
    public IsotypicDecomposition LayerAt(int t) => _sets[Math.Min(t, _sets.Count) - 1];

    /// <summary>The profile of one source.</summary>
    /// <param name="source">L.</param>
    /// <param name="depth">The number of layers, or the most if <paramref name="untilStable"/>.</param>
    /// <param name="untilStable">Whether to stop when nothing new can come.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="LimitExceededException">After the largest number of layers something new could still come.</exception>
    public DepthProfile ProfileOf(SimpleRepresentation source, int depth, bool untilStable, CancellationToken cancellationToken)
    {
        var simples = source.Table.Simples;
        var decided = _decision.From(source);
        IReadOnlyList<ReachedSimple> reached = [new(source, Attainment.Input, "the input")];
        var walks = new BigInteger[simples.Count];
        walks[source.Position] = 1;
        var steps = new List<DepthStep> { new(0, reached, [(source, 1)], []) };
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var isStable = false;
        for (var t = 1; t <= depth && !(untilStable && isStable); t++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var bound = Reach(LayerAt(t), reached.Select(r => r.Simple), cancellationToken);
            (reached, var blocks) = decided.At(t, bound, reached, cancellationToken);
            walks = Walk(LayerAt(t), walks, cancellationToken);
            steps.Add(new(t, reached, [.. simples.Where(simple => !walks[simple.Position].IsZero).Select(simple => (simple, walks[simple.Position]))], blocks));

            // From the last G-set on, J_t decides J_{t+1}: once it repeats nothing new comes; the partitions must stand still, too.
            isStable |= t >= _sets.Count && !seen.Add(string.Join(',', reached.Select(r => r.Simple.Position))) && decided.IsStableAt(t, cancellationToken);
        }

        return untilStable && !isStable
            ? throw new LimitExceededException("layers", depth, "more layers, until nothing new comes", "not adjustable; ask for a depth")
            : new(source, steps, decided.Chambers, isStable);
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
