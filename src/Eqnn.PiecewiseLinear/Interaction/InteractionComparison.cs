using Eqnn.Algebra.Characters;

namespace Eqnn.PiecewiseLinear.Interaction;

/// <summary>Two interaction graphs of one group side by side, their nodes matched as simples: on which pairs of simples that occur in both do they differ?</summary>
/// <remarks>By Theorem 2 the edges from L on G/H depend on the stabilisers A and B of L^H, so a smaller set has more edges or fewer than the regular one; docs/theory.md#interaction.</remarks>
public sealed class InteractionComparison
{
    private InteractionComparison(bool sameNodes, IReadOnlyList<(SimpleRepresentation From, SimpleRepresentation To)> onlyInFirst, IReadOnlyList<(SimpleRepresentation From, SimpleRepresentation To)> onlyInSecond)
    {
        HaveSameNodes = sameNodes;
        OnlyInFirst = onlyInFirst;
        OnlyInSecond = onlyInSecond;
    }

    /// <summary>True iff the same simples occur.</summary>
    public bool HaveSameNodes { get; }

    /// <summary>True iff nodes and edges are the same.</summary>
    public bool AreEqual => HaveSameNodes && AgreeWhereBothAre;

    /// <summary>True iff the edges between simples that occur in both are the same.</summary>
    public bool AgreeWhereBothAre => OnlyInFirst.Count == 0 && OnlyInSecond.Count == 0;

    /// <summary>The edges of the first graph between common simples that the second one has not; by positions.</summary>
    public IReadOnlyList<(SimpleRepresentation From, SimpleRepresentation To)> OnlyInFirst { get; }

    /// <summary>The edges of the second graph between common simples that the first one has not; by positions.</summary>
    public IReadOnlyList<(SimpleRepresentation From, SimpleRepresentation To)> OnlyInSecond { get; }

    /// <summary>Compares two graphs.</summary>
    /// <exception cref="ArgumentException">They belong to two character tables.</exception>
    public static InteractionComparison Of(InteractionGraph first, InteractionGraph second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (!ReferenceEquals(first.Decomposition.Table, second.Decomposition.Table))
        {
            throw new ArgumentException($"interaction graphs of two tables are compared, of {first.Decomposition.Set.Group.Name} and of {second.Decomposition.Set.Group.Name}", nameof(second));
        }

        var places = second.Nodes.Select((node, place) => (node.Simple, place)).ToDictionary(pair => pair.Simple, pair => pair.place);
        var common = first.Nodes.Select((node, place) => (node.Simple, First: place, Second: places.GetValueOrDefault(node.Simple, -1))).Where(node => node.Second >= 0).ToList();
        var (onlyFirst, onlySecond) = (new List<(SimpleRepresentation, SimpleRepresentation)>(), new List<(SimpleRepresentation, SimpleRepresentation)>());
        foreach (var from in common)
        {
            foreach (var to in common)
            {
                var (one, two) = (first.HasEdge(from.First, to.First), second.HasEdge(from.Second, to.Second));
                if (one != two)
                {
                    (one ? onlyFirst : onlySecond).Add((from.Simple, to.Simple));
                }
            }
        }

        return new(common.Count == first.Nodes.Count && common.Count == second.Nodes.Count, onlyFirst.AsReadOnly(), onlySecond.AsReadOnly());
    }
}
