using Eqnn.Algebra;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Answers;
using Eqnn.PiecewiseLinear.Certificates;
using Eqnn.PiecewiseLinear.Existence;
using Eqnn.PiecewiseLinear.Maps;
using Eqnn.Records.Groups;
using Eqnn.Records.LinearAlgebra;
using Eqnn.Records.Maps;

namespace Eqnn.Records.Certificates;

/// <summary>The certificate of a verdict on L → K and, where they were enumerated, of all maps on a fan, as one JSON document for Eqnn.Checking.CertificateChecker.</summary>
/// <remarks>The format is docs/certificates.md.</remarks>
public static class MapCertificate
{
    /// <summary>The document of a verdict alone.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="producer">What makes the certificate, e.g. <c>eqnn 0.2.0</c>: a label, which nobody checks. Where it is named the version is 2.</param>
    public static string Of(MapVerdict verdict, string? producer = null)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return CertificateOutput.Document(output => Root(output, verdict, producer));
    }

    /// <summary>The document of an answer: of its verdict, and of the enumeration where it is there.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="producer">What makes the certificate, as for a verdict.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="LimitExceededException">More rays than can be listed.</exception>
    public static string Of(MapAnswer answer, string? producer = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer.Enumeration is { } enumeration ? Of(answer.Verdict, enumeration.Maps, producer, cancellationToken) : Of(answer.Verdict, producer);
    }

    /// <summary>The document of a verdict and of the space of maps on a fan.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="maps">The space.</param>
    /// <param name="producer">What makes the certificate, as for a verdict.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">The space belongs to other simples.</exception>
    /// <exception cref="LimitExceededException">More rays than can be listed.</exception>
    public static string Of(MapVerdict verdict, EquivariantMapSpace maps, string? producer = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        ArgumentNullException.ThrowIfNull(maps);
        var space = maps.Fan.Space;
        var simples = space is Subrepresentation { Simples: var known } ? known.Select(simple => simple.Label).ToList() : [verdict.Source.Label];
        if (simples is not [var only] || only != verdict.Source.Label || maps.TargetModel.Simple.Label != verdict.Target.Label)
        {
            throw new ArgumentException($"the verdict is on {verdict.Source.Label} -> {verdict.Target.Label}, the space of maps is {space} -> {maps.TargetModel.Simple.Label}", nameof(maps));
        }

        // The representatives of the ray orbits come first, so that values and orbits stand in one order.
        var listed = ListedChambers.Of(maps.Fan.Chambers, maps.Fan.RayOrbits.Select(orbit => orbit.Representative), cancellationToken);
        return CertificateOutput.Document(
            output =>
            {
                Root(output, verdict, producer);
                var generators = maps.Fan.Group.Generators;
                output.Object("sourceMatrices", () =>
                {
                    output.Json.Field("dimension", space.Dimension);
                    output.Json.Field("copies", space.Dimension / verdict.Source.Dimension);
                    output.Json.List("generators", generators.Select(space.MatrixOf), output.Rows);
                });
                output.Object("targetMatrices", () =>
                {
                    output.Json.Field("dimension", maps.TargetModel.Points.Count);
                    output.Json.List("generators", generators.Select(maps.TargetModel.MatrixOf), output.Rows);
                });
                output.Object("fan", () => ChamberCertificate.Parts(output, listed, isInner: true));
                output.Object("mapSpace", () => Space(output, maps));
            },
            cancellationToken);
    }

    /// <summary>What a certificate says, as values: <see cref="CertifiedMaps"/>.</summary>
    /// <param name="json">The text of a certificate of kind <c>maps</c>.</param>
    /// <param name="limits">The limits of the group; the default ones if absent.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <remarks>Group, simples and matrices are read and everything else is computed anew, written and compared: what is returned is proved, and a text that differs in anything is refused. <c>Eqnn.Checking</c> checks a certificate without computing anything anew, and takes other names and orders.</remarks>
    /// <exception cref="AlgebraFormatException">It is no such certificate, or not the one that this library writes; the message names line and field.</exception>
    /// <exception cref="LimitExceededException">The group or the fan is beyond a limit.</exception>
    public static CertifiedMaps Read(string json, GroupLimits? limits = null, CancellationToken cancellationToken = default) => MapCertificateReader.Read(json, limits, cancellationToken);

    private static void Root(CertificateOutput output, MapVerdict verdict, string? producer)
    {
        output.Head("maps", producer);
        output.Object("group", () => Group(output, verdict.Source.Table.Group));
        output.Object("source", () => Simple(output, verdict.Source));
        output.Object("target", () => Simple(output, verdict.Target));
        output.Object("verdict", () => Verdict(output, verdict));
    }

    private static void Space(CertificateOutput output, EquivariantMapSpace maps)
    {
        output.Json.Field("dimension", maps.Dimension);
        output.Json.Field("raySum", maps.RayBound);
        output.Json.Field("linearDimension", maps.LinearDimension);
        output.Json.Field("oneLayerDimension", maps.OneLayerDimension);
        output.Records("basis", maps.Basis, map =>
        {
            output.Json.ValuesOnRayOrbits(map);
            output.Json.List("chamberMatrices", maps.Fan.ChamberOrbits.Select(map.MatrixOn), output.Rows);
        });
    }

    private static void Group(CertificateOutput output, FiniteGroup group)
    {
        output.Json.Field("name", CertificateOutput.Label(group.Name));
        output.Json.Field("order", group.Order);
        output.Json.Field("degree", group.Degree);
        output.Json.Permutations("generators", group.Generators);
        output.Json.Records("classes", group.ConjugacyClasses, c =>
        {
            output.Json.Positions("representative", c.Representative.Images);
            output.Json.Field("size", c.Size);
        });
    }

    private static void Simple(CertificateOutput output, SimpleRepresentation simple)
    {
        output.Json.Field("label", simple.Label);
        output.Json.Field("type", simple.Type.Letter());
        output.Json.Field("dimension", simple.Dimension);
        output.Json.Field("kernelOrder", simple.KernelOrder);
        output.Json.ExactRow("constituent", simple.Constituents[0].Values.Values);
        output.Json.ExactRow("character", simple.Character.Values);
    }

    private static void Verdict(CertificateOutput output, MapVerdict verdict)
    {
        output.Json.Field("exists", verdict.IsPossible);
        output.Json.Field("linearExists", verdict.LinearExists);
        verdict.Match(
            exists =>
            {
                output.Json.Record("witness", () => output.Json.Witness(exists.Witness));
                return true;
            },
            impossible =>
            {
                output.Json.Record("obstruction", () => output.Json.Obstruction(impossible.Obstruction));
                return false;
            });
    }
}
