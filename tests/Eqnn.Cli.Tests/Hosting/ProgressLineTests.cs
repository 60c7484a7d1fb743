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
    public void The_line_says_how_long()
    {
        Assert.Equal("classes: 12, 65 s", ProgressLine.Line(new WorkProgress("classes", 12, 0), 80, TimeSpan.FromSeconds(65.4)));
        Assert.Equal("maps", ProgressLine.Line(new WorkProgress("maps", 0, 0), 80, TimeSpan.FromSeconds(0.9)));
    }

    /// <summary>Waits for the first beat, however long the machine takes for it.</summary>
    [Fact]
    public void Work_that_reports_nothing_is_named_with_its_seconds()
    {
        using var error = new Watched();
        using var progress = new ProgressLine(error, 80, "chambers");
        error.Seen.Wait(TimeSpan.FromMinutes(1));
        progress.Close();
        Assert.Matches("^\r\u001b\\[Kchambers, [1-9][0-9]* s", error.ToString());
        Assert.EndsWith("\r\u001b[K", error.ToString(), StringComparison.Ordinal);
    }

    private sealed class Watched : StringWriter
    {
        public ManualResetEventSlim Seen { get; } = new();

        public override void Flush() => Seen.Set();

        protected override void Dispose(bool disposing)
        {
            Seen.Dispose();
            base.Dispose(disposing);
        }
    }

    [Fact]
    public void Short_work_shows_nothing()
    {
        using var error = new StringWriter();
        using var progress = new ProgressLine(error, 80);
        progress.Report(new WorkProgress("classes", 1, 2));
        progress.Close();
        progress.Report(new WorkProgress("classes", 2, 2));
        Assert.Equal("", error.ToString());
    }
}
