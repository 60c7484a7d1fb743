using Xunit;

namespace Eqnn.Numbers.Tests;

public sealed class NearestWordTests
{
    private static readonly string[] Words = ["maps", "interact", "characters", "simples", "group", "groups"];

    [Theory]
    [InlineData("mpas", "maps")]
    [InlineData("map", "maps")]
    [InlineData("inter", "interact")]
    [InlineData("charcters", "characters")]
    [InlineData("MAPS", "maps")]
    [InlineData("simpels", "simples")]
    public void Typing_errors_find_their_word(string typed, string word) => Assert.Equal(word, NearestWord.TryFind(typed, Words));

    [Theory]
    [InlineData("chrs", "characters")]
    [InlineData("itr", "interact")]
    public void Abbreviations_find_their_word(string typed, string word) => Assert.Equal(word, NearestWord.TryFind(typed, Words));

    [Fact]
    public void Among_equally_near_words_the_first_letter_counts()
    {
        Assert.Equal("bat", NearestWord.TryFind("bar", ["car", "bat", "bad"]));
        Assert.Equal("car", NearestWord.TryFind("dar", ["car", "bar"]));
        Assert.Null(NearestWord.TryFind("bxy", ["bat"]));
        Assert.Equal("bat", NearestWord.TryFind("bxy", ["bat"], 2));
    }

    [Theory]
    [InlineData("xyz")]
    [InlineData("")]
    [InlineData("zzzzzzzzzz")]
    public void Nothing_near_is_no_suggestion(string typed) => Assert.Null(NearestWord.TryFind(typed, Words));
}
