using Eqnn.Cli.Hosting;

namespace Eqnn.Cli.Tests;

/// <summary>Command lines that mean harm or are mistaken end as every line does: an answer, or one line that says what is wrong, with no words of the runtime and nothing invisible.</summary>
[Trait("speed", "slow")]
public sealed class HostileLineTests
{
    /// <summary>Words that only the runtime says.</summary>
    private static readonly string[] Runtime = ["Exception", "Int32", "Int64", "(Parameter '", "System.", "Newtonsoft", "this is a bug", "   at "];

    private static readonly string[] Groups =
    [
        "C99999999999999999999", "S2147483648", "C2^99999999", "C2^-1", "C2^0", "C0", "D0", "Dic0", "Dic1", "Q4", "Q7", "SD8", "M8", "PSL(2,6)", "PSL(2,4294967311)", "GL(0,2)", "GL(99999,2)", "SL(2,2^31)", "SL(2,1)", "C7:C0", "C7:C4",
        "S3 wr S0", "S0 wr S3", "perm:", "perm:()", "perm:(1,1)", "perm:(0,1)", "perm:(1,2147483648)", "perm:(1,99999999999999999999999)", "perm:(1,2)(2,3)", "perm:(1,,2)", "perm:(1 2 3)", "perm:((1,2))", "perm:(1,2);", "perm:;(1,2)",
        "SmallGroup(0,1)", "SmallGroup(24,0)", "SmallGroup(24,16)", "SmallGroup(99999999999,1)", "SmallGroup(24)", "SmallGroup(24,3", "DihedralGroup(7)", "DihedralGroup(0)", "", " ", "\u0421" + "8", "C\uFF18", "C\u0668", " C8 ", "C8\tx", "C8\nx", "C8;rm", "'C8'",
        "C8 x", "x C8", "C8 x C8 x", "(((((((((((((((((((((((((((((((C8", "C8)", "\u202EC8", "S3\u001B[31m", "\uD800", "C8\uDC00", "C8\0", "@", "@/nonexistent/x", "@\u001B[31m", "@\u202E", "@.", "@/dev/null", "8T99", "2^{1+4}", "2^{1+3}_+", "F0", "F21,", "A-3", "S+4", "S04", "S4.0", "S4e1",
    ];

    private static readonly string[] Options =
    [
        "--max-order -1", "--max-order 1e9", "--max-order 0", "--max-order 99999999999999999999999999", "--timeout 0", "--timeout -1", "--timeout NaN", "--timeout 1e400", "--timeout 99999999999999999999", "--timeout ١", "--max-memory 0", "--max-memory -5",
        "--max-memory 99999999999999TB", "--max-memory x", "--format xml", "--format", "--out ", "--out /nonexistent/a", "--out .", "--numbers decimals:99999999", "--numbers decimals:-1", "--numbers decimals:", "--numbers x", "--nonsense", "--seed 99999999999999999999999",
        "--seed -1", "--max-degree 0", "--max-degree 99999999999999999999", "--max-classes 0", "--max-classes -1", "--max-classes 99999999999", "S5", "--brief --brief", "-o", "--out=", "--timeout=", "--", "-",
    ];

    private static readonly string[] Lines =
    [
        "group", "characters S4 --rows 1..999999999999", "characters S4 --rows 5..1", "characters S4 --rows 0", "characters S4 --rows X.99", "characters S4 --rows ,,,", "characters S4 --rows 1..", "characters S4 --rows ..", "characters S4 --rows -1", "characters S4 --columns 9z",
        "characters S4 --columns 1a..1a", "characters S4 --quotient 0", "characters S4 --quotient 99999999999999999999", "characters S4 --at @", "characters S4 --at x", "simples S4 --rows L-1", "maps C8 L1 L9", "maps C8 L1", "maps C8 L99999999999999999999 L1", "maps C8 L1 L2 L3", "maps C8 X.1 L1",
        "maps C8 L1 L2 --on subsets:99999999", "maps C8 L1 L2 --on subsets:-1", "maps C8 L1 L2 --on subsets:", "maps C8 L1 L2 --on tuples:30", "maps S8 L1 L2 --on tuples:9", "maps C8 L1 L2 --on 4000000000*points", "maps C8 L1 L2 --on 0*points", "maps C8 L1 L2 --on points+",
        "maps C8 L1 L2 --on -1*points", "maps C8 L1 L2 --on +points", "maps C8 L1 L2 --on cosets:", "maps C8 L1 L2 --on cosets:(1,99)", "maps C8 L1 L2 --on cosets:(1,2)", "maps C8 L1 L2 --on @/nonexistent", "maps C8 L1 L2 --format svg", "maps C8 --enumerate --max-chambers 0",
        "interact C8 --activation nope", "interact C8 --activation poly:", "interact C8 --activation poly:t^99999999999", "interact C8 --activation poly:t^1000000", "interact C8 --activation poly:1/0", "interact C8 --activation poly:t^-1", "interact C8 --activation poly:t^t", "interact C8 --activation pl:",
        "interact C8 --activation pl:(0,0)", "interact C8 --activation leaky-relu:", "interact C8 --activation leaky-relu:x", "interact C8 --activation leaky-relu:1e999", "interact C8 --activation leaky-relu:E(3)", "interact C8 --activation relu-bias:99999999999999999999999999999999999999",
        "interact C8 --activation elu:1/0", "interact C8 --activation elu:E(0)", "interact C8 --activation elu:(2^99999)^99999", "interact C8 --activation elu:√-1", "interact C8 --activation relu:1", "interact C8 --activation :", "interact C8 --depth 0", "interact C8 --depth 1001", "interact C8 --depth 99999999999", "interact C8 --copy fixed:",
        "interact C8 --copy fixed:(1,2)", "interact C8 --copy fixed:(1,99)", "interact C8 --copy nope", "interact C8 --energy --digits 99999", "interact C8 --energy --digits 0", "interact C8 --from L9 --depth 2", "interact C8 --method nope", "interact C8 --explain L1", "interact C8 --explain L1 L99",
        "interact C8 --on regular,points", "interact C8 --on ,", "interact C8 --on regular,,points --depth 2", "chambers S4 standard --max-chambers 0", "chambers S4 standard --max-chambers -1", "chambers S4 standard --solver nope", "chambers S4 [9,9]", "chambers S4 []", "chambers C5", "chambers", "chambers @", "chambers S4 standard --max-flats 0",
        "harmonics relu --terms 99999999999", "harmonics relu --terms 0", "harmonics relu --terms -1", "harmonics relu --cyclic 0", "harmonics relu --cyclic -5", "harmonics nope", "harmonics", "branching S5 (1,2)(3", "branching S5 A9", "branching S5 (1,6)", "branching S5 ", "branching S5 @/nonexistent", "subgroups S99", "gsets S9",
        "homs S4 --on nope", "homs C2 --weights 1:", "homs C2 --weights 9:1", "homs C2 --weights 1:1/0", "homs C2 --weights x", "homs C2 --weights 1:1,1:2", "homs C2 --weights 1:1 --vector @", "products S4 L1", "products S4 L1 L99", "products C8 L1 L1 --numbers nope", "filtration C8 L1 --on nope", "filtration C8 L99", "identify S999", "identify", "groups --order 0",
        "groups --order -3", "groups --order 128", "groups --order 99999999999999", "groups --order x", "separate @/nonexistent", "separate", "orbits C8", "universal C8 --channels 0", "apply C8 L1 1 relu", "activations [[1]]", "activations @/nonexistent", "network", "network nope", "network eval /nonexistent", "network import /dev/null", "network check /nonexistent",
        "network random --group C8 --layers regular --channels 0,0", "network random --group C8 --layers 99999999999*regular", "network random --group C8 --layers ", "network random --group C8 --layers regular", "network random --group nope --layers regular,regular", "network plan /dev/null", "network explain /nonexistent --samples 0", "network states /dev/null",
        "catalog", "catalog verify /nonexistent", "catalog list /dev/null", "catalog show /nonexistent C3", "catalog cite /nonexistent C99", "catalog merge /nonexistent", "catalog index /nonexistent", "verify", "verify /dev/null", "verify .", "verify /nonexistent", "verify \u001B[31m", "verify \u202E", "explore C99999999", "explore C8 --out /nonexistent/x", "help nope",
        "help group nope", "completions nope", "completions", "cite nope", "each", "each C3", "each C3 --", "each C3 -- nope", "each C3 -- each C3 -- group", "each nope -- group", "nope", "GROUP S4", "--format json", "-h x", "\u202E", "\u001B[31m", "\uD800", "group\0", "group S4 --format=\u001B[31m", "characters S4 --rows \u202E", "simples S4 L\u0661",
        "schur", "subgroups S3 --format nope", "normal-subgroups S4 --max-normal-subgroups 0", "normal-subgroups C2^40", "characters C2^40", "simples C2^40", "decompose C8 --on 99999999999999999999*points", "decompose S3 --on points*points", "group C7:C3 --with-gap=x",
    ];

    private static IEnumerable<string> Words => [.. Groups.SelectMany(name => (string[])["group|" + name, "simples|" + name]), .. Options.Select(option => "group|S4|" + option.Replace(' ', '|')), .. Lines.Select(line => line.Replace(' ', '|'))];

    [Fact]
    public void Every_line_ends_in_an_answer_or_one_line_that_says_what_is_wrong()
    {
        Tool.StandAtRoot();
        var faults = new List<string>();
        foreach (var words in Words)
        {
            var outcome = Tool.Run([.. words.Split('|'), .. words.Contains("--timeout", StringComparison.Ordinal) ? (string[])[] : ["--timeout", "60"]]);
            if (FaultOf(outcome) is { } fault)
            {
                faults.Add($"{Shown(words)}: {fault}: {Shown(outcome.Error)}");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>What is wrong with an outcome, or null.</summary>
    internal static string? FaultOf(Outcome outcome)
    {
        var (code, output, error) = outcome;
        return code is not (ExitCode.Answered or ExitCode.BadInput or ExitCode.Limit) ? $"exit code {code}"
            : code == ExitCode.BadInput && output.Length > 0 ? "a part of an answer before a refusal"
            : code == ExitCode.BadInput && error.TrimEnd('\n').Contains('\n', StringComparison.Ordinal) ? "several lines"
            : error.Length > 2000 ? "a long line"
            : Array.Find(Runtime, error.Contains) is { } word ? "a word of the runtime, " + word
            : (error + output).Any(c => (c < ' ' && c != '\n') || c is >= '\u007F' and < '\u00A0' or >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\u200B' or '\uFEFF' || char.IsSurrogate(c)) ? "something invisible"
            : null;
    }

    /// <summary>A text with what is invisible in it written as codes.</summary>
    internal static string Shown(string text) => string.Concat(text.Take(300).Select(c => c is >= ' ' and <= '~' ? c.ToString() : FormattableString.Invariant($"\\u{(int)c:X4}")));
}
