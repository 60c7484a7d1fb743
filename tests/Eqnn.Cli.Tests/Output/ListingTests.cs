using System.Globalization;
using Eqnn.Cli.Output;
using FsCheck.Xunit;

namespace Eqnn.Cli.Tests.Output;

public sealed class ListingTests
{
    private static readonly Listing Classes = new([.. Enumerable.Range(1, 40).Select(i => i.ToString(CultureInfo.InvariantCulture) + "a")], ", ", "{", "}");

    [Fact]
    public void A_short_list_is_whole() => Assert.Equal("{1a, 2a, 3a}", (Classes with { Members = [.. Classes.Members.Take(3)] }).Within(12));

    [Fact]
    public void A_long_list_says_how_many_follow() => Assert.Equal("{1a, 2a, 3a, ... 37 more}", Classes.Within(26));

    [Fact]
    public void A_long_member_is_cut() => Assert.Equal("(1,2,3,4,5,6...", new Listing(["(1,2,3,4,5,6,7,8,9,10)"], "; ", "", "").Within(20));

    /// <summary>Nothing is lost in silence: members shown and members counted are all.</summary>
    [Property]
    public void Shown_and_left_out_are_all(byte room)
    {
        var text = Classes.Within(room);
        var shown = text.Trim('{', '}').Split(", ").Where(member => member.EndsWith('a')).ToList();
        var more = text.Contains(" more}", StringComparison.Ordinal) ? int.Parse(text.Split("... ")[1].Split(' ')[0], CultureInfo.InvariantCulture) : 0;
        Assert.Equal(Classes.Members.Take(shown.Count), shown);
        Assert.Equal(40, shown.Count + more);
        Assert.True(text.Length <= Math.Max((int)room, 17));
    }

    [Theory]
    [InlineData("normal-subgroups C2^4")]
    [InlineData("normal-subgroups GL(2,5)")]
    [InlineData("interact C120")]
    [InlineData("group S40 --brief")]
    public void Lines_of_lists_stay_short_unless_all_is_wanted(string words)
    {
        var (part, whole) = (Tool.RunLine("eqnn " + words).Output, Tool.RunLine($"eqnn {words} --full").Output);
        Assert.All(part.Split('\n'), line => Assert.True(line.Length <= 130, line));
        Assert.Contains("--full", part, StringComparison.Ordinal);
        Assert.Contains(" more", part, StringComparison.Ordinal);
        Assert.DoesNotContain(" more", whole, StringComparison.Ordinal);
    }

    [Fact]
    public void A_narrow_terminal_gets_shorter_lists_and_json_all()
    {
        var narrow = Tool.Run(["normal-subgroups", "C2^4"], default, outputTerminal: true, noColour: true, width: 80);
        Assert.All(narrow.Output.Split('\n'), line => Assert.True(line.Length <= 80, line));
        Assert.DoesNotContain(" more", Tool.RunLine("eqnn normal-subgroups C2^4 --format json").Output, StringComparison.Ordinal);
    }
}
