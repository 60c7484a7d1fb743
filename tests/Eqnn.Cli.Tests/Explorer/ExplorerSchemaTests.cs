using Eqnn.Testing;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace Eqnn.Cli.Tests.Explorer;

/// <summary>The published schema holds for the data of pages, and refuses what is not such data.</summary>
public sealed class ExplorerSchemaTests
{
    private static readonly Lazy<JsonSchema> Schema = new(() => JsonSchema.FromJsonAsync(File.ReadAllText(Path.Combine(Oracles.Repository(), "docs", "schema", "explorer-1.schema.json"))).GetAwaiter().GetResult());

    [Theory]
    [InlineData("C1", "regular")]
    [InlineData("C8", "regular")]
    [InlineData("D6", "points,regular")]
    [InlineData("S4", "points")]
    [InlineData("Q8", "regular")]
    public void Data_of_pages_fit(string group, string on) => Assert.Empty(Faults(ExplorerFiles.Data(ExplorerFiles.Write(group, on))));

    [Fact]
    public void Other_data_do_not_fit()
    {
        var file = ExplorerFiles.Write("C3");
        foreach (var change in new Action<JObject>[]
        {
            data => data.Remove("numbers"),
            data => data["page"]!["schema"] = "explorer-2",
            data => data["page"]!["sha256"] = "x",
            data => data["gsets"]![0]!["simples"]![0]!["iota"]![0]![0] = "1/x",
            data => data["gsets"]![0]!["simples"]![0]!["iota"]![0]![0] = 0.5,
            data => data["gsets"]![0]!["depth"]!["reasons"]![0]![0] = 2,
            data => data["simples"]![0]!["type"] = "Q",
            data => data["more"] = 1,
        })
        {
            var data = ExplorerFiles.Data(file);
            change(data);
            Assert.NotEmpty(Faults(data));
        }
    }

    [Fact]
    public void The_hash_is_that_of_the_data_without_it()
    {
        var text = File.ReadAllText(ExplorerFiles.Write("C3"));
        var data = text[(text.IndexOf("id=\"eqnn-data\">", StringComparison.Ordinal) + "id=\"eqnn-data\">".Length)..];
        data = data[..data.IndexOf("</script>", StringComparison.Ordinal)].Replace("\\u003c", "<", StringComparison.Ordinal);
        var hash = (string)JObject.Parse(data)["page"]!["sha256"]!;
        Assert.Equal(hash, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(data.Replace(hash, "", StringComparison.Ordinal)))));
    }

    private static List<string> Faults(JObject data) => [.. Schema.Value.Validate(data.ToString()).Select(fault => fault.ToString()).Take(3)];
}
