using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Energies;
using Eqnn.PiecewiseLinear.Interaction;

namespace Eqnn.PiecewiseLinear.Answers;

/// <summary>How much of each simple goes where: through one layer exactly, or through several of random weights in the limit of infinite width.</summary>
public static class EnergyAnswer
{
    /// <summary>The rows after the last layer, one for each source.</summary>
    /// <param name="graph">The interaction graph of the first layer.</param>
    /// <param name="layers">The G-sets of the layers, the last one repeated.</param>
    /// <param name="depth">The number of layers of random weights; null for the activation alone, once.</param>
    /// <param name="options">The digits asked for.</param>
    /// <param name="source">One source; null for all.</param>
    /// <param name="progress">Told how far the work is.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="ArgumentException">The source does not occur, or the activation has no energies.</exception>
    public static IReadOnlyList<EnergyRow> Of(
        InteractionGraph graph, IReadOnlyList<IsotypicDecomposition> layers, int? depth, EnergyOptions? options = null, SimpleRepresentation? source = null, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(layers);
        IReadOnlyList<SimpleRepresentation>? from = source is null ? null : [source];
        return depth is { } last
            ? [.. LayeredEnergyFlow.Of(layers, graph.Activation, last, options, from, cancellationToken).Rows.Where(row => row.Layers == last)]
            : EnergyFlow.Of(graph, options, from, progress, cancellationToken).Rows;
    }
}
