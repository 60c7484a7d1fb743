using System.Globalization;
using System.Numerics;
using Eqnn.Networks.Orbits;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Separation;

namespace Eqnn.Networks;

/// <summary>A network with exact integer weights as one that runs: for files, plans and fast evaluation.</summary>
public static class SeparatingNetworkModel
{
    private static readonly BigInteger LargestExact = BigInteger.One << 53;

    /// <summary>The network with the same weights in double precision, in which they are exact.</summary>
    /// <exception cref="LimitExceededException">A weight has more than 53 bits.</exception>
    public static EquivariantNetwork Of(SeparatingNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var identity = Activation.Parse("identity");
        var layers = new List<NetworkLayer>();
        for (var i = 0; i < network.Layers.Count; i++)
        {
            var layer = network.Layers[i];
            var (source, target) = (new FeatureSpace(layer.Source, layer.SourceChannels), new FeatureSpace(layer.Target, layer.TargetChannels));
            var orbitals = OrbitalIndex.Of(layer.Source, layer.Target);
            var weights = new double[layer.TargetChannels * layer.SourceChannels * orbitals.Count];
            foreach (var weight in layer.Weights)
            {
                weights[(((weight.TargetChannel * layer.SourceChannels) + weight.SourceChannel) * orbitals.Count) + orbitals.PositionOf(weight.TargetPoint, weight.SourcePoint)] = Exact(weight.Weight);
            }

            var orbits = orbitals.Target.BasePoints.Length;
            var biases = new double[layer.TargetChannels * orbits];
            foreach (var bias in layer.Biases)
            {
                biases[(bias.TargetChannel * orbits) + orbitals.Target.OrbitOf[layer.Target.Orbits[bias.TargetOrbit].BasePoint]] = Exact(bias.Value);
            }

            layers.Add(new NetworkLayer([new LayerTerm(i, EquivariantMap.FromWeights(source, target, weights))], biases, i == network.Layers.Count - 1 ? identity : network.Activation));
        }

        return new EquivariantNetwork(layers[0].Terms[0].Map.Source, layers);
    }

    private static double Exact(BigInteger value) => BigInteger.Abs(value) <= LargestExact
        ? (double)value
        : throw new LimitExceededException("weights of a network file", (long)LargestExact, value.ToString(CultureInfo.InvariantCulture), "not adjustable; the certificate holds the exact weights");
}
