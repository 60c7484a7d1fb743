using Eqnn.Algebra.Groups;
using Eqnn.Networks;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.Benchmarks.Networks;

/// <summary>The workloads W1 .. W7: a network with random weights from a fixed seed, and its natural forms in ONNX.</summary>
/// <param name="Name">W1 .. W7.</param>
/// <param name="Network">The network.</param>
/// <param name="Forms">The natural forms.</param>
/// <param name="Clever">Fourier transforms written as MatMul, or <c>null</c> where they do not help.</param>
internal sealed record Workload(string Name, EquivariantNetwork Network, IReadOnlyList<OnnxForm> Forms, OnnxForm? Clever)
{
    public static IEnumerable<Workload> All()
    {
        yield return Grid("W1", "C64", [64], "1*regular,32*regular,32*regular,1*regular", 0, dense: true);
        yield return Grid("W2", "C1024", [1024], "1*regular,16*regular,16*regular,1*regular", 0, dense: false);
        yield return Grid("W3", "C32xC32", [32, 32], "1*regular,8*regular,8*regular,1*regular", 0, dense: false);
        yield return Grid("W4", "C100xC100", [100, 100], "1*regular,16*regular,16*regular,1*regular", 3, dense: false);
        var sets = Random("S1000", "3*points,64*points,64*points,1*points", 0, []);
        yield return new("W5", sets, [new("MatMul mean", () => OnnxModels.DeepSets(sets, false), true), new("ReduceMean", () => OnnxModels.DeepSets(sets, true), true)], null);
        yield return Regular("W6", "S5", OnnxFourierModels.NonAbelian);
        yield return Regular("W7", "D64", OnnxFourierModels.Abelian);
    }

    private static Workload Grid(string name, string group, int[] dimensions, string layers, int kernel, bool dense)
    {
        var network = Random(group, layers, kernel, dimensions);
        var taps = kernel == 0 ? dimensions[0] : kernel;
        List<OnnxForm> forms = [new("wrap + Conv", () => OnnxModels.Convolution(network, dimensions, taps, once: false))];
        if (kernel > 0)
        {
            forms.Add(new("wrap once + Conv", () => OnnxModels.Convolution(network, dimensions, taps, once: true)));
        }

        if (dense)
        {
            forms.Add(new("dense", () => OnnxModels.Dense(network)));
        }

        return new(name, network, forms, kernel > 0 ? null : new("Fourier by MatMul", () => OnnxFourierModels.Abelian(network)));
    }

    private static Workload Regular(string name, string group, Func<EquivariantNetwork, byte[]> clever)
    {
        var network = Random(group, "1*regular,16*regular,16*regular,1*regular", 0, []);
        return new(name, network, [new("dense", () => OnnxModels.Dense(network))], new("Fourier by MatMul", () => clever(network)));
    }

    private static EquivariantNetwork Random(string group, string layers, int kernel, int[] dimensions)
    {
        var spaces = FeatureSpace.ParseList(FiniteGroup.Parse(group), layers);
        var random = new Random(7);
        var list = new List<NetworkLayer>();
        for (var i = 1; i < spaces.Count; i++)
        {
            var (source, target) = (spaces[i - 1], spaces[i]);
            var zero = EquivariantMap.FromWeights(source, target, new double[source.Channels * target.Channels * (group[0] == 'S' && source.Set.Name == "points" ? 2 : source.Points)]);
            var taps = kernel == 0 ? source.Points : kernel * kernel;
            var scale = Math.Sqrt(2.0 / (source.Channels * taps));
            var weights = Enumerable.Range(0, zero.ParameterCount)
                .Select(at => IsUsed(at % zero.OrbitalCount, kernel, dimensions) ? (double)(float)(((2 * random.NextDouble()) - 1) * scale) : 0)
                .ToArray();
            var bias = Enumerable.Range(0, target.Channels).Select(_ => (double)(float)(0.2 * (random.NextDouble() - 0.5))).ToArray();
            list.Add(new([new(i - 1, EquivariantMap.FromWeights(source, target, weights))], bias, i < spaces.Count - 1 ? Activation.Relu : Activation.Identity));
        }

        return new(spaces[0], list);
    }

    private static bool IsUsed(int orbital, int kernel, int[] dimensions)
    {
        if (kernel == 0)
        {
            return true;
        }

        var n = dimensions[1];
        var (row, column) = (orbital / n, orbital % n);
        return Math.Min(row, n - row) <= kernel / 2 && Math.Min(column, n - column) <= kernel / 2;
    }
}

/// <summary>A form of a network in ONNX.</summary>
/// <param name="Name">How it is written.</param>
/// <param name="Model">The file.</param>
/// <param name="PointsFirst">Whether the channel is the last axis.</param>
internal sealed record OnnxForm(string Name, Func<byte[]> Model, bool PointsFirst = false);
