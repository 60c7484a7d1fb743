using System.Text;
using Eqnn.Algebra.SmallGroups;
using Eqnn.Numbers;

namespace Eqnn.Cli.Hosting;

/// <summary>The one place where an exception becomes an exit code and one line on stderr.</summary>
internal static class Failure
{
    /// <summary>Writes <c>eqnn: ...</c> to <paramref name="error"/>.</summary>
    /// <returns>The exit code.</returns>
    public static int Report(Exception exception, TextWriter error)
    {
        var (code, message) = Explain(exception);
        try
        {
            error.Write("eqnn: " + OneLine(message) + "\n");
            error.Flush();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            // Nobody listens: the exit code still says it.
        }

        return code;
    }

    private static (int Code, string Message) Explain(Exception exception) => exception switch
    {
        InputException or AlgebraFormatException or GapException => (ExitCode.BadInput, exception.Message),
        FileNotFoundException { FileName: { } file } => (ExitCode.BadInput, $"no such file: {file}"),
        DirectoryNotFoundException or UnauthorizedAccessException or IOException => (ExitCode.BadInput, exception.Message),
        LimitExceededException limit => (ExitCode.Limit, LimitMessage.Of(limit)),
        TimeoutException => (ExitCode.Limit, exception.Message),
        OutOfMemoryException => (ExitCode.Limit, "limit reached: the memory of this machine; ask for less at once (a smaller G-set, fewer elements)"),
        OperationCanceledException => (ExitCode.Cancelled, "cancelled"),
        CertificateException => (ExitCode.Bug, $"this is a bug, no answer is given: {exception.Message}"),
        _ => (ExitCode.Bug, $"this is a bug, no answer is given: {exception.GetType().Name}: {exception.Message}"),
    };

    /// <summary>One line whatever the message holds: control characters become spaces.</summary>
    private static string OneLine(string message)
    {
        var line = new StringBuilder(message.Length);
        foreach (var c in message.Trim())
        {
            line.Append(char.IsControl(c) ? ' ' : c);
        }

        return line.ToString();
    }
}
