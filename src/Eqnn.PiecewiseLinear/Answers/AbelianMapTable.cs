using Eqnn.Algebra.Representations.Abelian;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Interaction;

namespace Eqnn.PiecewiseLinear.Answers;

/// <summary>As <see cref="MapTable"/>, for the simples of an abelian group that occur in the functions on a G-set, by classes of simples with one kernel.</summary>
public sealed class AbelianMapTable
{
    private AbelianMapTable(AbelianInteraction graph) => Graph = graph;

    /// <summary>What one layer does.</summary>
    public AbelianInteraction Graph { get; }

    /// <summary>The table of an interaction.</summary>
    public static AbelianMapTable Of(AbelianInteraction graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return new(graph);
    }

    /// <summary>The positions of the classes to whose simples those of a class have nonzero maps (Theorem 1: to all or to none).</summary>
    public IReadOnlyList<int> ClassesWithMaps(int position) => [.. Enumerable.Range(0, Graph.Decomposition.KernelClasses.Count).Where(to => Exists(position, to))];

    /// <summary>All pairs, by source and then by target in the order of <see cref="AbelianDecomposition.EnumerateComponents"/>.</summary>
    /// <exception cref="LimitExceededException">There are more than <see cref="AbelianDecomposition.MaxComponents"/> simples.</exception>
    public IEnumerable<AbelianMapPair> EnumeratePairs()
    {
        var simples = Graph.Decomposition.EnumerateComponents().Select(component => component.Key).ToList();
        var classOf = Graph.Decomposition.ClassPositions();
        return simples.SelectMany(source => simples.Select(target => new AbelianMapPair(source, target, Exists(classOf[source], classOf[target]), Graph.HasEdge(source, target))));
    }

    /// <summary>In one line: the group and the number of simples.</summary>
    public override string ToString() => $"{Graph.Decomposition.Dual.Group.Name}: maps between {Graph.Decomposition.ComponentCount} simples";

    /// <summary>The kernel criterion for two classes.</summary>
    private bool Exists(int from, int to) => Graph.Decomposition.KernelClasses[to].First.IsPowerOf(Graph.Decomposition.KernelClasses[from].First);
}

/// <summary>An entry of an <see cref="AbelianMapTable"/>.</summary>
public sealed class AbelianMapPair
{
    internal AbelianMapPair(AbelianSimple source, AbelianSimple target, bool exists, bool couples) => (Source, Target, Exists, Couples) = (source, target, exists, couples);

    /// <summary>The simple L.</summary>
    public AbelianSimple Source { get; }

    /// <summary>The simple K.</summary>
    public AbelianSimple Target { get; }

    /// <summary>Whether a nonzero piecewise linear map exists.</summary>
    public bool Exists { get; }

    /// <summary>Whether a nonzero linear map exists: L = K.</summary>
    public bool LinearExists => Source.Equals(Target);

    /// <summary>Whether one layer of the activation gives a nonzero map.</summary>
    public bool Couples { get; }
}
