using System.Numerics;
using Eqnn.Records.Json;
using Xunit;

namespace Eqnn.Records.Tests.Json;

public sealed class JsonOutputTests
{
    [Fact]
    public void Layout_is_fields_in_order_two_spaces_and_plain_lists_on_one_line()
    {
        using var json = new JsonOutput();
        json.Object(() =>
        {
            json.Field("name", "C2");
            json.Row("values", ["1", "-1"]);
            json.List("generators", [new[] { 2, 1 }, [1, 2]], json.Row);
            json.Records("classes", [1, 2], n => json.Field("size", n));
            json.Record("kernel", () =>
            {
                json.Field("order", 2);
                json.Row("classes", [1, 2]);
            });
            json.Object("empty", () => { });
            json.Null("none");
        });
        const string expected =
            """
            {
              "name": "C2",
              "values": ["1", "-1"],
              "generators": [
                [2, 1],
                [1, 2]
              ],
              "classes": [
                {"size": 1},
                {"size": 2}
              ],
              "kernel": {"order": 2, "classes": [1, 2]},
              "empty": {},
              "none": null
            }

            """;
        Assert.Equal(expected.ReplaceLineEndings("\n"), json.Finish());
    }

    [Theory]
    [InlineData("9007199254740991", "9007199254740991")]
    [InlineData("9007199254740992", "\"9007199254740992\"")]
    [InlineData("-9007199254740991", "-9007199254740991")]
    [InlineData("-9007199254740992", "\"-9007199254740992\"")]
    public void Counts_are_numbers_as_long_as_a_double_holds_them(string count, string written)
    {
        using var json = new JsonOutput();
        json.Object(() => json.Field("order", BigInteger.Parse(count, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal($"{{\n  \"order\": {written}\n}}\n", json.Finish());
    }

    [Theory]
    [InlineData(JsonLayout.Answer, "{\n  \"row\": [1, 2],\n  \"record\": {\"a\": 0.5}\n}\n")]
    [InlineData(JsonLayout.Tight, "{\n  \"row\": [1,2],\n  \"record\": {\"a\":0.5}\n}\n")]
    [InlineData(JsonLayout.Spread, "{\n  \"row\": [\n    1,\n    2\n  ],\n  \"record\": {\n    \"a\": 0.5\n  }\n}\n")]
    [InlineData(JsonLayout.Line, "{\"row\": [1, 2], \"record\": {\"a\": 0.5}}\n")]
    [InlineData(JsonLayout.Compact, "{\"row\":[1,2],\"record\":{\"a\":0.5}}\n")]
    public void Each_layout_has_its_own_spaces(JsonLayout layout, string written)
    {
        using var json = new JsonOutput(layout);
        json.Object(() =>
        {
            json.Row("row", [1, 2]);
            json.Record("record", () => json.Measured("a", 0.5));
        });
        Assert.Equal(written, json.Finish());
    }

    [Fact]
    public void What_is_not_finite_is_null_and_writing_can_be_cancelled()
    {
        using var json = new JsonOutput(JsonLayout.Line);
        json.MeasuredRow([1, double.NaN, double.PositiveInfinity]);
        Assert.Equal("[1.0, null, null]\n", json.Finish());
        using var source = new CancellationTokenSource();
        source.Cancel();
        using var cancelled = new JsonOutput(source.Token);
        Assert.Throws<OperationCanceledException>(() => cancelled.Row(Enumerable.Range(0, 1000)));
    }

    /// <summary>The last field of a document that is an object and names none itself; not in a part, and not in a list of documents.</summary>
    [Fact]
    public void A_document_names_its_producer_once()
    {
        using var plain = new JsonOutput { Producer = "eqnn 0" };
        plain.Object(() => plain.Object("part", () => plain.Field("name", "C2")));
        Assert.Equal("{\n  \"part\": {\n    \"name\": \"C2\"\n  },\n  \"producer\": \"eqnn 0\"\n}\n", plain.Finish());
        using var own = new JsonOutput { Producer = "eqnn 0" };
        own.Object(() => own.Field("producer", "pytorch"));
        Assert.Equal("{\n  \"producer\": \"pytorch\"\n}\n", own.Finish());
        using var list = new JsonOutput { Producer = "eqnn 0" };
        list.List([1, 2], _ => list.Object(() => list.Field("name", "C2")));
        Assert.DoesNotContain("producer", list.Finish(), StringComparison.Ordinal);
    }
}
