using System.Numerics;
using Eqnn.Numbers.Permutations;
using Eqnn.Records.Certificates;
using Eqnn.Records.Groups;
using Xunit;

namespace Eqnn.Records.Tests.Certificates;

/// <summary>The spelling of certificates, letter by letter: digests hang on it, and readers in other languages.</summary>
public sealed class CertificateOutputTests
{
    [Fact]
    public void Labels_are_printable_ASCII_without_quotes_and_backslashes()
    {
        for (var c = '\0'; c < '\u0200'; c++)
        {
            var expected = c is >= (char)0x20 and <= (char)0x7e && c != '"' && c != '\\' ? c.ToString() : "?";
            Assert.Equal(expected, CertificateOutput.Label(c.ToString()));
        }

        Assert.Equal(" ~az", CertificateOutput.Label(" ~az"));
        Assert.Equal(1000, CertificateOutput.Label(new string('a', 1001)).Length);
        Assert.Equal(999, CertificateOutput.Label(new string('a', 999)).Length);
    }

    /// <summary>2^53 is the first whole number that doubles do not tell from its neighbour.</summary>
    [Theory]
    [InlineData("0", "0")]
    [InlineData("9007199254740991", "9007199254740991")]
    [InlineData("9007199254740992", "\"9007199254740992\"")]
    [InlineData("340282366920938463463374607431768211456", "\"340282366920938463463374607431768211456\"")]
    public void Counts_that_readers_would_round_are_text(string count, string written) => Assert.Contains($"\"n\": {written},", CertificateOutput.Document(output => output.Json.Field("n", BigInteger.Parse(count, null))), StringComparison.Ordinal);

    [Fact]
    public void Positions_count_from_1()
    {
        var document = CertificateOutput.Document(output =>
        {
            output.Json.Positions("positions", [0, 2]);
            output.Json.Permutations("images", [Permutation.Parse("(1,2,3)", null)]);
            output.Numbers("numbers", [[0, -2]]);
            output.Json.Null("none");
        });
        Assert.StartsWith("{\n  \"positions\": [1,3],\n  \"images\": [\n    [2,3,1]\n  ],\n  \"numbers\": [\n    [0,-2]\n  ],\n  \"none\": null,\n  \"digest\": \"", document, StringComparison.Ordinal);
    }

    /// <summary>By <c>printf '{"a":1}' | sha256sum</c>.</summary>
    [Fact]
    public void A_digest_is_that_of_the_compact_text_before_it()
    {
        Assert.Equal("{\n  \"a\": 1,\n  \"digest\": \"015abd7f5cc57a2d\"\n}\n", CertificateOutput.Document(output => output.Json.Field("a", 1)));
        Assert.Contains("  \"inner\": {\"a\":1,\"digest\":\"015abd7f5cc57a2d\"},", CertificateOutput.Document(output => output.Record("inner", () => output.Json.Field("a", 1))), StringComparison.Ordinal);
        Assert.Contains("    {\"a\":1,\"digest\":\"015abd7f5cc57a2d\"}\n", CertificateOutput.Document(output => output.Records("list", [1], n => output.Json.Field("a", n))), StringComparison.Ordinal);
    }

    [Fact]
    public void Fields_stand_below_each_other_and_records_of_a_list_one_in_a_line()
    {
        var document = CertificateOutput.Document(output =>
        {
            var json = output.Json;
            json.Field("name", "C3 + <√2>");
            json.List("list", [true, false], isRecord =>
            {
                if (isRecord)
                {
                    json.Record(() => json.Field("x", 1));
                }
                else
                {
                    json.Row([2, 3]);
                }
            });
            json.Object("inner", () =>
            {
                json.Row("list", [1]);
                json.Record("deep", () => json.List("rows", [1, 2], n => json.Row([n])));
            });
            json.Record("flat", () =>
            {
                json.Field("y", 1);
                json.Field("z", "t");
            });
            json.Null("none");
            json.List("empty", Array.Empty<string>(), json.Item);
        });
        const string Expected = """
            {
              "name": "C3 + <√2>",
              "list": [
                {"x":1},
                [2,3]
              ],
              "inner": {
                "list": [1],
                "deep": {"rows":[[1],[2]]}
              },
              "flat": {"y":1,"z":"t"},
              "none": null,
              "empty": [],
              "digest": "
            """;
        Assert.StartsWith(Expected.ReplaceLineEndings("\n"), document, StringComparison.Ordinal);
    }
}
