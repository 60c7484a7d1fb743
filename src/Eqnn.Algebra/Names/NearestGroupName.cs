using Eqnn.Algebra.Families;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Names;

/// <summary>The name to suggest for one that is not known.</summary>
internal static class NearestGroupName
{
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

    /// <summary>The family that is called so elsewhere, or else that whose head is nearest in letters, with the number that was typed; and a remark for the message, or an empty text.</summary>
    /// <param name="head">The letters read, at least one.</param>
    /// <param name="rest">The text behind them.</param>
    public static (string Name, string Remark) Of(string head, string rest)
    {
        rest = rest.TrimStart('_', '(', ' ');
        var digits = rest.TakeWhile(char.IsAsciiDigit).Count();
        var index = rest[..digits];
        var upper = head.ToUpperInvariant();
        if (upper is "V" or "K" or "KLEIN" or "KLEINFOUR" or "KLEINFOURGROUP")
        {
            return ("C2^2", "; the four-group is a power");
        }

        if (upper is "HEIS" or "HEISENBERG")
        {
            return ($"{(index.Length is 0 or > 6 ? "3" : index)}^{{1+2}}_+", "; the Heisenberg group is extraspecial");
        }

        if (upper is "DIHEDRALGROUP")
        {
            // GAP's number is the order.
            return int.TryParse(index, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var order) && order >= 6 && order % 2 == 0
                ? (FormattableString.Invariant($"D{order / 2}"), FormattableString.Invariant($"; the dihedral group of order {order} is D{order / 2} here"))
                : ("D4", "; D<n> has order 2n");
        }

        if (Elsewhere.TryGetValue(upper, out var known))
        {
            return (index.Length is 0 or > 6 ? Find(known).Example : known + index, known == "D" ? "; D<n> has order 2n" : "");
        }

        return (Nearest(upper, rest, index), "");
    }

    private static NamedFamily Find(string head) => Array.Find(NamedFamily.All, family => family.Heads[0] == head)!;

    private static string Nearest(string head, string rest, string index)
    {
        // Short heads are names all the same: half of the letters may differ.
        var near = NearestWord.TryFind(head, NamedFamily.All.SelectMany(family => family.Heads), head.Length <= 4 ? (head.Length + 1) / 2 : head.Length / 3);
        if (near is null)
        {
            // Far from everything: a list helps more than a guess.
            return "one of the forms of eqnn groups, as C8";
        }

        var best = Array.Find(NamedFamily.All, family => family.Heads.Contains(near))!;
        return best.TakesPair ? (IsPair(rest) ? $"{best.Heads[0]}({rest[..(rest.IndexOf(')', StringComparison.Ordinal) + 1)]}" : best.Example)
            : index.Length is 0 or > 6 ? best.Example : best.Heads[0] + index;
    }

    /// <summary>Whether <c>n,q)</c> stands at the beginning.</summary>
    private static bool IsPair(string rest)
    {
        var parts = rest.Split(')')[0].Split(',');
        return rest.Contains(')', StringComparison.Ordinal) && parts.Length == 2 && Array.TrueForAll(parts, part => part.Trim() is { Length: > 0 and < 7 } number && number.All(char.IsAsciiDigit));
    }
}
