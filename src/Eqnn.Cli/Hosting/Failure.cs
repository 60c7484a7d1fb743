using Eqnn.Algebra.SmallGroups;
using Eqnn.Numbers;

namespace Eqnn.Cli.Hosting;

/// <summary>The one place where an exception becomes an exit code and one line on stderr.</summary>
internal static class Failure
{
    /// <summary>The most characters of a message: a reader of files may quote a part of the file.</summary>
    private const int MaxLength = 1600;

    /// <summary>What stays of the end, where a message says how to mend it.</summary>
    private const int TailLength = 200;

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

    /// <summary>One line that people can read whatever the message quotes: what is invisible becomes spaces, and what is too long loses its middle.</summary>
    private static string OneLine(string message)
    {
        var text = message.Trim();
        if (text.Length > MaxLength)
        {
            text = $"{text[..(MaxLength - TailLength)]} ... {text[^TailLength..]}";
        }

        return VisibleText.Of(text);
    }
}
