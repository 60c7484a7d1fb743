using Eqnn.Algebra.Families;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Names;

/// <summary>The name to suggest for one that is not known.</summary>
internal static class NearestGroupName
{
    /// <summary>Where nothing is near.</summary>
    public const string AllForms = "a name like C8, S5 or GL(2,3)";

    /// <summary>A hint is tried on so many points: what is larger is read as far as its degree.</summary>
    private const int MostPointsOfHint = 1000;

    private const int MostCharactersOfHint = 100;

    /// <summary>How others write a family, in upper case, and its head here.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        ["CYC"] = "C",
        ["CYCLIC"] = "C",
        ["CYCLICGROUP"] = "C",
        ["ZMOD"] = "C",
        ["DIH"] = "D",
        ["DIHEDRAL"] = "D",
        ["SYM"] = "S",
        ["SYMMETRIC"] = "S",
        ["SYMMETRICGROUP"] = "S",
        ["ALT"] = "A",
        ["ALTERNATING"] = "A",
        ["ALTERNATINGGROUP"] = "A",
        ["QUATERNION"] = "Q",
        ["QUATERNIONGROUP"] = "Q",
        ["DICYCLIC"] = "Dic",
        ["DICYCLICGROUP"] = "Dic",
        ["MATHIEU"] = "M",
        ["MATHIEUGROUP"] = "M",
        ["FROB"] = "F",
        ["FROBENIUS"] = "F",
        ["SUZUKI"] = "Sz",
        ["SUZUKIGROUP"] = "Sz",
    };

    /// <summary>What to write in place of a name that is not known, and a remark for the message, or an empty text: what is known of the word elsewhere, the family that is called so there, or else that whose head is near in letters, with the number that was typed.</summary>
    /// <param name="head">The letters read, at least one.</param>
    /// <param name="rest">The text behind them.</param>
    /// <returns>A name that is read, or words that say where all forms are listed: never a name that would be refused too.</returns>
    public static (string Name, string Remark) Of(string head, string rest)
    {
        if (NamesNotCarried.TryFind(head, rest) is { } word)
        {
            return (word.Nearest, "; " + word.Remark);
        }

        var (name, remark, example) = Guess(head, rest.TrimStart('_', '(', ' '));
        return (IsRead(name) ? name : example, remark);
    }

    private static (string Name, string Remark, string Example) Guess(string head, string rest)
    {
        var digits = rest.TakeWhile(char.IsAsciiDigit).Count();
        var index = rest[..digits];
        var upper = head.ToUpperInvariant();
        if (upper is "V" or "K" or "KLEIN" or "KLEINFOUR" or "KLEINFOURGROUP")
        {
            return ("C2^2", "; the four-group is a power", "C2^2");
        }

        if (upper is "HEIS" or "HEISENBERG" or "HEISENBERGGROUP")
        {
            return ($"{(index.Length is 0 or > 6 ? "3" : index)}^{{1+2}}_+", "; the Heisenberg group is extraspecial", "3^{1+2}_+");
        }

        if (upper is "TRIVIAL" or "TRIVIALGROUP" or "ID" or "E")
        {
            return ("C1", "; the group of order 1 is cyclic", "C1");
        }

        if (upper is "DIHEDRALGROUP")
        {
            // GAP's number is the order.
            return int.TryParse(index, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var order) && order >= 6 && order % 2 == 0
                ? (FormattableString.Invariant($"D{order / 2}"), FormattableString.Invariant($"; the dihedral group of order {order} is D{order / 2} here"), "D4")
                : ("D4", "; D<n> has order 2n", "D4");
        }

        var known = Elsewhere.GetValueOrDefault(upper) ?? (upper.Length >= 4 && NearestWord.TryFind(upper, Elsewhere.Keys, upper.Length / 4) is { } near ? Elsewhere[near] : null);
        return known is null ? Nearest(head, rest, index)
            : (index.Length is 0 or > 6 ? Find(known).Example : known == "Sz" ? $"Sz({index})" : known + index, known == "D" ? "; D<n> has order 2n" : "", Find(known).Example);
    }

    /// <summary>What to write where a number stands in the place of a name: <c>C2 x A5</c> for <c>2 x A5</c>, as tables of groups write it; where the whole text is no name then either (a matrix, a list), words that say where all forms are listed.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the number begins.</param>
    public static string WithLetter(string text, int at) => IfRead(text, text[..at] + "C" + text[at..].TrimEnd(), AllForms);

    /// <summary>What to write where another sign stands for a product: the text with ours if that is a name, else an example.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the sign is, one character.</param>
    /// <param name="sign">The sign here.</param>
    /// <param name="example">A name with it.</param>
    public static string WithSign(string text, int at, string sign, string example) => IfRead(text, $"{text[..at].Trim()} {sign} {text[(at + 1)..].Trim()}", example);

    /// <summary>A text as it was changed, if it is a name now; it is not tried where the text is long, as each number without a letter asks for the rest again.</summary>
    private static string IfRead(string text, string changed, string other) => text.Length <= MostCharactersOfHint && IsRead(changed) ? changed : other;

    /// <summary>Whether a name is read, be the group within limits or not.</summary>
    private static bool IsRead(string name)
    {
        try
        {
            return name == AllForms || GroupNameParser.Parse(name, GroupLimits.Default.WithMaxDegree(MostPointsOfHint)).Degree > 0;
        }
        catch (AlgebraFormatException)
        {
            return false;
        }
        catch (LimitExceededException)
        {
            return true;
        }
    }

    private static NamedFamily Find(string head) => Array.Find(NamedFamily.All, family => family.Heads[0] == head)!;

    private static (string Name, string Remark, string Example) Nearest(string head, string rest, string index)
    {
        // A letter for the number: Cn. Heads of one or two letters are all near to each other, so that a near one says nothing.
        var stem = head.Length > 1 && head[^1] is 'n' or 'N' ? head[..^1] : head;
        var exact = NamedFamily.All.SelectMany(family => family.Heads).FirstOrDefault(known => string.Equals(known, stem, StringComparison.OrdinalIgnoreCase));
        var near = exact ?? (head.Length < 3 ? null : NearestWord.TryFind(head, NamedFamily.All.SelectMany(family => family.Heads).Where(known => known.Length > 1), Math.Max(1, head.Length / 3)));
        if (near is null)
        {
            // Far from everything: a list helps more than a guess.
            return (AllForms, "", AllForms);
        }

        var best = Array.Find(NamedFamily.All, family => family.Heads.Contains(near))!;
        return (
            best.TakesPair ? (IsPair(rest) ? $"{best.Heads[0]}({rest[..(rest.IndexOf(')', StringComparison.Ordinal) + 1)]}" : best.Example)
                : index.Length is 0 or > 6 ? best.Example : best.Heads[0] + index,
            "",
            best.Example);
    }

    /// <summary>Whether <c>n,q)</c> stands at the beginning.</summary>
    private static bool IsPair(string rest)
    {
        var parts = rest.Split(')')[0].Split(',');
        return rest.Contains(')', StringComparison.Ordinal) && parts.Length == 2 && Array.TrueForAll(parts, part => part.Trim() is { Length: > 0 and < 7 } number && number.All(char.IsAsciiDigit));
    }
}
