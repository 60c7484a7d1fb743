using Eqnn.Algebra.GSets;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Separation;
using Eqnn.Records.Groups;
using Eqnn.Records.Json;
using Eqnn.Records.LinearAlgebra;

namespace Eqnn.Records.Certificates;

/// <summary>The certificate that networks of a shape tell two inputs apart, or that none does, as one JSON document for Eqnn.Checking.CertificateChecker.</summary>
/// <remarks>
/// <para>Told apart: a network with integer weights and its two outputs. Not told apart: colours on every layer. What is without biases and has no exact network has no certificate. The format is docs/certificates.md.</para>
/// </remarks>
public static class SeparationCertificate
{
    /// <summary>Whether there is one: with biases always; without biases where inputs are told apart and the activation is piecewise linear.</summary>
    public static bool Exists(PairSeparation separation)
    {
        ArgumentNullException.ThrowIfNull(separation);
        return separation.Match(separated => separated.Network is { Activation.PiecewiseLinear: not null }, indistinguishable => indistinguishable.Colours.Count > 0);
    }

    /// <summary>The document.</summary>
    /// <param name="separation">What was decided.</param>
    /// <param name="producer">What makes the certificate, e.g. <c>eqnn 0.2.0</c>: a label, which nobody checks. Where it is named the version is 2.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static string Of(PairSeparation separation, string? producer = null) => Exists(separation)
        ? CertificateOutput.Document(output => Record(output, separation, producer))
        : throw new ArgumentException("without biases there is a certificate only where inputs are told apart with a piecewise linear activation", nameof(separation));

    private static void Record(CertificateOutput output, PairSeparation separation, string? producer)
    {
        var (json, architecture) = (output.Json, separation.Architecture);
        GSet[] sets = [architecture.Input, .. architecture.Layers, architecture.Output];
        output.Head("separation", producer);
        json.Field("group", CertificateOutput.Label(architecture.Input.Group.Name));
        json.Field("architecture", CertificateOutput.Label(architecture.ToString()));
        json.Records("sets", sets, set =>
        {
            json.Field("size", set.Size);
            json.Permutations("generators", set.GeneratorActions);
        });
        json.List("inputs", [separation.First, separation.Second], input => json.Row(input.Channels, channel => json.ExactRow(channel.Select(value => value.Value))));
        json.Field("biases", separation.BiasFreeActivation is null);
        json.Field("separated", separation.IsSeparated);
        separation.Match(
            separated =>
            {
                json.Object("network", () => Network(json, separated.Network!));
                json.Field("point", separated.Point + 1);
                json.List("outputs", [separated.FirstOutput, separated.SecondOutput], values => json.ExactRow(values.Select(value => value.Value)));
                return true;
            },
            indistinguishable =>
            {
                json.List("colours", indistinguishable.Colours, colours => json.Row([colours.OfCopy(0), colours.OfCopy(1)], json.Positions));
                return false;
            });
    }

    private static void Network(JsonOutput json, SeparatingNetwork network)
    {
        json.Record("activation", () =>
        {
            json.Exact("below", -network.Activation.Evaluate(-Rational.One));
            json.Exact("above", network.Activation.Evaluate(Rational.One));
        });
        json.Records("layers", network.Layers, layer =>
        {
            json.Field("channels", layer.TargetChannels);
            json.Records("weights", layer.Weights, weight =>
            {
                json.Field("to", weight.TargetChannel + 1);
                json.Field("from", weight.SourceChannel + 1);
                json.Positions("pair", [weight.TargetPoint, weight.SourcePoint]);
                json.Exact("weight", weight.Weight);
            });
            json.Records("biases", layer.Biases, bias =>
            {
                json.Field("to", bias.TargetChannel + 1);
                json.Field("point", layer.Target.Orbits[bias.TargetOrbit].BasePoint + 1);
                json.Exact("value", bias.Value);
            });
        });
    }
}
