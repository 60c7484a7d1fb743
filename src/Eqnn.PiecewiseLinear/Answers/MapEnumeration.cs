using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.PiecewiseLinear.Fans;
using Eqnn.PiecewiseLinear.Maps;

namespace Eqnn.PiecewiseLinear.Answers;

/// <summary>All equivariant maps L → K that are linear on the chambers of the ReLU fan of L, and where the layers of usual activations lie among them.</summary>
public sealed class MapEnumeration
{
    private MapEnumeration(Subrepresentation space, EquivariantFan fan, EquivariantMapSpace maps, IReadOnlyList<MapLayer> layers)
    {
        Space = space;
        Fan = fan;
        Maps = maps;
        Layers = layers;
    }

    /// <summary>The copy of L, or its whole component.</summary>
    public Subrepresentation Space { get; }

    /// <summary>The ReLU fan.</summary>
    public EquivariantFan Fan { get; }

    /// <summary>The space of maps.</summary>
    public EquivariantMapSpace Maps { get; }

    /// <summary>One layer of relu, abs, leaky-relu and the activation that was asked for, each once: those that are linear on the cones of the fan.</summary>
    public IReadOnlyList<MapLayer> Layers { get; }

    /// <summary>Whether the space is one copy of several, and then whether it is special: it lies in one orbit, while the simple occurs on others, too.</summary>
    public SimpleCopy? OneOfSeveral => Space is SimpleCopy { IsWholeComponent: false } copy ? copy : null;

    /// <summary>Enumerates the fan of L and the maps to K on it.</summary>
    /// <param name="decomposition">The functions on the G-set.</param>
    /// <param name="source">The simple L.</param>
    /// <param name="target">The simple K.</param>
    /// <param name="activation">An activation whose layers are asked for besides the usual ones.</param>
    /// <param name="wholeComponent">Whether L stands for its whole isotypic component, not for one copy.</param>
    /// <param name="options">The limits of the enumeration.</param>
    /// <param name="progress">Told how far the enumeration is.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="ArgumentException">L does not occur in the functions on the G-set.</exception>
    /// <exception cref="LimitExceededException">There are too many chambers, or a copy of a simple cannot be written in coordinates.</exception>
    public static MapEnumeration Of(
        IsotypicDecomposition decomposition, SimpleRepresentation source, SimpleRepresentation target, Activation activation, bool wholeComponent = false, ChamberSearchOptions? options = null, IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activation);
        var space = Subrepresentation.Of(decomposition, [source], wholeComponent);
        var fan = EquivariantFan.Of(space, options, progress, cancellationToken);
        var maps = EquivariantMapSpace.Of(fan, target, cancellationToken);

        // The layers that can be written in the basis: those that are linear on the cones of the fan.
        Activation[] usual = [Activation.Relu, Activation.Parse("abs"), Activation.Parse("leaky-relu")];
        var layers = usual.Append(activation).Where(f => f.PiecewiseLinear is { IsPositivelyHomogeneous: true }).Distinct().Select(f => new MapLayer(f, maps.Apply(f)));
        return new(space, fan, maps, [.. layers]);
    }

    /// <summary>In one line: source, target and the dimensions of the space.</summary>
    public override string ToString() => $"{Space} -> {Maps.TargetModel.Simple.Label}: {Maps}";
}
