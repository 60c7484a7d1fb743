using System.Globalization;
using System.Numerics;
using System.Text;

namespace Eqnn.Checking.Reading;

/// <summary>Texts of a document as a report or an error line shows them: in quotation marks, short, with nothing invisible.</summary>
internal static class Quoted
{
    private const int Longest = 60;
    private const int LongestDigits = 40;
    private const int LongestSentence = 300;

    /// <summary><c>"L3"</c>; what is not printable ASCII as its code, the rest of a long text as its length.</summary>
    public static string Of(string text) => $"\"{Plain(text)}\"";

    /// <summary>The name of a field: as it is if it is one word.</summary>
    public static string Name(string name) => name.Length is > 0 and <= Longest && name.All(char.IsAsciiLetterOrDigit) ? name : Of(name);

    /// <summary>A number, long ones by their first digits and their count.</summary>
    public static string Digits(BigInteger value)
    {
        var text = value.ToString(CultureInfo.InvariantCulture);
        return text.Length <= LongestDigits ? text : string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, LongestDigits)}... ({text.Length} digits)");
    }

    /// <summary>A sentence as an error line shows it: numbers of a document stand in it as they are, and may be long.</summary>
    public static string Short(string sentence) => sentence.Length <= LongestSentence
        ? sentence
        : string.Create(CultureInfo.InvariantCulture, $"{sentence.AsSpan(0, LongestSentence)}... ({sentence.Length} characters)");

    /// <summary>The same without quotation marks.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length && i < Longest; i++)
        {
            var c = text[i];
            _ = c is >= ' ' and <= '~' and not ('"' or '\\') ? plain.Append(c) : plain.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
        }

        return text.Length <= Longest ? plain.ToString() : plain.Append(CultureInfo.InvariantCulture, $"... ({text.Length} characters)").ToString();
    }
}
