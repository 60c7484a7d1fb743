using Xunit;

namespace Eqnn.Numbers.Tests;

public sealed class BracketedListTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a", "a")]
    [InlineData("a, b", "a| b")]
    [InlineData("L1,[3,1],L(1,2)", "L1|[3,1]|L(1,2)")]
    [InlineData("f({1,2},[3,(4,5)]),x", "f({1,2},[3,(4,5)])|x")]
    [InlineData("a),b", "a)|b")]
    [InlineData("(a,b", "(a,b")]
    [InlineData(",", "|")]
    public void Separators_inside_brackets_separate_nothing(string text, string members) =>
        Assert.Equal(members, string.Join('|', BracketedList.Split(text).Select(part => part.Member)));

    [Fact]
    public void Other_separators_are_named() => Assert.Equal(["S3", " perm:(1,2)", "A4"], BracketedList.Split("S3; perm:(1,2),A4", ",;").Select(part => part.Member));

    [Fact]
    public void Positions_are_those_of_the_text()
    {
        const string Text = "cosets:(1,2), points,,x";
        Assert.All(BracketedList.Split(Text), part => Assert.Equal(part.Member, Text.Substring(part.Position, part.Member.Length)));
    }
}
