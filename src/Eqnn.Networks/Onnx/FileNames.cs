using Eqnn.Numbers;

namespace Eqnn.Networks.Onnx;

/// <summary>Names and numbers of a foreign file can be anything; what is said about them is one line.</summary>
internal static class FileNames
{
    private const int Longest = 1000;

    /// <summary>Whether a text is one line already.</summary>
    public static bool IsOneLine(string text) => text.Length <= Longest && text.All(VisibleText.IsVisible);

    /// <summary>A text as one line.</summary>
    public static string OneLine(string text) => VisibleText.Of(text.Length > Longest ? text[..Longest] : text);
}
