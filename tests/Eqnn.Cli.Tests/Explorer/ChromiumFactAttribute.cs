namespace Eqnn.Cli.Tests.Explorer;

/// <summary>A test in a real browser: skipped with that reason where Debian's package chromium is not installed, unless EQNN_REQUIRE_CHROMIUM says that this machine must have it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute()
    {
        if (Browser.Path is null && Environment.GetEnvironmentVariable("EQNN_REQUIRE_CHROMIUM") != "1")
        {
            Skip = "no Chromium here: install Debian's package chromium";
        }
    }
}
