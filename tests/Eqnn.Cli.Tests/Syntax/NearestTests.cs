using Eqnn.Cli.Syntax;

namespace Eqnn.Cli.Tests.Syntax;

public sealed class NearestTests
{
    private static readonly string[] Words = ["maps", "interact", "characters", "simples", "group", "groups"];

    [Theory]
    [InlineData("mpas", "maps")]
    [InlineData("map", "maps")]
    [InlineData("inter", "interact")]
    [InlineData("charcters", "characters")]
    [InlineData("MAPS", "maps")]
    [InlineData("simpels", "simples")]
    public void Typing_errors_find_their_word(string typed, string word) => Assert.Equal(word, Nearest.To(typed, Words));

    [Theory]
    [InlineData("xyz")]
    [InlineData("")]
    [InlineData("zzzzzzzzzz")]
    public void Nothing_near_is_no_suggestion(string typed) => Assert.Null(Nearest.To(typed, Words));
}
