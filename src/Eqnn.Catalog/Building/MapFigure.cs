using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Representations;
using Eqnn.Drawing;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Composites;
using Eqnn.PiecewiseLinear.Existence;
using Eqnn.PiecewiseLinear.Fans;
using Eqnn.PiecewiseLinear.Maps;

namespace Eqnn.Catalog.Building;

/// <summary>The picture of the ReLU composites of a planar simple: a panel for each target that they reach.</summary>
internal static class MapFigure
{
    public static string Title(string source, string set) => $"ReLU composites of {source} on {set}";

    public static string Draw(IsotypicDecomposition decomposition, SimpleRepresentation source, SimpleModels models, CancellationToken cancellationToken)
    {
        var fan = EquivariantFan.Of(SimpleCopy.TryFind(decomposition, source, cancellationToken: cancellationToken)!, null, null, cancellationToken);
        var panels = new List<(string Name, PiecewiseLinearMap Map)>();
        foreach (var target in decomposition.Components.Select(component => component.Simple).Where(target => models.Has(target) && target.Dimension <= 2 && KernelCriterion.Holds(source, target)))
        {
            // Of several copies of the target the first: the others are like it.
            if (EquivariantMapSpace.TryOf(fan, target, cancellationToken)!.Apply(Activation.Relu).FirstOrDefault(composite => !composite.Map.IsZero) is { } composite)
            {
                panels.Add(($"{source.Label} → {target.Label}", composite.Map));
            }
        }

        return MapDrawing.ToSvg(panels, $"{decomposition.Set.Group.Name}: {Title(source.Label, decomposition.Set.Name)}");
    }
}
