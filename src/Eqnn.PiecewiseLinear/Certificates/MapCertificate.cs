using System.Text.Json.Nodes;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Existence;
using Eqnn.PiecewiseLinear.Maps;

namespace Eqnn.PiecewiseLinear.Certificates;

/// <summary>The certificate of a verdict on L → K and, where they were enumerated, of all maps on a fan, as one JSON document for Eqnn.Checking.CertificateChecker.</summary>
/// <remarks>The format is docs/certificates.md.</remarks>
public static class MapCertificate
{
    /// <summary>The document of a verdict alone.</summary>
    public static string Of(MapVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return CertificateText.Document(CertificateText.Seal(Root(verdict)));
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

        var root = Root(verdict);
        var group = maps.Fan.Group;
        root["sourceMatrices"] = CertificateText.Seal(new JsonObject
        {
            ["dimension"] = space.Dimension,
            ["copies"] = space.Dimension / verdict.Source.Dimension,
            ["generators"] = new JsonArray([.. group.Generators.Select(g => CertificateText.Rows(space.MatrixOf(g)))]),
        });
        root["targetMatrices"] = CertificateText.Seal(new JsonObject
        {
            ["dimension"] = maps.TargetModel.Points.Count,
            ["generators"] = new JsonArray([.. group.Generators.Select(g => CertificateText.Rows(maps.TargetModel.MatrixOf(g)))]),
        });

        // The representatives of the ray orbits come first, so that values and orbits stand in one order.
        var fan = new JsonObject();
        foreach (var (name, value) in ChamberCertificate.Parts(maps.Fan.Chambers, [.. maps.Fan.RayOrbits.Select(orbit => orbit.Representative)], cancellationToken))
        {
            fan[name] = value;
        }

        root["fan"] = CertificateText.Seal(fan);
        root["mapSpace"] = CertificateText.Seal(new JsonObject
        {
            ["dimension"] = maps.Dimension,
            ["raySum"] = maps.RayBound,
            ["linearDimension"] = maps.LinearDimension,
            ["oneLayerDimension"] = maps.OneLayerDimension,
            ["basis"] = new JsonArray([.. maps.Basis.Select(map => (JsonNode)CertificateText.Seal(new JsonObject
            {
                ["valuesOnRayOrbits"] = new JsonArray([.. map.ValuesOnRayOrbits.Select(CertificateText.Vector)]),
                ["chamberMatrices"] = new JsonArray([.. maps.Fan.ChamberOrbits.Select(chamber => CertificateText.Rows(map.MatrixOn(chamber)))]),
            }))]),
        });
        return CertificateText.Document(CertificateText.Seal(root));
    }

    private static JsonObject Root(MapVerdict verdict) => new()
    {
        ["format"] = CertificateText.Format,
        ["version"] = CertificateText.Version,
        ["kind"] = "maps",
        ["group"] = Group(verdict.Source.Table.Group),
        ["source"] = Simple(verdict.Source),
        ["target"] = Simple(verdict.Target),
        ["verdict"] = Verdict(verdict),
    };

    private static JsonObject Group(FiniteGroup group) => CertificateText.Seal(new JsonObject
    {
        ["name"] = CertificateText.Label(group.Name),
        ["order"] = CertificateText.Count(group.Order),
        ["degree"] = group.Degree,
        ["generators"] = new JsonArray([.. group.Generators.Select(CertificateText.Images)]),
        ["classes"] = new JsonArray([.. group.ConjugacyClasses.Select(c => (JsonNode)new JsonObject
        {
            ["representative"] = CertificateText.Images(c.Representative),
            ["size"] = CertificateText.Count(c.Size),
        })]),
    });

    private static JsonObject Simple(SimpleRepresentation simple) => CertificateText.Seal(new JsonObject
    {
        ["label"] = simple.Label,
        ["type"] = simple.TypeLetter.ToString(),
        ["dimension"] = simple.Dimension,
        ["kernelOrder"] = CertificateText.Count(simple.KernelOrder),
        ["constituent"] = CertificateText.Vector(simple.Constituents[0].Values.Values),
        ["character"] = CertificateText.Vector(simple.Character.Values),
    });

    private static JsonObject Verdict(MapVerdict verdict)
    {
        var record = new JsonObject { ["exists"] = verdict.IsPossible, ["linearExists"] = verdict.LinearExists };
        return CertificateText.Seal(verdict.Match(
            exists =>
            {
                record["witness"] = new JsonObject
                {
                    ["bias"] = CertificateText.Value(exists.Witness.Bias),
                    ["pointByClass"] = CertificateText.Vector(verdict.Source.Table.Classes.Select(c => exists.Witness.PointAt(c.Position))),
                    ["valueAtIdentity"] = CertificateText.Value(exists.Witness.ValueAtIdentity),
                };
                return record;
            },
            impossible =>
            {
                record["obstruction"] = new JsonObject
                {
                    ["element"] = CertificateText.Images(impossible.Obstruction.Element),
                    ["class"] = impossible.Obstruction.ClassPosition + 1,
                    ["kernelSum"] = CertificateText.Value(impossible.Obstruction.KernelSum),
                };
                return record;
            }));
    }
}
