using System.Text.Json.Nodes;
using Eqnn.Algebra.GSets;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Separation;

namespace Eqnn.PiecewiseLinear.Certificates;

/// <summary>The certificate that networks of a shape tell two inputs apart, or that none does, as one JSON document for Eqnn.Checking.CertificateChecker.</summary>
/// <remarks>
/// <para>Told apart: a network with integer weights and its two outputs. Not told apart: colours on every layer. What is without biases and has no exact network has no certificate. The format is docs/certificates.md.</para>
/// </remarks>
public static class SeparationCertificate
{
    /// <summary>The value of the field <c>kind</c>.</summary>
    public const string Kind = "separation";

    /// <summary>Whether there is one: with biases always; without biases where inputs are told apart and the activation is piecewise linear.</summary>
    public static bool Exists(PairSeparation separation)
    {
        ArgumentNullException.ThrowIfNull(separation);
        return separation.Match(separated => separated.Network is { Activation.PiecewiseLinear: not null }, indistinguishable => indistinguishable.Colours.Count > 0);
    }

    /// <summary>The document.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static string Of(PairSeparation separation) => CertificateText.Document(Record(separation));

    /// <summary>The document as an object.</summary>
    internal static JsonObject Record(PairSeparation separation)
    {
        ArgumentNullException.ThrowIfNull(separation);
        if (!Exists(separation))
        {
            throw new ArgumentException("without biases there is a certificate only where inputs are told apart with a piecewise linear activation", nameof(separation));
        }

        var architecture = separation.Architecture;
        GSet[] sets = [architecture.Input, .. architecture.Layers, architecture.Output];
        var record = new JsonObject
        {
            ["format"] = CertificateText.Format,
            ["version"] = CertificateText.Version,
            ["kind"] = Kind,
            ["group"] = CertificateText.Label(architecture.Input.Group.Name),
            ["architecture"] = CertificateText.Label(architecture.ToString()),
            ["sets"] = new JsonArray([.. sets.Select(set => (JsonNode)new JsonObject
            {
                ["size"] = set.Size,
                ["generators"] = new JsonArray([.. set.GeneratorActions.Select(CertificateText.Images)]),
            })]),
            ["inputs"] = new JsonArray([.. new[] { separation.First, separation.Second }.Select(input => new JsonArray([.. input.Channels.Select(channel => CertificateText.Vector(channel.Select(value => value.Value)))]))]),
            ["biases"] = separation.BiasFreeActivation is null,
            ["separated"] = separation.IsSeparated,
        };
        return CertificateText.Seal(separation.Match(
            separated =>
            {
                record["network"] = Network(separated.Network!);
                record["point"] = separated.Point + 1;
                record["outputs"] = new JsonArray([.. new[] { separated.FirstOutput, separated.SecondOutput }.Select(output => CertificateText.Vector(output.Select(value => value.Value)))]);
                return record;
            },
            indistinguishable =>
            {
                record["colours"] = new JsonArray([.. indistinguishable.Colours.Select(colours => new JsonArray([CertificateText.Positions(colours.OfCopy(0)), CertificateText.Positions(colours.OfCopy(1))]))]);
                return record;
            }));
    }

    private static JsonObject Network(SeparatingNetwork network)
    {
        var (below, above) = (-network.Activation.Evaluate(-Rational.One), network.Activation.Evaluate(Rational.One));
        return new JsonObject
        {
            ["activation"] = new JsonObject { ["below"] = CertificateText.Value(below), ["above"] = CertificateText.Value(above) },
            ["layers"] = new JsonArray([.. network.Layers.Select(layer => (JsonNode)new JsonObject
            {
                ["channels"] = layer.TargetChannels,
                ["weights"] = new JsonArray([.. layer.Weights.Select(weight => (JsonNode)new JsonObject
                {
                    ["to"] = weight.TargetChannel + 1,
                    ["from"] = weight.SourceChannel + 1,
                    ["pair"] = CertificateText.Positions([weight.TargetPoint, weight.SourcePoint]),
                    ["weight"] = CertificateText.Value(weight.Weight),
                })]),
                ["biases"] = new JsonArray([.. layer.Biases.Select(bias => (JsonNode)new JsonObject
                {
                    ["to"] = bias.TargetChannel + 1,
                    ["point"] = layer.Target.Orbits[bias.TargetOrbit].BasePoint + 1,
                    ["value"] = CertificateText.Value(bias.Value),
                })]),
            })]),
        };
    }
}
