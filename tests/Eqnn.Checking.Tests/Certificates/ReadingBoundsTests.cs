using System.Numerics;
using Eqnn.Checking.Reading;
using Xunit;

namespace Eqnn.Checking.Tests.Certificates;

/// <summary>What the reader takes and what it refuses, on both sides of every bound.</summary>
public sealed class ReadingBoundsTests
{
    [Theory]
    [InlineData("[9007199254740991]", true)]
    [InlineData("[9007199254740992]", false)]
    [InlineData("[-9007199254740991]", true)]
    [InlineData("[-9007199254740992]", false)]
    [InlineData("[1234567890123456]", true)]
    [InlineData("[12345678901234567]", false)]
    [InlineData("[0]", true)]
    [InlineData("[-1]", true)]
    [InlineData("[10]", true)]
    [InlineData("[00]", false)]
    [InlineData("[-01]", false)]
    [InlineData("[1.]", false)]
    [InlineData("[1E2]", false)]
    [InlineData("[--1]", false)]
    [InlineData("[1-]", false)]
    [InlineData("[true,false,null]", true)]
    [InlineData("[true1]", false)]
    [InlineData("[nullx]", false)]
    [InlineData("[tru]", false)]
    [InlineData("[\ttrue\r\n]", true)]
    [InlineData("[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]", true)]
    [InlineData("[\"\\a\"]", false)]
    [InlineData("[\"\\u00aF\"]", true)]
    [InlineData("[\"\\u00a\"]", false)]
    [InlineData("[\"\\u0", false)]
    [InlineData("[\"\\u004", false)]
    [InlineData("[\"\\u0041", false)]
    [InlineData("true", true)]
    [InlineData("null", true)]
    [InlineData("fals", false)]
    [InlineData("[\"\\", false)]
    [InlineData("[\" ~\"]", true)]
    [InlineData("[\"\u001F\"]", false)]
    [InlineData("[\"\"]", true)]
    [InlineData("{}", true)]
    [InlineData("[]", true)]
    [InlineData("{\"a\":{\"b\":[1,2]}}", true)]
    [InlineData("[1,]", false)]
    [InlineData("{\"a\":1,}", false)]
    [InlineData("{,\"a\":1}", false)]
    [InlineData("[:1]", false)]
    [InlineData(",1", false)]
    [InlineData(":1", false)]
    [InlineData("[\"\\ud83d\\ude00\"]", true)]
    [InlineData("[\"\\uD83D\\uDE00x\"]", true)]
    [InlineData("[\"\\ud800\"]", false)]
    [InlineData("[\"\\udc00\"]", false)]
    [InlineData("[\"\\ud800x\"]", false)]
    [InlineData("[\"\\ud800\\u0041\"]", false)]
    [InlineData("[\"\\ud800\\ud800\"]", false)]
    [InlineData("[\"\\ud800\\n\"]", false)]
    [InlineData("[\"\\ud800", false)]
    [InlineData("{\"\\ud800\":1}", false)]
    public void A_text_is_JSON_or_not(string text, bool isJson)
    {
        if (isJson)
        {
            Assert.NotNull(ClaimReader.Read(text));
        }
        else
        {
            Assert.Throws<RefusedException>(() => ClaimReader.Read(text));
        }
    }

    [Theory]
    [InlineData("[1]\n [\n  01]", "line 3, character 3")]
    [InlineData("01", "line 1, character 1")]
    [InlineData("\n\n  -0", "line 3, character 3")]
    [InlineData("[\"a\\x\"]", "line 1, character 5")]
    [InlineData("[\"ab\u0001\"]", "line 1, character 5")]
    [InlineData("[1,\n,2]", "line 2, character 1")]
    [InlineData("[1,\n\"a\\ud800\"]", "line 2, character 3")]
    public void A_refusal_names_line_and_character(string text, string where) => Assert.Equal(where, Assert.Throws<RefusedException>(() => ClaimReader.Read(text)).Where);

    /// <summary>Half a pair that stands in a text unescaped, which no file in UTF-8 can hold.</summary>
    [Theory]
    [InlineData(0xD83D, 0xDE00, true)]
    [InlineData(0xD800, 'x', false)]
    [InlineData(0xDC00, 0xD800, false)]
    [InlineData('x', 0xD800, false)]
    public void A_text_of_half_a_pair_is_refused(int first, int second, bool isJson) => Check(isJson, () => ClaimReader.Read($"[\"{(char)first}{(char)second}\"]").Kind.ToString());

    /// <summary>Numbers of a document stand in messages as they are; the messages stay short.</summary>
    [Theory]
    [InlineData(300, 300)]
    [InlineData(301, 320)]
    [InlineData(1_000_000, 324)]
    public void Messages_are_short(int length, int shown) => Assert.Equal(shown, new RefusedException("", new string('7', length)).Message.Length);

    [Theory]
    [InlineData(10_000, true)]
    [InlineData(10_001, false)]
    public void Exact_numbers_have_at_most_ten_thousand_characters(int length, bool isRead) => Check(isRead, () => ClaimReader.Read($"[\"{new string('7', length)}\"]")[0].Value().ToString());

    /// <summary>What is said to be enough is enough.</summary>
    [Theory]
    [InlineData(10, "50", "CertificateCheckOptions.MaxImages", 100L)]
    [InlineData(10, "5000000000", "CertificateCheckOptions.MaxImages", 5_000_000_000)]
    [InlineData(10, null, "CertificateCheckOptions.MaxImages", 100L)]
    [InlineData(10, "99999999999999999999", "", null)]
    [InlineData(long.MaxValue, null, "CertificateCheckOptions.MaxImages", long.MaxValue)]
    public void A_limit_names_a_bound_that_is_enough(long bound, string? needed, string setting, long? raised)
    {
        var limit = CheckLimit.Reached("images", bound, needed is null ? null : BigInteger.Parse(needed, System.Globalization.CultureInfo.InvariantCulture), "CertificateCheckOptions.MaxImages");
        Assert.Equal((setting, raised), (limit.Setting, limit.Raised));
        Assert.Equal(needed ?? "more", limit.Needed);
    }

    [Theory]
    [InlineData(31, true)]
    [InlineData(32, true)]
    [InlineData(33, false)]
    public void Nesting_is_read_to_32(int depth, bool isRead)
    {
        var text = new string('[', depth) + new string(']', depth);
        if (isRead)
        {
            Assert.NotNull(ClaimReader.Read(text));
        }
        else
        {
            Assert.Contains("nested more than 32 deep", Assert.Throws<RefusedException>(() => ClaimReader.Read(text)).Message, StringComparison.Ordinal);
        }
    }

    /// <summary>Fields are compared one by one while there are few, by a set from 16 on: the same on both sides.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(40)]
    public void A_field_twice_is_found_among_any_number(int count)
    {
        var fields = Enumerable.Range(0, count).Select(i => $"\"f{i}\":{i}").ToList();
        Assert.Equal(count, ClaimReader.Read("{" + string.Join(',', fields) + "}").Fields().Count);
        foreach (var twice in new[] { 0, count / 2, count - 1 })
        {
            Assert.Equal($"f{twice}", Assert.Throws<RefusedException>(() => ClaimReader.Read("{" + string.Join(',', fields) + $",\"f{twice}\":0}}")).Where);
        }
    }

    [Fact]
    public void Numbers_and_positions_lie_within_their_bounds()
    {
        var list = ClaimReader.Read("[-1,0,1,5,6]");
        Assert.Equal(-1, list[0].Number(-1, 5));
        Assert.Equal(5, list[3].Number(-1, 5));
        Assert.Throws<RefusedException>(() => list[4].Number(-1, 5));
        Assert.Throws<RefusedException>(() => list[0].Number(0, 5));
        Assert.Equal(0, list[2].Position(5));
        Assert.Equal(4, list[3].Position(5));
        Assert.Throws<RefusedException>(() => list[1].Position(5));
        Assert.Throws<RefusedException>(() => list[4].Position(5));
        Assert.Equal("entry 6 is missing", Assert.Throws<RefusedException>(() => list[5]).Message);
        Assert.Equal("entry 0 is missing", Assert.Throws<RefusedException>(() => list[-1]).Message);
        Assert.Equal(5, list.Items(5).Count);
        Assert.Throws<RefusedException>(() => list.Items(4));
    }

    [Fact]
    public void Counts_beyond_numbers_are_texts()
    {
        Assert.Equal(BigInteger.Pow(2, 53), ClaimReader.Read("[\"9007199254740992\"]")[0].Count());
        Assert.Equal("a count up to 2^53 - 1 is a number, not a text", Assert.Throws<RefusedException>(() => ClaimReader.Read("[\"9007199254740991\"]")[0].Count()).Message);
        Assert.Equal(10_000, ClaimReader.Read($"[\"{new string('9', 10_000)}\"]")[0].Count().ToString(System.Globalization.CultureInfo.InvariantCulture).Length);
        Assert.StartsWith("a count of 10001 characters", Assert.Throws<RefusedException>(() => ClaimReader.Read($"[\"{new string('9', 10_001)}\"]")[0].Count()).Message, StringComparison.Ordinal);
        ClaimReader.Read("[3]")[0].RequireCount(3);
        Assert.Equal("the certificate says 3, the check finds 4", Assert.Throws<RefusedException>(() => ClaimReader.Read("[3]")[0].RequireCount(4)).Message);
    }

    [Theory]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    [InlineData(1, true)]
    [InlineData(0, false)]
    public void Names_have_at_most_a_thousand_characters(int length, bool isName) => Check(isName, () => ClaimReader.Read($"[\"{new string('x', length)}\"]")[0].Label());

    [Theory]
    [InlineData(40, true)]
    [InlineData(41, false)]
    [InlineData(1, true)]
    [InlineData(0, false)]
    public void Labels_of_simples_have_at_most_forty(int length, bool isLabel) => Check(isLabel, () => ClaimReader.Read($"[\"{new string('x', length)}\"]")[0].SimpleLabel());

    [Theory]
    [InlineData(" ", true)]
    [InlineData("~", true)]
    [InlineData("\\u001f", false)]
    [InlineData("\\u007f", false)]
    public void Names_are_printable(string name, bool isName) => Check(isName, () => ClaimReader.Read($"[\"{name}\"]")[0].Label());

    [Theory]
    [InlineData("L 1", false)]
    [InlineData("[3,1]", true)]
    [InlineData("X.1'", true)]
    [InlineData("a/b", false)]
    public void Labels_of_simples_are_one_word(string name, bool isLabel) => Check(isLabel, () => ClaimReader.Read($"[\"{name}\"]")[0].SimpleLabel());

    [Fact]
    public void Permutations_take_each_point_once()
    {
        Assert.Equal("(1,2,3)", ClaimReader.Read("[2,3,1]").Permutation(3).ToString());
        Assert.Equal("(1,2,3,4,5)", ClaimReader.Read("[2,3,4,5,1]").Permutation(5).ToString());
        Assert.Equal("not a permutation: some image occurs twice", Assert.Throws<RefusedException>(() => ClaimReader.Read("[2,2,1]").Permutation(3)).Message);
        Assert.Throws<RefusedException>(() => ClaimReader.Read("[2,3,4]").Permutation(3));
        Assert.Throws<RefusedException>(() => ClaimReader.Read("[2,1]").Permutation(3));
    }

    [Fact]
    public void Real_entries_are_real()
    {
        Assert.Equal(2, ClaimReader.Read("[\"1/2\",\"E(8)-E(8)^3\"]").RealVector(2).Length);
        Assert.Equal("E(4) is not real", Assert.Throws<RefusedException>(() => ClaimReader.Read("[\"1\",\"E(4)\"]").RealVector(2)).Message);
        Assert.Equal(2, ClaimReader.Read("[\"1\",\"E(4)\"]").Vector(2).Length);
        var matrix = ClaimReader.Read("[[\"1\",\"2\",\"3\"],[\"4\",\"5\",\"6\"]]").RealMatrix(2, 3);
        Assert.Equal((2, 3), (matrix.RowCount, matrix.ColumnCount));
        Assert.Throws<RefusedException>(() => ClaimReader.Read("[[\"1\"],[\"4\"]]").RealMatrix(2, 2));
    }

    [Theory]
    [InlineData(60, "")]
    [InlineData(61, "... (61 characters)")]
    public void Quoted_texts_are_short(int length, string rest) => Assert.Equal($"\"{new string('x', 60)}{rest}\"", Quoted.Of(new string('x', length)));

    [Theory]
    [InlineData("a\"b", "\"a\\u0022b\"")]
    [InlineData("a\\b", "\"a\\u005Cb\"")]
    [InlineData("\u001F \u007F~", "\"\\u001F \\u007F~\"")]
    [InlineData("", "\"\"")]
    public void Quoted_texts_show_codes_of_what_is_not_plain(string text, string shown) => Assert.Equal(shown, Quoted.Of(text));

    [Theory]
    [InlineData("rays", "rays")]
    [InlineData("x1", "x1")]
    [InlineData("a b", "\"a b\"")]
    [InlineData("", "\"\"")]
    public void Names_of_fields_stand_as_they_are_if_they_are_one_word(string name, string shown) => Assert.Equal(shown, Quoted.Name(name));

    [Fact]
    public void Long_numbers_are_cut_after_forty_digits()
    {
        Assert.Equal(new string('9', 40), Quoted.Digits(BigInteger.Pow(10, 40) - 1));
        Assert.Equal("1" + new string('0', 39) + "... (41 digits)", Quoted.Digits(BigInteger.Pow(10, 40)));
        Assert.Equal(new string('x', 60), Quoted.Name(new string('x', 60)));
        Assert.Equal($"\"{new string('x', 60)}... (61 characters)\"", Quoted.Name(new string('x', 61)));
    }

    [Fact]
    public void The_first_digits_of_the_hash_seal_a_record()
    {
        // SHA-256 of {"a":1,"b":["x",true,null]} begins with these digits.
        var seal = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("{\"a\":1,\"b\":[\"x\",true,null]}"u8))[..16];
        Digests.Require(ClaimReader.Read($"{{\"a\":1,\"b\":[\"x\",true,null],\"digest\":\"{seal}\"}}"));
        Digests.Require(ClaimReader.Read($"[{{ \"a\": 1, \"b\": [\"x\", true, null], \"digest\": \"{seal}\" }}]"));
        foreach (var changed in new[] { "{\"a\":2,\"b\":[\"x\",true,null]", "{\"a\":1,\"b\":[\"y\",true,null]", "{\"a\":1,\"b\":[\"x\",false,null]", "{\"a\":1,\"b\":[\"x\",true]", "{\"a\":1,\"c\":[\"x\",true,null]", "{\"b\":[\"x\",true,null],\"a\":1" })
        {
            Assert.Throws<RefusedException>(() => Digests.Require(ClaimReader.Read($"{changed},\"digest\":\"{seal}\"}}")));
        }
    }

    /// <summary>Seals of inner records are looked at too, in lists and in fields.</summary>
    [Theory]
    [InlineData("[[{\"a\":1,\"digest\":\"0123456789abcdef\"}]]", "[0][0]")]
    [InlineData("{\"r\":{\"a\":1,\"digest\":\"0123456789abcdef\"}}", "r")]
    [InlineData("{\"r\":[1,{\"a\":{\"b\":2},\"digest\":\"0123456789abcdef\"}]}", "r[1]")]
    public void A_false_seal_is_found_where_it_stands(string text, string where) => Assert.Equal(where, Assert.Throws<RefusedException>(() => Digests.Require(ClaimReader.Read(text))).Where);

    /// <summary>Records within records, and texts longer than what is hashed at once.</summary>
    [Theory]
    [InlineData("\"a\":{\"b\":{\"c\":[{}]},\"d\":[]}")]
    [InlineData("\"a\":\"LONG\"")]
    [InlineData("\"a\":\"LONG\",\"b\":\"LONG\",\"c\":[\"LONG\",1]")]
    public void Seals_are_hashes_of_the_whole_text(string fields)
    {
        fields = fields.Replace("LONG", new string('x', 70_000), StringComparison.Ordinal);
        var seal = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes("{" + fields + "}")))[..16];
        Digests.Require(ClaimReader.Read($"{{{fields},\"digest\":\"{seal}\"}}"));
    }

    /// <summary>Every way of reading refuses every other kind of value, with the place.</summary>
    [Theory]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("1")]
    [InlineData("\"x\"")]
    [InlineData("[]")]
    [InlineData("{}")]
    public void A_value_of_another_kind_is_refused(string value)
    {
        var claim = ClaimReader.Read($"{{\"v\":{value}}}")["v"];
        (ClaimKind Kind, string Problem, Action Read)[] ways =
        [
            (ClaimKind.Record, "a record is expected", () => claim.Fields()),
            (ClaimKind.List, "a list is expected", () => claim.Items()),
            (ClaimKind.Truth, "true or false is expected", () => claim.Truth()),
            (ClaimKind.Number, "a number is expected", () => claim.Number(0, 2)),
            (ClaimKind.Number, "a number is expected", () => claim.Is(1)),
            (ClaimKind.Text, "a text is expected", () => claim.Text()),
        ];
        foreach (var (kind, problem, read) in ways)
        {
            if (kind == claim.Kind)
            {
                read();
            }
            else
            {
                var refused = Assert.Throws<RefusedException>(read);
                Assert.Equal(("v", problem), (refused.Where, refused.Message));
            }
        }

        Assert.Null(claim.Find("x"));
    }

    [Fact]
    public void Places_are_paths_from_the_document()
    {
        var root = ClaimReader.Read("{\"a\":{\"b\":[1,null]},\"c\":null}");
        Assert.Equal("x", Assert.Throws<RefusedException>(() => root["x"]).Where);
        Assert.Equal("a.x", Assert.Throws<RefusedException>(() => root["a"]["x"]).Where);
        Assert.Equal("the document", root.Refuse("no").Where);
        Assert.Equal("a.b[0]", root["a"]["b"][0].Refuse("no").Where);
        Assert.True(root.Has("a"));
        Assert.False(root.Has("c"));
        Assert.False(root.Has("x"));
    }

    [Fact]
    public void Claims_are_compared_with_what_was_found()
    {
        var list = ClaimReader.Read("[7,true,\"x\",[1,2],[\"a\",\"b\"],[3,null],\"1/2\",false]");
        list[0].Is(7);
        list[1].Is(true);
        list[7].Is(false);
        list[2].Is("x");
        list[3].Is([1, 2]);
        list[4].Is(["a", "b"]);
        list[5].Is([3, (int?)null]);
        list[6].IsExactly(new Numbers.Rational(1, 2));
        Assert.Equal([1, 2], list[3].Ints());
        Assert.Equal(["a", "b"], list[4].Texts());
        Refused("claims 7, found 8", () => list[0].Is(8));
        Refused("claims true, found false", () => list[1].Is(false));
        Refused("claims false, found true", () => list[7].Is(true));
        Refused("claims \"x\", found \"y\"", () => list[2].Is("y"));
        Refused("claims 2, found 3", () => list[3].Is([1, 3]));
        Refused("claims 2 entries, found 3", () => list[3].Is([1, 2, 3]));
        Refused("claims \"b\", found \"c\"", () => list[4].Is(["a", "c"]));
        Refused("a number is expected", () => list[5].Is([3, 4]));
        Refused("claims 3, found 9", () => list[5].Is([9, (int?)null]));
        Refused("claims a number, found none", () => list[5].Is([(int?)null, null]));
        Refused("claims 1/2, found 1/3", () => list[6].IsExactly(new Numbers.Rational(1, 3)));

        static void Refused(string problem, Action compare) => Assert.Equal(problem, Assert.Throws<RefusedException>(compare).Message);
    }

    [Fact]
    public void What_normal_forms_cannot_hold_is_not_evaluated()
    {
        Assert.StartsWith("a number of 10001 characters", Assert.Throws<RefusedException>(() => ClaimReader.Read($"[\"{new string('9', 10_001)}\"]")[0].Value()).Message, StringComparison.Ordinal);
        Assert.Throws<RefusedException>(() => ClaimReader.Read("[\"^2\"]")[0].Value());
        Assert.Equal("not JSON", Assert.Throws<RefusedException>(() => ClaimReader.Read("{\"a\" 1}")).Message);
    }

    private static void Check(bool isTaken, Func<string> read)
    {
        if (isTaken)
        {
            Assert.NotEmpty(read());
        }
        else
        {
            Assert.Throws<RefusedException>(read);
        }
    }
}
