using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Eqnn.PiecewiseLinear.Certificates.Checking;

/// <summary>The seals of a certificate: an object whose last field is <c>digest</c> carries there the first 16 hexadecimal digits of SHA-256 of its other fields.</summary>
/// <remarks>They prove nothing: they only show that a file is as it was written, also where a changed number would state something else that is true. What is claimed is checked by itself, before.</remarks>
internal static class Digests
{
    /// <summary>The name of the field.</summary>
    public const string Field = "digest";

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The digest of an object without its field <c>digest</c>.</summary>
    public static string Of(JsonElement element)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Compact))
        {
            writer.WriteStartObject();
            foreach (var property in element.EnumerateObject())
            {
                if (property.Name != Field)
                {
                    property.WriteTo(writer);
                }
            }

            writer.WriteEndObject();
        }

        return Of(buffer.WrittenSpan);
    }

    /// <summary>The digest of the compact text of an object.</summary>
    public static string Of(string compactText) => Of(Encoding.UTF8.GetBytes(compactText));

    /// <summary>Refuses at the innermost object that does not match its digest.</summary>
    public static void Require(CertificateNode node)
    {
        switch (node.Element.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var item in node.Items())
                {
                    Require(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (var property in node.Element.EnumerateObject())
                {
                    Require(node[property.Name]);
                }

                if (node.Has(Field) && node[Field].Text() != Of(node.Element))
                {
                    throw node.Refuse("the content does not match its digest: it was changed after the certificate was written");
                }

                break;
        }
    }

    private static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..16];
}
