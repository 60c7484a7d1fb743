using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.Networks;

/// <summary>Networks with random weights, to start from.</summary>
public static class RandomNetwork
{
    /// <summary>The largest number of weights of one linear map.</summary>
    public const long MaxWeights = 100_000_000;

    /// <summary>A chain of layers with uniform weights (each output has variance 1 for inputs of variance 1, to which all orbitals contribute alike) and biases uniform in ±0.1; hidden layers with one activation, the last without.</summary>
    /// <remarks>The same seed gives the same network on every machine.</remarks>
    /// <param name="spaces">The features of the input and of every layer.</param>
    /// <param name="activation">The activation of the hidden layers.</param>
    /// <param name="seed">The seed.</param>
    /// <exception cref="ArgumentException">There are fewer than two spaces.</exception>
    public static EquivariantNetwork Of(IReadOnlyList<FeatureSpace> spaces, Activation activation, int seed = 0) =>
        Of(spaces, new RandomNetworkOptions { Activation = activation, Seed = seed });

    /// <summary>A chain of layers with the same distribution of weights, and with what the options ask for.</summary>
    /// <param name="spaces">The features of the input and of every layer.</param>
    /// <param name="options">Activation, seed, residual sums, small filters.</param>
    /// <exception cref="ArgumentException">There are fewer than two spaces, or small filters are asked for where no abelian group acts freely.</exception>
    public static EquivariantNetwork Of(IReadOnlyList<FeatureSpace> spaces, RandomNetworkOptions options)
    {
        ArgumentNullException.ThrowIfNull(spaces);
        ArgumentNullException.ThrowIfNull(options);
        if (spaces.Count < 2)
        {
            throw new ArgumentException("a network needs the features of the input and of at least one layer", nameof(spaces));
        }

        var state = unchecked(((ulong)options.Seed * 0x9E3779B97F4A7C15UL) + 0x1234567UL);
        var layers = new List<NetworkLayer>();
        for (var i = 1; i < spaces.Count; i++)
        {
            var (source, target) = (spaces[i - 1], spaces[i]);
            var orbitals = Orbits.OrbitalIndex.Of(source.Set, target.Set);
            var kept = options.Support is { } width && source.Points > 1 && target.Points > 1 ? Near(source, target, orbitals, width) : null;
            var weights = Numbers(EquivariantMap.WeightCount(source, target, orbitals), 1, ref state);
            var bounds = Bounds(source, orbitals, kept);
            for (var w = 0; w < weights.Length; w++)
            {
                weights[w] *= bounds[w % orbitals.Count];
            }

            var bias = Numbers(target.Channels * orbitals.Target.BasePoints.Length, options.Bias ? 0.1 : 0, ref state);
            var terms = new List<LayerTerm> { new(i - 1, EquivariantMap.FromWeights(source, target, weights)) };
            if (options.Residual && source.Channels == target.Channels && ReferenceEquals(source.Set, target.Set))
            {
                terms.Add(new(i - 1, EquivariantMap.Identity(source)));
            }

            layers.Add(new(terms, bias, i < spaces.Count - 1 ? options.Activation : Activation.Identity));
        }

        return new(spaces[0], layers, options.Axes);
    }

    /// <summary>For each orbital the bound of its weights: √3 over the root of channels, orbitals that have weights, and entries of this one in a row; 0 where there are none.</summary>
    private static double[] Bounds(FeatureSpace source, Orbits.OrbitalIndex orbitals, bool[]? kept)
    {
        var counts = orbitals.PairCounts();
        var used = Math.Max(1, (kept?.Count(near => near) ?? orbitals.Count) / orbitals.Source.BasePoints.Length);
        return [.. counts.Select((count, orbital) => kept is null || kept[orbital]
            ? Math.Sqrt(3.0 / (source.Channels * (double)used * orbitals.Source.BasePoints.Length * count / orbitals.Target.Size)) : 0)];
    }

    /// <summary>For each orbital whether its offset is near 0 on every axis.</summary>
    private static bool[] Near(FeatureSpace source, FeatureSpace target, Orbits.OrbitalIndex orbitals, int width)
    {
        if (orbitals.Source.Images.Count == 0 || orbitals.Target.Images.Count == 0 || Orbits.FreeAction.TryOf([orbitals.Source.Images, orbitals.Target.Images]) is not [var from, var to])
        {
            throw new ArgumentException($"small filters need an abelian group that acts freely; between {source.Set.Name} and {target.Set.Name} of {source.Set.Group.Name} there is no offset");
        }

        var near = new bool[orbitals.Count];
        var representatives = orbitals.Representatives();
        for (var orbital = 0; orbital < near.Length; orbital++)
        {
            var (y, x) = representatives[orbital];
            var (a, b) = (from.Offsets[x] % from.Order, to.Offsets[y] % to.Order);
            near[orbital] = true;
            for (var axis = from.Dimensions.Length - 1; axis >= 0; axis--)
            {
                var n = from.Dimensions[axis];
                var offset = ((b % n) - (a % n) + n) % n;
                near[orbital] &= Math.Min(offset, n - offset) <= (width - 1) / 2 || (offset == width / 2 && width < n);
                (a, b) = (a / n, b / n);
            }
        }

        return near;
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
