namespace Eqnn.Networks.Onnx;

/// <summary>Names and numbers of a foreign file can be anything; what is said about them is one line.</summary>
internal static class FileNames
{
    private const int Longest = 1000;

    /// <summary>Whether a text is one line already.</summary>
    public static bool IsOneLine(string text) => text.Length <= Longest && !text.Any(IsOdd);

    /// <summary>A text as one line.</summary>
    public static string OneLine(string text) => new([.. text.Take(Longest).Select(c => IsOdd(c) ? ' ' : c)]);

    private static bool IsOdd(char c) => char.IsControl(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator;
}
