using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Maps;

namespace Eqnn.PiecewiseLinear.Answers;

/// <summary>The maps that one layer of an activation gives, in the basis of a <see cref="MapEnumeration"/>.</summary>
public sealed class MapLayer
{
    internal MapLayer(Activation activation, IReadOnlyList<ActivationCoordinates> maps)
    {
        Activation = activation;
        Maps = maps;
    }

    /// <summary>The activation.</summary>
    public Activation Activation { get; }

    /// <summary>One map for each orbit of points and each vector of a basis of those fixed by the stabiliser of a point.</summary>
    public IReadOnlyList<ActivationCoordinates> Maps { get; }

    /// <summary>Whether some map of the layer is not zero.</summary>
    public bool IsNonzero => Maps.Any(map => !map.Map.IsZero);

    /// <summary>In one line: the activation and the number of maps.</summary>
    public override string ToString() => FormattableString.Invariant($"{Maps.Count} maps of one layer of {Activation.Name}{(IsNonzero ? "" : ", all zero")}");
}
