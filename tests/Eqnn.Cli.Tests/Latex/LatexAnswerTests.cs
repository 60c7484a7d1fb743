namespace Eqnn.Cli.Tests.Latex;

/// <summary>Answers as LaTeX are ASCII, compile, and fit the page.</summary>
public sealed class LatexAnswerTests
{
    private static readonly string[] Commands =
    [
        "maps C8 L1 L2", "maps C8 L2 L1", "maps D4", "maps C12", "maps S4 standard L2 --on points --enumerate", "maps S3 standard trivial --on points --enumerate --bias 1", "maps D6 L5 L4 --enumerate",
        "interact C8", "interact C60", "interact C6 --depth 2 --from L1", "interact C8 --explain L1 L3", "interact S3 --copy generic", "interact C6 --method both", "interact C8 --energy",
        "apply C8 L1 --vector 1,2", "separate S4 --on points --layers points --to points --inputs @docs/examples/four.json @docs/examples/four-mirrored.json",
        "universal D4 --on points", "orbits D4 --simples L4", "chambers S5 standard --on points", "chambers S20 standard --on points --characteristic", "chambers @tests/Eqnn.Cli.Tests/Data/shi-3.json",
        "homs S4 --on points", "activations @tests/Eqnn.Cli.Tests/Data/rotation.json", "harmonics relu --terms 9", "filtration S4 --on points*points",
        "group M11", "groups", "groups --order 16", "simples Q8", "simples C12 --numbers gap", "characters S4", "characters A5 --numbers gap", "characters C20", "characters S8",
        "normal-subgroups C2^4", "gsets S4 --marks", "decompose S4 --on points --projectors", "decompose S4 standard*standard", "branching S4 (1,2,3)", "identify perm:(1,2,3);(1,2)", "catalog list", "catalog show C8",
    ];

    public static TheoryData<string> Asked => [.. Commands];

    [Theory]
    [MemberData(nameof(Asked))]
    public void Every_letter_is_one_that_pdflatex_takes(string command) => Assert.All(Answer(command), c => Assert.True(c is '\n' or (>= ' ' and <= '~'), $"'{c}' is not ASCII"));

    private static readonly string[] Pictures =
    [
        "interact C8", "interact D12 --mono --no-title", "interact S5 --names alias", "interact C8 --energy", "maps C12", "normal-subgroups D6", "normal-subgroups C2^4 --mono", "universal D4 --on points",
        "chambers C7 L1", "chambers A5 L1 --on cosets:(1,2,3)", "chambers S4 standard --on points --mono", "maps C8 L1 L2", "maps C5 L1 L0 --mono",
    ];

    [TexFact]
    [Trait("speed", "slow")]
    public void All_answers_and_pictures_compile_and_no_line_is_wider_than_the_page() =>
        Assert.Empty(TexRun.Complaints([.. Commands.Select(command => (command, Answer(command))), .. Pictures.Select(command => ("picture of " + command, "\\noindent" + Picture(command, "--tikz")))]));

    public static TheoryData<string> Drawn => [.. Pictures];

    [Theory]
    [MemberData(nameof(Drawn))]
    public void A_picture_in_tikz_is_ascii_and_not_empty(string command)
    {
        var tikz = Picture(command, "--tikz");
        Assert.All(tikz, c => Assert.True(c is '\n' or (>= ' ' and <= '~'), $"'{c}' is not ASCII"));
        Assert.Contains("\\path[", tikz, StringComparison.Ordinal);
    }

    /// <summary>Both pictures of one answer, or none.</summary>
    [Theory]
    [InlineData("chambers C7 L1 --tikz no/such/folder.tex", "--tikz: the folder of no/such/folder.tex does not exist")]
    [InlineData("interact C8 --mono", "--mono: it says how a picture looks, and none is asked for (--svg, --tikz)")]
    [InlineData("maps C8 --names alias", "--names: it says how a picture looks, and none is asked for (--svg, --tikz)")]
    [InlineData("interact C8 --names short --svg a.svg", "--names: 'short' is not a kind of names; use label or alias")]
    [InlineData("chambers S5 standard --on points --tikz a.tex", "--tikz: L2, which occurs once in points has dimension 4; there are pictures for dimension 2 to 3")]
    [InlineData("interact C8 --svg a.svg --tikz a.svg", "--svg and --tikz both name the file a.svg")]
    public void What_cannot_be_drawn_is_refused_in_a_line(string command, string error)
    {
        Assert.Equal(new Outcome(2, "", $"eqnn: {error}\n"), Tool.RunLine("eqnn " + command));
        Assert.False(File.Exists("a.svg") || File.Exists("a.tex"));
    }

    private static string Picture(string command, string option)
    {
        var file = Path.Combine(Path.GetTempPath(), $"eqnn-{Guid.NewGuid():N}.tex");
        try
        {
            Assert.Equal("", Tool.Run([.. command.Split(' '), option, file]).Error);
            return File.ReadAllText(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Otherwise the test above could pass whatever the answers are.</summary>
    [TexFact]
    [Trait("speed", "slow")]
    public void What_is_wrong_is_complained_of()
    {
        Assert.Contains(TexRun.Complaints([("wide", "\\noindent\\hbox to 400pt{\\hfil}")]), complaint => complaint.StartsWith("wide: Overfull \\hbox", StringComparison.Ordinal));
        Assert.Contains(TexRun.Complaints([("fine", "x"), ("unknown", "\\nosuchword")]), complaint => complaint.StartsWith("unknown: ! Undefined control sequence", StringComparison.Ordinal));
    }

    [Fact]
    public void A_part_is_one_table_alone()
    {
        var whole = Answer("maps C8 L1 L2");
        var rays = Tool.RunLine("eqnn maps C8 L1 L2 --format latex --part rays").Output;
        Assert.StartsWith("% needs amsmath, amssymb, booktabs, longtable\n% table rays\n\\begin{center}\n", rays, StringComparison.Ordinal);
        Assert.Contains(rays[rays.IndexOf("% table", StringComparison.Ordinal)..], whole, StringComparison.Ordinal);
        Assert.DoesNotContain("subsection", rays, StringComparison.Ordinal);
        Assert.StartsWith("ray  direction", Tool.RunLine("eqnn maps C8 L1 L2 --part rays").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("maps C8 L1 L2 --part walls", "eqnn: --part: the answer has no table 'walls'; its tables are simples, rays, chambers\n")]
    [InlineData("group C8 --part walls", "eqnn: --part: the answer has no table 'walls'; it has no tables\n")]
    [InlineData("maps C8 --part maps --format json", "eqnn: --part: it takes one table of an answer for people; the format json is always whole\n")]
    [InlineData("chambers C5 L1 --all --part chambers", "eqnn: --part: the answer has no table 'chambers'; it is a list that is written while it is found\n")]
    public void A_part_that_is_not_there_is_refused(string command, string error) => Assert.Equal(new Outcome(2, "", error), Tool.RunLine("eqnn " + command));

    private static string Answer(string command)
    {
        var outcome = Tool.Run([.. command.Split(' '), "--format", "latex"]);
        Assert.Equal("", outcome.Error);
        return outcome.Output;
    }
}
