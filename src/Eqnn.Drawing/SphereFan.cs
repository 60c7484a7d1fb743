using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.PiecewiseLinear.Fans;
using Eqnn.PiecewiseLinear.Maps;

namespace Eqnn.Drawing;

/// <summary>A fan in space as it is drawn: cut with the unit sphere, turned so that a ray of large stabiliser points to the viewer.</summary>
internal sealed class SphereFan
{
    private readonly double[][] _view;

    public SphereFan(EquivariantFan fan)
    {
        Fan = fan;
        Frame = new OrthonormalFrame(fan.Space.Gram);
        var pole = Frame.Point(fan.RayOrbits.OrderBy(orbit => orbit.Size).First().Representative);
        _view = Axes(pole);
        Chambers = [.. fan.AllChambers().Select(chamber => (chamber, Boundary(chamber)))];
        Circles = [.. fan.Normals.Select(normal => Circle(fan, normal))];
        Rays = [.. fan.Rays.Select(ray => (ray.Orbit, Turned(Frame.Point(ray.Direction))))];
    }

    public EquivariantFan Fan { get; }

    public OrthonormalFrame Frame { get; }

    /// <summary>The chambers, each with its corners on the sphere in their cyclic order.</summary>
    public IReadOnlyList<(Chamber Chamber, IReadOnlyList<Spot> Corners)> Chambers { get; }

    /// <summary>The unit normals of the hyperplanes, as seen.</summary>
    public IReadOnlyList<Spot> Circles { get; }

    /// <summary>The points of the rays on the sphere, as seen, with their orbits.</summary>
    public IReadOnlyList<(int Orbit, Spot Point)> Rays { get; }

    /// <summary>The matrix of a map on a chamber: from the directions as they are seen to the frame of the target.</summary>
    public double[,] MatrixOn(PiecewiseLinearMap map, Chamber chamber, OrthonormalFrame target)
    {
        var matrix = Frame.MatrixTo(target, map.MatrixOn(chamber));
        var turned = new double[matrix.GetLength(0), 3];
        for (var i = 0; i < matrix.GetLength(0); i++)
        {
            for (var j = 0; j < 3; j++)
            {
                turned[i, j] = Enumerable.Range(0, 3).Sum(k => matrix[i, k] * _view[j][k]);
            }
        }

        return turned;
    }

    /// <summary>The chamber as small triangles whose corners lie on the sphere.</summary>
    public static IEnumerable<IReadOnlyList<Spot>> Triangles(IReadOnlyList<Spot> corners, double step)
    {
        var middle = Unit(corners.Aggregate(default(Spot), (sum, p) => new(sum.X + p.X, sum.Y + p.Y, sum.Z + p.Z)));
        for (var i = 0; i < corners.Count; i++)
        {
            foreach (var triangle in Split(middle, corners[i], corners[(i + 1) % corners.Count], step))
            {
                yield return triangle;
            }
        }
    }

    private static IEnumerable<IReadOnlyList<Spot>> Split(Spot a, Spot b, Spot c, double step)
    {
        var (ab, bc, ca) = (Distance(a, b), Distance(b, c), Distance(c, a));
        if (Math.Max(ab, Math.Max(bc, ca)) <= step)
        {
            return [[a, b, c]];
        }

        // The longest edge is halved; it is the same from both sides, so neighbours fit together.
        return ab >= bc && ab >= ca ? [.. Split(a, Between(a, b), c, step), .. Split(Between(a, b), b, c, step)]
            : bc >= ca ? [.. Split(a, b, Between(b, c), step), .. Split(a, Between(b, c), c, step)]
            : [.. Split(a, b, Between(c, a), step), .. Split(Between(c, a), b, c, step)];
    }

    private List<Spot> Boundary(Chamber chamber)
    {
        // Neighbours on the boundary share a wall: rays sorted by angle around the middle.
        var points = chamber.Rays.Select(ray => Unit(Turned(Frame.Point(ray)))).ToList();
        var middle = Unit(points.Aggregate(default(Spot), (sum, p) => new(sum.X + p.X, sum.Y + p.Y, sum.Z + p.Z)));
        var axes = Axes([middle.X, middle.Y, middle.Z]);
        return [.. points.OrderBy(p => Math.Atan2(Dot(axes[1], p), Dot(axes[0], p)))];
    }

    private Spot Circle(EquivariantFan fan, ColumnVector<Cyclotomic> normal)
    {
        // The form as a vector of the frame: the rows of F C⁻¹.
        var form = Frame.MatrixTo(new OrthonormalFrame(Eqnn.Numbers.LinearAlgebra.Matrix<Cyclotomic>.Identity(1)), Eqnn.Numbers.LinearAlgebra.Matrix<Cyclotomic>.FromRows([normal]));
        return Unit(Turned([form[0, 0], form[0, 1], form[0, 2]]));
    }

    private Spot Turned(double[] p) => Unit(new(Dot(_view[0], p), Dot(_view[1], p), Dot(_view[2], p)));

    private static double Dot(double[] a, double[] b) => (a[0] * b[0]) + (a[1] * b[1]) + (a[2] * b[2]);

    private static double Dot(double[] a, Spot p) => (a[0] * p.X) + (a[1] * p.Y) + (a[2] * p.Z);

    /// <summary>Right, up and towards the viewer; the third is the given direction.</summary>
    internal static double[][] Axes(double[] direction)
    {
        var length = Math.Sqrt(Dot(direction, direction));
        double[] z = [direction[0] / length, direction[1] / length, direction[2] / length];
        double[] help = Math.Abs(z[0]) < 0.75 ? [1, 0, 0] : [0, 1, 0];
        var along = Dot(help, z);
        double[] x = [help[0] - (along * z[0]), help[1] - (along * z[1]), help[2] - (along * z[2])];
        var size = Math.Sqrt(Dot(x, x));
        x = [x[0] / size, x[1] / size, x[2] / size];
        return [x, [(z[1] * x[2]) - (z[2] * x[1]), (z[2] * x[0]) - (z[0] * x[2]), (z[0] * x[1]) - (z[1] * x[0])], z];
    }

    private static Spot Unit(Spot p)
    {
        var length = Math.Sqrt((p.X * p.X) + (p.Y * p.Y) + (p.Z * p.Z));
        return new(p.X / length, p.Y / length, p.Z / length);
    }

    private static Spot Between(Spot a, Spot b) => Unit(new(a.X + b.X, a.Y + b.Y, a.Z + b.Z));

    private static double Distance(Spot a, Spot b) => Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)) + ((a.Z - b.Z) * (a.Z - b.Z)));
}
