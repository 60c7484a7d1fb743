using System.Numerics;
using System.Text.Json.Nodes;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Arrangements;

namespace Eqnn.PiecewiseLinear.Certificates;

/// <summary>The certificate of an enumeration of chambers: what was found and what makes it checkable, as one JSON document for Eqnn.Checking.CertificateChecker.</summary>
/// <remarks>It holds the arrangement, its symmetry, one chamber of each orbit with all its rays and its walls, and the orbits of rays. The format is docs/certificates.md.</remarks>
public static class ChamberCertificate
{
    /// <summary>The document.</summary>
    /// <exception cref="LimitExceededException">More rays than can be listed.</exception>
    public static string Of(ChamberEnumeration chambers, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(chambers);
        var root = new JsonObject { ["format"] = CertificateText.Format, ["version"] = CertificateText.Version, ["kind"] = "chambers", ["solver"] = CertificateText.Label(chambers.Origin) };
        foreach (var (name, value) in Parts(chambers, [], cancellationToken))
        {
            root[name] = value;
        }

        return CertificateText.Document(CertificateText.Seal(root));
    }

    /// <summary>The fields of the arrangement and its chambers; rays in the order in which the chambers meet them, after <paramref name="firstRays"/>.</summary>
    internal static IReadOnlyList<(string Name, JsonNode Value)> Parts(ChamberEnumeration chambers, IReadOnlyList<ColumnVector<Cyclotomic>> firstRays, CancellationToken cancellationToken)
    {
        var arrangement = chambers.Arrangement;

        // Of linear maps, not of permutations of rows: a map of finite order that fixes all hyperplanes with their sides is the identity on the span of the rows.
        var order = arrangement.Action?.ImageOrder ?? BigInteger.One;
        var parts = new List<(string, JsonNode)>
        {
            ("arrangement", CertificateText.Seal(new JsonObject { ["columns"] = arrangement.AmbientDimension, ["rows"] = new JsonArray([.. arrangement.Rows.Select(CertificateText.Vector)]) })),
            ("symmetry", CertificateText.Seal(new JsonObject
            {
                ["order"] = CertificateText.Count(order),
                ["generators"] = new JsonArray([.. arrangement.Symmetry.Select(g => CertificateText.Numbers(Enumerable.Range(0, g.Degree).Select(j => g.SignAt(j) * (g.Image(j) + 1))))]),
            })),
            ("counts", Counts(chambers)),
        };

        // Rays are told apart, and put into orbits, by the signs on them.
        var orbits = new RaySignOrbits(arrangement, cancellationToken);
        var numbers = new Dictionary<string, int>();
        var rays = new JsonArray();
        var rayOrbits = new JsonArray();
        var knownVectors = new Dictionary<ColumnVector<Cyclotomic>, int>();
        int NumberOf(ColumnVector<Cyclotomic> ray) => knownVectors.TryGetValue(ray, out var known) ? known : knownVectors[ray] = NewNumberOf(ray);

        int NewNumberOf(ColumnVector<Cyclotomic> ray)
        {
            var word = orbits.SignsAt(ray);
            if (!numbers.TryGetValue(word, out var number))
            {
                numbers[word] = number = numbers.Count + 1;
                rays.Add((JsonNode)CertificateText.Vector(ray));
                if (orbits.SizeOfNew(word) is { } size)
                {
                    rayOrbits.Add((JsonNode)CertificateText.Seal(new JsonObject
                    {
                        ["ray"] = number,
                        ["size"] = size,
                        ["stabiliserOrder"] = CertificateText.Count(order / size),
                    }));
                }
            }

            return number;
        }

        foreach (var ray in firstRays)
        {
            NumberOf(ray);
        }

        var list = new JsonArray();
        foreach (var orbit in chambers.Orbits)
        {
            cancellationToken.ThrowIfCancellationRequested();
            list.Add((JsonNode)CertificateText.Seal(new JsonObject
            {
                ["signs"] = orbit.Representative.ToString(),
                ["size"] = CertificateText.Count(orbit.Size),
                ["stabiliserOrder"] = CertificateText.Count(order / orbit.Size),
                ["rays"] = CertificateText.Numbers(orbit.Representative.Rays.Select(NumberOf)),
                ["walls"] = CertificateText.Positions(orbit.Representative.Walls),
            }));
        }

        parts.Add(("rays", rays));
        parts.Add(("rayOrbits", rayOrbits));
        parts.Add(("chamberOrbits", list));
        return parts;
    }

    private static JsonObject Counts(ChamberEnumeration chambers)
    {
        var arrangement = chambers.Arrangement;
        return CertificateText.Seal(new JsonObject
        {
            ["dimension"] = arrangement.Dimension,
            ["lineality"] = arrangement.Lineality.Count,
            ["rows"] = arrangement.Rows.Count,
            ["zeroRows"] = arrangement.ZeroRows.Count,
            ["hyperplanes"] = arrangement.Hyperplanes.Count,
            ["chambers"] = CertificateText.Count(chambers.ChamberCount),
            ["chamberOrbits"] = chambers.Orbits.Count,
            ["walls"] = CertificateText.Count(chambers.WallCount),
            ["wallOrbits"] = CertificateText.Count(chambers.WallOrbitCount),
            ["rays"] = CertificateText.Count(chambers.RayCount),
            ["rayOrbits"] = chambers.RayOrbits.Count,
            ["simplicial"] = chambers.IsSimplicial,
            ["zaslavsky"] = chambers.Completeness.Zaslavsky is { } count ? CertificateText.Count(count) : null,
        });
    }
}
