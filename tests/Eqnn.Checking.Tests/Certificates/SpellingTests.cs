using Eqnn.Checking.Reading;
using Xunit;

namespace Eqnn.Checking.Tests.Certificates;

/// <summary>Every value has one spelling: what JSON does not have, and what its reader would take all the same, is refused at its line and character.</summary>
public sealed class SpellingTests
{
    [Theory]
    [InlineData("{\"a\": 1,}", "line 1, character 9", "a value is expected here")]
    [InlineData("[1,,2]", "line 1, character 4", "a value is expected here")]
    [InlineData("[,1]", "line 1, character 2", "a value is expected here")]
    [InlineData("{\"a\": }", "line 1, character 7", "a value is expected here")]
    [InlineData("[1 2]", "line 1", "not JSON")]
    [InlineData("{\"a\" 1}", "line 1", "not JSON")]
    [InlineData("[}", "line 1", "not JSON")]
    [InlineData("{1: 2}", "line 1", "not JSON")]
    [InlineData("{'a': 1}", "line 1, character 2", "not JSON")]
    [InlineData("{a: 1}", "line 1, character 2", "not JSON")]
    [InlineData("[1] // end", "line 1, character 5", "not JSON")]
    [InlineData("[truely]", "line 1, character 2", "not JSON")]
    [InlineData("[NaN]", "line 1, character 2", "not JSON")]
    [InlineData("[\n 012]", "line 2, character 2", "without leading zeros")]
    [InlineData("[-0]", "line 1, character 2", "without leading zeros")]
    [InlineData("[-]", "line 1, character 2", "with digits")]
    [InlineData("[1.0]", "line 1, character 2", "only whole numbers")]
    [InlineData("[1e3]", "line 1, character 2", "only whole numbers")]
    [InlineData("[9007199254740992]", "line 1, character 2", "beyond 2^53 - 1")]
    [InlineData("[99999999999999999999]", "line 1, character 2", "beyond 2^53 - 1")]
    [InlineData("[\"a\nb\"]", "line 1, character 4", "control characters")]
    [InlineData("[\"\\x41\"]", "line 1, character 4", "no such escape")]
    [InlineData("[\"\\u00g0\"]", "line 1, character 4", "four hexadecimal digits")]
    [InlineData("[\"\\ug000\"]", "line 1, character 4", "four hexadecimal digits")]
    [InlineData("[\"a]", "line 1, character 5", "does not end")]
    [InlineData("[1", "line 1", "ends inside")]
    [InlineData("", "line 1", "ends inside")]
    [InlineData("[1] [2]", "line 1", "")]
    public void What_is_not_JSON_is_refused_at_its_place(string text, string where, string problem)
    {
        var refused = Assert.Throws<RefusedException>(() => ClaimReader.Read(text));
        Assert.StartsWith(where, refused.Where, StringComparison.Ordinal);
        Assert.Contains(problem, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_has_a_bound() => Assert.Contains("nested more than", Assert.Throws<RefusedException>(() => ClaimReader.Read(new string('[', 100_000))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("{\"a\": 1, \"b\": 2, \"a\": 3}", "a")]
    [InlineData("{\"r\": [{\"x\": 1, \"x\": 1}]}", "r[0].x")]
    [InlineData("{\"a\": 1, \"b\": 2, \"c\": 1, \"d\": 2, \"e\": 1, \"f\": 2, \"g\": 1, \"h\": 2, \"i\": 1, \"j\": 2, \"k\": 1, \"l\": 2, \"m\": 1, \"n\": 2, \"o\": 1, \"p\": 2, \"q\": 1, \"c\": 2}", "c")]
    [InlineData("{\"a b\": 1, \"a b\": 2}", "\"a b\"")]
    public void A_field_that_occurs_twice_is_refused(string text, string where) => Assert.Equal(where, Assert.Throws<RefusedException>(() => ClaimReader.Read(text)).Where);

    [Fact]
    public void What_JSON_has_is_read_with_its_place()
    {
        var root = ClaimReader.Read("{\"list\": [null, true, -3, \"\\u0041\\n\", {\"x\":\n 9007199254740991}], \"empty\": {}}");
        Assert.Equal("list[4].x", root["list"][4]["x"].Path);
        Assert.Equal(2, root["list"][4]["x"].Line);
        Assert.Equal(Claim.LargestNumber, root["list"][4]["x"].Count());
        Assert.Equal("A\n", root["list"][3].Text());
        Assert.Equal(-3, root["list"][2].Number(-5, 5));
        Assert.True(root["list"][1].Truth());
        Assert.Empty(root["empty"].Fields());
    }

    [Theory]
    [InlineData("\"+4\"")]
    [InlineData("\"0004\"")]
    [InlineData("\"4\"")]
    [InlineData("\"-90071992547409920\"")]
    [InlineData("\" 90071992547409920\"")]
    [InlineData("\"\"")]
    [InlineData("true")]
    [InlineData("null")]
    public void A_count_has_one_spelling(string text) => Assert.Throws<RefusedException>(() => ClaimReader.Read($"[{text}]")[0].Count());

    [Theory]
    [InlineData("01")]
    [InlineData("2/4")]
    [InlineData("+1")]
    [InlineData("1/1")]
    [InlineData("√2")]
    [InlineData("E(8)-E(8)^3 ")]
    [InlineData("-E(8)^3+E(8)")]
    [InlineData("E(3)+E(3)^2")]
    [InlineData("(2^10000)^10000")]
    [InlineData("2^10000")]
    [InlineData("(1)")]
    [InlineData("")]
    [InlineData("E(")]
    public void An_exact_number_has_one_spelling(string text) => Assert.Contains("normal form", Assert.Throws<RefusedException>(() => ClaimReader.Read($"[\"{text}\"]")[0].Value()).Message, StringComparison.Ordinal);

    [Fact]
    public void Long_texts_are_shortened_in_messages()
    {
        Assert.Equal("a count of 200000 characters; at most 10000 are read", Assert.Throws<RefusedException>(() => ClaimReader.Read($"[\"{new string('4', 200_000)}\"]")[0].Count()).Message);
        Assert.InRange(Assert.Throws<RefusedException>(() => ClaimReader.Read($"[\"{new string('4', 9_000)}\"]")[0].RequireCount(3)).Message.Length, 40, 200);
        Assert.InRange(Assert.Throws<RefusedException>(() => ClaimReader.Read($"[\"{new string('x', 9_000)}\"]")[0].Value()).Message.Length, 40, 200);
        Assert.InRange(Assert.Throws<RefusedException>(() => ClaimReader.Read($"[\"{new string('1', 200_000)}\"]")[0].Value()).Message.Length, 40, 200);
    }

    [Theory]
    [InlineData("S4")]
    [InlineData("C2 x SL(2,3)")]
    [InlineData("perm:(1,2,3);(1,2)")]
    [InlineData("2^{1+4}_+")]
    public void Names_of_groups_are_names(string name) => Assert.Equal(name, ClaimReader.Read($"[\"{name}\"]")[0].Label());

    [Theory]
    [InlineData("")]
    [InlineData("a\\nb")]
    [InlineData("a\\\"b")]
    [InlineData("a\\\\b")]
    [InlineData("L2\\u202e")]
    [InlineData("\\ud800")]
    [InlineData("é")]
    public void What_could_pass_for_something_else_is_no_name(string name)
    {
        var refused = Assert.Throws<RefusedException>(() => ClaimReader.Read($"[\"{name}\"]")[0].Label());
        Assert.DoesNotContain(refused.Message, c => c is < ' ' or > '~');
        Assert.Throws<RefusedException>(() => ClaimReader.Read($"[\"{name}\"]")[0].SimpleLabel());
    }
}
