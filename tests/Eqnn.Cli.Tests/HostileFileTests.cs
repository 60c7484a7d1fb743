using System.Text;

namespace Eqnn.Cli.Tests;

/// <summary>Files of every kind with every sort of damage: each is refused in one line that names the file, or read.</summary>
[Trait("speed", "slow")]
public sealed class HostileFileTests : IDisposable
{
    private static readonly string[] Texts =
    [
        "", "  \n", "null", "true", "3", "\"x\"", "[]", "{}", "[[]]", "[{}]", "[null]", "[[null]]", "{\"degree\":null,\"generators\":null,\"vectors\":null,\"images\":null}", "[NaN]", "[[Infinity]]", "[[1e999]]", "[[1e-999]]", "[[-0]]", "[[1.5,2]]", "[[\"(2^10000)^10000\"]]", "[[\"2^(2^(2^30))\"]]", "[[\"E(7)^(2^62)\"]]",
        "[[\"E(2147483647)\"]]", "[[\"E(99999999999999999999)\"]]", "[[\"E(0)\"]]", "[[\"1/0\"]]", "[\"1/(E(3)-E(3))\"]", "[\"\\ud800\"]", "{\"\\udc00\":1}", "{\"degree\":3,\"generators\":[\"\\ud83d\\ude00\"]}", "[1\0]", "[\"a\u001B[31m\"]", "[\"\u202E(1,2)\"]", "{\"deg\\u001bree\":3}", "{\"a\\nb\":3}",
        "{\"degree\":-1,\"generators\":[]}", "{\"degree\":0,\"generators\":[]}", "{\"degree\":2147483648,\"generators\":[]}", "{\"degree\":1e9,\"generators\":[]}", "{\"degree\":3.0,\"generators\":[]}", "{\"degree\":\"3\",\"generators\":[]}", "{\"degree\":true,\"generators\":[]}", "{\"degree\":3,\"generators\":{}}", "{\"degree\":3,\"generators\":\"(1,2)\"}",
        "{\"degree\":3,\"generators\":[\"(1,99999999999999999999)\"]}", "{\"degree\":3,\"generators\":[\"(1,1)\"]}", "{\"degree\":3,\"generators\":[\"(0,1)\"]}", "{\"degree\":3,\"generators\":[[1,2]]}", "{\"degree\":3,\"generators\":[[1,2,2]]}", "{\"degree\":3,\"generators\":[[0,1,2]]}", "{\"degree\":3,\"generators\":[[1.0,2,3]]}", "{\"degree\":3,\"generators\":[[\"1\",2,3]]}",
        "{\"degree\":3,\"generators\":[null]}", "{\"degree\":3,\"degree\":3,\"generators\":[]}", "{\"degree\":3,\"degre\\u0065\":3,\"generators\":[]}", "{\"Degree\":3,\"generators\":[]}", "{\"degree\":3,\"generators\":[],\"x\":1}", "{\"degree\":3,\"generators\":[]} x", "{\"degree\":3,\"generators\":[]}{}", "{\"degree\":3,\"generators\":[]} // x", "{'degree':3}", "{degree:3}", "{\"degree\":3,}",
        "{\"images\":[[1,2,3],[4,5,6]]}", "{\"images\":[[1,1,1],[1,2,3]]}", "{\"images\":[[2147483648]]}", "{\"images\":[[2.0,1,3],[2,1,3]]}", "{\"images\":[[2,3,1],[2,1]]}", "{\"images\":[[],[]]}", "{\"images\":[]}", "{\"images\":{}}", "{\"images\":[[2,1,3],[2,3,1]]}", "{\"images\":[[-1,1,3],[2,3,1]]}",
        "{\"vectors\":[[\"1\"],[\"1\",\"2\"]]}", "{\"vectors\":[]}", "{\"vectors\":[[]]}", "{\"vectors\":[[\"0\",\"0\"]]}", "{\"vectors\":[[\"E(4)\"]]}", "{\"vectors\":[[true]]}", "{\"vectors\":[[null]]}", "{\"vectors\":[[{}]]}", "{\"vectors\":[[\"\u0661\"]]}", "{\"vectors\":[[\"\uFF11\"]]}", "{\"vectors\":[[\"\u22121\"]]}", "{\"vectors\":[[\"+1\"]]}", "{\"vectors\":[[\" 1\"]]}",
        "{\"vectors\":[[\"1.5\"]]}", "{\"vectors\":[[\"1,5\"]]}", "{\"vectors\":[[\"0x10\"]]}", "{\"vectors\":[[\"1e400000000\"]]}", "{\"vectors\":[[\"√-1\"]]}", "{\"vectors\":[[\"√99999999999999999999\"]]}", "{\"vectors\":[[\"\"]]}", "{\"vectors\":\"x\"}", "{\"vectors\":[3]}", "[[1,2],[3]]", "[[\"x\"]]", "[[99999999999999999999999]]", "[[2,1,3],[2,1]]", "[[2,1,4]]", "[\"(1,2)\"]", "[\"(1,2\"]",
        "{\"format\":\"eqnn-network\",\"version\":1}", "{\"format\":\"eqnn-network\",\"version\":\"1\"}", "{\"format\":\"eqnn-certificate\",\"version\":2}", "{\"format\":\"eqnn-certificate\",\"version\":1,\"kind\":null}", "{\"group\":\"C3\",\"layers\":[]}", "{\"group\":3,\"layers\":{}}", "{\"group\":{\"degree\":1,\"generators\":[]},\"layers\":[{}]}",
        "\uFEFF{\"degree\":3,\"generators\":[]}", "\uFEFF", "{\"degree\":3,\u00A0\"generators\":[]}", "{\"degree\":3,\u2028\"generators\":[]}", "\f{\"degree\":3,\"generators\":[]}",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("eqnn-test-");

    /// <summary>Commands that read a file, @FILE or FILE, and a file that they take.</summary>
    public static TheoryData<string, string> Kinds => new()
    {
        { "group @FILE --brief", "{\"degree\":4,\"generators\":[\"(1,2,3,4)\",\"(1,2)\"]}" },
        { "group @FILE", "{\"degree\":4,\"generators\":[\"(1,2,3,4)\",\"(1,2)\"]}" },
        { "decompose S3 --on @FILE", "{\"images\":[[2,3,1],[2,1,3]]}" },
        { "chambers @FILE", "{\"vectors\":[[\"1\",\"0\"],[\"0\",\"1\"],[\"1\",\"-1\"]]}" },
        { "characters S3 --at @FILE", "[[2,1,3]]" },
        { "homs C2 --weights 1:1 --vector @FILE", "[1,2]" },
        { "activations @FILE", "[[1,2],[3,4]]" },
        { "identify @FILE", "docs/examples/quaternion-matrices.json" },
        { "separate S6 --on subsets:2 --layers points,points --inputs @docs/examples/hexagon.json @FILE", "docs/examples/two-triangles.json" },
        { "verify FILE", "docs/certificate-s4.json" },
        { "network check FILE", "docs/examples/c8.json" },
        { "network plan FILE", "docs/examples/c8.json" },
        { "network decompose FILE", "docs/examples/c8.json" },
        { "catalog verify FILE", "catalog/cyclic/C003.json" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_damaged_file_is_read_or_refused_in_one_line(string command, string good)
    {
        Tool.StandAtRoot();
        good = good[0] is '{' or '[' ? good : File.ReadAllText(good);
        var faults = new List<string>();
        foreach (var (name, bytes) in Damaged(good))
        {
            var file = Path.Combine(_folder.FullName, "a.json");
            File.WriteAllBytes(file, bytes);
            var outcome = Tool.Run([.. command.Replace("FILE", file, StringComparison.Ordinal).Split(' '), "--timeout", "60"]);
            if ((HostileLineTests.FaultOf(outcome) ?? (outcome.ExitCode == 2 && !outcome.Error.Contains(file, StringComparison.Ordinal) ? "the file is not named" : null)) is { } fault)
            {
                faults.Add($"{HostileLineTests.Shown(name)}: {fault}: {HostileLineTests.Shown(outcome.Error)}");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>Names of files that are not there, or are no files; with what is invisible in them.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_name_of_a_file_that_is_none_is_refused_in_one_line(string command, string good)
    {
        Tool.StandAtRoot();
        Assert.NotEmpty(good);
        var faults = new List<string>();
        foreach (var name in (string[])[_folder.FullName, "/nonexistent/x", "/dev/null", "\u001B[31mx", "\u202Ex", "a\nb", "\uD800", new string('x', 5000), "a\0b", ""])
        {
            var outcome = Tool.Run([.. command.Split(' ').Select(word => word.Replace("FILE", name, StringComparison.Ordinal))]);
            if ((HostileLineTests.FaultOf(outcome) ?? (outcome.ExitCode != 2 ? $"exit code {outcome.ExitCode}" : null)) is { } fault)
            {
                faults.Add($"{HostileLineTests.Shown(name)}: {fault}: {HostileLineTests.Shown(outcome.Error)}");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>A good file under a name with marks of direction: an answer that quotes the name shows nothing invisible.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_name_that_turns_the_direction_is_not_printed_as_it_is(string command, string good)
    {
        Tool.StandAtRoot();
        var file = Path.Combine(_folder.FullName, "\u202Ea\u200B.json");
        File.WriteAllText(file, good[0] is '{' or '[' ? good : File.ReadAllText(good));
        foreach (var format in (string[])["text", "json"])
        {
            var outcome = Tool.Run([.. command.Replace("FILE", file, StringComparison.Ordinal).Split(' '), "--format", format]);
            Assert.Null(HostileLineTests.FaultOf(outcome));
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static IEnumerable<(string Name, byte[] Bytes)> Damaged(string good)
    {
        var bytes = Encoding.UTF8.GetBytes(good);
        var texts = Texts.Select(text => (text, Encoding.UTF8.GetBytes(text)));
        return
        [
            .. texts, ("good", bytes), ("marked", [0xEF, 0xBB, 0xBF, .. bytes]), ("UTF-16", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(good)]), ("UTF-16, other order", [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(good)]),
            ("UTF-32", [.. Encoding.UTF32.GetPreamble(), .. Encoding.UTF32.GetBytes(good)]), ("Latin 1", [.. bytes, (byte)' ', 0xE9]), ("a half of a letter", [.. bytes, 0xC3]), ("a zero byte", [.. bytes, 0]), ("lines of DOS", Encoding.UTF8.GetBytes(good.ReplaceLineEndings("\r\n"))), ("a form feed", [.. bytes, 0x0C]),
            ("twice", [.. bytes, .. bytes]), ("a half", bytes[..(bytes.Length / 2)]), ("all but the last", bytes[..^2]), ("bytes", [0xFF, 0xFE, 0x00]), ("a surrogate in bytes", [(byte)'[', (byte)'"', 0xED, 0xA0, 0x80, (byte)'"', (byte)']']), ("an overlong slash", [(byte)'[', (byte)'"', 0xC0, 0xAF, (byte)'"', (byte)']']),
            ("deep", Encoding.UTF8.GetBytes(new string('[', 100_000))), ("deep records", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 50_000)))), ("many digits", Encoding.UTF8.GetBytes("[[" + new string('9', 100_000) + "]]")), ("many digits as text", Encoding.UTF8.GetBytes("[[\"" + new string('9', 200_000) + "\"]]")),
            ("many generators", Encoding.UTF8.GetBytes("{\"degree\":3,\"generators\":[" + string.Join(',', Enumerable.Repeat("\"(1,2)\"", 20_000)) + "]}")), ("a long key", Encoding.UTF8.GetBytes("{\"" + new string('k', 100_000) + "\":1}")), ("many keys", Encoding.UTF8.GetBytes("{" + string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"\"k{i}\":1")) + "}")),
        ];
    }
}
