using Eqnn.Networks.Plans;

namespace Eqnn.Networks.Reductions;

/// <summary>How far the outputs of a network move when it is cut, on some inputs: |y' − y| / |y| for each, 0 where y is 0.</summary>
public sealed class OutputChange
{
    private OutputChange(double mean, double largest) => (Mean, Largest) = (mean, largest);

    /// <summary>The mean.</summary>
    public double Mean { get; }

    /// <summary>The largest.</summary>
    public double Largest { get; }

    /// <summary>Measures the change.</summary>
    /// <param name="cut">The cut.</param>
    /// <param name="samples">Inputs, at least one.</param>
    /// <exception cref="ArgumentException">There are no inputs.</exception>
    public static OutputChange Of(NetworkCut cut, IReadOnlyList<IReadOnlyList<double>> samples)
    {
        ArgumentNullException.ThrowIfNull(cut);
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.Count == 0)
        {
            throw new ArgumentException("there are no inputs", nameof(samples));
        }

        var (old, now) = (NetworkRunner<double>.Create(cut.Original), NetworkRunner<double>.Create(cut.Network));
        var shares = new List<double>();
        foreach (var sample in samples)
        {
            var (a, b) = (new double[cut.Original.Output.Dimension], new double[cut.Original.Output.Dimension]);
            old.Run(sample.ToArray(), a);
            now.Run(sample.ToArray(), b);
            var size = Math.Sqrt(a.Sum(x => x * x));
            shares.Add(size == 0 ? 0 : Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Sum()) / size);
        }

        return new(shares.Average(), shares.Max());
    }
}
