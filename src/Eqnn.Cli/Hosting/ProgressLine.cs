using System.Diagnostics;
using System.Globalization;
using Eqnn.Numbers;

namespace Eqnn.Cli.Hosting;

/// <summary>One line on stderr that says how far long work has come; wiped before the answer is printed.</summary>
/// <remarks>Silent for the first half second, and never shown where stderr is not a terminal.</remarks>
internal sealed class ProgressLine(TextWriter error, int width) : IProgress<WorkProgress>
{
    private const int BarCells = 24;
    private readonly Lock _gate = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private TimeSpan _next = TimeSpan.FromMilliseconds(500);
    private bool _shown;
    private bool _closed;

    /// <inheritdoc/>
    public void Report(WorkProgress value)
    {
        lock (_gate)
        {
            if (_closed || _clock.Elapsed < _next)
            {
                return;
            }

            _next = _clock.Elapsed + TimeSpan.FromMilliseconds(100);
            _shown = true;
            error.Write("\r\u001b[K" + Line(value, width));
            error.Flush();
        }
    }

    /// <summary>Wipes the line; later reports are ignored.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            if (_shown)
            {
                error.Write("\r\u001b[K");
                error.Flush();
            }
        }
    }

    /// <summary>The text of the line, at most <paramref name="width"/> - 1 characters.</summary>
    public static string Line(WorkProgress value, int width)
    {
        string line;
        if (value.Total > 0)
        {
            var share = Math.Clamp((double)value.Done / value.Total, 0, 1);
            var full = (int)(share * BarCells);
            line = string.Create(CultureInfo.InvariantCulture, $"[{new string('#', full)}{new string('.', BarCells - full)}] {(int)(share * 100),3}% {value.Stage}");
        }
        else
        {
            line = string.Create(CultureInfo.InvariantCulture, $"{value.Stage}: {value.Done}");
        }

        return line.Length < width ? line : line[..(width - 1)];
    }
}
