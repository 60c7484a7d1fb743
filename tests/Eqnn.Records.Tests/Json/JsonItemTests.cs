using System.Text.Json;
using Eqnn.Numbers;
using Eqnn.Records.Json;
using Eqnn.Records.LinearAlgebra;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace Eqnn.Records.Tests.Json;

public sealed class JsonItemTests
{
    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("x", 1, 1)]
    [InlineData("[x]", 1, 2)]
    [InlineData("[[1,\n x]]", 2, 2)]
    [InlineData("[1 2]", 1, 4)]
    [InlineData("[1,]", 1, 4)]
    [InlineData("[,1]", 1, 2)]
    [InlineData("{\"a\" 1}", 1, 6)]
    [InlineData("{\"a\": 1", 1, 8)]
    [InlineData("[1]]", 1, 4)]
    [InlineData("[1] [2]", 1, 5)]
    [InlineData("['a']", 1, 2)]
    [InlineData("{a: 1}", 1, 2)]
    [InlineData("[01]", 1, 2)]
    [InlineData("[-]", 1, 2)]
    [InlineData("[1.]", 1, 2)]
    [InlineData("[.5]", 1, 2)]
    [InlineData("[1e]", 1, 2)]
    [InlineData("[0x10]", 1, 3)]
    [InlineData("[NaN]", 1, 2)]
    [InlineData("[Infinity]", 1, 2)]
    [InlineData("[undefined]", 1, 2)]
    [InlineData("[1, // one\n 2]", 1, 5)]
    [InlineData("[\"a\nb\"]", 1, 4)]
    [InlineData("[\"\\x\"]", 1, 3)]
    [InlineData("[\"\\u12g4\"]", 1, 3)]
    [InlineData("[\"a]", 1, 2)]
    [InlineData("new Date(1)", 1, 1)]
    public void What_is_no_json_is_refused_where_it_stops_being_it(string text, int line, int character)
    {
        var mistake = Assert.Throws<AlgebraFormatException>(() => JsonItem.Parse("text", text));
        Assert.StartsWith("not JSON: ", mistake.Problem, StringComparison.Ordinal);
        var before = text[..mistake.Position];
        Assert.Equal((line, character), (before.Count(c => c == '\n') + 1, before.Length - before.LastIndexOf('\n')));
    }

    [Theory]
    [InlineData("{\"a\": 1, \"a\": 2}", "the key \"a\" occurs twice", 9)]
    [InlineData("{\"b\": {\"a\": 1, \"\\u0061\": 2}}", "the key \"a\" occurs twice", 15)]
    [InlineData("{\"\\ud800\": 1}", "a key holds half of a surrogate pair", 1)]
    public void Keys_occur_once_and_are_text(string text, string problem, int position)
    {
        var mistake = Assert.Throws<AlgebraFormatException>(() => JsonItem.Parse("text", text));
        Assert.Equal((problem, position), (mistake.Problem, mistake.Position));
    }

    [Fact]
    public void A_field_in_a_list_is_a_value_without_a_name()
    {
        var record = JsonItem.Parse("record", "{\"a\": true, \"b\": 2}");
        Assert.Equal(JsonItem.Parse("list", "[true, 2]"), JsonItem.List([record["a"], record["b"]]));
        Assert.NotEqual(JsonItem.Parse("list", "[true, 3]"), JsonItem.List([record["a"], record["b"]]));
    }

    [Fact]
    public void A_record_of_many_fields_has_none_twice()
    {
        var fields = Enumerable.Range(0, 40).Select(i => $"\"f{i}\": {i}").ToList();
        Assert.Equal(39, JsonItem.Parse("text", $"{{{string.Join(",", fields)}}}")["f39"].Whole());
        Assert.Contains("\"f3\" occurs twice", Assert.Throws<AlgebraFormatException>(() => JsonItem.Parse("text", $"{{{string.Join(",", fields)}, \"f3\": 1}}")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"\\ud800\"", false)]
    [InlineData("\"\\udc00\"", false)]
    [InlineData("\"\\ud83d\\ude00\"", true)]
    [InlineData("\"\\ude00\\ud83d\"", false)]
    [InlineData("\"\\ud83dx\\ude00\"", false)]
    [InlineData("\"\ud83d\ude00\"", true)]
    public void Halves_of_characters_are_no_text(string text, bool isText)
    {
        var item = JsonItem.Parse("text", $"{{\"field\": [{text}]}}")["field"][0];
        Assert.Equal(isText, item.IsCharacters);
        if (isText)
        {
            Assert.Equal("\ud83d\ude00", item.Text());
        }
        else
        {
            Assert.Contains("field field[0]: the text holds half of a surrogate pair", Assert.Throws<AlgebraFormatException>(item.Text).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Depth_is_bounded()
    {
        Assert.Equal(JsonKind.List, JsonItem.Parse("text", new string('[', 64) + new string(']', 64)).Kind);
        Assert.Contains("nested more than 64 deep", Assert.Throws<AlgebraFormatException>(() => JsonItem.Parse("text", new string('[', 65) + new string(']', 65))).Message, StringComparison.Ordinal);
        Assert.Contains("nested more than 64 deep", Assert.Throws<AlgebraFormatException>(() => JsonItem.Parse("text", new string('[', 1_000_000))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_names_file_line_and_field()
    {
        var item = JsonItem.ParseFile("group file", "g.json", "{\n \"a\": {\"b\": [1, \"x\"]}}");
        Assert.Equal("group file g.json, line 2, character 17: field a.b[1]: a whole number from 1 to 3 is expected", Assert.Throws<AlgebraFormatException>(() => item["a"]["b"][1].Whole(1, 3)).Message);
        Assert.Equal("group file g.json, line 2, character 13: field a: there is no field \"b\" here; the fields are c, d", Assert.Throws<AlgebraFormatException>(() => item["a"].Only("c", "d")).Message);
        Assert.Equal("group file g.json, line 2, character 7: field a: the field \"c\" is missing", Assert.Throws<AlgebraFormatException>(() => item["a"]["c"]).Message);
        Assert.Equal((2, "a.b[1]"), (item["a"]["b"][1].Line, item["a"]["b"][1].Path));
    }

    [Fact]
    public void Remarks_are_let_alone() => Assert.Equal(1, JsonItem.Parse("text", "{\"comment\": \"c\", \"n\": 1, \"$schema\": \"s\"}").Only("n")["n"].Whole());

    [Theory]
    [InlineData("1", true)]
    [InlineData("-0", true)]
    [InlineData("1.0", false)]
    [InlineData("1e3", false)]
    [InlineData("9223372036854775807", true)]
    [InlineData("9223372036854775808", false)]
    [InlineData("\"1\"", false)]
    public void Whole_numbers_are_written_with_digits(string text, bool isWhole) => Assert.Equal(isWhole, JsonItem.Parse("text", text).IsWhole());

    [Fact]
    public void Numbers_are_finite_and_exact()
    {
        Assert.Equal(0.1, JsonItem.Parse("text", "0.1").Measure());
        Assert.Equal(1e22, JsonItem.Parse("text", "10000000000000000000000").Measure());
        Assert.Contains("not finite", Assert.Throws<AlgebraFormatException>(() => JsonItem.Parse("text", "1e999").Measure()).Message, StringComparison.Ordinal);
        Assert.Equal(Cyclotomic.Parse("1/10"), JsonItem.Parse("text", "0.1").Exact());
        Assert.Equal(Cyclotomic.Parse("E(5)+E(5)^4"), JsonItem.Parse("text", "\"E(5)+E(5)^4\"").Exact());
        Assert.Contains("written as text", Assert.Throws<AlgebraFormatException>(() => JsonItem.Parse("text", new string('1', 301))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_beyond_doubles_are_text_and_read_back()
    {
        foreach (var count in new[] { 0, 1, JsonItem.LargestExact, System.Numerics.BigInteger.Pow(10, 40) })
        {
            var item = JsonItem.Of(count);
            Assert.Equal(count > JsonItem.LargestExact, item.Kind == JsonKind.Text);
            Assert.Equal(count, JsonItem.Parse("text", item.ToString()).Count());
        }
    }

    [Fact]
    public void Values_that_are_made_read_back_as_the_same()
    {
        var made = JsonItem.Record(json =>
        {
            json.Field("order", 8);
            json.Field("name", "C8 \"ü\" \n");
            json.Row("images", [2, 1]);
            json.Measured("half", 0.5);
            json.List("none", Array.Empty<int>(), _ => { });
            json.Null("nothing");
            json.Record("kernel", () => json.Field("trivial", true));
        });
        var read = JsonItem.Parse("text", made.ToString());
        Assert.Equal(made, read);
        Assert.Equal(made.GetHashCode(), read.GetHashCode());
        Assert.Equal("{\"order\":8,\"name\":\"C8 \\\"ü\\\" \\n\",\"images\":[2,1],\"half\":0.5,\"none\":[],\"nothing\":null,\"kernel\":{\"trivial\":true}}", read.ToString());
        Assert.NotEqual(read, read.With("order", JsonItem.Of(9)));
        Assert.Equal(read, read.With("order", JsonItem.Of(9)).With("order", JsonItem.Of(8)));
        Assert.Equal(["order", "name", "images", "half", "none", "kernel", "more"], read.Without("nothing").With("more", JsonItem.Null).Fields().Select(field => field.Name));
        Assert.Throws<ArgumentException>(() => JsonItem.Record([("a", JsonItem.Null), ("a", JsonItem.Null)]));
    }

    /// <summary>The second route: the reader of the base library takes the same texts, and reads the same from them.</summary>
    [Property(MaxTest = 10000)]
    public Property Texts_are_taken_as_the_base_library_takes_them() => Prop.ForAll(Texts(), text =>
    {
        JsonDocument? other = null;
        try
        {
            other = JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException)
        {
        }

        using (other)
        {
            try
            {
                var item = JsonItem.Parse("text", text);
                Assert.NotNull(other);
                Assert.Equal(JsonSerializer.Serialize(other.RootElement), JsonSerializer.Serialize(JsonDocument.Parse(item.ToString()).RootElement));
            }
            catch (AlgebraFormatException)
            {
                Assert.Null(other);
            }
        }
    });

    /// <summary>Valid texts with up to two characters replaced, left out or added.</summary>
    private static Arbitrary<string> Texts()
    {
        string[] valid = ["{\"a\": [1, -2.5e+3, \"x\\n\\u0041\"], \"b\": {\"c\": true, \"d\": null}}", "[[0, 10], [], {}, \"\", false]", "  {\"k\":{\"k\":[[[-0]]]}}\r\n", "\"t\"", "12"];
        var pieces = Gen.Elements("[", "]", "{", "}", ",", ":", "\"", "'", "0", "1", "-", ".", "e", "\\", "t", "n", " ", "\n", "/", "\u00e9", "#", "");
        var edit = from at in Gen.Choose(0, 100) from length in Gen.Choose(0, 1) from piece in pieces select (at, length, piece);
        var texts = from text in Gen.Elements(valid) from count in Gen.Choose(0, 2) from edits in Gen.ListOf(edit, count) select edits.Aggregate(text, Edited);
        return texts.ToArbitrary();
    }

    private static string Edited(string text, (int At, int Length, string Piece) edit)
    {
        var at = text.Length == 0 ? 0 : edit.At % text.Length;
        return text[..at] + edit.Piece + text[Math.Min(text.Length, at + edit.Length)..];
    }
}
