using Eqnn.Algebra.GSets;

namespace Eqnn.PiecewiseLinear.Separation;

/// <summary>A shape of equivariant networks: functions on X in any number of channels, hidden layers on Y₁, …, Y_r of any width, output functions on Z. Linear maps and invariant biases are free.</summary>
/// <remarks>Z is one point for invariant outputs. The question what such networks can tell apart, or approximate, does not depend on the activation as long as that is continuous and no polynomial: docs/theory.md#separation.</remarks>
public sealed class Architecture
{
    private Architecture(GSet input, IReadOnlyList<GSet> layers, GSet output) => (Input, Layers, Output) = (input, layers, output);

    /// <summary>X.</summary>
    public GSet Input { get; }

    /// <summary>Y₁, …, Y_r, at least one.</summary>
    public IReadOnlyList<GSet> Layers { get; }

    /// <summary>Z.</summary>
    public GSet Output { get; }

    /// <summary>The networks X → layers → output.</summary>
    /// <param name="input">X.</param>
    /// <param name="layers">Y₁, …, Y_r.</param>
    /// <param name="output">Z; one point if absent.</param>
    /// <exception cref="ArgumentException">There is no hidden layer, or the sets belong to different groups.</exception>
    public static Architecture Of(GSet input, IEnumerable<GSet> layers, GSet? output = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(layers);
        GSet[] list = [.. layers];
        if (list.Length == 0)
        {
            throw new ArgumentException("a network needs at least one hidden layer", nameof(layers));
        }

        var target = output ?? GSet.OnePoint(input.Group);
        return list.Append(target).FirstOrDefault(set => !ReferenceEquals(set.Group, input.Group)) is { } stranger
            ? throw new ArgumentException($"{stranger.Name} belongs to {stranger.Group.Name}, {input.Name} to {input.Group.Name}")
            : new(input, Array.AsReadOnly(list), target);
    }

    /// <summary>The first layers only.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not between 1 and the number of layers.</exception>
    public Architecture WithDepth(int depth)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(depth, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(depth, Layers.Count);
        return new(Input, [.. Layers.Take(depth)], Output);
    }

    /// <summary>X -> Y₁ -> … -> Z.</summary>
    public override string ToString() => string.Join(" -> ", [Input.Name, .. Layers.Select(layer => layer.Name), Output.Name]);
}
