using Eqnn.Algebra.GSets;
using Eqnn.Networks.Orbits;

namespace Eqnn.Networks.Onnx;

/// <summary>A map of a free abelian group on one orbit as a convolution with wrapped borders, where its filters are small.</summary>
internal static class OnnxConvolutionWriter
{
    private const int MostAxes = 3;

    /// <summary>Writes the map, or <c>null</c> if it is no such convolution, or its filters cover more than half of the points.</summary>
    public static string? TryWrite(OnnxGraphWriter writer, EquivariantMap map, string state)
    {
        var (source, target) = (map.Orbitals.Source, map.Orbitals.Target);
        if (map.Source.Points != map.Target.Points || map.Source.Points < 3 || source.Images.Count == 0 || target.Images.Count == 0
            || FreeAction.TryOf([source.Images, target.Images]) is not [var from, var to] || from.Orbits != 1 || to.Orbits != 1 || from.Dimensions.Length > MostAxes
            || !IsOrdered(from) || !IsOrdered(to))
        {
            return null;
        }

        // Output point p takes the input point p + t − before: the offset of target from source is before − t.
        var dimensions = from.Dimensions;
        var used = UsedOffsets(map, dimensions);
        var before = new int[dimensions.Length];
        var widths = new int[dimensions.Length];
        for (var axis = 0; axis < dimensions.Length; axis++)
        {
            int[] along = [.. used.Select(offset => offset.Digits[axis]).Append(0)];
            (before[axis], widths[axis]) = (along.Max(), along.Max() - along.Min() + 1);
        }

        if (used.Count == 0 || widths.Aggregate(1.0, (product, width) => product * width) > Math.Max(9, map.Source.Points / 2.0))
        {
            return null;
        }

        var taps = widths.Aggregate(1, (product, width) => product * width);
        var kernel = new double[map.Target.Channels * map.Source.Channels * taps];
        foreach (var (orbital, digits) in used)
        {
            var place = 0;
            for (var axis = 0; axis < widths.Length; axis++)
            {
                place = (place * widths[axis]) + before[axis] - digits[axis];
            }

            for (var pair = 0; pair < map.Target.Channels * map.Source.Channels; pair++)
            {
                kernel[(pair * taps) + place] = map.Weights[(pair * map.OrbitalCount) + orbital];
            }
        }

        var grid = writer.Reshape(state, [-1, map.Source.Channels, .. dimensions]);
        for (var axis = 0; axis < dimensions.Length; axis++)
        {
            grid = Wrapped(writer, grid, axis + 2, dimensions[axis], before[axis], widths[axis] - 1 - before[axis]);
        }

        var convolved = writer.NodeWith("Conv", [("kernel_shape", widths)], grid, writer.Tensor(kernel, [map.Target.Channels, map.Source.Channels, .. widths]));
        return writer.Reshape(convolved, -1, map.Target.Channels, map.Target.Points);
    }

    /// <summary>The ends of an axis put on its other side.</summary>
    private static string Wrapped(OnnxGraphWriter writer, string value, int axis, int length, int before, int after)
    {
        List<string> parts = [];
        if (before > 0)
        {
            parts.Add(writer.Node("Slice", value, writer.Integers(length - before), writer.Integers(length), writer.Integers(axis)));
        }

        parts.Add(value);
        if (after > 0)
        {
            parts.Add(writer.Node("Slice", value, writer.Integers(0), writer.Integers(after), writer.Integers(axis)));
        }

        return parts.Count == 1 ? value : writer.NodeWith("Concat", [("axis", axis)], [.. parts]);
    }

    /// <summary>Whether points stand in the order of their coordinates.</summary>
    private static bool IsOrdered(FreeAction action) => action.Offsets.Select((offset, point) => offset == point).All(same => same);

    /// <summary>The orbitals with weights, each with the difference of its points on every axis, the one next to 0.</summary>
    private static List<(int Orbital, int[] Digits)> UsedOffsets(EquivariantMap map, int[] dimensions)
    {
        var used = new List<(int, int[])>();
        var representatives = map.Orbitals.Representatives();
        for (var orbital = 0; orbital < map.OrbitalCount; orbital++)
        {
            var o = orbital;
            if (Enumerable.Range(0, map.Target.Channels * map.Source.Channels).All(pair => map.Weights[(pair * map.OrbitalCount) + o] == 0))
            {
                continue;
            }

            used.Add((orbital, Difference(representatives[orbital].Y, representatives[orbital].X, dimensions)));
        }

        return used;
    }

    private static int[] Difference(int y, int x, int[] dimensions)
    {
        var digits = new int[dimensions.Length];
        for (var axis = dimensions.Length - 1; axis >= 0; axis--)
        {
            var n = dimensions[axis];
            var d = ((y % n) - (x % n) + n) % n;
            digits[axis] = d > n / 2 ? d - n : d;
            (y, x) = (y / n, x / n);
        }

        return digits;
    }
}
