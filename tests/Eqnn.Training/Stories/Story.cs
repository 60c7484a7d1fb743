using TorchSharp;
using TorchSharp.Modules;

namespace Eqnn.Training.Stories;

/// <summary>A network and the task for which it is trained.</summary>
internal abstract class Story
{
    private readonly List<Parameter> _parameters = [];

    /// <summary>The name of its files.</summary>
    public abstract string Name { get; }

    /// <summary>The shape of one sample.</summary>
    public abstract int[] Shape { get; }

    /// <summary>The trained numbers, in the order in which they were made.</summary>
    public IReadOnlyList<Parameter> Parameters => _parameters;

    /// <summary>One sample with the number of its class.</summary>
    public abstract (float[] Input, long Label) Sample(Random random);

    /// <summary>Samples that the story asks about by name.</summary>
    public virtual IReadOnlyList<(string Name, IReadOnlyList<float[]> Samples)> Questions => [];

    /// <summary>The logits of a batch, as PyTorch computes them.</summary>
    public abstract torch.Tensor Forward(torch.Tensor batch);

    /// <summary>The model as an exporter writes it, node after node.</summary>
    public abstract byte[] Model();

    /// <summary>Group and layers.</summary>
    public abstract string Sidecar();

    /// <summary>A parameter with random entries of a given spread, from the generator of PyTorch.</summary>
    protected Parameter Random(double spread, params long[] shape) => Registered(torch.randn(shape) * spread);

    /// <summary>A parameter that starts at 0.</summary>
    protected Parameter Zero(params long[] shape) => Registered(torch.zeros(shape));

    /// <summary>The entries of a tensor.</summary>
    protected static float[] Values(torch.Tensor tensor) => tensor.detach().contiguous().data<float>().ToArray();

    /// <summary>A normally distributed number.</summary>
    protected static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private Parameter Registered(torch.Tensor start)
    {
        _parameters.Add(new(start));
        return _parameters[^1];
    }
}
