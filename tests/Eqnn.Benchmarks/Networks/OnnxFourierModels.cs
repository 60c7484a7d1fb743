using System.Numerics;
using Eqnn.Networks;
using Eqnn.Networks.Plans;
using Eqnn.Networks.Tests.Onnx;

namespace Eqnn.Benchmarks.Networks;

/// <summary>The forms of a clever user: the Fourier transform as a MatMul, one MatMul for each frequency or simple, and a MatMul back.</summary>
internal static class OnnxFourierModels
{
    /// <summary>By the largest free abelian subgroup: all frequencies in one batched MatMul.</summary>
    public static byte[] Abelian(EquivariantNetwork network)
    {
        var model = new OnnxBuilder(["n", network.Input.Channels, network.Input.Points]);
        foreach (var layer in network.Layers)
        {
            var map = layer.Terms[0].Map;
            var (source, target) = MapPlanner<float>.FreeOf(map)!.Value;
            var bank = MapPlanner<float>.BankOf(map, (source, target));
            var frequencies = Representatives(source.Dimensions);
            var count = frequencies.Count;
            model.Node("MatMul", [model.Current, model.Tensor(Forward(source.Offsets, source.Orbits, source.Dimensions, frequencies), source.Offsets.Length, source.Orbits * count * 2)]);
            model.Node("Reshape", [model.Current, model.Integers(-1, map.Source.Channels, source.Orbits, count, 2)]);
            model.Node("Transpose", [model.Current], ("perm", new[] { 3, 0, 1, 2, 4 }));
            model.Node("Reshape", [model.Current, model.Integers(count, -1, bank.Inputs * 2)]);
            model.Node("MatMul", [model.Current, model.Tensor(Spectrum(bank.Values, bank.Inputs, bank.Outputs, source.Dimensions, frequencies), count, bank.Inputs * 2, bank.Outputs * 2)]);
            model.Node("Reshape", [model.Current, model.Integers(count, -1, map.Target.Channels, target.Orbits, 2)]);
            model.Node("Transpose", [model.Current], ("perm", new[] { 1, 2, 3, 0, 4 }));
            model.Node("Reshape", [model.Current, model.Integers(-1, map.Target.Channels, target.Orbits * count * 2)]);
            model.Node("MatMul", [model.Current, model.Tensor(Backward(target.Offsets, target.Orbits, target.Dimensions, frequencies), target.Orbits * count * 2, target.Offsets.Length)]);
            Finish(model, layer);
        }

        return model.Finish(["n", network.Output.Channels, network.Output.Points]);
    }

    /// <summary>By the whole group, acting freely: one MatMul for each simple.</summary>
    public static byte[] NonAbelian(EquivariantNetwork network)
    {
        var model = new OnnxBuilder(["n", network.Input.Channels, network.Input.Points]);
        foreach (var layer in network.Layers)
        {
            var map = layer.Terms[0].Map;
            var (action, transform) = MapPlanner<float>.RegularOf(map)!.Value;
            var fourier = transform!;
            var bank = MapPlanner<float>.GroupBankOf(map, action);
            var order = action.Order;
            var matrix = new float[order * order];
            for (var place = 0; place < order; place++)
            {
                var unit = new double[order];
                unit[place] = 1;
                var column = fourier.Forward(unit);
                for (var k = 0; k < order; k++)
                {
                    matrix[(fourier.Elements[place] * order) + k] = (float)column[k];
                }
            }

            // Points of a regular G-set may be numbered otherwise than the elements.
            float[] byPoints = [.. action.Offsets[0].SelectMany(element => matrix[(element * order)..((element + 1) * order)])];
            var spectrum = model.Node("MatMul", [model.Current, model.Tensor(byPoints, order, order)]);
            List<string> parts = [];
            var start = 0;
            foreach (var simple in fourier.Simples)
            {
                var (m, r) = (simple.Dimension, simple.Rows);
                model.Node("Slice", [spectrum, model.Integers(start), model.Integers(start + (m * r)), model.Integers(2)]);
                model.Node("Reshape", [model.Current, model.Integers(-1, bank.Inputs * m, r)]);
                model.Node("MatMul", [model.Tensor(Block(bank.BlocksOf(simple), bank.Inputs, bank.Outputs, m), bank.Outputs * m, bank.Inputs * m), model.Current]);
                parts.Add(model.Node("Reshape", [model.Current, model.Integers(-1, bank.Outputs, m * r)]));
                start += m * r;
            }

            model.Node("Concat", [.. parts], ("axis", 2));
            var back = new float[order * order];
            for (var y = 0; y < order; y++)
            {
                for (var k = 0; k < order; k++)
                {
                    back[(k * order) + y] = matrix[(action.Offsets[1][y] * order) + k];
                }
            }

            model.Node("MatMul", [model.Current, model.Tensor(back, order, order)]);
            Finish(model, layer);
        }

        return model.Finish(["n", network.Output.Channels, network.Output.Points]);
    }

    private static void Finish(OnnxBuilder model, NetworkLayer layer)
    {
        model.Node("Add", [model.Current, model.Tensor([.. layer.Bias.Select(b => (float)b)], layer.Bias.Count, 1)]);
        if (!layer.Activation.IsIdentity)
        {
            model.Node("Relu", [model.Current]);
        }
    }

    /// <summary>Rows (o, b), columns (i, c).</summary>
    private static float[] Block(double[] blocks, int inputs, int outputs, int m)
    {
        var result = new float[outputs * m * inputs * m];
        for (var at = 0; at < result.Length; at++)
        {
            var (row, column) = Math.DivRem(at, inputs * m);
            result[at] = (float)blocks[(((row / m * inputs) + (column / m)) * m * m) + (column % m * m) + (row % m)];
        }

        return result;
    }

    /// <summary>One frequency of each pair k, −k, with whether it is its own partner.</summary>
    private static List<(int[] Frequency, bool Own)> Representatives(int[] dimensions)
    {
        var order = dimensions.Aggregate(1, (product, n) => product * n);
        var result = new List<(int[], bool)>();
        for (var index = 0; index < order; index++)
        {
            var frequency = Digits(index, dimensions);
            int[] opposite = [.. frequency.Select((k, axis) => (dimensions[axis] - k) % dimensions[axis])];
            var other = opposite.Select((k, axis) => (k, axis)).Aggregate(0, (number, pair) => (number * dimensions[pair.axis]) + pair.k);
            if (index <= other)
            {
                result.Add((frequency, index == other));
            }
        }

        return result;
    }

    private static int[] Digits(int index, int[] dimensions)
    {
        var digits = new int[dimensions.Length];
        for (var axis = dimensions.Length - 1; axis >= 0; axis--)
        {
            digits[axis] = index % dimensions[axis];
            index /= dimensions[axis];
        }

        return digits;
    }

    private static Complex Root(int element, int[] frequency, int[] dimensions)
    {
        var digits = Digits(element, dimensions);
        return Complex.FromPolarCoordinates(1, -2 * Math.PI * digits.Select((x, axis) => (double)((long)x * frequency[axis] % dimensions[axis]) / dimensions[axis]).Sum());
    }

    private static float[] Forward(int[] offsets, int orbits, int[] dimensions, List<(int[] Frequency, bool Own)> frequencies)
    {
        var order = offsets.Length / orbits;
        var columns = orbits * frequencies.Count * 2;
        var matrix = new float[offsets.Length * columns];
        for (var x = 0; x < offsets.Length; x++)
        {
            for (var f = 0; f < frequencies.Count; f++)
            {
                var root = Root(offsets[x] % order, frequencies[f].Frequency, dimensions);
                var at = (x * columns) + (((offsets[x] / order * frequencies.Count) + f) * 2);
                (matrix[at], matrix[at + 1]) = ((float)root.Real, (float)root.Imaginary);
            }
        }

        return matrix;
    }

    private static float[] Backward(int[] offsets, int orbits, int[] dimensions, List<(int[] Frequency, bool Own)> frequencies)
    {
        var order = offsets.Length / orbits;
        var matrix = new float[orbits * frequencies.Count * 2 * offsets.Length];
        for (var y = 0; y < offsets.Length; y++)
        {
            for (var f = 0; f < frequencies.Count; f++)
            {
                // Re(Y e^(+...)) / N, twice for a frequency that stands for its partner too.
                var root = Root(offsets[y] % order, frequencies[f].Frequency, dimensions) * ((frequencies[f].Own ? 1.0 : 2.0) / order);
                var row = ((offsets[y] / order * frequencies.Count) + f) * 2;
                (matrix[(row * offsets.Length) + y], matrix[((row + 1) * offsets.Length) + y]) = ((float)root.Real, (float)root.Imaginary);
            }
        }

        return matrix;
    }

    /// <summary>For each frequency (i, re or im) by (o, re or im).</summary>
    private static float[] Spectrum(double[] values, int inputs, int outputs, int[] dimensions, List<(int[] Frequency, bool Own)> frequencies)
    {
        var order = dimensions.Aggregate(1, (product, n) => product * n);
        var result = new float[frequencies.Count * inputs * outputs * 4];
        Parallel.For(0, frequencies.Count, f =>
        {
            Complex[] roots = [.. Enumerable.Range(0, order).Select(a => Root(a, frequencies[f].Frequency, dimensions))];
            for (var o = 0; o < outputs; o++)
            {
                for (var i = 0; i < inputs; i++)
                {
                    var sum = Complex.Zero;
                    for (var a = 0; a < order; a++)
                    {
                        sum += values[(((o * inputs) + i) * order) + a] * roots[a];
                    }

                    var at = (((f * inputs) + i) * 2 * outputs * 2) + (o * 2);
                    var below = at + (outputs * 2);
                    (result[at], result[at + 1], result[below], result[below + 1]) = ((float)sum.Real, (float)sum.Imaginary, (float)-sum.Imaginary, (float)sum.Real);
                }
            }
        });
        return result;
    }
}
