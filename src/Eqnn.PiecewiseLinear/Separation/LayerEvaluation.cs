using System.Numerics;
using Eqnn.PiecewiseLinear.Refinement;

namespace Eqnn.PiecewiseLinear.Separation;

/// <summary>Evaluates an <see cref="IntegerLayer"/> exactly: machine integers that throw when they overflow, large integers, or real cyclotomics.</summary>
internal sealed class LayerEvaluation<T>(T zero, Func<BigInteger, T> fromInteger)
    where T : IAdditionOperators<T, T, T>, ISubtractionOperators<T, T, T>, IMultiplyOperators<T, T, T>
{
    /// <summary>The values of the channels on Y, by channel and point, before any activation.</summary>
    public T[][] Apply(IntegerLayer layer, IReadOnlyList<T[]> values, CancellationToken cancellationToken)
    {
        var (target, source) = (ActionImages.Of(layer.Target), ActionImages.Of(layer.Source));
        var result = new T[layer.TargetChannels][];
        for (var c = 0; c < result.Length; c++)
        {
            result[c] = new T[target.Size];
            Array.Fill(result[c], zero);
        }

        for (var orbit = 0; orbit < target.Orbits.Length; orbit++)
        {
            var weights = layer.Weights.Where(weight => target.OrbitOf[weight.TargetPoint] == orbit).ToList();
            if (weights.Count > 0)
            {
                Add(Suborbits.Of(target, orbit, source, cancellationToken), weights, values, result, cancellationToken);
            }
        }

        foreach (var bias in layer.Biases)
        {
            var value = fromInteger(bias.Value);
            for (var i = target.Starts[bias.TargetOrbit]; i < target.Starts[bias.TargetOrbit + 1]; i++)
            {
                result[bias.TargetChannel][target.Order[i]] += value;
            }
        }

        return result;
    }

    private void Add(Suborbits suborbits, List<IntegerWeight> weights, IReadOnlyList<T[]> values, T[][] result, CancellationToken cancellationToken)
    {
        var source = suborbits.Source;
        var terms = new List<(int Target, int Source, int Block, T Weight)>();
        var constants = new T[result.Length];
        Array.Fill(constants, zero);
        foreach (var channels in weights.GroupBy(weight => (weight.TargetChannel, weight.SourceChannel)))
        {
            var byBlock = channels.ToDictionary(weight => suborbits.BlockAt(weight.TargetPoint, weight.SourcePoint), weight => weight.Weight);
            for (var k = 0; k < source.Orbits.Length; k++)
            {
                // The sum over the block that is left out is the sum over the orbit less the others.
                var rest = Array.FindIndex(suborbits.Blocks, block => block.IsRest && block.SourceOrbit == k);
                var restWeight = byBlock.GetValueOrDefault(rest);
                if (!restWeight.IsZero)
                {
                    var total = zero;
                    for (var i = source.Starts[k]; i < source.Starts[k + 1]; i++)
                    {
                        total += values[channels.Key.SourceChannel][source.Order[i]];
                    }

                    constants[channels.Key.TargetChannel] += fromInteger(restWeight) * total;
                }

                for (var b = 0; b < suborbits.Blocks.Length; b++)
                {
                    if (suborbits.Blocks[b].SourceOrbit == k && b != rest && byBlock.GetValueOrDefault(b) - restWeight is { IsZero: false } weight)
                    {
                        terms.Add((channels.Key.TargetChannel, channels.Key.SourceChannel, b, fromInteger(weight)));
                    }
                }
            }
        }

        for (var c = 0; c < result.Length; c++)
        {
            for (var i = suborbits.Target.Starts[suborbits.Orbit]; i < suborbits.Target.Starts[suborbits.Orbit + 1]; i++)
            {
                result[c][suborbits.Target.Order[i]] += constants[c];
            }
        }

        if (terms.Count == 0)
        {
            return;
        }

        var used = suborbits.RestrictedTo([.. terms.Select(term => term.Block)]);
        var placeOf = used.ListedBlocks.Select((block, place) => (block, place)).ToDictionary(pair => pair.block, pair => pair.place);
        var list = terms.Select(term => (term.Target, Values: values[term.Source], Place: placeOf[term.Block], term.Weight)).ToArray();
        used.Walk(
            (point, images) =>
            {
                foreach (var (channel, from, place, weight) in list)
                {
                    var sum = zero;
                    foreach (var x in images[used.ListedStarts[place]..used.ListedStarts[place + 1]])
                    {
                        sum += from[x];
                    }

                    result[channel][point] += weight * sum;
                }
            },
            cancellationToken);
    }
}
