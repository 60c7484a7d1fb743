using System.Numerics;
using Eqnn.Cli.Output;

namespace Eqnn.Cli.Tests.Output;

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
}
