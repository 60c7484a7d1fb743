using System.Numerics;
using Xunit;

namespace Eqnn.Numbers.Tests;

public sealed class TextCursorTests
{
    [Fact]
    public void Characters_are_taken_behind_white_space_and_words_where_they_stand()
    {
        var cursor = new TextCursor("thing", " \t( wr)");
        Assert.True(cursor.Take('('));
        Assert.False(cursor.Take("wr"));
        Assert.Equal(4, cursor.SkipSpaces());
        Assert.True(cursor.Take("wr"));
        Assert.False(cursor.Take(','));
        Assert.True(cursor.Take(')'));
        Assert.True(cursor.AtEnd);
        Assert.Equal(('\0', "the text ends"), (cursor.Current, cursor.Met));
    }

    [Fact]
    public void A_part_ends_where_it_ends_and_errors_show_the_whole()
    {
        var cursor = new TextCursor("thing", "ab12|34", 2, 4);
        Assert.False(cursor.At("12|"));
        Assert.Equal(new BigInteger(12), cursor.TakeInteger());
        Assert.True(cursor.AtEnd);
        var error = cursor.Fail("no more", "x");
        Assert.Equal(("ab12|34", 4, "no more", "x"), (error.Text, error.Position, error.Problem, error.Nearest));
        Assert.Throws<ArgumentOutOfRangeException>(() => cursor.MoveTo(5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TextCursor("thing", "ab", 1, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TextCursor("thing", "ab", 2, 1));
    }

    [Theory]
    [InlineData("0", 100L, 0L)]
    [InlineData("0099x", 100L, 99L)]
    [InlineData("100", 100L, 100L)]
    [InlineData("101", 100L, 100L)]
    [InlineData("99999999999999999999999999999999999999", long.MaxValue, long.MaxValue)]
    public void Counts_stop_at_their_bound(string text, long most, long expected) => Assert.Equal(expected, new TextCursor("thing", text).TakeCount(most));

    [Fact]
    public void Without_a_digit_there_is_no_number()
    {
        Assert.Null(new TextCursor("thing", "x").TakeCount(5));
        Assert.Null(new TextCursor("thing", " 1").TakeInteger());
        var cursor = new TextCursor("thing", "3.");
        Assert.Null(cursor.TakeDecimal());
        Assert.Equal(2, cursor.Position);
        Assert.Equal(Rational.Of(1201, 400), new TextCursor("thing", "3.0025").TakeDecimal());
    }

    [Fact]
    public void Control_characters_are_not_echoed() => Assert.Equal("met ' '", new TextCursor("thing", "\u001b[31m").Met);
}
