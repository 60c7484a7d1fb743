namespace Eqnn.Fuzz;

/// <summary>Changes a text a little, where parsers break: numbers at the ends of their ranges, brackets doubled and lost, signs, other alphabets.</summary>
internal static class TextMutator
{
    private static readonly string[] Numbers =
        ["0", "1", "2", "-1", "00", "+1", "7", "8", "12", "64", "100", "255", "256", "1000", "65535", "65536", "2147483647", "2147483648", "-2147483648", "4294967296", "9223372036854775807", "9223372036854775808",
         "18446744073709551616", "123456789012345678901234567890", "1e5", "1E400", "0.5", "-0", "1/0", "0/1", "3/2", "١٢", "0x10", "NaN", "Infinity"];

    private static readonly string[] Pieces =
        ["(", ")", "((", "))", "[", "]", "{", "}", ",", ",,", ";", ":", "::", "*", "**", "^", "^^", "+", "++", "-", "--", "/", "//", "#", "@", "@@", "\"", "'", "\\", " ", "  ", "\t", "\n", "\0", "\r", ".", "..", "=", "_", "~", "%",
         "√", "ζ", "∞", "é", "\u202e", "\ufeff", "\ud800", "\udc00", "😀", "E(", "E(0)", "E(8)", "zeta_8^", "i", "sqrt(", "x", "wr", "C", "S", "A", "SL(", "perm:", "cosets:", "subsets:", "tuples:", "points", "regular", "blocks", "poly:", "pl:", "L1", "[3,1]", "trivial", "sign"];

    /// <summary>The text after one to four changes.</summary>
    public static string Mutate(string text, Random random, IReadOnlyList<string> others)
    {
        for (var count = 1 + random.Next(random.Next(1, 5)); count > 0; count--)
        {
            text = Once(text, random, others);
        }

        return text.Length <= 4000 ? text : text[..4000];
    }

    /// <summary>A number from the corners, as text.</summary>
    public static string Number(Random random) => Numbers[random.Next(Numbers.Length)];

    /// <summary>A piece of the languages that the tool reads.</summary>
    public static string Piece(Random random) => Pieces[random.Next(Pieces.Length)];

    private static string Once(string text, Random random, IReadOnlyList<string> others)
    {
        var at = random.Next(text.Length + 1);
        var to = Math.Min(text.Length, at + 1 + random.Next(3));
        return random.Next(9) switch
        {
            0 => text[..at] + text[to..],
            1 => text[..at] + Piece(random) + text[at..],
            2 => text[..at] + Piece(random) + text[to..],
            3 => text[..at] + text[at..to] + text[at..to] + text[to..],
            4 or 5 => OtherNumber(text, random),
            6 => Crossed(text, others[random.Next(others.Count)], random),
            7 => text[..at] + (char)random.Next(1, 0x250) + text[at..],
            _ => Swapped(text, random),
        };
    }

    private static string OtherNumber(string text, Random random)
    {
        var starts = Enumerable.Range(0, text.Length).Where(i => char.IsAsciiDigit(text[i]) && (i == 0 || !char.IsAsciiDigit(text[i - 1]))).ToList();
        if (starts.Count == 0)
        {
            return text + Number(random);
        }

        var start = starts[random.Next(starts.Count)];
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return text[..start] + (random.Next(3) == 0 ? Number(random) : random.Next(0, 40).ToString(System.Globalization.CultureInfo.InvariantCulture)) + text[end..];
    }

    private static string Crossed(string text, string other, Random random) => text[..random.Next(text.Length + 1)] + other[random.Next(other.Length + 1)..];

    private static string Swapped(string text, Random random)
    {
        if (text.Length < 2)
        {
            return text + text;
        }

        var (i, j) = (random.Next(text.Length), random.Next(text.Length));
        var letters = text.ToCharArray();
        (letters[i], letters[j]) = (letters[j], letters[i]);
        return new string(letters);
    }
}
