using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Interaction;

namespace Eqnn.PiecewiseLinear.Answers;

/// <summary>An interaction graph beside brute force: for each node a row of verdicts by chambers or points, which contradict the theorem nowhere.</summary>
public sealed class BruteForceComparison
{
    private BruteForceComparison(InteractionGraph graph, IReadOnlyList<BruteForceRow> rows)
    {
        Graph = graph;
        Rows = rows;
    }

    /// <summary>The graph by the theorem.</summary>
    public InteractionGraph Graph { get; }

    /// <summary>One row for each node, in their order.</summary>
    public IReadOnlyList<BruteForceRow> Rows { get; }

    /// <summary>The edges that brute force proves, as pairs of positions of nodes; where it tried points only, there may be others.</summary>
    public IReadOnlyList<(int From, int To)> Edges =>
        [.. Enumerable.Range(0, Rows.Count).SelectMany(i => Enumerable.Range(0, Rows.Count).Where(j => Rows[i].Verdicts[j] == BruteForceVerdict.NonZero).Select(j => (i, j)))];

    /// <summary>Decides every row again without the theorem, and compares.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="seed">The seed of the points that are tried where chambers are too many.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="ArgumentException">The activation has no exact values.</exception>
    /// <exception cref="LimitExceededException">The G-set has more than <see cref="BruteForceRow.MaxPoints"/> points.</exception>
    /// <exception cref="CertificateException">The two contradict each other: a bug.</exception>
    public static BruteForceComparison Of(InteractionGraph graph, int seed = 1, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return Checked(graph, [.. graph.Nodes.Select(node => BruteForceRow.Of(graph.Decomposition, node.Simple, graph.Activation, seed, cancellationToken))]);
    }

    /// <summary>The comparison with rows that were found.</summary>
    /// <exception cref="CertificateException">They contradict the theorem.</exception>
    internal static BruteForceComparison Checked(InteractionGraph graph, IReadOnlyList<BruteForceRow> rows)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            for (var j = 0; j < graph.Nodes.Count; j++)
            {
                if (rows[i].Verdicts[j] == (graph.HasEdge(i, j) ? BruteForceVerdict.Zero : BruteForceVerdict.NonZero))
                {
                    throw new CertificateException("brute force agrees with the interaction theorem", $"{graph.Nodes[i].Simple.Label} -> {graph.Nodes[j].Simple.Label}, {graph.Activation.Name} on {graph.Decomposition.Set.Name} of {graph.Decomposition.Set.Group.Name}");
                }
            }
        }

        return new(graph, rows);
    }
}
