using System.Buffers.Binary;
using Eqnn.Testing;
using Microsoft.Playwright;

namespace Eqnn.Cli.Tests.Explorer;

/// <summary>The pictures of docs/figures are what pages look like: compared by size and by structure: the brightness of cells of 8 pixels against the ground of the page, which fonts hardly change. EQNN_UPDATE_GOLDEN=1 takes them anew.</summary>
public sealed class ScreenshotTests(Browser browser) : IClassFixture<Browser>
{
    /// <summary>Equal pictures differ by 0, pictures that share nothing by 1; the two most alike of the six by 0.24.</summary>
    private const double Tolerance = 0.12;

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
            Assert.True(Difference(wanted, seen) <= Tolerance, $"{name}: difference {Difference(wanted, seen):F3} of 1; EQNN_UPDATE_GOLDEN=1 approves the new picture");
            grids.Add(wanted);
        }

        // The measure tells pages apart: it would see another page in the place of one.
        foreach (var (i, j) in Enumerable.Range(0, 4).SelectMany(i => Enumerable.Range(0, i).Select(j => (i, j))))
        {
            Assert.True(Difference(grids[i], grids[j]) > Tolerance, $"{Shots[i].Name} and {Shots[j].Name} are as good as equal: {Difference(grids[i], grids[j]):F3}");
        }
    }

    private static (int Width, int Height) Size(byte[] png) => (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));

    /// <summary>Mean brightness of cells of 8 by 8 pixels, without that of the ground; read by the browser.</summary>
    private async Task<double[]> Grid(byte[] png)
    {
        var blank = await browser.Blank();
        var grid = await blank.EvaluateAsync<double[]>(
            """
            async (data) => {
              const image = new Image();
              image.src = `data:image/png;base64,${data}`;
              await image.decode();
              const [width, height, side] = [image.width, image.height, 8];
              const canvas = document.createElement("canvas");
              [canvas.width, canvas.height] = [width, height];
              const context = canvas.getContext("2d");
              context.drawImage(image, 0, 0);
              const pixels = context.getImageData(0, 0, width, height).data;
              const [columns, rows] = [Math.floor(width / side), Math.floor(height / side)];
              const cells = new Array(columns * rows).fill(0);
              for (let y = 0; y < rows * side; y++) for (let x = 0; x < columns * side; x++) {
                const at = 4 * (y * width + x);
                cells[Math.floor(y / side) * columns + Math.floor(x / side)] += (0.3 * pixels[at] + 0.59 * pixels[at + 1] + 0.11 * pixels[at + 2]) / (side * side);
              }
              const ground = [...cells].sort((a, b) => a - b)[Math.floor(cells.length / 2)];
              return cells.map((cell) => cell - ground);
            }
            """,
            Convert.ToBase64String(png));
        await blank.CloseAsync();
        return grid;
    }

    private static double Difference(double[] a, double[] b) => a.Zip(b, (x, y) => Math.Abs(x - y)).Sum() / a.Concat(b).Sum(Math.Abs);
}
