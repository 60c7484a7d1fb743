using Eqnn.Algebra.Families;
using Eqnn.Numbers.Permutations;

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
        NamedFamily? best = null;
        var bestDistance = int.MaxValue;
        foreach (var family in NamedFamily.All)
        {
            foreach (var known in family.Heads)
            {
                var distance = Distance(head, known.ToUpperInvariant());
                if (head[0] == char.ToUpperInvariant(known[0]))
                {
                    distance--;
                }

                if (distance < bestDistance)
                {
                    (best, bestDistance) = (family, distance);
                }
            }
        }

        // Far from everything: a list helps more than a guess.
        if (best is null || bestDistance > (head.Length <= 4 ? (head.Length + 1) / 2 : head.Length / 3))
        {
            return "one of the forms of eqnn groups, as C8";
        }

        return best.TakesPair ? (IsPair(rest) ? $"{best.Heads[0]}({rest[..(rest.IndexOf(')', StringComparison.Ordinal) + 1)]}" : best.Example)
            : index.Length is 0 or > 6 ? best.Example : best.Heads[0] + index;
    }

    /// <summary>Whether <c>n,q)</c> stands at the beginning.</summary>
    private static bool IsPair(string rest)
    {
        var parts = rest.Split(')')[0].Split(',');
        return rest.Contains(')', StringComparison.Ordinal) && parts.Length == 2 && Array.TrueForAll(parts, part => part.Trim() is { Length: > 0 and < 7 } number && number.All(char.IsAsciiDigit));
    }

    /// <summary>The number of letters to insert, delete or replace.</summary>
    private static int Distance(string a, string b)
    {
        var row = PermutationArrays.Identity(b.Length + 1);
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
