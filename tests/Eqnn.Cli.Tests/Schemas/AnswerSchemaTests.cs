using System.Text;
using System.Text.RegularExpressions;
using Eqnn.Cli.Commands;
using Eqnn.Cli.Syntax;
using Eqnn.Testing;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace Eqnn.Cli.Tests.Schemas;

/// <summary>
/// The schema of every answer, <c>docs/schema/answers</c>, against the answers to all examples of the help and all lines of the documents and golden sessions. With <c>EQNN_UPDATE_GOLDEN=1</c> the schemas are written from them; the change is then read like code.
/// </summary>
public sealed partial class AnswerSchemaTests
{
    /// <summary>It answers with documents of the catalog and parts of them, which have a schema of their own, <c>document-2</c>.</summary>
    private const string ShowsDocuments = "catalog show";

    public static TheoryData<string> Names => [.. Commands];

    private static IEnumerable<string> Commands => CommandList.All.Where(command => command.Formats.Contains(OutputFormat.Json)).Select(command => command.Name).Where(name => name != ShowsDocuments);

    /// <summary>A question to a database, which has to be made first.</summary>
    private const string Asked = "eqnn catalog search unjoined";

    private static readonly Lazy<string> Database = new(() =>
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("eqnn-schemas-").FullName, "catalog.sqlite");
        Assert.Equal(0, Tool.Run("catalog", "index", "--out", file).ExitCode);
        return file;
    });

    /// <summary>The words of the manual that stand there as code, outside of sessions.</summary>
    private static readonly Lazy<HashSet<string>> Manual = new(() =>
    {
        var text = string.Concat(new[] { "cli.md", "catalog.md" }.Select(file => File.ReadAllText(Path.Combine(Oracles.Repository(), "docs", file))));
        return Quoted().Matches(Sessions().Replace(text, "")).SelectMany(quoted => Word().Matches(quoted.Groups[1].Value)).Select(word => word.Value).ToHashSet(StringComparer.Ordinal);
    });

    private static string Folder => Path.Combine(Oracles.Repository(), "docs", "schema", "answers");

    private static ILookup<string, string> Lines { get; } = AllLines().Distinct(StringComparer.Ordinal).ToLookup(CommandOf, StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Names))]
    public void Answers_fit_the_schema_and_what_is_no_answer_does_not(string name)
    {
        var documents = Lines[name].Select(Answer).OfType<JToken>().ToList();
        Assert.NotEmpty(documents);
        var file = Path.Combine(Folder, name.Replace(' ', '-') + ".schema.json");
        if (Transcripts.Update)
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(file, Written(name, documents));
        }

        var schema = Schema(file);
        Assert.All(documents, document => Assert.Empty(schema.Validate(document)));
        Assert.All(documents.Take(3).SelectMany(Forged), forged => Assert.NotEmpty(schema.Validate(forged)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_field_stands_in_the_manual(string name)
    {
        var known = Manual.Value;
        var shape = JObject.Parse(File.ReadAllText(Path.Combine(Folder, name.Replace(' ', '-') + ".schema.json")));
        Assert.Empty(shape.Descendants().OfType<JProperty>().Where(property => property.Name == "properties").SelectMany(property => ((JObject)property.Value).Properties()).Select(field => field.Name).Where(field => !known.Contains(field)).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void There_is_no_schema_without_a_command() =>
        Assert.Equal(Commands.Select(name => name.Replace(' ', '-')).Order(StringComparer.Ordinal), Directory.GetFiles(Folder).Select(file => Path.GetFileName(file).Replace(".schema.json", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [GeneratedRegex("^```.*?^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Sessions();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex("[A-Za-z]\\w*")]
    private static partial Regex Word();

    private static JsonSchema Schema(string file) => JsonSchema.FromJsonAsync(File.ReadAllText(file)).GetAwaiter().GetResult();

    private static string CommandOf(string line) => CommandList.All.Select(command => command.Name).Where(name => $"{line} ".StartsWith($"eqnn {name} ", StringComparison.Ordinal)).MaxBy(name => name.Length) ?? "";

    private static IEnumerable<string> AllLines() => new[] { Asked, "eqnn group C20000", "eqnn group \"PSL(2,9973)\"" }.Concat(CommandList.All.SelectMany(command => command.Examples.Select(example => example.CommandLine))).Concat(
        Transcripts.Documents.Concat(Transcripts.GoldenFiles).SelectMany(file => File.ReadLines(Path.Combine(Oracles.Repository(), file))).Select(Transcripts.CommandOf).OfType<string>());

    /// <summary>The answer as JSON; null where the line is refused or is about help.</summary>
    private static JToken? Answer(string line)
    {
        using var files = new DocumentFiles();
        var words = ShellWords.Split(line).ToList();
        if (words.IndexOf("--format") is >= 0 and var at)
        {
            words.RemoveRange(at, Math.Min(2, words.Count - at));
        }

        if (line == Asked)
        {
            words.AddRange(["--database", Database.Value]);
        }

        var outcome = Tool.RunWords(files.Redirect([.. words, "--format", "json"]));
        if (outcome.ExitCode != 0 || !(outcome.Output.StartsWith('{') || outcome.Output.StartsWith('[')))
        {
            return null;
        }

        using var reader = new JsonTextReader(new StringReader(outcome.Output)) { DateParseHandling = DateParseHandling.None };
        return JToken.ReadFrom(reader);
    }

    /// <summary>Documents that are wrong in one place: a field too many, a field missing, a value of another type.</summary>
    private static IEnumerable<JToken> Forged(JToken document)
    {
        if (document is not JObject whole)
        {
            yield return new JObject(new JProperty("all", document));
            yield break;
        }

        var more = (JObject)whole.DeepClone();
        more["unheardOf"] = 1;
        yield return more;
        var without = (JObject)whole.DeepClone();
        without.Remove("producer");
        yield return without;
        foreach (var leaf in whole.Descendants().OfType<JValue>().Where(value => value.Type is JTokenType.Integer or JTokenType.Boolean).Take(3))
        {
            var changed = (JObject)whole.DeepClone();
            changed.SelectToken(leaf.Path)!.Replace(new JObject(new JProperty("unheardOf", 1)));
            yield return changed;
        }
    }

    private static string Written(string name, List<JToken> documents)
    {
        var shape = new JsonShape();
        foreach (var document in documents)
        {
            shape.Add(document);
        }

        var schema = shape.ToSchema();
        schema["definitions"] = new JObject(new JProperty("count", JsonShape.Count));
        schema.AddFirst(new JProperty("description", "Made from the answers of the examples and the manual. What the fields mean: docs/cli.md#json. Counts beyond 2^53 - 1 are texts; measured numbers that are not finite are null."));
        schema.AddFirst(new JProperty("title", $"Eqnn.Algebra, the answer of eqnn {name} --format json"));
        schema.AddFirst(new JProperty("$schema", "http://json-schema.org/draft-07/schema#"));
        var text = new StringBuilder();
        using (var writer = new JsonTextWriter(new StringWriter(text) { NewLine = "\n" }) { Formatting = Formatting.Indented })
        {
            schema.WriteTo(writer);
        }

        return text.Append('\n').ToString();
    }
}
