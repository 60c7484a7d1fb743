using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Existence;
using Eqnn.PiecewiseLinear.Interaction;

namespace Eqnn.PiecewiseLinear.Answers;

/// <summary>For all pairs of simples of a group: whether a map exists, whether a linear one does, and whether one layer of an activation on a G-set gives one.</summary>
public sealed class MapTable
{
    private MapTable(IsotypicDecomposition decomposition, Activation activation, IReadOnlyList<MapPair> pairs)
    {
        Decomposition = decomposition;
        Activation = activation;
        Pairs = pairs;
    }

    /// <summary>The functions on the G-set of the layer.</summary>
    public IsotypicDecomposition Decomposition { get; }

    /// <summary>The activation of the layer.</summary>
    public Activation Activation { get; }

    /// <summary>The simples, in the order of the table.</summary>
    public IReadOnlyList<SimpleRepresentation> Simples => Decomposition.Table.Simples;

    /// <summary>All pairs, by source and then by target in the order of the simples.</summary>
    public IReadOnlyList<MapPair> Pairs { get; }

    /// <summary>Decides all pairs; each verdict is checked.</summary>
    /// <param name="decomposition">The functions on the G-set of the layer.</param>
    /// <param name="activation">The activation; ReLU if null.</param>
    /// <param name="progress">Told how many sources are done.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public static MapTable Of(IsotypicDecomposition decomposition, Activation? activation = null, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(decomposition);
        var f = activation ?? Activation.Relu;
        var simples = decomposition.Table.Simples;
        var pairs = new List<MapPair>(simples.Count * simples.Count);
        foreach (var source in simples)
        {
            progress?.Report(new("pairs of simples", source.Position, simples.Count));
            var coupling = CouplingSources.Of(decomposition, [source]);
            foreach (var target in simples)
            {
                cancellationToken.ThrowIfCancellationRequested();
                pairs.Add(new MapPair(KernelCriterion.Decide(source, target), coupling.Couples(target, f)));
            }
        }

        return new(decomposition, f, pairs.AsReadOnly());
    }
}
