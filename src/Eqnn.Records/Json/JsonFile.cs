using System.Text;
using Eqnn.Numbers;

namespace Eqnn.Records.Json;

/// <summary>Reads JSON files.</summary>
public static class JsonFile
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const long MaxBytes = 256L << 20;

    /// <summary>The value that a file holds.</summary>
    /// <param name="what">What the file should be, for messages: <c>group file</c>.</param>
    /// <param name="path">The file: UTF-8, with or without byte order mark.</param>
    /// <param name="form">The form it should have, for messages.</param>
    /// <exception cref="AlgebraFormatException">There is no such file, it cannot be read, or it is no JSON.</exception>
    /// <exception cref="LimitExceededException">It is larger than <see cref="MaxBytes"/>.</exception>
    public static JsonItem Read(string what, string path, string form = "") => Read(what, path, Text(what, path, form), form);

    /// <summary>The value of the text of a file.</summary>
    /// <exception cref="AlgebraFormatException">It is no JSON.</exception>
    public static JsonItem Read(string what, string path, string text, string form)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.IsNullOrWhiteSpace(text) ? throw AlgebraFormatException.InFile(what, path, text, 0, "the file is empty", form) : JsonItem.ParseFile(what, path, text, form);
    }

    private static string Text(string what, string path, string form)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Length == 0)
        {
            throw new AlgebraFormatException(what, "@" + path, 1, "the name of a file is missing after '@'", "@file.json");
        }

        try
        {
            if (Directory.Exists(path))
            {
                throw new AlgebraFormatException(what, "@" + path, 1, "this is a folder, not a file");
            }

            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(BoundedFile.Read(path, MaxBytes).Span).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException problem)
        {
            throw AlgebraFormatException.InFile(what, path, "", 0, FormattableString.Invariant($"this is no text: byte {problem.Index + 1} is not UTF-8"), form);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new AlgebraFormatException(what, "@" + path, 1, error is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : "the file cannot be read");
        }
    }
}
