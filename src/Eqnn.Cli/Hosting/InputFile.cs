using System.Text;
using Eqnn.Numbers;

namespace Eqnn.Cli.Hosting;

/// <summary>Reads a file that a user named.</summary>
internal static class InputFile
{
    /// <summary>The largest file that is read.</summary>
    public const long MaxBytes = 1L << 30;

    /// <summary>Reads a file piece by piece, of any size.</summary>
    /// <param name="path">The file.</param>
    /// <param name="read">What is done with it.</param>
    /// <exception cref="InputException">There is no such file, it is a folder, or it cannot be read.</exception>
    public static T ReadStreamed<T>(string path, Func<Stream, T> read) => Reading(path, null, () =>
    {
        using var stream = File.OpenRead(path);
        return read(stream);
    });

    /// <summary>The text of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="option">The option that named the file, for messages; null where an argument did.</param>
    /// <exception cref="InputException">There is no such file, it is a folder, or it is no UTF-8 text.</exception>
    /// <exception cref="LimitExceededException">It is larger than <see cref="MaxBytes"/>.</exception>
    public static string Read(string path, string? option = null) =>
        Reading(path, option, () => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(BoundedFile.Read(path, MaxBytes).Span).TrimStart('\uFEFF'));

    /// <summary>Refuses a name behind which there is no file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="option">The option that named the file, for messages; null where an argument did.</param>
    /// <exception cref="InputException">There is no such file, or it is a folder.</exception>
    public static void Require(string path, string? option = null)
    {
        var prefix = option is null ? "" : option + ": ";
        if (path.Length == 0)
        {
            throw new InputException($"{prefix}the name of a file is missing");
        }

        if (Directory.Exists(path))
        {
            throw new InputException($"{prefix}{path} is a folder, not a file");
        }

        if (!File.Exists(path))
        {
            throw new InputException($"{prefix}no such file: {path}");
        }
    }

    private static T Reading<T>(string path, string? option, Func<T> read)
    {
        Require(path, option);
        var prefix = option is null ? "" : option + ": ";
        try
        {
            return read();
        }
        catch (DecoderFallbackException problem)
        {
            throw new InputException(FormattableString.Invariant($"{prefix}{path} is no text: byte {problem.Index + 1} is not UTF-8"), problem);
        }
        catch (UnauthorizedAccessException problem)
        {
            throw new InputException($"{prefix}{path} cannot be read: permission denied", problem);
        }
        catch (IOException problem)
        {
            throw new InputException($"{prefix}{path} cannot be read", problem);
        }
    }
}
