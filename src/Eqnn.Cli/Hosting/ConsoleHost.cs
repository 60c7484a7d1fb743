using System.Text;

namespace Eqnn.Cli.Hosting;

/// <summary>The outside world of one run: where the answer goes, where messages go, and what is known of the terminal. Tests hand in their own.</summary>
internal sealed class ConsoleHost
{
    /// <summary>Where the answer goes.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Where error lines and progress go.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Whether a person looks at <see cref="Output"/>: then it may be coloured and wrapped.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>Whether a person looks at <see cref="Error"/>: then long work shows its progress.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Columns of the terminal.</summary>
    public int Width { get; init; } = 80;

    /// <summary>The user asked for no colour (https://no-color.org: the variable NO_COLOR is set and not empty).</summary>
    public bool NoColour { get; init; }

    /// <summary>Whether the memory of the process is that of this run: not in tests, which share one process.</summary>
    public bool OwnsProcess { get; init; }

    /// <summary>The console of this process: UTF-8 without a mark, lines end with <c>\n</c> on every system.</summary>
    public static ConsoleHost OfProcess()
    {
        var terminal = !Console.IsOutputRedirected;
        var dumb = Environment.GetEnvironmentVariable("TERM") == "dumb";
        return new ConsoleHost
        {
            Output = Utf8(new OutputStream(Console.OpenStandardOutput())),
            Error = Utf8(Console.OpenStandardError()),
            OutputIsTerminal = terminal,
            ErrorIsTerminal = !Console.IsErrorRedirected && !dumb,
            Width = terminal ? WidthOfTerminal() : 80,
            OwnsProcess = true,
            NoColour = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) || dumb,
        };
    }

    private static StreamWriter Utf8(Stream stream) => new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n", AutoFlush = false };

    private static int WidthOfTerminal()
    {
        try
        {
            return Math.Max(40, Console.WindowWidth);
        }
        catch (IOException)
        {
            return 80;
        }
    }
}
