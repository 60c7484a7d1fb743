using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Representations;
using Eqnn.PiecewiseLinear.Energies;
using Eqnn.PiecewiseLinear.Fans;
using Eqnn.PiecewiseLinear.Interaction;

namespace Eqnn.PiecewiseLinear.Explorations;

/// <summary>One G-set of an exploration with all that can be asked of it without choosing a vector.</summary>
public sealed class ExploredSet
{
    internal ExploredSet(
        IsotypicDecomposition decomposition, bool isNamed, IReadOnlyList<IsotypicCopies> components, InteractionGraph even, InteractionGraph odd, IReadOnlyDictionary<int, InteractionGraph> powers,
        IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<IReadOnlyList<SimpleRepresentation>>>> reach, EnergyFlow? energies, IReadOnlyDictionary<int, EquivariantFan> fans)
    {
        Decomposition = decomposition;
        IsNamed = isNamed;
        Components = components;
        Even = even;
        Odd = odd;
        Powers = powers;
        Reach = reach;
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

    /// <summary>J_1, J_2, ... until nothing changes, for each activation that stands for its class (relu, abs, tanh, relu-bias) and each source in the order of the components.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<IReadOnlyList<SimpleRepresentation>>>> Reach { get; }

    /// <summary>The energies of abs, from which those of relu and leaky-relu follow; <c>null</c> where the set is too large.</summary>
    public EnergyFlow? Energies { get; }

    /// <summary>The ReLU fans of the first copies of dimension up to 3, by the position of the component.</summary>
    public IReadOnlyDictionary<int, EquivariantFan> Fans { get; }
}
