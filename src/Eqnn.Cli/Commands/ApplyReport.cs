using System.Globalization;
using System.Numerics;
using Eqnn.Cli.Output;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Transport;
using Eqnn.Records.Groups;
using Eqnn.Records.GSets;
using Eqnn.Records.Json;
using Eqnn.Records.LinearAlgebra;

namespace Eqnn.Cli.Commands;

/// <summary>The answer of <c>eqnn apply</c>.</summary>
internal sealed class ApplyReport(ActivationTransport transport, IReadOnlyList<AppliedVector> applied) : OutlinedReport
{
    /// <inheritdoc/>
    protected override void Describe(Outline outline)
    {
        var set = transport.Graph.Decomposition.Set;
        outline.Heading($"{set.Group.Name}, order {set.Group.Order}: {transport.Graph.Activation.Name} applied to vectors of {transport.Source.Label} on {set.Name}, size {set.Size}");
        outline.InDocument(json => json.Group(set.Group));
        outline.InDocument(json => json.Set("on", set));
        outline.Field("source", transport.Source.Label);
        outline.Field("copy", transport.Copy + 1);
        outline.Field("activation", transport.Graph.Activation.Name);
        if (applied.Count == 1)
        {
            Describe(outline, applied[0]);
        }
        else
        {
            outline.Each("results", applied, Describe);
        }
    }

    private void Describe(Outline part, AppliedVector answer)
    {
        part.Line($"v = ({Prose.Join(", ", answer.Vector.Select(c => (Prose)c))}){(transport.Copy > 0 ? string.Create(CultureInfo.InvariantCulture, $" in copy {transport.Copy + 1}") : "")}, on the points: {Prose.Join(", ", answer.Values.Select(c => (Prose)c))}");
        part.InDocument(json =>
        {
            json.ExactRow("vector", answer.Vector);
            json.ExactRow("values", answer.Values);
            if (answer.Images is { } images)
            {
                json.ExactRow("images", images);
            }
            else
            {
                json.Row("images", answer.Enclosures.Select(e => Decimals(e, answer.Digits)));
            }
        });
        part.Line($"chamber {string.Join(" ", answer.Signs.Select(Sign))}{(answer.ChamberOrbit is { } orbit ? string.Create(CultureInfo.InvariantCulture, $", orbit {orbit + 1}") : "")}");
        part.Record("chamber", chamber =>
        {
            chamber.InDocument(json => json.Row("signs", answer.Signs));
            chamber.Field("orbit", answer.ChamberOrbit + 1);
        });
        part.Objects("images", "targets", answer.Parts, columns => columns
            .Text("simple", "label", target => target.Copies.Simple.Label)
            .Left("image", target => Image(target, answer.Digits)).Fields((json, target) => WriteImage(json, target, answer.Digits))
            .Right("norm", target => Decimals(target.Norm, answer.Digits)).Fields((json, target) => json.Field("norm", Decimals(target.Norm, answer.Digits)))
            .Left("zero", target => target.Vanishes switch { VanishingCause.Theorem => "for every v", VanishingCause.Here => "here", _ => "" })
            .Fields((json, target) => json.Field("zero", target.Vanishes switch { VanishingCause.Theorem => "theorem", VanishingCause.Here => "here", _ => null }))
            .Fields(WritePiece));
    }

    private static void WriteImage(JsonOutput json, TransportedPart part, int digits)
    {
        json.Field("multiplicity", (BigInteger)part.Copies.Decomposition.Multiplicity(part.Copies.Simple));
        if (part.ByCopy is { } copies)
        {
            json.ExactRows("exact", copies);
        }
        else
        {
            json.Null("exact");
        }

        json.List("approx", part.Enclosures.Chunk(part.Copies.CopyDimension), copy => json.Row(copy.Select(e => Decimals(e, digits))));
        json.Exact("normSquared", part.SquaredNorm);
    }

    private static void WritePiece(JsonOutput json, TransportedPart part)
    {
        if (part.Matrix is { } piece)
        {
            json.ExactRows("matrix", piece.Matrix.Rows());
            json.ExactRow("offset", piece.Offset);
        }
    }

    private static Prose Image(TransportedPart part, int digits) => part.ByCopy is { } copies
        ? Prose.Join(" ", copies.Select(copy => (Prose)$"({Prose.Join(", ", copy.Select(c => (Prose)c))})"))
        : string.Join(" ", part.Enclosures.Chunk(part.Copies.CopyDimension).Select(copy => $"({string.Join(", ", copy.Select(e => Decimals(e, digits)))})"));

    /// <summary>All digits that the enclosure decides, at most those asked for.</summary>
    private static string Decimals(RealInterval value, int digits)
    {
        if (value.Low.IsZero && value.High.IsZero)
        {
            return "0";
        }

        for (var n = digits; n > 0; n--)
        {
            if (value.TryToDecimalString(n) is { } text)
            {
                return text;
            }
        }

        return value.Low.ToDecimalString(digits);
    }

    private static string Sign(int sign) => sign switch { 0 => "0", 1 => "+", -1 => "-", _ => sign.ToString("+0;-0", CultureInfo.InvariantCulture) };
}
