using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Eqnn.Networks.Files;

/// <summary>JSON as the files of networks hold it, and messages that name line and field.</summary>
internal static class JsonText
{
    private const int Shown = 60;

    /// <summary>The value of a text: no dates, at most 64 levels, text that is Unicode.</summary>
    /// <exception cref="FormatException">It is no such JSON; lines and characters are counted from 1.</exception>
    public static JToken Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            using var reader = new JsonTextReader(new StringReader(text)) { MaxDepth = 64, DateParseHandling = DateParseHandling.None };
            var root = JToken.ReadFrom(reader, new JsonLoadSettings { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error, LineInfoHandling = LineInfoHandling.Load });
            if (reader.Read() && reader.TokenType != JsonToken.Comment)
            {
                throw new FormatException(FormattableString.Invariant($"this is no JSON at line {reader.LineNumber}: something stands behind the document"));
            }

            CheckText(root);
            return root;
        }
        catch (JsonReaderException problem)
        {
            // The reader counts the characters before the mistake, and says so at the end of its message.
            var end = problem.Message.LastIndexOf(" Path '", StringComparison.Ordinal);
            var reason = (end > 0 ? problem.Message[..end] : problem.Message).TrimEnd('.');
            reason = reason.Contains("Int", StringComparison.Ordinal) || reason.Contains("Double", StringComparison.Ordinal) || reason.Contains("Newtonsoft", StringComparison.Ordinal) ? "a number that is none" : reason;
            throw new FormatException(FormattableString.Invariant($"this is no JSON at line {Math.Max(1, problem.LineNumber)}, character {problem.LinePosition + 1}: {new string([.. reason.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c)])}"), problem);
        }
        catch (JsonException problem)
        {
            // A duplicate name has no exception of its own.
            var start = problem.Message.IndexOf('\'', StringComparison.Ordinal);
            var end = start < 0 ? -1 : problem.Message.IndexOf('\'', start + 1);
            throw new FormatException("this is no JSON of this kind: " + (end > start ? $"the field {Short(problem.Message[(start + 1)..end])} stands twice" : "a field stands twice"), problem);
        }
    }

    /// <summary>A mistake at a place: line, field, what it is.</summary>
    public static FormatException Mistake(JToken? at, string message)
    {
        var line = at is IJsonLineInfo info && info.HasLineInfo() ? FormattableString.Invariant($"line {info.LineNumber}, ") : "";
        var field = at is null || at.Path.Length == 0 ? "" : $"field {Short(at.Path)}: ";
        return new Mistaken(line.Length > 0 && field.Length == 0 ? line[..^2] + ": " + message : line + field + message);
    }

    /// <summary>Reads what a token says; what the library objects to is said with line and field.</summary>
    public static T Located<T>(JToken? at, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FormatException problem) when (problem is not Mistaken)
        {
            throw Mistake(at, problem.Message);
        }
        catch (Exception problem) when (problem is ArgumentException or ArithmeticException)
        {
            throw Mistake(at, problem is ArgumentException ? Plain(problem.Message) : "a number is too large");
        }
    }

    /// <summary>A text cut to a length that fits a line, without control characters.</summary>
    public static string Short(string text) => new([.. (text.Length > Shown ? text[..Shown] + "..." : text).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c)]);

    /// <summary>The runtime adds the name of a parameter to messages.</summary>
    private static string Plain(string message)
    {
        var at = message.IndexOf(" (Parameter '", StringComparison.Ordinal);
        var end = at < 0 ? -1 : message.IndexOf(')', at);
        return end < 0 ? message : message.Remove(at, end + 1 - at);
    }

    /// <summary>Half of a surrogate pair is no character, and cannot be written.</summary>
    private static void CheckText(JToken root)
    {
        foreach (var token in root is JContainer container ? container.DescendantsAndSelf() : [root])
        {
            if (token is JProperty property && !IsText(property.Name))
            {
                throw Mistake(token, "the name of a field holds half of a surrogate pair, which is no character");
            }

            if (token is JValue { Type: JTokenType.String, Value: string text } && !IsText(text))
            {
                throw Mistake(token, "the text holds half of a surrogate pair, which is no character");
            }
        }
    }

    private static bool IsText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A mistake that has its place already.</summary>
    private sealed class Mistaken(string message) : FormatException(message);
}
