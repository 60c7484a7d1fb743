using Eqnn.Algebra;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Representations;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.PiecewiseLinear.Interaction;

/// <summary>The interaction graph of a G-set X and an activation f: the simples occurring in <c>Fun(X, ℝ)</c>, with an edge L → K iff <c>P_K ∘ f</c> is not zero on <c>V_L</c>.</summary>
/// <remarks>
/// <para><b>Meaning of an edge.</b> For <em>some</em> vector of the isotypic component the part in K is nonzero; for piecewise linear f it can vanish on an open cone.</para>
/// <para><b>Not</b> a statement on deep networks: walks in this graph are neither an upper bound nor always attained (docs/theory.md#depth).</para>
/// <para><b>Order.</b> Nodes in the order of the table, edges lexicographic. <b>Source.</b> [GTW], Theorem 2 of docs/theory.md#interaction.</para>
/// </remarks>
public sealed class InteractionGraph
{
    private readonly IReadOnlyList<CouplingSources> _sources;
    private readonly bool[][] _edges;

    private InteractionGraph(IsotypicDecomposition decomposition, Activation activation, IReadOnlyList<CouplingSources> sources, bool[][] edges)
    {
        Decomposition = decomposition;
        Activation = activation;
        _sources = sources;
        _edges = edges;
    }

    /// <summary>The decomposition of <c>Fun(X, ℝ)</c>; its components are the nodes.</summary>
    public IsotypicDecomposition Decomposition { get; }

    /// <summary>The activation f.</summary>
    public Activation Activation { get; }

    /// <summary>The nodes: the simples that occur in X.</summary>
    public IReadOnlyList<IsotypicComponent> Nodes => Decomposition.Components;

    /// <summary>The edges as pairs of positions in <see cref="Nodes"/>, lexicographic, loops included.</summary>
    public IReadOnlyList<(int From, int To)> Edges =>
        [.. Enumerable.Range(0, Nodes.Count).SelectMany(i => Enumerable.Range(0, Nodes.Count).Where(j => _edges[i][j]).Select(j => (i, j)))];

    /// <summary>The number of edges, loops included.</summary>
    public int EdgeCount => _edges.Sum(row => row.Count(edge => edge));

    /// <summary>Computes the graph by Theorem 2.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static InteractionGraph Of(
        IsotypicDecomposition decomposition, Activation activation, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var nodes = decomposition.Components;
        var sources = new CouplingSources[nodes.Count];
        var edges = new bool[nodes.Count][];
        for (var i = 0; i < nodes.Count; i++)
        {
            progress?.Report(new("interaction graph", i, nodes.Count));
            sources[i] = CouplingSources.Of(decomposition, [nodes[i].Simple]);
            edges[i] = new bool[nodes.Count];
            for (var j = 0; j < nodes.Count; j++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                edges[i][j] = sources[i].Couples(nodes[j].Simple, activation);
            }
        }

        return new(decomposition, activation, sources, edges);
    }

    /// <summary>Whether there is an edge between the nodes at two positions.</summary>
    public bool HasEdge(int from, int to) => _edges[from][to];

    /// <summary>Why there is an edge between the nodes at two positions, or <c>null</c> if there is none.</summary>
    public Coupling? TryExplain(int from, int to) => _sources[from].TryExplain(Nodes[to].Simple, Activation);

    /// <summary>The stabilisers A, B of the node at a position, one for each orbit in which it occurs.</summary>
    public IReadOnlyList<LineStabilizer> StabilizersOf(int node) => _sources[node].Stabilizers;

    /// <summary>The simples that one activation reaches from a whole set S of simples at once, by Theorem 2: at least the union of the edges, sometimes more.</summary>
    public IReadOnlyList<SimpleRepresentation> ReachedFrom(IEnumerable<SimpleRepresentation> sources)
    {
        var prepared = CouplingSources.Of(Decomposition, sources);
        return [.. Nodes.Select(node => node.Simple).Where(simple => prepared.Couples(simple, Activation))];
    }
}
