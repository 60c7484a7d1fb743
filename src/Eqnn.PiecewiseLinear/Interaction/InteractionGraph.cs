using System.Diagnostics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.PiecewiseLinear.Interaction;

/// <summary>The interaction graph of a G-set X and an activation f: the simples occurring in <c>Fun(X, ℝ)</c>, with an edge L → K iff <c>P_K ∘ f</c> is not zero on <c>V_L</c>.</summary>
/// <remarks>
/// <para><b>Meaning of an edge.</b> For <em>some</em> vector of the isotypic component the part in K is nonzero; for piecewise linear f it can vanish on an open cone.</para>
/// <para><b>Not</b> a statement on deep networks: walks in this graph are neither an upper bound nor always attained (docs/theory.md#depth).</para>
/// <para><b>Order.</b> Nodes in the order of the table, edges lexicographic. <b>Source.</b> [GTW], Theorem 2 of docs/theory.md#interaction.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class InteractionGraph
{
    private readonly IReadOnlyList<CouplingSources> _sources;
    private readonly NodeSet[] _rows;
    private readonly StabilizerRows _stabilizerRows;

    private InteractionGraph(IsotypicDecomposition decomposition, Activation activation, IReadOnlyList<CouplingSources> sources, NodeSet[] rows, StabilizerRows stabilizerRows)
    {
        Decomposition = decomposition;
        Activation = activation;
        _sources = sources;
        _rows = rows;
        _stabilizerRows = stabilizerRows;
    }

    /// <summary>The decomposition of <c>Fun(X, ℝ)</c>; its components are the nodes.</summary>
    public IsotypicDecomposition Decomposition { get; }

    /// <summary>The activation f.</summary>
    public Activation Activation { get; }

    /// <summary>The nodes: the simples that occur in X.</summary>
    public IReadOnlyList<IsotypicComponent> Nodes => Decomposition.Components;

    /// <summary>The edges as pairs of positions in <see cref="Nodes"/>, lexicographic, loops included.</summary>
    public IReadOnlyList<(int From, int To)> Edges => [.. _rows.SelectMany((row, i) => row.Positions.Select(j => (i, j)))];

    /// <summary>The number of edges, loops included.</summary>
    public int EdgeCount => _rows.Sum(row => row.Count);

    /// <summary>Computes the graph by Theorem 2.</summary>
    /// <remarks>Cost: the stabilisers of each node, and one look at the nodes for each distinct stabiliser. Polynomials of degree at least 2 also need one sum over pieces for most pairs of nodes.</remarks>
    /// <exception cref="Eqnn.Numbers.LimitExceededException">f has a monomial of degree at least 2 and the graph is too large for its tensors.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static InteractionGraph Of(
        IsotypicDecomposition decomposition, Activation activation, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        if (activation.Even.Degrees.Concat(activation.Odd.Degrees).Any(degree => degree >= 2))
        {
            MonomialTensor.RequireFeasible(decomposition);
        }

        var nodes = decomposition.Components;
        var sources = new CouplingSources[nodes.Count];
        var rows = new NodeSet[nodes.Count];
        var stabilizerRows = new StabilizerRows(decomposition);
        for (var i = 0; i < nodes.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new("interaction graph", i, nodes.Count));
            sources[i] = CouplingSources.Of(decomposition, [nodes[i].Simple], stabilizerRows.Squares);
            rows[i] = sources[i].RowOf(activation, stabilizerRows);
        }

        return new(decomposition, activation, sources, rows, stabilizerRows);
    }

    /// <summary>The position in <see cref="Nodes"/> of a simple.</summary>
    /// <remarks><b>Not</b> <see cref="SimpleRepresentation.Position"/>, which counts all simples of the table: the two agree only where every simple occurs in X.</remarks>
    /// <exception cref="ArgumentException"><paramref name="simple"/> does not occur in X, or belongs to another table.</exception>
    public int NodeOf(SimpleRepresentation simple)
    {
        ArgumentNullException.ThrowIfNull(simple);
        if (!ReferenceEquals(simple.Table, Decomposition.Table))
        {
            throw new ArgumentException($"{simple.Label} is a simple of {simple.Table.Group.Name} from another table than that of the graph, which is of {Decomposition.Table.Group.Name}", nameof(simple));
        }

        for (var i = 0; i < Nodes.Count; i++)
        {
            if (Nodes[i].Simple.Position == simple.Position)
            {
                return i;
            }
        }

        throw new ArgumentException($"{simple.Label} does not occur in {Decomposition.Set.Name} of {Decomposition.Set.Group.Name}", nameof(simple));
    }

    /// <summary>Whether there is an edge from one simple to another.</summary>
    /// <exception cref="ArgumentException">One of them does not occur in X, or belongs to another table.</exception>
    public bool HasEdge(SimpleRepresentation from, SimpleRepresentation to) => HasEdge(NodeOf(from), NodeOf(to));

    /// <summary>Whether there is an edge between the nodes at two positions of <see cref="Nodes"/>; for positions of the table see <see cref="NodeOf"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    public bool HasEdge(int from, int to) => _rows[Checked(from)].Contains(Checked(to));

    /// <summary>The positions of the nodes that a node reaches, ascending.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    public IReadOnlyList<int> ReachedFrom(int node) => [.. _rows[Checked(node)].Positions];

    /// <summary>Why there is an edge from one simple to another, or <c>null</c> if there is none.</summary>
    /// <exception cref="ArgumentException">One of them does not occur in X, or belongs to another table.</exception>
    public Coupling? TryExplain(SimpleRepresentation from, SimpleRepresentation to) => TryExplain(NodeOf(from), NodeOf(to));

    /// <summary>Why there is an edge between the nodes at two positions of <see cref="Nodes"/>, or <c>null</c> if there is none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    public Coupling? TryExplain(int from, int to) => _sources[Checked(from)].TryExplain(Nodes[Checked(to)].Simple, Activation);

    /// <summary>All numbers on which the verdict between two simples rests, also where there is no edge.</summary>
    /// <exception cref="ArgumentException">One of them does not occur in X, or belongs to another table.</exception>
    public CouplingAccount Account(SimpleRepresentation from, SimpleRepresentation to) => Account(NodeOf(from), NodeOf(to));

    /// <summary>All numbers on which the verdict between the nodes at two positions of <see cref="Nodes"/> rests, also where there is no edge.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    public CouplingAccount Account(int from, int to) => _sources[Checked(from)].Account(Nodes[Checked(to)].Simple, Activation);

    /// <summary>The stabilisers A, B of a simple, one for each orbit in which it occurs.</summary>
    /// <exception cref="ArgumentException">It does not occur in X, or belongs to another table.</exception>
    public IReadOnlyList<LineStabilizer> StabilizersOf(SimpleRepresentation simple) => StabilizersOf(NodeOf(simple));

    /// <summary>The stabilisers A, B of the node at a position of <see cref="Nodes"/>, one for each orbit in which it occurs.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    public IReadOnlyList<LineStabilizer> StabilizersOf(int node) => _sources[Checked(node)].Stabilizers;

    /// <summary>The simples that one activation reaches from a whole set S of simples at once, by Theorem 2: at least the union of the edges, sometimes more.</summary>
    public IReadOnlyList<SimpleRepresentation> ReachedFrom(IEnumerable<SimpleRepresentation> sources) =>
        [.. CouplingSources.Of(Decomposition, sources).RowOf(Activation, new StabilizerRows(Decomposition)).Positions.Select(i => Nodes[i].Simple)];

    /// <summary>A position of a node; an array of bits would say of those beyond the last that there is no edge.</summary>
    private int Checked(int node) => node >= 0 && node < Nodes.Count
        ? node
        : throw new ArgumentOutOfRangeException(nameof(node), node, FormattableString.Invariant($"the nodes are 0 to {Nodes.Count - 1}: the simples that occur in {Decomposition.Set.Name}"));

    /// <summary>The graph without one edge: false, for tests of what relies on the theorem.</summary>
    internal InteractionGraph WithoutEdge(int from, int to) =>
        new(Decomposition, Activation, _sources, [.. _rows.Select((row, i) => i == from ? row.Except(NodeSet.Where(row.Capacity, j => j == to)) : row)], _stabilizerRows);

    /// <summary>The row of a node.</summary>
    internal NodeSet Row(int node) => _rows[node];

    /// <summary>The nodes reached from a set of nodes at once, with the caches of this graph. Not for several threads at once.</summary>
    internal NodeSet Reach(NodeSet sources) => sources.Count == 1
        ? _rows[sources.Positions.First()]
        : CouplingSources.Of(Decomposition, sources.Positions.Select(i => Nodes[i].Simple), _stabilizerRows.Squares).RowOf(Activation, _stabilizerRows);

    /// <summary>In one line: the group, the activation, the G-set, the numbers of nodes and edges.</summary>
    public override string ToString() => FormattableString.Invariant($"{Decomposition.Table.Group.Name}: interaction graph of {Activation.Name} on {Decomposition.Set.Name}, {Nodes.Count} nodes, {Edges.Count} edges");
}
