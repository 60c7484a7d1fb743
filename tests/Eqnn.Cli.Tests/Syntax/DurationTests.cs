using Eqnn.Cli.Hosting;
using Eqnn.Cli.Syntax;

namespace Eqnn.Cli.Tests.Syntax;

public sealed class DurationTests
{
    [Theory]
    [InlineData("30", 30)]
    [InlineData("0.5", 0.5)]
    [InlineData("500ms", 0.5)]
    [InlineData("2m", 120)]
    [InlineData("1.5h", 5400)]
    [InlineData("10s", 10)]
    public void Durations_are_read(string text, double seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), Duration.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("s")]
    [InlineData("1,5")]
    [InlineData("1e99")]
    [InlineData("NaN")]
    [InlineData("99999999h")]
    public void Others_are_refused(string text) => Assert.Contains("not a duration", Assert.Throws<InputException>(() => Duration.Parse(text)).Message, StringComparison.Ordinal);
}
