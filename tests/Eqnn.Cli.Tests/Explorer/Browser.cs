using Microsoft.Playwright;

namespace Eqnn.Cli.Tests.Explorer;

/// <summary>Headless Chromium, started once for the tests of a class; pages count requests and keep what the console says.</summary>
public sealed class Browser : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The executable, or null.</summary>
    public static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => new[] { "chromium", "chromium-browser" }.Select(name => System.IO.Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    public async Task InitializeAsync()
    {
        if (Path is null)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>An empty page.</summary>
    public async Task<IPage> Blank() => await _browser!.NewPageAsync();

    /// <summary>Opens a file from disk.</summary>
    public async Task<OpenPage> Open(string file, string fragment = "", int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await _browser!.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = width < 500 ? 780 : 860 }, ColorScheme = scheme });
        var open = new OpenPage(page);
        page.Console += (_, message) => open.Trouble.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => open.Trouble.Add(error);
        page.Request += (_, request) => open.Requests.Add(request.Url);
        await page.GotoAsync("file://" + System.IO.Path.GetFullPath(file) + fragment);
        return open;
    }
}

/// <summary>A page, the requests that it made, and what it complained of.</summary>
public sealed record OpenPage(IPage Page)
{
    public List<string> Trouble { get; } = [];

    public List<string> Requests { get; } = [];

    /// <summary>Waits until an expression holds: by asking again, as the policy of the pages allows no waiting function to be made from text.</summary>
    public async Task Until(string expression)
    {
        for (var attempt = 0; attempt < 600; attempt++)
        {
            if (await Page.EvaluateAsync<bool>(expression))
            {
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail($"never: {expression}");
    }
}
