using Eqnn.Benchmarks.Networks;
using Eqnn.Networks;
using TorchSharp;

namespace Eqnn.Training.Race;

/// <summary>The workloads of the race as PyTorch computes them, eagerly, with the same weights: dense matrices, circular convolutions, Fourier transforms of the library, linear layers with a mean.</summary>
internal static class TorchForms
{
    public static IReadOnlyList<Peer> InFloat32(Workload workload, float[] inputs, int batch) => Of(workload, inputs, batch, torch.ScalarType.Float32);

    public static IReadOnlyList<Peer> InFloat64(Workload workload, float[] inputs, int batch) => Of(workload, inputs, batch, torch.ScalarType.Float64);

    private static List<Peer> Of(Workload workload, float[] inputs, int batch, torch.ScalarType type)
    {
        var network = workload.Network;
        var dimensions = workload.Name switch { "W1" => [64], "W2" => [1024], "W3" => [32, 32], "W4" => [100, 100], _ => Array.Empty<int>() };
        var kernel = workload.Name == "W4" ? 3 : dimensions.FirstOrDefault();
        List<(string Name, Func<torch.Tensor, torch.Tensor> Forward, long[] Shape)> forms = [];
        if (workload.Name is "W1" or "W6" or "W7")
        {
            forms.Add(("linear, dense", Chain(network, layer => Dense(layer, type)), [batch, network.Input.Dimension]));
        }

        if (dimensions.Length > 0)
        {
            long[] shape = [batch, network.Input.Channels, .. dimensions.Select(n => (long)n)];
            if (type == torch.ScalarType.Float32 || kernel < dimensions[0])
            {
                // In float64 PyTorch unfolds the inputs: full filters on 1024 points and 256 samples would take 34 GB.
                forms.Add(("circular convolution", Chain(network, layer => Convolution(layer, dimensions, kernel, type)), shape));
            }

            if (kernel == dimensions[0])
            {
                forms.Add(("fft", Chain(network, layer => Fourier(layer, dimensions, type)), shape));
            }
        }

        if (workload.Name == "W5")
        {
            forms.Add(("linear and mean", Chain(network, layer => Sets(layer, type)), [batch, network.Input.Points, network.Input.Channels]));
        }

        return forms.ConvertAll(form =>
        {
            var given = Tensor(inputs, type, form.Shape);
            torch.Tensor? last = null;
            return new Peer(form.Name, () =>
            {
                using var none = torch.inference_mode();
                using var scope = torch.NewDisposeScope();
                last?.Dispose();
                last = form.Forward(given).MoveToOuterDisposeScope();
            }, () => last!.to_type(torch.ScalarType.Float32).contiguous().data<float>().ToArray(), [given]);
        });
    }

    private static Func<torch.Tensor, torch.Tensor> Chain(EquivariantNetwork network, Func<NetworkLayer, Func<torch.Tensor, torch.Tensor>> linear)
    {
        var layers = network.Layers.Select(layer => (Linear: linear(layer), layer.Activation.IsIdentity)).ToList();
        return input => layers.Aggregate(input, (state, layer) => layer.IsIdentity ? layer.Linear(state) : layer.Linear(state).relu_());
    }

    /// <summary>The weights are float32 numbers; in float64 they are the same numbers.</summary>
    private static torch.Tensor Tensor(float[] values, torch.ScalarType type, params long[] shape) => torch.tensor(values, shape).to_type(type);

    private static torch.Tensor Bias(NetworkLayer layer, torch.ScalarType type) => Tensor([.. layer.Bias.Select(v => (float)v)], type, layer.Bias.Count);

    private static Func<torch.Tensor, torch.Tensor> Dense(NetworkLayer layer, torch.ScalarType type)
    {
        var map = layer.Terms[0].Map;
        var weights = Tensor(OnnxModels.Matrix(map), type, map.Target.Dimension, map.Source.Dimension);
        var bias = Bias(layer, type).repeat_interleave(map.Target.Points);
        return state => torch.nn.functional.linear(state, weights, bias);
    }

    private static Func<torch.Tensor, torch.Tensor> Convolution(NetworkLayer layer, int[] dimensions, int kernel, torch.ScalarType type)
    {
        var map = layer.Terms[0].Map;
        var full = kernel == dimensions[0];
        var weights = Tensor(OnnxModels.Filters(map, dimensions, kernel, full), type, [map.Target.Channels, map.Source.Channels, .. dimensions.Select(_ => (long)kernel)]);
        var bias = Bias(layer, type);
        var (before, after) = full ? (kernel - 1, 0) : (kernel / 2, kernel / 2);
        long[] pads = [.. dimensions.SelectMany(_ => new long[] { before, after })];
        return dimensions.Length == 1
            ? state => torch.nn.functional.conv1d(torch.nn.functional.pad(state, pads, PaddingModes.Circular), weights, bias)
            : state => torch.nn.functional.conv2d(torch.nn.functional.pad(state, pads, PaddingModes.Circular), weights, bias);
    }

    /// <summary>The filters transformed once; each call transforms, multiplies frequency by frequency, and transforms back.</summary>
    private static Func<torch.Tensor, torch.Tensor> Fourier(NetworkLayer layer, int[] dimensions, torch.ScalarType type)
    {
        var map = layer.Terms[0].Map;
        float[] filter = [.. Enumerable.Range(0, map.Target.Channels).SelectMany(o => Enumerable.Range(0, map.Source.Channels).SelectMany(i => Enumerable.Range(0, map.Target.Points).Select(y => (float)map.EntryAt(o, y, i, 0))))];
        long[] sizes = [.. dimensions.Select(n => (long)n)];
        var spectrum = Forward(Tensor(filter, type, [map.Target.Channels, map.Source.Channels, .. sizes]));
        var bias = Bias(layer, type).reshape([map.Target.Channels, .. dimensions.Select(_ => 1L)]);
        var sum = dimensions.Length == 1 ? "oif,nif->nof" : "oifg,nifg->nofg";
        return state => Backward(torch.einsum(sum, spectrum, Forward(state))) + bias;
        torch.Tensor Forward(torch.Tensor values) => dimensions.Length == 1 ? torch.fft.rfft(values) : torch.fft.rfft2(values);
        torch.Tensor Backward(torch.Tensor values) => dimensions.Length == 1 ? torch.fft.irfft(values, sizes[0]) : torch.fft.irfft2(values, sizes);
    }

    private static Func<torch.Tensor, torch.Tensor> Sets(NetworkLayer layer, torch.ScalarType type)
    {
        var map = layer.Terms[0].Map;
        var (own, mean) = OnnxModels.OwnAndMean(map);
        var each = Tensor(own, type, map.Source.Channels, map.Target.Channels);
        var shared = Tensor(mean, type, map.Source.Channels, map.Target.Channels);
        var bias = Bias(layer, type);
        return state => torch.matmul(state, each).add_(torch.matmul(state.mean([1L], keepdim: true), shared).add_(bias));
    }
}
