using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Eqnn.Networks.Files;

/// <summary>JSON as the files of networks hold it.</summary>
internal static class JsonText
{
    /// <summary>The value of a text: no dates, at most 64 levels.</summary>
    /// <exception cref="FormatException">It is no JSON; lines and characters are counted from 1.</exception>
    public static JToken Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            using var reader = new JsonTextReader(new StringReader(text)) { MaxDepth = 64, DateParseHandling = DateParseHandling.None };
            return JToken.ReadFrom(reader);
        }
        catch (JsonReaderException problem)
        {
            // The reader counts the characters before the mistake, and says so at the end of its message.
            var end = problem.Message.LastIndexOf(" Path '", StringComparison.Ordinal);
            var reason = (end > 0 ? problem.Message[..end] : problem.Message).TrimEnd('.');
            throw new FormatException(FormattableString.Invariant($"this is no JSON at line {Math.Max(1, problem.LineNumber)}, character {problem.LinePosition + 1}: {reason}"), problem);
        }
    }
}
