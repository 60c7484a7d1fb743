using System.Diagnostics;
using System.Globalization;
using Eqnn.Numbers;

namespace Eqnn.Cli.Hosting;

/// <summary>One line on stderr that says how far long work has come; wiped before the answer is printed.</summary>
/// <remarks>Silent for the first half second, and never shown where stderr is not a terminal: a file or a program that reads it gets errors alone. Work that reports nothing is named, with its seconds, after the first one.</remarks>
internal sealed class ProgressLine : IProgress<WorkProgress>, IDisposable
{
    private const int BarCells = 24;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly Lock _gate = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly TextWriter _error;
    private readonly int _width;
    private readonly Timer _heartbeat;
    private WorkProgress _last;
    private TimeSpan _reported;
    private TimeSpan _next = TimeSpan.FromMilliseconds(500);
    private bool _shown;
    private bool _closed;

    /// <summary>A line that begins now.</summary>
    /// <param name="error">Where it is shown.</param>
    /// <param name="width">The width of the terminal.</param>
    /// <param name="what">The work, for as long as it says nothing itself.</param>
    public ProgressLine(TextWriter error, int width, string what = "work")
    {
        (_error, _width, _last) = (error, width, new WorkProgress(what, 0, 0));
        _heartbeat = new Timer(_ => Beat(), null, Second, Second);
    }

    /// <inheritdoc/>
    public void Report(WorkProgress value)
    {
        lock (_gate)
        {
            (_last, _reported) = (value, _clock.Elapsed);
            if (!_closed && _clock.Elapsed >= _next)
            {
                Show();
            }
        }
    }

    /// <summary>Shows the last stage again where nothing was reported for a second.</summary>
    private void Beat()
    {
        lock (_gate)
        {
            if (!_closed && _clock.Elapsed - _reported >= Second)
            {
                Show();
            }
        }
    }

    private void Show()
    {
        _next = _clock.Elapsed + TimeSpan.FromMilliseconds(100);
        _shown = true;
        _error.Write("\r\u001b[K" + Line(_last, _width, _clock.Elapsed));
        _error.Flush();
    }

    /// <summary>As <see cref="Close"/>.</summary>
    public void Dispose() => Close();

    /// <summary>Wipes the line; later reports are ignored.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _heartbeat.Dispose();
            if (_closed)
            {
                return;
            }

            _closed = true;
            if (_shown)
            {
                _error.Write("\r\u001b[K");
                _error.Flush();
            }
        }
    }

    /// <summary>The text of the line, at most <paramref name="width"/> - 1 characters.</summary>
    public static string Line(WorkProgress value, int width, TimeSpan elapsed = default)
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
            line = value.Done > 0 ? string.Create(CultureInfo.InvariantCulture, $"{value.Stage}: {value.Done}") : value.Stage;
        }

        if (elapsed >= Second)
        {
            line += string.Create(CultureInfo.InvariantCulture, $", {(long)elapsed.TotalSeconds} s");
        }

        return line.Length < width ? line : line[..(width - 1)];
    }
}
