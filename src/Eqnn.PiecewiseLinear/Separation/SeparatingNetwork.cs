using System.Numerics;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.PiecewiseLinear.Separation;

/// <summary>A network with integer weights, for exact evaluation: affine, activation, affine, …, affine; no activation after the last layer.</summary>
/// <remarks>Made by <see cref="PairSeparation"/>, with ReLU, as a proof that two inputs are told apart. One channel leaves the last hidden layer.</remarks>
public sealed class SeparatingNetwork
{
    internal SeparatingNetwork(IReadOnlyList<IntegerLayer> layers, Activation activation) => (Layers, Activation) = (layers, activation);

    /// <summary>The layers X → Y₁, …, Y_r → Z.</summary>
    public IReadOnlyList<IntegerLayer> Layers { get; }

    /// <summary>The activation after every layer but the last, piecewise linear or a polynomial.</summary>
    public Activation Activation { get; }

    /// <summary>The number of weights and biases that are not 0.</summary>
    public int ParameterCount => Layers.Sum(layer => layer.Weights.Count + layer.Biases.Count);

    /// <summary>The output, a function on Z, exactly.</summary>
    /// <exception cref="ArgumentException">The input has other channels, or is one on another set.</exception>
    public ColumnVector<RealCyclotomic> Evaluate(NetworkInput input, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (!ReferenceEquals(input.Set, Layers[0].Source) || input.Channels.Count != Layers[0].SourceChannels)
        {
            throw new ArgumentException($"the network takes {Layers[0].SourceChannels} channels on {Layers[0].Source.Name}, the input has {input.Channels.Count} on {input.Set.Name}", nameof(input));
        }

        return [.. ExactValues.Evaluate(Layers, Activation, input, cancellationToken)[0]];
    }

    /// <summary>Widths and number of parameters.</summary>
    public override string ToString() => FormattableString.Invariant($"{string.Join(" -> ", Layers.Select(layer => $"{layer.SourceChannels} x {layer.Source.Name}"))} -> {Layers[^1].TargetChannels} x {Layers[^1].Target.Name}, {ParameterCount} parameters");
}

/// <summary>Evaluation of layers in the fastest arithmetic that is exact.</summary>
internal static class ExactValues
{
    /// <summary>The values of the last layer, by channel and point.</summary>
    public static RealCyclotomic[][] Evaluate(IReadOnlyList<IntegerLayer> layers, Activation activation, NetworkInput input, CancellationToken cancellationToken)
    {
        var integral = activation.Equals(Activation.Relu) && input.Channels.All(channel => channel.All(value => value.IsRational && value.ToRational().IsInteger));
        if (integral)
        {
            var integers = input.Channels.Select(channel => channel.Select(value => value.ToRational().Numerator).ToArray()).ToArray();
            try
            {
                var evaluation = new LayerEvaluation<long>(0, value => checked((long)value));
                return Cast(Run(layers, evaluation, [.. integers.Select(channel => channel.Select(value => checked((long)value)).ToArray())], value => Math.Max(value, 0), cancellationToken), value => (RealCyclotomic)value);
            }
            catch (OverflowException)
            {
                var evaluation = new LayerEvaluation<BigInteger>(BigInteger.Zero, value => value);
                return Cast(Run(layers, evaluation, integers, value => BigInteger.Max(value, 0), cancellationToken), value => (RealCyclotomic)value);
            }
        }

        return Run(layers, new LayerEvaluation<RealCyclotomic>(RealCyclotomic.Zero, value => value), [.. input.Channels.Select(channel => channel.ToArray())], activation.Evaluate, cancellationToken);
    }

    private static T[][] Run<T>(IReadOnlyList<IntegerLayer> layers, LayerEvaluation<T> evaluation, IReadOnlyList<T[]> values, Func<T, T> activation, CancellationToken cancellationToken)
        where T : IAdditionOperators<T, T, T>, ISubtractionOperators<T, T, T>, IMultiplyOperators<T, T, T>
    {
        for (var i = 0; i < layers.Count; i++)
        {
            var result = evaluation.Apply(layers[i], values, cancellationToken);
            values = i == layers.Count - 1 ? result : Array.ConvertAll(result, channel => Array.ConvertAll(channel, value => activation(value)));
        }

        return [.. values];
    }

    private static RealCyclotomic[][] Cast<T>(T[][] values, Converter<T, RealCyclotomic> convert) => Array.ConvertAll(values, channel => Array.ConvertAll(channel, convert));
}
