using Eqnn.Cli.Output;
using Xunit;

namespace Eqnn.Cli.Tests.Output;

/// <summary>Pages of help fit the terminal: no line is longer than its width, and no word is lost.</summary>
public sealed class WrappedLinesTests
{
    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120)]
    public void Every_page_of_help_fits_a_terminal(int width)
    {
        foreach (var page in CommandTree.OfTheTool.Commands.Select(HelpPage.Of).Append(HelpPage.Of(CommandTree.OfTheTool.Commands)))
        {
            var wrapped = WrappedLines.At(width, page);
            Assert.Equal(Words(page), Words(wrapped));
            Assert.DoesNotContain(wrapped.Split('\n'), line => line.Length > width && Words(line).Count() > 1 && !IsCommand(line));
        }
    }

    [Theory]
    [InlineData(36, "  -a, --act NAME  what is applied to\n                  all\n")]
    [InlineData(30, "  -a, --act NAME\n      what is applied to all\n")]
    public void What_is_broken_goes_on_below_the_second_column(int width, string wrapped) => Assert.Equal(wrapped, WrappedLines.At(width, "  -a, --act NAME  what is applied to all\n"));

    [Fact]
    public void A_page_that_fits_stays_as_it_is() => Assert.Equal("a\n\n  b  c\n", WrappedLines.At(40, "a\n\n  b  c\n"));

    [Fact]
    public void A_terminal_gets_wrapped_pages_and_a_file_does_not()
    {
        foreach (var words in new[] { "help maps", "maps --help", "--help", "network --help" })
        {
            var (narrow, plain) = (Shown(words, isTerminal: true), Shown(words, isTerminal: false));
            Assert.True(narrow.Split('\n').Where(line => !IsCommand(line)).Max(line => line.Length) <= 60, words);
            Assert.Equal(Words(plain), Words(narrow));
            Assert.True(plain.Split('\n').Max(line => line.Length) > 60, words);
        }
    }

    /// <summary>A command line stays whole, to be copied.</summary>
    private static bool IsCommand(string line) => line.StartsWith("  eqnn ", StringComparison.Ordinal);

    private static string Shown(string words, bool isTerminal) => Tool.Run(words.Split(' '), default, outputTerminal: isTerminal, width: 60).Output;

    private static IEnumerable<string> Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
