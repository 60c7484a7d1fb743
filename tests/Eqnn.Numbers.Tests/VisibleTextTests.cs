using Xunit;

namespace Eqnn.Numbers.Tests;

public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("(1,2)", "(1,2)")]
    [InlineData("√2 ≤ ψ", "√2 ≤ ψ")]
    [InlineData("a\nb\u001B[31m", "a b [31m")]
    [InlineData("\u202EL2\u2069\u200B\uFEFF", " L2   ")]
    [InlineData("a\u2028b\u2029c\u0085d", "a b c d")]
    public void What_is_invisible_becomes_a_space(string text, string shown)
    {
        Assert.Equal(shown, VisibleText.Of(text));
        Assert.Equal(text == shown, text.All(VisibleText.IsVisible));
    }

    /// <summary>Not as data of a theory, which travel as UTF-8.</summary>
    [Fact]
    public void Halves_of_surrogate_pairs_are_no_characters() => Assert.Equal("x   ", VisibleText.Of("x\uD83D\uDE00\uDC00"));
}
