using System.Buffers.Binary;
using Eqnn.Testing;
using Microsoft.Playwright;

namespace Eqnn.Cli.Tests.Explorer;

/// <summary>The pictures of docs/figures are what pages look like: compared by size and by structure, a grid of mean brightness that fonts hardly change. EQNN_UPDATE_GOLDEN=1 takes them anew.</summary>
public sealed class ScreenshotTests(Browser browser) : IClassFixture<Browser>
{
    private const double MeanTolerance = 9;

    private static readonly (string Name, string Group, string On, string Fragment, int Width, ColorScheme Scheme)[] Shots =
    [
        ("explorer-c8", "C8", "regular", "#v=1&h=L1.c.0,0;1/4,0&o=c", 1280, ColorScheme.Light),
        ("explorer-d6-dark", "D6", "points", "#v=1&h=L5.s.1/2,0;0,1/2&o=oy&t=2", 1280, ColorScheme.Dark),
        ("explorer-s4", "S4", "regular", "#v=1&q=L3>L0", 1280, ColorScheme.Light),
        ("explorer-q8-dark", "Q8", "regular", "", 1280, ColorScheme.Dark),
        ("explorer-c8-360", "C8", "regular", "#v=1&h=L1.c.0,0;1/4,0", 360, ColorScheme.Light),
        ("explorer-s4-360-dark", "S4", "points", "#v=1&o=y", 360, ColorScheme.Dark),
    ];

    [ChromiumFact]
    [Trait("speed", "slow")]
    public async Task Six_pages_look_as_approved_and_no_two_alike()
    {
        var update = Environment.GetEnvironmentVariable("EQNN_UPDATE_GOLDEN") == "1";
        var grids = new List<double[]>();
        foreach (var (name, group, on, fragment, width, scheme) in Shots)
        {
            var page = await browser.Open(ExplorerFiles.Write(group, on), fragment, width, scheme);
            Assert.Empty(await page.Page.EvaluateAsync<string[]>("eqnn.errors()"));
            Assert.True(await page.Page.EvaluateAsync<bool>("document.getElementById('message').hidden"), name);
            var shot = await page.Page.ScreenshotAsync();
            await page.Page.CloseAsync();
            var file = Path.Combine(Oracles.Repository(), "docs", "figures", name + ".png");
            if (update)
            {
                await File.WriteAllBytesAsync(file, shot);
            }

            var approved = await File.ReadAllBytesAsync(file);
            Assert.Equal(Size(approved), Size(shot));
            var (wanted, seen) = (await Grid(approved), await Grid(shot));
            Assert.True(Difference(wanted, seen) <= MeanTolerance, $"{name}: mean difference {Difference(wanted, seen):F1} of 255; EQNN_UPDATE_GOLDEN=1 approves the new picture");
            grids.Add(wanted);
        }

        // The measure tells pages apart: it would see another page in the place of one.
        foreach (var (i, j) in Enumerable.Range(0, 4).SelectMany(i => Enumerable.Range(0, i).Select(j => (i, j))))
        {
            Assert.True(Difference(grids[i], grids[j]) > MeanTolerance, $"{Shots[i].Name} and {Shots[j].Name} are as good as equal: {Difference(grids[i], grids[j]):F1}");
        }
    }

    private static (int Width, int Height) Size(byte[] png) => (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));

    /// <summary>Mean brightness in 64 by 48 cells, read by the browser.</summary>
    private async Task<double[]> Grid(byte[] png)
    {
        var blank = await browser.Blank();
        var grid = await blank.EvaluateAsync<double[]>(
            """
            async (data) => {
              const image = new Image();
              image.src = `data:image/png;base64,${data}`;
              await image.decode();
              const canvas = document.createElement("canvas");
              [canvas.width, canvas.height] = [64, 48];
              const context = canvas.getContext("2d");
              context.imageSmoothingQuality = "high";
              context.drawImage(image, 0, 0, 64, 48);
              const { data: pixels } = context.getImageData(0, 0, 64, 48);
              return Array.from({ length: 64 * 48 }, (_, i) => 0.3 * pixels[4 * i] + 0.59 * pixels[4 * i + 1] + 0.11 * pixels[4 * i + 2]);
            }
            """,
            Convert.ToBase64String(png));
        await blank.CloseAsync();
        return grid;
    }

    private static double Difference(double[] a, double[] b) => a.Zip(b, (x, y) => Math.Abs(x - y)).Average();
}
