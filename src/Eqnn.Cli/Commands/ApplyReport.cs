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
internal sealed class ApplyReport(ActivationTransport transport, IReadOnlyList<AppliedVector> applied) : Report
{
    /// <inheritdoc/>
    public override void Describe(Page page)
    {
        var set = transport.Graph.Decomposition.Set;
        page.Heading($"{set.Group.Name}, order {set.Group.Order}: {transport.Graph.Activation.Name} applied to vectors of {transport.Source.Label} on {set.Name}, size {set.Size}");
        foreach (var answer in applied)
        {
            page.Line($"v = ({Prose.Join(", ", answer.Vector.Select(c => (Prose)c))}){(transport.Copy > 0 ? string.Create(CultureInfo.InvariantCulture, $" in copy {transport.Copy + 1}") : "")}, on the points: {Prose.Join(", ", answer.Values.Select(c => (Prose)c))}");
            page.Line($"chamber {string.Join(" ", answer.Signs.Select(Sign))}{(answer.ChamberOrbit is { } orbit ? string.Create(CultureInfo.InvariantCulture, $", orbit {orbit + 1}") : "")}");
            var rows = new PageTable { Name = "images" }.Left("simple").Left("image").Right("norm").Left("zero");
            foreach (var part in answer.Parts)
            {
                rows.Row(part.Copies.Simple.Label, Image(part, answer.Digits), Decimals(part.Norm, answer.Digits), part.Vanishes switch { VanishingCause.Theorem => "for every v", VanishingCause.Here => "here", _ => "" });
            }

            page.Table(rows);
        }
    }

    /// <inheritdoc/>
    public override void WriteJson(JsonOutput json) => json.Object(() =>
    {
        var set = transport.Graph.Decomposition.Set;
        json.Group(set.Group);
        json.Set("on", set);
        json.Field("source", transport.Source.Label);
        json.Field("copy", (BigInteger)(transport.Copy + 1));
        json.Field("activation", transport.Graph.Activation.Name);
        if (applied.Count == 1)
        {
            Write(json, applied[0]);
        }
        else
        {
            json.List("results", applied, answer => json.Object(() => Write(json, answer)));
        }
    });

    private static void Write(JsonOutput json, AppliedVector answer)
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

        json.Record("chamber", () =>
        {
            json.Row("signs", answer.Signs);
            if (answer.ChamberOrbit is { } orbit)
            {
                json.Field("orbit", (BigInteger)(orbit + 1));
            }
            else
            {
                json.Null("orbit");
            }
        });
        json.List("targets", answer.Parts, part => json.Object(() => Write(json, part, answer.Digits)));
    }

    private static void Write(JsonOutput json, TransportedPart part, int digits)
    {
        json.Field("label", part.Copies.Simple.Label);
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
        json.Field("norm", Decimals(part.Norm, digits));
        json.Field("zero", part.Vanishes switch { VanishingCause.Theorem => "theorem", VanishingCause.Here => "here", _ => null });
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
