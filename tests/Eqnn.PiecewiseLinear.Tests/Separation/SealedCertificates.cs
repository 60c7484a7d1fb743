using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Eqnn.PiecewiseLinear.Tests.Separation;

/// <summary>Changed certificates closed again, by code of its own: the seal is not what refuses them.</summary>
internal static class SealedCertificates
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text without a new seal, whatever seal stands there.</summary>
    public static string Text(JsonObject document) => document.ToJsonString(Compact);

    /// <summary>The text with the digest of its compact form in the place of the one that is there.</summary>
    public static string Sealed(JsonObject document)
    {
        document.Remove("digest");
        document["digest"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text(document))))[..16];
        return Text(document);
    }
}
