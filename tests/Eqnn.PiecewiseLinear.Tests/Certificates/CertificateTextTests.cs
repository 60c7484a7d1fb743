using System.Numerics;
using System.Text.Json.Nodes;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Certificates;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Certificates;

/// <summary>The spelling of certificates, letter by letter: digests hang on it, and readers in other languages.</summary>
public sealed class CertificateTextTests
{
    [Fact]
    public void Labels_are_printable_ASCII_without_quotes_and_backslashes()
    {
        for (var c = '\0'; c < '\u0200'; c++)
        {
            var expected = c is >= (char)0x20 and <= (char)0x7e && c != '"' && c != '\\' ? c.ToString() : "?";
            Assert.Equal(expected, CertificateText.Label(c.ToString()));
        }

        Assert.Equal(" ~az", CertificateText.Label(" ~az"));
        Assert.Equal(1000, CertificateText.Label(new string('a', 1001)).Length);
        Assert.Equal(999, CertificateText.Label(new string('a', 999)).Length);
    }

    /// <summary>2^53 is the first whole number that doubles do not tell from its neighbour.</summary>
    [Theory]
    [InlineData("0", "0")]
    [InlineData("9007199254740991", "9007199254740991")]
    [InlineData("9007199254740992", "\"9007199254740992\"")]
    [InlineData("340282366920938463463374607431768211456", "\"340282366920938463463374607431768211456\"")]
    public void Counts_that_readers_would_round_are_text(string count, string written) => Assert.Equal(written, CertificateText.Count(BigInteger.Parse(count, null)).ToJsonString());

    [Fact]
    public void Positions_count_from_1()
    {
        Assert.Equal("[1,3]", CertificateText.Positions([0, 2]).ToJsonString());
        Assert.Equal("[2,3,1]", CertificateText.Images(Permutation.Parse("(1,2,3)", null)).ToJsonString());
        Assert.Equal("[0,-2]", CertificateText.Numbers([0, -2]).ToJsonString());
    }

    /// <summary>By <c>printf '{"a":1}' | sha256sum</c>.</summary>
    [Fact]
    public void A_digest_is_that_of_the_compact_text_before_it()
    {
        Assert.Equal("015abd7f5cc57a2d", CertificateText.DigestOf(new JsonObject { ["a"] = 1 }));
        Assert.Equal("{\"a\":1,\"digest\":\"015abd7f5cc57a2d\"}", CertificateText.Seal(new JsonObject { ["a"] = 1 }).ToJsonString());
    }

    [Fact]
    public void Fields_stand_below_each_other_and_records_of_a_list_one_in_a_line()
    {
        var document = new JsonObject
        {
            ["name"] = "C3 + <√2>",
            ["list"] = new JsonArray(new JsonObject { ["x"] = 1 }, new JsonArray(2, 3)),
            ["numbers"] = new JsonArray(1, 2),
            ["inner"] = new JsonObject { ["list"] = new JsonArray(1), ["deep"] = new JsonObject { ["rows"] = new JsonArray(new JsonArray(1), new JsonArray(2)) } },
            ["flat"] = new JsonObject { ["y"] = 1, ["z"] = "t" },
            ["mixed"] = new JsonArray(new JsonObject { ["x"] = 1 }, 2),
            ["none"] = null,
            ["empty"] = new JsonArray(),
        };
        const string Expected = """
            {
              "name": "C3 + <√2>",
              "list": [
                {"x":1},
                [2,3]
              ],
              "numbers": [1,2],
              "inner": {
                "list": [1],
                "deep": {"rows":[[1],[2]]}
              },
              "flat": {"y":1,"z":"t"},
              "mixed": [{"x":1},2],
              "none": null,
              "empty": []
            }

            """;
        Assert.Equal(Expected.ReplaceLineEndings("\n"), CertificateText.Document(document));
        Assert.Equal("{\"a\":1}\n", CertificateText.Document(new JsonObject { ["a"] = 1 }));
    }
}
