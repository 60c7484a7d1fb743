using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.PiecewiseLinear.Depth;

/// <summary>Integer weights and an exact input at which a network has a nonzero part in K: proof that K is populated.</summary>
/// <remarks>
/// The network is <c>h_1 = f(v)</c>, <c>h_i = f(T_i h_{i−1})</c> without biases, with one channel in the input, in layer 1 and in the last layer and <see cref="Channels"/> between; <c>v = |G| · P_L w</c> for an integer vector w on X_1,
/// and T_i is, from each channel to each, the integer combination of the orbital matrices of <c>X_i × X_{i−1}</c> with <see cref="Weights"/>[i − 2].
/// </remarks>
public sealed class DepthWitness : IEquatable<DepthWitness>
{
    private readonly IReadOnlyList<IsotypicDecomposition> _layers;

    internal DepthWitness(
        IReadOnlyList<IsotypicDecomposition> layers, Activation activation, SimpleRepresentation source, SimpleRepresentation target, IReadOnlyList<int> input, IReadOnlyList<IReadOnlyList<int>> weights, IReadOnlyList<int>? channels = null)
    {
        _layers = layers;
        Activation = activation;
        Source = source;
        Target = target;
        Input = input;
        Weights = weights;
        Channels = channels ?? [.. Enumerable.Repeat(1, weights.Count + 1)];
    }

    /// <summary>The activation f: piecewise linear or a polynomial.</summary>
    public Activation Activation { get; }

    /// <summary>The simple L of the input.</summary>
    public SimpleRepresentation Source { get; }

    /// <summary>The simple K that is populated.</summary>
    public SimpleRepresentation Target { get; }

    /// <summary>The integer vector w on X_1.</summary>
    public IReadOnlyList<int> Input { get; }

    /// <summary>The coefficients of T_2, ..., T_t: by target channel, source channel, orbital in the order of <see cref="OrbitalBasis"/>.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Weights { get; }

    /// <summary>The numbers of channels of layers 1, ..., t; the first and the last are 1.</summary>
    public IReadOnlyList<int> Channels { get; }

    /// <summary>The number of layers t.</summary>
    public int Layers => Weights.Count + 1;

    /// <summary>The last layer h_t, exactly.</summary>
    public ColumnVector<RealCyclotomic> Evaluate() => Evaluate(_layers, Activation, Source, Input, Weights, Channels);

    /// <summary>Evaluates the network exactly and checks that its part in K is not zero.</summary>
    public bool Verify() => IsPopulated(_layers[Weights.Count], Target, Evaluate());

    /// <inheritdoc/>
    public bool Equals(DepthWitness? other) =>
        other is not null && Activation.Equals(other.Activation) && ReferenceEquals(Source, other.Source) && ReferenceEquals(Target, other.Target) && _layers.SequenceEqual(other._layers)
        && Input.SequenceEqual(other.Input) && Channels.SequenceEqual(other.Channels) && Weights.Count == other.Weights.Count && Weights.Zip(other.Weights).All(pair => pair.First.SequenceEqual(pair.Second));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DepthWitness);

    /// <inheritdoc/>
    public override int GetHashCode() => Input.Concat(Weights.SelectMany(w => w)).Aggregate(Activation.GetHashCode(), HashCode.Combine);

    /// <summary>The input and the weights on one line.</summary>
    public override string ToString() => $"v = |G| P_{Source.Label} [{string.Join(",", Input)}]" + string.Concat(Weights.Select((w, i) => $", T_{i + 2} = [{string.Join(",", w)}]"));

    /// <summary>|G| P_L w, exactly.</summary>
    internal static ColumnVector<RealCyclotomic> Projected(IsotypicDecomposition decomposition, SimpleRepresentation simple, IReadOnlyList<int> input)
    {
        var scale = new Rational(decomposition.Table.Group.Order, 1);
        return Project(decomposition, simple, [.. input.Select(c => (RealCyclotomic)(scale * c))]);
    }

    /// <summary>Whether the part in K of a function on X is not zero, exactly.</summary>
    internal static bool IsPopulated(IsotypicDecomposition decomposition, SimpleRepresentation simple, ColumnVector<RealCyclotomic> values) => Project(decomposition, simple, values).Any(c => !c.IsZero);

    /// <summary>The last layer of a network, exactly.</summary>
    internal static ColumnVector<RealCyclotomic> Evaluate(
        IReadOnlyList<IsotypicDecomposition> layers, Activation f, SimpleRepresentation source, IReadOnlyList<int> input, IReadOnlyList<IReadOnlyList<int>> weights, IReadOnlyList<int> channels)
    {
        List<RealCyclotomic[]> values = [[.. Projected(layers[0], source, input).Select(f.Evaluate)]];
        for (var i = 0; i < weights.Count; i++)
        {
            var basis = OrbitalBasis.Of(layers[i].Set, layers[i + 1].Set);
            var next = new List<RealCyclotomic[]>();
            for (var target = 0; target < channels[i + 1]; target++)
            {
                var channel = new RealCyclotomic[(int)layers[i + 1].Set.Size];
                for (var y = 0; y < channel.Length; y++)
                {
                    var sum = RealCyclotomic.Zero;
                    for (var from = 0; from < values.Count; from++)
                    {
                        var offset = ((target * values.Count) + from) * basis.Orbitals.Count;
                        for (var x = 0; x < values[from].Length; x++)
                        {
                            sum += values[from][x] * weights[i][offset + basis.PositionOf(y, x)];
                        }
                    }

                    channel[y] = f.Evaluate(sum);
                }

                next.Add(channel);
            }

            values = next;
        }

        return [.. values[0]];
    }

    private static ColumnVector<RealCyclotomic> Project(IsotypicDecomposition decomposition, SimpleRepresentation simple, ColumnVector<RealCyclotomic> vector)
    {
        var result = new RealCyclotomic[vector.Count];
        for (var i = 0; i < decomposition.Set.Orbits.Count; i++)
        {
            var orbit = decomposition.Set.Orbits[i];
            var values = decomposition.ProjectorValues(simple, i).Select(c => (RealCyclotomic)c).ToList();
            foreach (var z in orbit.Points)
            {
                foreach (var w in orbit.Points.Where(w => !vector[w].IsZero))
                {
                    result[z] += values[orbit.PieceOfPair(z, w)] * vector[w];
                }
            }
        }

        return [.. result];
    }
}
