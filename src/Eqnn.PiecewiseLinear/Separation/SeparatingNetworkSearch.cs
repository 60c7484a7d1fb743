using System.Numerics;
using Eqnn.Algebra.GSets;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Refinement;

namespace Eqnn.PiecewiseLinear.Separation;

/// <summary>Finds small integer weights of a network that tells two inputs apart, given the colours that prove that one exists.</summary>
/// <remarks>
/// <para>Somewhere on Z a colour of the last hidden layer occurs more often for one input than for the other, in one orbital at one point. Any values before the last activation whose multisets differ there will do: with the threshold below the largest value of unequal multiplicity the sums after ReLU differ.</para>
/// <para>The layers before get random small weights and thresholds at values that occur, more channels and larger weights with every attempt. The theorem says that enough channels succeed; the first attempts mostly do. Weights depend on the seed only.</para>
/// </remarks>
internal sealed class SeparatingNetworkSearch
{
    private const int MaxAttempts = 60;
    private const int FewBlocks = 12;

    private readonly Architecture _architecture;
    private readonly NetworkInput _first;
    private readonly NetworkInput _second;
    private readonly BigInteger _scale;
    private readonly Activation _activation;
    private readonly bool _biases;
    private readonly CancellationToken _cancellationToken;
    private readonly GSet[] _sets;

    public SeparatingNetworkSearch(Architecture architecture, NetworkInput first, NetworkInput second, Activation activation, bool biases, CancellationToken cancellationToken)
    {
        (_architecture, _activation, _biases, _cancellationToken) = (architecture, activation, biases, cancellationToken);

        // Inputs become algebraic integers; the factor is undone in the weights of the first layer.
        _scale = first.Channels.Concat(second.Channels).SelectMany(channel => channel).Aggregate(BigInteger.One, (lcm, value) => NumberTheory.Lcm(lcm, value.Value.Denominator));
        (_first, _second) = (Scaled(first), Scaled(second));
        _sets = [architecture.Input, .. architecture.Layers, architecture.Output];
    }

    /// <summary>The network.</summary>
    /// <exception cref="LimitExceededException">No attempt succeeded.</exception>
    public SeparatingNetwork Find(int seed)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var random = new Random(unchecked((seed * 1009) + attempt));
            if (_activation.Equals(Activation.Relu) && _first.IsRational && _second.IsRational)
            {
                try
                {
                    if (Attempt(attempt, random, new Arithmetic<long>(0, value => checked((long)value), value => Math.Max(value, 0), value => checked((long)value.ToRational().Numerator), value => value)) is { } small)
                    {
                        return small;
                    }
                }
                catch (OverflowException)
                {
                    random = new Random(unchecked((seed * 1009) + attempt));
                    if (Attempt(attempt, random, new Arithmetic<BigInteger>(0, value => value, value => BigInteger.Max(value, 0), value => value.ToRational().Numerator, value => value)) is { } large)
                    {
                        return large;
                    }
                }
            }
            else if (Attempt(attempt, random, new Arithmetic<RealCyclotomic>(0, value => value, _activation.Evaluate, value => value, value => value.Floor())) is { } exact)
            {
                return exact;
            }
        }

        throw new LimitExceededException("attempts at a separating network", MaxAttempts, $"more for {_architecture}, although the colours differ", "another seed");
    }

    private SeparatingNetwork? Attempt<T>(int attempt, Random random, Arithmetic<T> arithmetic)
        where T : IAdditionOperators<T, T, T>, ISubtractionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IComparable<T>, IEquatable<T>
    {
        var evaluation = new LayerEvaluation<T>(arithmetic.Zero, arithmetic.FromInteger);
        var layers = new List<IntegerLayer>();
        var values = new[] { _first, _second }.Select(input => input.Channels.Select(channel => channel.Select(arithmetic.FromReal).ToArray()).ToArray()).ToArray();
        for (var i = 1; i <= _architecture.Layers.Count; i++)
        {
            var last = i == _architecture.Layers.Count;
            var width = last ? 1 : 1 + (attempt / 3);
            var layer = RandomLayer(_sets[i - 1], values[0].Length, _sets[i], width, attempt, random);
            var before = Array.ConvertAll(values, copy => evaluation.Apply(layer, copy, _cancellationToken));
            if (last)
            {
                return Finish(layers, layer, before, evaluation, arithmetic);
            }

            if (_biases)
            {
                layer = layer with { Biases = Thresholds(_sets[i], width, before, arithmetic, random) };
                before = Array.ConvertAll(values, copy => evaluation.Apply(layer, copy, _cancellationToken));
            }

            layers.Add(layer);
            values = Array.ConvertAll(before, copy => Array.ConvertAll(copy, channel => Array.ConvertAll(channel, value => arithmetic.Activation(value))));
        }

        return null;
    }

    /// <summary>Thresholds at which one of the two sums over an orbital of Z differs, if there is one.</summary>
    private SeparatingNetwork? Finish<T>(List<IntegerLayer> layers, IntegerLayer layer, T[][][] before, LayerEvaluation<T> evaluation, Arithmetic<T> arithmetic)
        where T : IAdditionOperators<T, T, T>, ISubtractionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IComparable<T>, IEquatable<T>
    {
        var (source, target) = (ActionImages.Of(_sets[^2]), ActionImages.Of(_sets[^1]));
        foreach (var (z, orbital) in Candidates(target, source))
        {
            var points = orbital.Points;
            var orbit = source.OrbitOf[points[0]];
            var finished = layer;
            if (_biases)
            {
                if (ThresholdOf(points.Select(y => before[0][0][y]), points.Select(y => before[1][0][y]), arithmetic) is not { } bias)
                {
                    continue;
                }

                finished = layer with { Biases = bias.IsZero ? [] : [new IntegerBias(0, orbit, bias)] };
            }

            // In the last hidden layer only the orbit that is summed over matters.
            finished = finished with { Weights = [.. finished.Weights.Where(weight => source.OrbitOf[weight.TargetPoint] == orbit)] };
            var output = new IntegerLayer(_sets[^2], 1, _sets[^1], 1, [new IntegerWeight(0, 0, z, points[0], BigInteger.One)], []);
            IntegerLayer[] all = [.. layers, finished, output];
            if (_scale > 1)
            {
                all[0] = all[0] with { Weights = [.. all[0].Weights.Select(weight => weight with { Weight = weight.Weight * _scale })] };
            }

            if (_biases || SumsDiffer(points, before, arithmetic))
            {
                return new SeparatingNetwork(Array.AsReadOnly(all), _activation);
            }
        }

        return null;
    }

    private static bool SumsDiffer<T>(int[] points, T[][][] before, Arithmetic<T> arithmetic)
        where T : IAdditionOperators<T, T, T>, ISubtractionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IComparable<T>, IEquatable<T>
    {
        var sums = Array.ConvertAll(before, copy => points.Aggregate(arithmetic.Zero, (sum, y) => sum + arithmetic.Activation(copy[0][y])));
        return !sums[0].Equals(sums[1]);
    }

    /// <summary>The orbitals of Z × Y_r at every point of Z, base points first.</summary>
    private IEnumerable<(int Z, (int Block, int[] Points) Orbital)> Candidates(ActionImages target, ActionImages source)
    {
        for (var orbit = 0; orbit < target.Orbits.Length; orbit++)
        {
            var suborbits = Suborbits.Of(target, orbit, source, _cancellationToken);
            for (var i = target.Starts[orbit]; i < target.Starts[orbit + 1]; i++)
            {
                for (var block = 0; block < suborbits.Blocks.Length; block++)
                {
                    _cancellationToken.ThrowIfCancellationRequested();
                    yield return (target.Order[i], (block, suborbits.BlockSeenFrom(target.Order[i], block)));
                }
            }
        }
    }

    /// <summary>A bias b such that the sums of ReLU(t + b) over the two lists differ; null if the lists are equal as multisets.</summary>
    private static BigInteger? ThresholdOf<T>(IEnumerable<T> first, IEnumerable<T> second, Arithmetic<T> arithmetic)
        where T : IAdditionOperators<T, T, T>, ISubtractionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IComparable<T>, IEquatable<T>
    {
        T[] left = [.. first.Order()];
        T[] right = [.. second.Order()];
        for (var k = left.Length - 1; k >= 0; k--)
        {
            if (!left[k].Equals(right[k]))
            {
                // All larger values occur equally often. A whole number below the larger one of the two, and not below the smaller one where there is room.
                var larger = left[k].CompareTo(right[k]) > 0 ? left[k] : right[k];
                return -(arithmetic.Floor(larger) - (arithmetic.FromInteger(arithmetic.Floor(larger)).Equals(larger) ? 1 : 0)) is var bias && Differ(left, right, bias, arithmetic) ? bias : null;
            }
        }

        return null;
    }

    private static bool Differ<T>(T[] left, T[] right, BigInteger bias, Arithmetic<T> arithmetic)
        where T : IAdditionOperators<T, T, T>, ISubtractionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IComparable<T>, IEquatable<T>
    {
        var shift = arithmetic.FromInteger(bias);
        var difference = arithmetic.Zero;
        for (var k = 0; k < left.Length; k++)
        {
            difference += arithmetic.Activation(left[k] + shift) - arithmetic.Activation(right[k] + shift);
        }

        return !difference.Equals(arithmetic.Zero);
    }

    private static IntegerBias[] Thresholds<T>(GSet set, int width, T[][][] before, Arithmetic<T> arithmetic, Random random)
        where T : IAdditionOperators<T, T, T>, ISubtractionOperators<T, T, T>, IMultiplyOperators<T, T, T>, IComparable<T>, IEquatable<T>
    {
        var images = ActionImages.Of(set);
        var biases = new List<IntegerBias>();
        for (var channel = 0; channel < width; channel++)
        {
            for (var orbit = 0; orbit < images.Orbits.Length; orbit++)
            {
                var points = images.Order[images.Starts[orbit]..images.Starts[orbit + 1]];
                T[] met = [.. before.SelectMany(copy => points.Select(y => copy[channel][y])).Distinct().Order()];
                var bias = -arithmetic.Floor(met[random.Next(Math.Max(1, met.Length - 1))]);
                if (!bias.IsZero)
                {
                    biases.Add(new IntegerBias(channel, orbit, bias));
                }
            }
        }

        return [.. biases];
    }

    private IntegerLayer RandomLayer(GSet source, int sourceChannels, GSet target, int width, int attempt, Random random)
    {
        var (from, to) = (ActionImages.Of(source), ActionImages.Of(target));
        var range = 1 + attempt;
        var weights = new List<IntegerWeight>();
        for (var orbit = 0; orbit < to.Orbits.Length; orbit++)
        {
            var suborbits = Suborbits.Of(to, orbit, from, _cancellationToken);
            var basePoint = to.Order[to.Starts[orbit]];
            var few = suborbits.Blocks.Length <= FewBlocks + attempt;
            for (var channel = 0; channel < width; channel++)
            {
                for (var input = 0; input < sourceChannels; input++)
                {
                    // With many orbitals a few of them, never the one whose sums need all others.
                    var chosen = few
                        ? Enumerable.Range(0, suborbits.Blocks.Length)
                        : Enumerable.Range(0, 3 + attempt).Select(_ => suborbits.ListedBlocks[random.Next(suborbits.ListedBlocks.Length)]).Distinct().Order();
                    foreach (var block in chosen.ToList())
                    {
                        var weight = few ? random.Next(-range, range + 1) : 1 + random.Next(range);
                        if (weight != 0)
                        {
                            weights.Add(new IntegerWeight(channel, input, basePoint, suborbits.Blocks[block].LeastPoint, weight));
                        }
                    }
                }
            }
        }

        return new IntegerLayer(source, sourceChannels, target, width, [.. weights], []);
    }

    private NetworkInput Scaled(NetworkInput input) =>
        _scale.IsOne ? input : NetworkInput.Of(input.Set, input.Channels.Select(channel => channel.Select(value => value * (RealCyclotomic)_scale)));

    private sealed record Arithmetic<T>(T Zero, Func<BigInteger, T> FromInteger, Func<T, T> Activation, Func<RealCyclotomic, T> FromReal, Func<T, BigInteger> Floor);
}
