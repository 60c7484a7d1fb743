using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.PiecewiseLinear.Fans;
using Eqnn.PiecewiseLinear.Maps;

namespace Eqnn.Drawing;

/// <summary>Pictures (SVG) of fans in dimension 1, 2 and 3 and of piecewise linear maps on them.</summary>
/// <remarks>
/// <para>Source and target are drawn in orthonormal coordinates of their invariant inner products. <b>Plane:</b> the first basis vector to the right; a map to a one-dimensional target by level sets on the unit disc; to a plane by the image of
/// the unit circle, coloured by the direction of the source, with arrows to the images of the rays; to a larger target coordinate by coordinate.</para>
/// <para><b>Space:</b> both halves of the unit sphere, by central projection of the fan to the sphere and stereographic projection of the halves to discs; values as bands of colour, of maps to a plane by direction and length.</para>
/// <para>Drawing is approximate (doubles, a tenth of a pixel); same value, same bytes.</para>
/// </remarks>
public static class MapDrawing
{
    /// <summary>The most chambers of a fan in space that are drawn.</summary>
    public const int MaxChambers = 2000;

    /// <summary>The picture of a fan: chambers coloured by orbit, rays, the orbits of rays marked.</summary>
    /// <exception cref="ArgumentException">The dimension is not 2 or 3.</exception>
    /// <exception cref="LimitExceededException">A fan in space has more than <see cref="MaxChambers"/> chambers.</exception>
    public static Picture OfFan(EquivariantFan fan, string? title = null, PictureOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(fan);
        Require(fan, 2);
        var sphere = fan.Space.Dimension == 3 ? new SphereFan(fan) : null;
        Panel panel = sphere is null ? new ChamberPanel(Counts(fan), new PlanarFan(fan), 150, byDirection: false) : new SphereChamberPanel(Counts(fan), sphere, 170);
        return new Picture(Panel.Sheet(title ?? $"the fan of {fan.Space}", [panel], [(options is { IsMono: true } ? "shades: orbits of chambers; " : "colours: orbits of chambers; ") + (sphere is null ? "numbers: orbits of rays" : Halves(sphere))], options));
    }

    /// <summary>The picture of an arrangement in the coordinates of its rows, taken as orthonormal; every chamber by itself.</summary>
    /// <exception cref="ArgumentException">The dimension is not 2 or 3, or the hyperplanes have more than 0 in common.</exception>
    /// <exception cref="LimitExceededException">It has more than <see cref="MaxChambers"/> chambers in space.</exception>
    public static Picture OfArrangement(Arrangement arrangement, string title, PictureOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(arrangement);
        if (arrangement.Lineality.Count > 0)
        {
            throw new ArgumentException($"the hyperplanes have a space of dimension {arrangement.Lineality.Count} in common; there are pictures of arrangements that meet only in 0", nameof(arrangement));
        }

        if (arrangement.Dimension is < 2 or > 3)
        {
            throw new ArgumentException($"the arrangement has dimension {arrangement.Dimension}; there are pictures for dimension 2 to 3", nameof(arrangement));
        }

        var space = PermutationRepresentation.Trivial(FiniteGroup.Parse("C1"), arrangement.AmbientDimension);
        return OfFan(EquivariantFan.FromForms(space, arrangement.Hyperplanes.Select(h => h.Normal)), title, options);
    }

    /// <summary>The picture of a map.</summary>
    /// <exception cref="ArgumentException">The source has a dimension above 3.</exception>
    /// <exception cref="LimitExceededException">A fan in space has more than <see cref="MaxChambers"/> chambers.</exception>
    public static string ToSvg(PiecewiseLinearMap map, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(map);
        return ToSvg([("", map)], title ?? $"a map {map.Source} → {map.Target}");
    }

    /// <summary>The pictures of several maps on one sheet, each with its name.</summary>
    /// <exception cref="ArgumentException">There is no map, or the source of one has a dimension above 3.</exception>
    /// <exception cref="LimitExceededException">A fan in space has more than <see cref="MaxChambers"/> chambers.</exception>
    public static string ToSvg(IEnumerable<(string Name, PiecewiseLinearMap Map)> maps, string title) => Of(maps, title).ToSvg();

    /// <summary>The same as a picture that can be written in several formats.</summary>
    /// <exception cref="ArgumentException">There is no map, or the source of one has a dimension above 3.</exception>
    /// <exception cref="LimitExceededException">A fan in space has more than <see cref="MaxChambers"/> chambers.</exception>
    public static Picture Of(IEnumerable<(string Name, PiecewiseLinearMap Map)> maps, string title, PictureOptions? options = null, MapView? view = null)
    {
        ArgumentNullException.ThrowIfNull(maps);
        var list = maps.ToList();
        if (list.Count > 0 && view is not null && view != MapView.Flat)
        {
            return Viewed(list, title, options, view);
        }

        if (list.Count == 0)
        {
            throw new ArgumentException("there is no map to draw", nameof(maps));
        }

        var panels = new List<Panel>();
        var remarks = new SortedSet<string>(StringComparer.Ordinal);
        var count = list.Sum(pair => pair.Map.Target.Dimension == 2 ? 1 : pair.Map.Target.Dimension);
        var radius = count == 1 ? 150 : count <= 4 ? 120 : 92;
        PlanarFan? planar = null;
        SphereFan? spherical = null;
        foreach (var (name, map) in list)
        {
            Require(map.Fan, 1);
            var target = new OrthonormalFrame(map.Target.Gram);
            if (map.Source.Dimension == 2 && !ReferenceEquals(planar?.Fan, map.Fan))
            {
                planar = new PlanarFan(map.Fan);
                if (map.Target.Dimension == 2)
                {
                    panels.Add(new ChamberPanel("unit circle", planar, radius, byDirection: true));
                }
            }
            else if (map.Source.Dimension == 3 && !ReferenceEquals(spherical?.Fan, map.Fan))
            {
                spherical = new SphereFan(map.Fan);
            }

            for (var i = 0; i < (map.Target.Dimension == 2 && map.Source.Dimension > 1 ? 1 : map.Target.Dimension); i++)
            {
                var caption = map.Target.Dimension == 1 ? name : Join(name, FormattableString.Invariant($"coordinate {i + 1}"));
                panels.Add((map.Source.Dimension, map.Target.Dimension) switch
                {
                    (1, _) => new LinePanel(caption, map, i, radius),
                    (2, 2) => new ImagePanel(Join(name, "image"), planar!, map, target, radius),
                    (2, _) => new ContourPanel(caption, planar!, map, target, i, radius),
                    (_, 2) => new SphereDirectionPanel(name, spherical!, map, target, radius),
                    _ => new SphereContourPanel(caption, spherical!, map, target, i, radius),
                });
            }

            remarks.Add((map.Source.Dimension, map.Target.Dimension) switch
            {
                (1, _) => "the graph of the map",
                (2, 2) => "colours: the direction of v, on the disc and along the image of the unit circle, which is drawn thinner on the way around; arrows: the images of the rays; numbers: orbits of rays",
                (2, _) => "level sets on the unit disc, 6 levels to the largest value: red positive, blue negative, the thick line zero; numbers: orbits of rays",
                (_, 2) => "colours: the direction of the value, stronger for longer values; " + Halves(spherical!),
                _ => "level sets on the unit sphere: red positive, blue negative, the thick line zero; " + Halves(spherical!),
            });
        }

        return new Picture(Panel.Sheet(title, panels, [.. remarks.Select(remark => options is { IsMono: true } ? WithoutColours(remark) : remark)], options));
    }

    /// <summary>Every coordinate of every map as a surface, or on a plane.</summary>
    private static Picture Viewed(List<(string Name, PiecewiseLinearMap Map)> maps, string title, PictureOptions? options, MapView view)
    {
        var dimension = maps[0].Map.Source.Dimension;
        if (view.IsSurface && dimension != 2)
        {
            throw new ArgumentException($"{maps[0].Map.Source} has dimension {dimension}; surfaces stand over planes", nameof(maps));
        }

        if (view.FixedCoordinates is { } coordinates)
        {
            if (coordinates.Keys.FirstOrDefault(i => i < 0 || i >= dimension, -1) is >= 0 and var outside)
            {
                throw new ArgumentException(FormattableString.Invariant($"there is no coordinate {outside + 1}: {maps[0].Map.Source} has dimension {dimension}"), nameof(maps));
            }

            if (dimension - coordinates.Count != 2)
            {
                throw new ArgumentException(FormattableString.Invariant($"{maps[0].Map.Source} has dimension {dimension}: {Math.Max(0, dimension - 2)} coordinates are to be fixed, so that a plane is left, and {coordinates.Count} are"), nameof(maps));
            }
        }

        var count = maps.Sum(pair => pair.Map.Target.Dimension);
        var radius = count == 1 ? 150 : count <= 4 ? 120 : 92;
        var panels = new List<Panel>();
        foreach (var (name, map) in maps)
        {
            var (target, planar) = (new OrthonormalFrame(map.Target.Gram), view.IsSurface ? new PlanarFan(map.Fan) : null);
            for (var i = 0; i < map.Target.Dimension; i++)
            {
                var caption = map.Target.Dimension == 1 ? name : Join(name, FormattableString.Invariant($"coordinate {i + 1}"));
                panels.Add(planar is not null ? new SurfacePanel(caption, planar, map, target, i, radius * 1.2) : new SlicePanel(caption, map, view.FixedCoordinates!, target, i, radius * 2));
            }
        }

        var remark = view.IsSurface
            ? "the graph over the unit disc (dashed): flat on every chamber, folded along the rays; red positive, blue negative"
            : $"level sets on the plane {string.Join(", ", view.FixedCoordinates!.OrderBy(pair => pair.Key).Select(pair => FormattableString.Invariant($"v{pair.Key + 1} = {pair.Value:R}")))}, 6 levels to the largest value: red positive, blue negative, the thick line zero; thin lines: the walls of the fan";
        return new Picture(Panel.Sheet(title, panels, [options is { IsMono: true } ? WithoutColours(remark) : remark], options));
    }

    private static string WithoutColours(string remark) =>
        remark.Replace("red positive, blue negative", "the darker the larger", StringComparison.Ordinal).Replace("colours:", "shades:", StringComparison.Ordinal).Replace("stronger", "darker", StringComparison.Ordinal);

    private static string Halves(SphereFan fan) => "left the front, right the back of the unit sphere, from the poles; dots: " + (SpherePanel.IsCrowded(fan) ? "rays of the smallest orbits" : "rays by orbit");

    private static string Join(string name, string what) => name.Length == 0 ? what : $"{name}: {what}";

    private static string Counts(EquivariantFan fan) =>
        FormattableString.Invariant($"{fan.ChamberCount} chambers in {fan.ChamberOrbits.Count} {(fan.ChamberOrbits.Count == 1 ? "orbit" : "orbits")}, {fan.RayCount} rays in {fan.RayOrbits.Count}");

    private static void Require(EquivariantFan fan, int least)
    {
        if (fan.Space.Dimension < least || fan.Space.Dimension > 3)
        {
            throw new ArgumentException($"{fan.Space} has dimension {fan.Space.Dimension}; there are pictures for dimension {least} to 3", nameof(fan));
        }

        if (fan.Space.Dimension == 3 && fan.ChamberCount > MaxChambers)
        {
            throw new LimitExceededException("chambers of a picture", MaxChambers, FormattableString.Invariant($"{fan.ChamberCount}"), "choose a smaller G-set");
        }
    }
}
