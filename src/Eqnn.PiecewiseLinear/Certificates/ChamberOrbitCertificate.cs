using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Arrangements;

namespace Eqnn.PiecewiseLinear.Certificates;

/// <summary>The certificate of an enumeration of chambers by orbits: one line for the arrangement and its symmetry, one for each orbit, written as they are found, for Eqnn.Checking.CertificateChecker.</summary>
/// <remarks>
/// <para><b>Content.</b> For each orbit a point in one chamber, its stabiliser, its walls, and for each wall up to the stabiliser the orbit beyond with an element that carries the chamber beyond to that orbit's. Where the arrangement has no symmetry of its own, -1 is used.
/// The format is docs/certificates.md; why it proves the number of chambers: docs/theory.md#orbit-certificates.</para>
/// <para><b>Cost.</b> Time and length follow the orbits; memory holds one bit for each hyperplane and orbit.</para>
/// <para><b>Not</b> the rays: <see cref="ChamberCertificate"/> lists them, for as many chambers as can be listed.</para>
/// </remarks>
public static class ChamberOrbitCertificate
{
    /// <summary>The version of the format.</summary>
    internal const int Version = 2;

    /// <summary>The certificate as text.</summary>
    /// <exception cref="ArgumentException">The arrangement has no hyperplanes.</exception>
    public static string Of(ChamberEnumeration chambers, CancellationToken cancellationToken = default)
    {
        using var text = new MemoryStream();
        Write(chambers, text, cancellationToken);
        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }

    /// <summary>Writes the certificate line by line.</summary>
    /// <exception cref="ArgumentException">The arrangement has no hyperplanes: it has one chamber without walls, and <see cref="ChamberCertificate"/> says all of it; or the enumeration is partial.</exception>
    /// <exception cref="CertificateException">What is met on the way differs from the enumeration: a bug.</exception>
    public static void Write(ChamberEnumeration chambers, Stream output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(chambers);
        ArgumentNullException.ThrowIfNull(output);
        var arrangement = chambers.Arrangement;
        if (arrangement.Dimension == 0 || chambers.IsPartial)
        {
            throw new ArgumentException(chambers.IsPartial ? "the enumeration is partial" : "an arrangement without hyperplanes has no walls to cross", nameof(chambers));
        }

        using var lines = new Lines(output);
        var order = OrderOf(arrangement);
        var found = BigInteger.Zero;
        var walls = BigInteger.Zero;
        var orbits = 0;
        ChamberLimits.EngineFor(arrangement).Journal(
            basePoints => lines.Add(Header(chambers, order, basePoints).ToJsonString(CertificateText.Compact)),
            record =>
            {
                var size = order / record.StabiliserOrder;
                found += size;
                walls += size * record.Walls.Length;
                orbits++;
                WriteOrbit(arrangement, record, lines);
            },
            cancellationToken);
        Require(chambers, found, walls / 2, orbits);
        lines.AddDigest();
    }

    /// <summary>Two ways through the same orbits must count the same.</summary>
    internal static void Require(ChamberEnumeration chambers, BigInteger found, BigInteger walls, int orbits)
    {
        if (found != chambers.ChamberCount || walls != chambers.WallCount || orbits != OrbitCount(chambers))
        {
            throw new CertificateException("a certificate holds the chambers of the enumeration", FormattableString.Invariant($"{chambers.Arrangement}: {found} chambers, {walls} walls in {orbits} orbits; the enumeration has {chambers.ChamberCount}, {chambers.WallCount}, {OrbitCount(chambers)}"));
        }
    }

    private static bool HasSymmetry(Arrangement arrangement) => arrangement.Action is { ImageOrder.IsOne: false };

    private static BigInteger OrderOf(Arrangement arrangement) => HasSymmetry(arrangement) ? arrangement.Action!.ImageOrder : 2;

    /// <summary>Without a symmetry chambers are counted in opposite pairs.</summary>
    private static BigInteger OrbitCount(ChamberEnumeration chambers) => HasSymmetry(chambers.Arrangement) ? chambers.Orbits.Count : chambers.ChamberCount / 2;

    private static JsonObject Header(ChamberEnumeration chambers, BigInteger order, IReadOnlyList<int> basePoints)
    {
        var arrangement = chambers.Arrangement;
        var generators = HasSymmetry(arrangement)
            ? arrangement.Symmetry.Select(g => CertificateText.Numbers(Enumerable.Range(0, g.Degree).Select(j => g.SignAt(j) * (g.Image(j) + 1))))
            : [CertificateText.Numbers(Enumerable.Range(0, arrangement.Rows.Count).Select(j => -j - 1))];
        return new JsonObject
        {
            ["format"] = CertificateText.Format,
            ["version"] = Version,
            ["kind"] = "chamber-orbits",
            ["solver"] = CertificateText.Label(chambers.Origin),
            ["arrangement"] = new JsonObject { ["columns"] = arrangement.AmbientDimension, ["rows"] = new JsonArray([.. arrangement.Rows.Select(CertificateText.Vector)]) },
            ["symmetry"] = new JsonObject { ["order"] = CertificateText.Count(order), ["generators"] = new JsonArray([.. generators]), ["base"] = CertificateText.Numbers(basePoints) },
            ["counts"] = new JsonObject
            {
                ["dimension"] = arrangement.Dimension,
                ["lineality"] = arrangement.Lineality.Count,
                ["rows"] = arrangement.Rows.Count,
                ["zeroRows"] = arrangement.ZeroRows.Count,
                ["hyperplanes"] = arrangement.Hyperplanes.Count,
                ["chambers"] = CertificateText.Count(chambers.ChamberCount),
                ["chamberOrbits"] = CertificateText.Count(OrbitCount(chambers)),
                ["walls"] = CertificateText.Count(chambers.WallCount),
                ["simplicial"] = chambers.IsSimplicial,
            },
        };
    }

    private static void WriteOrbit(Arrangement arrangement, OrbitRecord record, Lines lines)
    {
        lines.Text("{\"point\":["u8);
        WritePoint(arrangement, record.Point, lines);
        lines.Text("],\"order\":"u8);
        lines.Count(record.StabiliserOrder);
        lines.Text(",\"stabiliser\":["u8);
        for (var i = 0; i < record.Stabiliser.Count; i++)
        {
            lines.Text(i == 0 ? "["u8 : ",["u8);
            lines.Numbers(record.Stabiliser[i]);
            lines.Text("]"u8);
        }

        lines.Text("],\"walls\":["u8);
        lines.Numbers(Array.ConvertAll(record.Walls, h => h + 1));
        lines.Text("],\"crossings\":["u8);
        for (var i = 0; i < record.Crossings.Count; i++)
        {
            var (wall, to, by) = record.Crossings[i];
            lines.Text(i == 0 ? "["u8 : ",["u8);
            lines.Numbers([wall + 1, to + 1]);
            lines.Text(",["u8);
            lines.Numbers(by);
            lines.Text("]]"u8);
        }

        lines.Text("]}"u8);
        lines.End();
    }

    private static void WritePoint(Arrangement arrangement, BigInteger[] point, Lines lines)
    {
        if (arrangement.Conductor > 1)
        {
            var entries = Chamber.ToAmbient(arrangement, point);
            for (var c = 0; c < entries.Count; c++)
            {
                lines.Text(c == 0 ? "\""u8 : ",\""u8);
                lines.Text(Encoding.UTF8.GetBytes(entries[c].ToString()));
                lines.Text("\""u8);
            }

            return;
        }

        var ambient = new BigInteger[arrangement.AmbientDimension];
        for (var i = 0; i < point.Length; i++)
        {
            ambient[arrangement.System.BasisColumns[i]] = point[i];
        }

        for (var c = 0; c < ambient.Length; c++)
        {
            lines.Text(c == 0 ? ""u8 : ","u8);
            lines.Count(ambient[c]);
        }
    }

    /// <summary>Lines on their way to a stream, and the digest of all of them.</summary>
    private sealed class Lines(Stream output) : IDisposable
    {
        private const int DigestLength = 16;
        private static readonly BigInteger LargestNumber = (BigInteger.One << 53) - 1;
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private readonly ArrayBufferWriter<byte> _line = new(1 << 12);

        public void Text(ReadOnlySpan<byte> text) => _line.Write(text);

        public void Count(BigInteger value)
        {
            if (BigInteger.Abs(value) <= LargestNumber)
            {
                Number((long)value);
                return;
            }

            Text(Encoding.UTF8.GetBytes("\"" + value.ToString(CultureInfo.InvariantCulture) + "\""));
        }

        public void Numbers(ReadOnlySpan<int> values)
        {
            for (var i = 0; i < values.Length; i++)
            {
                if (i > 0)
                {
                    Text(","u8);
                }

                Number(values[i]);
            }
        }

        public void Add(string line)
        {
            Text(Encoding.UTF8.GetBytes(line));
            End();
        }

        public void AddDigest() => Add($"{{\"digest\":\"{Convert.ToHexStringLower(_hash.GetCurrentHash())[..DigestLength]}\"}}");

        public void End()
        {
            Text("\n"u8);
            _hash.AppendData(_line.WrittenSpan);
            output.Write(_line.WrittenSpan);
            _line.ResetWrittenCount();
        }

        public void Dispose() => _hash.Dispose();

        private void Number(long value)
        {
            const int Longest = 20;
            value.TryFormat(_line.GetSpan(Longest), out var written, default, CultureInfo.InvariantCulture);
            _line.Advance(written);
        }
    }
}
