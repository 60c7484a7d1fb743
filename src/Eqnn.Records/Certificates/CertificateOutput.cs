using System.Globalization;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.Records.Json;
using Eqnn.Records.LinearAlgebra;

namespace Eqnn.Records.Certificates;

/// <summary>The words of certificates: exact numbers as text in GAP's notation, positions from 1, records closed by their digest; fields one below the other, the records of a list one per line.</summary>
internal sealed class CertificateOutput : IDisposable
{
    /// <summary>The value of the field <c>format</c>.</summary>
    public const string Format = "eqnn-certificate";

    /// <summary>The version of certificates in one record that name no producer.</summary>
    public const int Version = 1;

    /// <summary>The version of those that name one, and of chambers by orbits.</summary>
    public const int ProducedVersion = 2;

    private const int MaxLabel = 1000;

    private readonly SealingSink _sink;

    private CertificateOutput(TextWriter text, CancellationToken cancellationToken)
    {
        _sink = new(text, JsonLayout.Tight, cancellationToken);
        Json = new(_sink);
    }

    /// <summary>Where fields are written.</summary>
    public JsonOutput Json { get; }

    /// <summary>A document as text: one record, sealed.</summary>
    public static string Document(Action<CertificateOutput> fields, CancellationToken cancellationToken = default)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        Write(text, fields, cancellationToken);
        return text.ToString();
    }

    /// <summary>A document, written while it grows.</summary>
    public static void Write(TextWriter text, Action<CertificateOutput> fields, CancellationToken cancellationToken = default)
    {
        text.NewLine = "\n";
        using var output = new CertificateOutput(text, cancellationToken);
        output.Json.Object(() => output.Seal(() => fields(output)));
        output._sink.Finish();
        text.Write('\n');
    }

    /// <summary>The first fields of a certificate in one record.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="producer">What made it; the version follows from whether it is named.</param>
    public void Head(string kind, string? producer)
    {
        Json.Field("format", Format);
        Json.Field("version", producer is null ? Version : ProducedVersion);
        Json.Field("kind", kind);
        Producer(Json, producer);
    }

    /// <summary>What made the certificate, said by it and checked by nobody; nothing where it is not named.</summary>
    public static void Producer(JsonOutput json, string? producer)
    {
        if (producer is not null)
        {
            json.Field("producer", Label(producer));
        }
    }

    /// <summary>The first counts of a certificate of chambers: those of the arrangement itself.</summary>
    public static void Sizes(JsonOutput json, Arrangement arrangement)
    {
        json.Field("dimension", arrangement.Dimension);
        json.Field("lineality", arrangement.Lineality.Count);
        json.Field("rows", arrangement.Rows.Count);
        json.Field("zeroRows", arrangement.ZeroRows.Count);
        json.Field("hyperplanes", arrangement.Hyperplanes.Count);
    }

    /// <summary>A name, with a question mark for each character that a certificate cannot hold: printable ASCII without quotation marks and backslashes, at most 1000 characters.</summary>
    public static string Label(string name) => string.Concat(name.Take(MaxLabel).Select(c => c is >= ' ' and <= '~' and not ('"' or '\\') ? c : '?'));

    /// <summary>A field that is a sealed record, its fields below each other.</summary>
    public void Object(string name, Action fields) => Json.Object(name, () => Seal(fields));

    /// <summary>A field that is a list of sealed records, one per line.</summary>
    public void Records<T>(string name, IEnumerable<T> items, Action<T> fields) => Json.Records(name, items, item => Seal(() => fields(item)));

    /// <summary>A field that is a sealed record on one line.</summary>
    public void Record(string name, Action fields) => Json.Record(name, () => Seal(fields));

    /// <summary>A matrix by rows on one line, as an element.</summary>
    public void Rows(Matrix<Cyclotomic> matrix) => Json.Row(matrix.Rows(), Json.ExactRow);

    /// <summary>A field that is a list of lists of numbers, one per line.</summary>
    public void Numbers(string name, IEnumerable<IReadOnlyList<int>> lists) => Json.List(name, lists, Json.Row);

    /// <inheritdoc/>
    public void Dispose()
    {
        Json.Dispose();
        _sink.Dispose();
    }

    private void Seal(Action fields)
    {
        fields();
        Json.Field("digest", _sink.Digest());
    }
}
