using Eqnn.PiecewiseLinear.Fans;
using Eqnn.PiecewiseLinear.Maps;

namespace Eqnn.PiecewiseLinear.Drawing;

/// <summary>Pictures (SVG) of fans in the plane and of piecewise linear maps on them.</summary>
/// <remarks>
/// <para>Source and target are drawn in orthonormal coordinates of their invariant inner products, the first basis vector to the right. A map to a one-dimensional target by level sets on the unit disc; to a plane by the image of
/// the unit circle, coloured by the direction of the source, with arrows to the images of the rays; to a larger target coordinate by coordinate.</para>
/// <para>Drawing is approximate (doubles, a tenth of a pixel); same value, same bytes.</para>
/// </remarks>
public static class MapDrawing
{
    /// <summary>The picture of a planar fan: chambers coloured by orbit, rays, the orbits of rays numbered.</summary>
    /// <exception cref="ArgumentException">The fan is not in a plane.</exception>
    public static string FanToSvg(EquivariantFan fan, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(fan);
        RequirePlane(fan);
        return Panel.Sheet(title ?? $"the fan of {fan.Space}", [new ChamberPanel(Counts(fan), new PlanarFan(fan), 150, byDirection: false)], ["colours: orbits of chambers; numbers: orbits of rays"]);
    }

    /// <summary>The picture of a map.</summary>
    /// <exception cref="ArgumentException">The source is not a plane.</exception>
    public static string ToSvg(PiecewiseLinearMap map, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(map);
        return ToSvg([("", map)], title ?? $"a map {map.Source} → {map.Target}");
    }

    /// <summary>The pictures of several maps on one sheet, each with its name.</summary>
    /// <exception cref="ArgumentException">There is no map, or the source of one is not a plane.</exception>
    public static string ToSvg(IEnumerable<(string Name, PiecewiseLinearMap Map)> maps, string title)
    {
        ArgumentNullException.ThrowIfNull(maps);
        var list = maps.ToList();
        if (list.Count == 0)
        {
            throw new ArgumentException("there is no map to draw", nameof(maps));
        }

        var radius = list.Count == 1 ? 150 : list.Count <= 4 ? 120 : 92;
        var panels = new List<Panel>();
        var remarks = new SortedSet<string>(StringComparer.Ordinal);
        EquivariantFan? drawn = null;
        foreach (var (name, map) in list)
        {
            RequirePlane(map.Fan);
            var fan = new PlanarFan(map.Fan);
            var target = new OrthonormalFrame(map.Target.Gram);
            if (map.Target.Dimension == 2)
            {
                if (!ReferenceEquals(map.Fan, drawn))
                {
                    panels.Add(new ChamberPanel("unit circle", fan, radius, byDirection: true));
                    drawn = map.Fan;
                }

                var image = new ImagePanel(Join(name, "image"), fan, map, target, radius);
                panels.Add(image);
                remarks.Add("colours: the direction of v, on the disc and along the image of the unit circle, which is drawn thinner on the way around; arrows: the images of the rays; numbers: orbits of rays");
                continue;
            }

            for (var i = 0; i < map.Target.Dimension; i++)
            {
                panels.Add(new ContourPanel(map.Target.Dimension == 1 ? name : Join(name, FormattableString.Invariant($"coordinate {i + 1}")), fan, map, target, i, radius));
            }

            remarks.Add("level sets on the unit disc, 6 levels to the largest value: red positive, blue negative, the thick line zero; numbers: orbits of rays");
        }

        return Panel.Sheet(title, panels, [.. remarks]);
    }

    private static string Join(string name, string what) => name.Length == 0 ? what : $"{name}: {what}";

    private static string Counts(EquivariantFan fan) =>
        FormattableString.Invariant($"{fan.ChamberCount} chambers in {fan.ChamberOrbits.Count} {(fan.ChamberOrbits.Count == 1 ? "orbit" : "orbits")}, {fan.RayCount} rays in {fan.RayOrbits.Count}");

    private static void RequirePlane(EquivariantFan fan)
    {
        if (fan.Space.Dimension != 2)
        {
            throw new ArgumentException($"{fan.Space} has dimension {fan.Space.Dimension}; the picture is of fans in dimension 2", nameof(fan));
        }
    }
}
