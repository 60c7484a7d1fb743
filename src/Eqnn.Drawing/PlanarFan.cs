using Eqnn.PiecewiseLinear.Fans;
using Eqnn.PiecewiseLinear.Maps;

namespace Eqnn.Drawing;

/// <summary>A fan in the plane as it is drawn: its rays by angle, and between neighbours the chamber with its orbit.</summary>
internal sealed class PlanarFan
{
    public PlanarFan(EquivariantFan fan)
    {
        Fan = fan;
        Frame = new OrthonormalFrame(fan.Space.Gram);
        Rays = [.. fan.Rays.Select(ray => (Ray: ray, Angle: Angle(Frame.Point(ray.Direction)))).OrderBy(pair => pair.Angle)];
        ChamberOrbits = [.. Enumerable.Range(0, Rays.Count).Select(i => fan.Chambers.OrbitOf(fan.Chambers.ChamberAt(Middle(i))).Position)];
    }

    public EquivariantFan Fan { get; }

    public OrthonormalFrame Frame { get; }

    /// <summary>The rays by angle, from 0 to 2π.</summary>
    public IReadOnlyList<(FanRay Ray, double Angle)> Rays { get; }

    /// <summary>The position of the orbit of the chamber between rays i and i + 1.</summary>
    public IReadOnlyList<int> ChamberOrbits { get; }

    /// <summary>Where the chamber between rays i and i + 1 begins and ends; the end is larger than the beginning.</summary>
    public (double From, double To) Sector(int i) => (Rays[i].Angle, i + 1 < Rays.Count ? Rays[i + 1].Angle : Rays[0].Angle + (2 * Math.PI));

    /// <summary>The matrix of a map of this fan on the chamber between rays i and i + 1, in the frames of source and target.</summary>
    public double[,] MatrixOn(PiecewiseLinearMap map, int i, OrthonormalFrame target) => Frame.MatrixTo(target, map.MatrixOn(Fan.Chambers.ChamberAt(Middle(i))));

    private List<Eqnn.Numbers.Cyclotomic> Middle(int i) => [.. Rays[i].Ray.Direction.Zip(Rays[(i + 1) % Rays.Count].Ray.Direction, (a, b) => a + b)];

    private static double Angle(double[] point)
    {
        var angle = Math.Atan2(point[1], point[0]);
        return angle < -1e-12 ? angle + (2 * Math.PI) : Math.Max(angle, 0);
    }
}
