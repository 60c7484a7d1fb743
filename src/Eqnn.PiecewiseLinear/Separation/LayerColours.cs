using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Refinement;

namespace Eqnn.PiecewiseLinear.Separation;

/// <summary>The colours on the last hidden layer.</summary>
internal static class LayerColours
{
    public static Colouring Of(Architecture architecture, IReadOnlyList<IReadOnlyList<IReadOnlyList<Cyclotomic>>> inputs, CancellationToken cancellationToken)
    {
        var colours = OrbitalRefinement.Of(architecture.Layers[0], architecture.Input).BySums(inputs, cancellationToken);
        for (var i = 1; i < architecture.Layers.Count; i++)
        {
            colours = OrbitalRefinement.Of(architecture.Layers[i], architecture.Layers[i - 1]).ByCounts(colours, cancellationToken);
        }

        return colours;
    }
}
