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
    public static string Of(MapVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return CertificateOutput.Document(output => Root(output, verdict));
    }

    /// <summary>The document of an answer: of its verdict, and of the enumeration where it is there.</summary>
    /// <exception cref="LimitExceededException">More rays than can be listed.</exception>
    public static string Of(MapAnswer answer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer.Enumeration is { } enumeration ? Of(answer.Verdict, enumeration.Maps, cancellationToken) : Of(answer.Verdict);
    }

    /// <summary>The document of a verdict and of the space of maps on a fan.</summary>
    /// <exception cref="ArgumentException">The space belongs to other simples.</exception>
    /// <exception cref="LimitExceededException">More rays than can be listed.</exception>
    public static string Of(MapVerdict verdict, EquivariantMapSpace maps, CancellationToken cancellationToken = default)
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
                Root(output, verdict);
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

    private static void Root(CertificateOutput output, MapVerdict verdict)
    {
        output.Json.Field("format", CertificateOutput.Format);
        output.Json.Field("version", CertificateOutput.Version);
        output.Json.Field("kind", "maps");
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
            output.Json.ExactRows("valuesOnRayOrbits", map.ValuesOnRayOrbits);
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
