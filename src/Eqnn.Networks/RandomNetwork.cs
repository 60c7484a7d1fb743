namespace Eqnn.Networks;

/// <summary>Networks with random weights, to start from.</summary>
public static class RandomNetwork
{
    /// <summary>A chain of layers with weights uniform in ±√(3/inputs) (variance 1/inputs) and biases uniform in ±0.1; hidden layers with one activation, the last without.</summary>
    /// <remarks>The same seed gives the same network on every machine.</remarks>
    /// <param name="spaces">The features of the input and of every layer.</param>
    /// <param name="activation">The activation of the hidden layers.</param>
    /// <param name="seed">The seed.</param>
    /// <exception cref="ArgumentException">There are fewer than two spaces.</exception>
    public static EquivariantNetwork Of(IReadOnlyList<FeatureSpace> spaces, ActivationFunction activation, int seed = 0)
    {
        ArgumentNullException.ThrowIfNull(spaces);
        if (spaces.Count < 2)
        {
            throw new ArgumentException("a network needs the features of the input and of at least one layer", nameof(spaces));
        }

        var state = unchecked(((ulong)seed * 0x9E3779B97F4A7C15UL) + 0x1234567UL);
        var layers = new List<NetworkLayer>();
        for (var i = 1; i < spaces.Count; i++)
        {
            var (source, target) = (spaces[i - 1], spaces[i]);
            var orbitals = Orbits.OrbitalIndex.Of(source.Set, target.Set);
            var bound = Math.Sqrt(3.0 / source.Dimension);
            var weights = Numbers(checked(source.Channels * target.Channels * orbitals.Count), bound, ref state);
            var bias = Numbers(target.Channels * orbitals.Target.BasePoints.Length, 0.1, ref state);
            layers.Add(new([new(i - 1, EquivariantMap.FromWeights(source, target, weights))], bias, i < spaces.Count - 1 ? activation : ActivationFunction.Identity));
        }

        return new(spaces[0], layers);
    }

    private static double[] Numbers(int count, double bound, ref ulong state)
    {
        var numbers = new double[count];
        for (var i = 0; i < count; i++)
        {
            numbers[i] = bound * Uniform(ref state);
        }

        return numbers;
    }

    /// <summary>The next number in (−1, 1), by SplitMix64.</summary>
    private static double Uniform(ref ulong state)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15UL;
            var z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            z ^= z >> 31;
            return ((z >> 11) * (2.0 / (1UL << 53))) - 1;
        }
    }
}
