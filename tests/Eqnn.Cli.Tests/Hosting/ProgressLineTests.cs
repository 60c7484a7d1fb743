using Eqnn.Cli.Hosting;
using Eqnn.Numbers;

namespace Eqnn.Cli.Tests.Hosting;

public sealed class ProgressLineTests
{
    [Theory]
    [InlineData(0, 10, 80, "[........................]   0% classes")]
    [InlineData(5, 10, 80, "[############............]  50% classes")]
    [InlineData(10, 10, 80, "[########################] 100% classes")]
    [InlineData(12, 10, 80, "[########################] 100% classes")]
    [InlineData(12, 0, 80, "classes: 12")]
    [InlineData(12, 0, 8, "classes")]
    public void The_line_says_how_far(long done, long total, int width, string line) => Assert.Equal(line, ProgressLine.Line(new WorkProgress("classes", done, total), width));

    [Fact]
    public void Short_work_shows_nothing()
    {
        using var error = new StringWriter();
        var progress = new ProgressLine(error, 80);
        progress.Report(new WorkProgress("classes", 1, 2));
        progress.Close();
        progress.Report(new WorkProgress("classes", 2, 2));
        Assert.Equal("", error.ToString());
    }
}
