using Eqnn.Algebra.Representations;
using Eqnn.PiecewiseLinear.Depth;
using Eqnn.PiecewiseLinear.Energies;
using Eqnn.PiecewiseLinear.Fans;
using Eqnn.PiecewiseLinear.Interaction;

namespace Eqnn.PiecewiseLinear.Explorations;

/// <summary>One G-set of an exploration with all that can be asked of it without choosing a vector.</summary>
public sealed class ExploredSet
{
    internal ExploredSet(
        IsotypicDecomposition decomposition, bool isNamed, IReadOnlyList<IsotypicCopies> components, InteractionGraph even, InteractionGraph odd, IReadOnlyDictionary<int, InteractionGraph> powers,
        IReadOnlyDictionary<string, DepthAnalysis> depths, EnergyFlow? energies, IReadOnlyDictionary<int, EquivariantFan> fans)
    {
        Decomposition = decomposition;
        IsNamed = isNamed;
        Components = components;
        Even = even;
        Odd = odd;
        Powers = powers;
        Depths = depths;
        Energies = energies;
        Fans = fans;
    }

    /// <summary>Fun(X, ℝ).</summary>
    public IsotypicDecomposition Decomposition { get; }

    /// <summary>Whether the set was asked for by name; the others are the transitive sets of the group.</summary>
    public bool IsNamed { get; }

    /// <summary>The components in coordinates, in the order of the table.</summary>
    public IReadOnlyList<IsotypicCopies> Components { get; }

    /// <summary>The graph of an even function that is no polynomial.</summary>
    public InteractionGraph Even { get; }

    /// <summary>The graph of an odd function that is no polynomial.</summary>
    public InteractionGraph Odd { get; }

    /// <summary>The graphs of t², t³, ... as far as they are carried.</summary>
    public IReadOnlyDictionary<int, InteractionGraph> Powers { get; }

    /// <summary>J_t and what of it is populated, t = 0, 1, ... until nothing changes, from every simple with one input channel: for relu, leaky-relu and abs as decided for themselves, and for tanh, sigmoid and relu-bias, which stand for J_t of their class; without those that a limit stopped.</summary>
    public IReadOnlyDictionary<string, DepthAnalysis> Depths { get; }

    /// <summary>The number of arrows of ReLU.</summary>
    public int Arrows => Even.Edges.Select(edge => (edge.From, edge.To)).Concat(Enumerable.Range(0, Components.Count).Select(i => (i, i))).Distinct().Count();

    /// <summary>Whether some simple is in J_2 of another for ReLU, but not in J_1.</summary>
    public bool HasPairOfTwoLayers => Depths.TryGetValue("relu", out var relu) && relu.Profiles.Any(profile => profile.Steps.Count > 2 && profile.Steps[2].Reached.Any(later => profile.Steps[1].Reached.All(first => first.Simple.Position != later.Simple.Position)));

    /// <summary>The energies of abs, from which those of relu and leaky-relu follow; <c>null</c> where the set is too large.</summary>
    public EnergyFlow? Energies { get; }

    /// <summary>The ReLU fans of the first copies, as far as they are small, by the position of the component.</summary>
    public IReadOnlyDictionary<int, EquivariantFan> Fans { get; }
}
