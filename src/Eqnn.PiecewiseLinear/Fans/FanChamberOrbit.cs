using Eqnn.PiecewiseLinear.Arrangements;

namespace Eqnn.PiecewiseLinear.Fans;

/// <summary>An orbit of chambers of an <see cref="EquivariantFan"/>, by one chamber with its rays.</summary>
public sealed class FanChamberOrbit
{
    internal FanChamberOrbit(ChamberOrbit orbit, IReadOnlyList<FanRay> rays)
    {
        Orbit = orbit;
        Rays = rays;
    }

    /// <summary>The orbit as it was enumerated: its representative, size and position.</summary>
    public ChamberOrbit Orbit { get; }

    /// <summary>The rays of the representative chamber.</summary>
    public IReadOnlyList<FanRay> Rays { get; }

    /// <summary>The number of chambers, and of the rays of each.</summary>
    public override string ToString() => FormattableString.Invariant($"{Orbit.Size} chambers with {Rays.Count} rays each");
}
