using System.Diagnostics;
using Eqnn.Algebra.Groups;

namespace Eqnn.Networks;

/// <summary>An equivariant neural network: feature spaces of one group, layers with orbital weights, invariant biases and one activation each.</summary>
/// <remarks>
/// <para><b>States.</b> State 0 is the input, state i the output of layer i. Layers are numbered from 1 in texts.</para>
/// <para><b>Evaluation</b> by definition is <see cref="Evaluate"/>; the fast one is <see cref="Plans.NetworkRunner{T}"/>. <b>Source.</b> [GTW, §2]; docs/theory.md#objects.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class EquivariantNetwork
{
    /// <summary>A network.</summary>
    /// <param name="input">The features of the input.</param>
    /// <param name="layers">The layers in order.</param>
    /// <param name="axes">How files order the axes of one sample.</param>
    /// <exception cref="ArgumentException">A layer starts from a state that is not there yet, or from one with other features than its map expects.</exception>
    public EquivariantNetwork(FeatureSpace input, IEnumerable<NetworkLayer> layers, AxisOrder axes = AxisOrder.ChannelPoint)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(layers);
        Layers = Array.AsReadOnly(layers.ToArray());
        States = Array.AsReadOnly(new[] { input }.Concat(Layers.Select(layer => layer.Target)).ToArray());
        Axes = axes;
        (InputAxes, OutputAxes, Notes) = (SampleAxes.Of(States[0], axes), SampleAxes.Of(States[^1], axes), []);
        for (var i = 0; i < Layers.Count; i++)
        {
            foreach (var term in Layers[i].Terms)
            {
                if (term.State < 0 || term.State > i)
                {
                    throw new ArgumentException(FormattableString.Invariant($"layer {i + 1} starts from state {term.State}; only 0 to {i} are there"), nameof(layers));
                }

                var (met, wanted) = (States[term.State], term.Map.Source);
                if (met.Channels != wanted.Channels || !ReferenceEquals(met.Set, wanted.Set))
                {
                    throw new ArgumentException(FormattableString.Invariant($"layer {i + 1} expects {wanted}, state {term.State} is {met}"), nameof(layers));
                }
            }
        }
    }

    private EquivariantNetwork(EquivariantNetwork other, SampleAxes input, SampleAxes output, IReadOnlyList<string> notes)
    {
        (Layers, States, Axes) = (other.Layers, other.States, other.Axes);
        (InputAxes, OutputAxes, Notes) = (input, output, notes);
    }

    /// <summary>The group.</summary>
    public FiniteGroup Group => States[0].Set.Group;

    /// <summary>The features of the input and of every layer.</summary>
    public IReadOnlyList<FeatureSpace> States { get; }

    /// <summary>The layers.</summary>
    public IReadOnlyList<NetworkLayer> Layers { get; }

    /// <summary>How files order the axes of one sample.</summary>
    public AxisOrder Axes { get; }

    /// <summary>The axes of arrays of inputs.</summary>
    public SampleAxes InputAxes { get; }

    /// <summary>The axes of arrays of outputs.</summary>
    public SampleAxes OutputAxes { get; }

    /// <summary>What a reader of this network must know of where it comes from, one line each: parts of a file that were read otherwise than they are written.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>The same network with other axes of its arrays.</summary>
    /// <exception cref="ArgumentException">They do not have as many entries as input and output.</exception>
    public EquivariantNetwork WithArrays(SampleAxes input, SampleAxes output)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        if (input.Dimension != Input.Dimension || output.Dimension != Output.Dimension || Input.Points % input.PointsBefore != 0 || Output.Points % output.PointsBefore != 0)
        {
            throw new ArgumentException($"arrays {input} and {output} for {Input} and {Output}");
        }

        return new(this, input, output, Notes);
    }

    /// <summary>The same network with notes.</summary>
    public EquivariantNetwork WithNotes(IEnumerable<string> notes)
    {
        ArgumentNullException.ThrowIfNull(notes);
        return new(this, InputAxes, OutputAxes, Array.AsReadOnly(notes.ToArray()));
    }

    /// <summary>The features of the input.</summary>
    public FeatureSpace Input => States[0];

    /// <summary>The features of the output.</summary>
    public FeatureSpace Output => States[^1];

    /// <summary>The number of weights and biases.</summary>
    public long ParameterCount => Layers.Sum(layer => layer.Bias.Count + layer.Terms.Sum(term => (long)term.Map.ParameterCount));

    /// <summary>The number of weights and biases of dense layers of the same sizes.</summary>
    public long DenseParameterCount => Layers.Sum(layer => layer.Target.Dimension + layer.Terms.Sum(term => (long)term.Map.Source.Dimension * term.Map.Target.Dimension));

    /// <summary>The products that <see cref="Evaluate"/> takes.</summary>
    internal double EvaluationCost => Layers.Sum(layer => layer.Terms.Sum(term => term.Map.ApplyCost));

    /// <summary>The output for one input, by definition in double precision.</summary>
    /// <exception cref="ArgumentException">The input has the wrong length.</exception>
    public IReadOnlyList<double> Evaluate(IReadOnlyList<double> input) => EvaluateStates(input)[^1];

    /// <summary>All states for one input, by definition in double precision.</summary>
    /// <exception cref="ArgumentException">The input has the wrong length.</exception>
    public IReadOnlyList<IReadOnlyList<double>> EvaluateStates(IReadOnlyList<double> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Count != Input.Dimension)
        {
            throw new ArgumentException(FormattableString.Invariant($"the network takes {Input.Dimension} numbers ({Input}), not {input.Count}"), nameof(input));
        }

        var states = new List<double[]> { input.ToArray() };
        foreach (var layer in Layers)
        {
            states.Add(layer.Loop.ByDefinition(PreActivation(layer, states)));
        }

        return states;
    }

    internal static double[] PreActivation(NetworkLayer layer, IReadOnlyList<double[]> states)
    {
        var sum = layer.BiasByPoint();
        foreach (var term in layer.Terms)
        {
            var part = term.Map.ApplyByDefinition(states[term.State]);
            for (var i = 0; i < sum.Length; i++)
            {
                sum[i] += part[i];
            }
        }

        return sum;
    }

    /// <summary>In one line: the group, the states and the activations.</summary>
    public override string ToString() => FormattableString.Invariant($"{Group.Name}: {string.Join(" -> ", States)}, {string.Join(", ", Layers.Select(layer => layer.Activation.Name))}, {ParameterCount} parameters");
}
