using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Eqnn.Checking.Reading;

/// <summary>The seals of a certificate: an object whose last field is <c>digest</c> carries there the first 16 hexadecimal digits of SHA-256 of its other fields.</summary>
/// <remarks>They prove nothing: they only show that a file is as it was written, also where a changed number would state something else that is true. What is claimed is checked by itself, before.</remarks>
internal sealed class Digests : IDisposable
{
    /// <summary>The name of the field.</summary>
    public const string Field = "digest";

    private const int BufferLength = 1 << 16;
    private const int Length = 16;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly StringBuilder _text = new();

    private Digests()
    {
    }

    /// <summary>Refuses at the innermost object that does not match its digest.</summary>
    public static void Require(Claim claim)
    {
        if (claim.Kind == ClaimKind.List)
        {
            foreach (var item in claim.Items())
            {
                Require(item);
            }
        }
        else if (claim.Kind == ClaimKind.Record)
        {
            foreach (var field in claim.Fields())
            {
                Require(field);
            }

            claim.Require(claim.Find(Field) is not { } digest || digest.Text() == Of(claim), "the content does not match its digest: it was changed after the certificate was written");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();

    private static string Of(Claim record)
    {
        using var digests = new Digests();
        digests.Record(record, but: Field);
        digests.Flush();
        return Convert.ToHexStringLower(digests._hash.GetHashAndReset())[..Length];
    }

    /// <summary>The compact text: no spaces, fields in their order.</summary>
    private void Value(Claim claim)
    {
        switch (claim.Kind)
        {
            case ClaimKind.Record:
                Record(claim, but: null);
                break;
            case ClaimKind.List:
                _text.Append('[');
                var comma = "";
                foreach (var item in claim.Items())
                {
                    _text.Append(comma);
                    Value(item);
                    comma = ",";
                }

                _text.Append(']');
                break;
            case ClaimKind.Text:
                Text(claim.Text());
                break;
            case ClaimKind.Number:
                _text.Append(claim.Count().ToString(CultureInfo.InvariantCulture));
                break;
            case ClaimKind.Truth:
                _text.Append(claim.Truth() ? "true" : "false");
                break;
            default:
                _text.Append("null");
                break;
        }

        if (_text.Length > BufferLength)
        {
            Flush();
        }
    }

    private void Record(Claim record, string? but)
    {
        _text.Append('{');
        var comma = "";
        foreach (var field in record.Fields().Where(field => field.Name != but))
        {
            _text.Append(comma);
            Text(field.Name);
            _text.Append(':');
            Value(field);
            comma = ",";
        }

        _text.Append('}');
    }

    /// <summary>Texts are printable ASCII: names and numbers have been read before.</summary>
    private void Text(string text) => _text.Append('"').Append(text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"');

    private void Flush()
    {
        _hash.AppendData(Encoding.UTF8.GetBytes(_text.ToString()));
        _text.Clear();
    }
}
