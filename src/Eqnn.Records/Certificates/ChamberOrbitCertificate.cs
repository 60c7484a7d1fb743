using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.PiecewiseLinear.Certificates;
using Eqnn.Records.Json;
using Eqnn.Records.LinearAlgebra;

namespace Eqnn.Records.Certificates;

/// <summary>The certificate of an enumeration of chambers by orbits: one line for the arrangement and its symmetry, one for each orbit, written as they are found, for Eqnn.Checking.CertificateChecker.</summary>
/// <remarks>
/// <para><b>Content.</b> A <see cref="ChamberJournal"/>; the format is docs/certificates.md, why it proves the number of chambers: docs/theory.md#orbit-certificates.</para>
/// <para><b>Cost.</b> Time and length follow the orbits; memory holds one bit for each hyperplane and orbit. Lines of orbits are spelled byte by byte: there may be millions.</para>
/// <para><b>Not</b> the rays: <see cref="ChamberCertificate"/> lists them, for as many chambers as can be listed.</para>
/// </remarks>
public static class ChamberOrbitCertificate
{
    /// <summary>The certificate as text.</summary>
    /// <param name="chambers">The enumeration.</param>
    /// <param name="producer">What makes the certificate, e.g. <c>eqnn 0.2.0</c>: a label, which nobody checks.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">The arrangement has no hyperplanes.</exception>
    public static string Of(ChamberEnumeration chambers, string? producer = null, CancellationToken cancellationToken = default)
    {
        using var text = new MemoryStream();
        Write(chambers, text, producer, cancellationToken);
        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }

    /// <summary>Writes the certificate line by line.</summary>
    /// <param name="chambers">The enumeration.</param>
    /// <param name="output">Where to.</param>
    /// <param name="producer">What makes the certificate, as in <see cref="Of"/>.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">The arrangement has no hyperplanes: it has one chamber without walls, and <see cref="ChamberCertificate"/> says all of it; or the enumeration is partial.</exception>
    public static void Write(ChamberEnumeration chambers, Stream output, string? producer = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        var journal = ChamberJournal.Of(chambers);
        using var lines = new Lines(output);
        journal.Visit(basePoints => lines.Add(Header(journal, basePoints, producer)), record => WriteOrbit(record, lines), cancellationToken);
        lines.AddDigest();
    }

    private static string Header(ChamberJournal journal, IReadOnlyList<int> basePoints, string? producer)
    {
        var (chambers, arrangement) = (journal.Chambers, journal.Chambers.Arrangement);
        using var json = new JsonOutput(JsonLayout.Compact);
        json.Object(() =>
        {
            json.Field("format", CertificateOutput.Format);
            json.Field("version", CertificateOutput.ProducedVersion);
            json.Field("kind", "chamber-orbits");
            CertificateOutput.Producer(json, producer);
            json.Field("solver", CertificateOutput.Label(chambers.Origin));
            json.Object("arrangement", () =>
            {
                json.Field("columns", arrangement.AmbientDimension);
                json.ExactRows("rows", arrangement.Rows);
            });
            json.Object("symmetry", () =>
            {
                json.Field("order", journal.Order);
                json.List("generators", journal.Generators, json.Row);
                json.Row("base", basePoints);
            });
            json.Object("counts", () =>
            {
                CertificateOutput.Sizes(json, arrangement);
                json.Field("chambers", chambers.ChamberCount);
                json.Field("chamberOrbits", journal.OrbitCount);
                json.Field("walls", chambers.WallCount);
                json.Field("simplicial", chambers.IsSimplicial);
            });
        });
        return json.Finish().TrimEnd('\n');
    }

    private static void WriteOrbit(OrbitRecord record, Lines lines)
    {
        lines.Text("{\"point\":["u8);
        WritePoint(record, lines);
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
        lines.Numbers(record.Walls, 1);
        lines.Text("],\"crossings\":["u8);
        for (var i = 0; i < record.Crossings.Count; i++)
        {
            var (wall, to, by) = record.Crossings[i];
            lines.Text(i == 0 ? "["u8 : ",["u8);
            lines.Number(wall + 1);
            lines.Text(","u8);
            lines.Number(to + 1);
            lines.Text(",["u8);
            lines.Numbers(by);
            lines.Text("]]"u8);
        }

        lines.Text("]}"u8);
        lines.End();
    }

    private static void WritePoint(OrbitRecord record, Lines lines)
    {
        if (record.IsRational)
        {
            var integers = record.IntegerPoint;
            for (var c = 0; c < integers.Count; c++)
            {
                lines.Text(c == 0 ? ""u8 : ","u8);
                lines.Count(integers[c]);
            }

            return;
        }

        var entries = record.Point;
        for (var c = 0; c < entries.Count; c++)
        {
            lines.Text(c == 0 ? "\""u8 : ",\""u8);
            lines.Text(Encoding.UTF8.GetBytes(entries[c].ToString()));
            lines.Text("\""u8);
        }
    }

    /// <summary>Lines on their way to a stream, and the digest of all of them.</summary>
    private sealed class Lines(Stream output) : IDisposable
    {
        private const int DigestLength = 16;
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private readonly ArrayBufferWriter<byte> _line = new(1 << 12);

        public void Text(ReadOnlySpan<byte> text) => _line.Write(text);

        public void Count(BigInteger value)
        {
            if (BigInteger.Abs(value) <= JsonItem.LargestExact)
            {
                Number((long)value);
                return;
            }

            Text(Encoding.UTF8.GetBytes("\"" + value.ToString(CultureInfo.InvariantCulture) + "\""));
        }

        public void Numbers(IReadOnlyList<int> values, int offset = 0)
        {
            for (var i = 0; i < values.Count; i++)
            {
                if (i > 0)
                {
                    Text(","u8);
                }

                Number(values[i] + offset);
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

        public void Number(long value)
        {
            const int Longest = 20;
            value.TryFormat(_line.GetSpan(Longest), out var written, default, CultureInfo.InvariantCulture);
            _line.Advance(written);
        }
    }
}
