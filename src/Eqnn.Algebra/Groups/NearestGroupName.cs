namespace Eqnn.Algebra.Groups;

/// <summary>The name to suggest for one that is not known.</summary>
internal static class NearestGroupName
{
    /// <summary>The family whose head is nearest in letters, with the number that was typed.</summary>
    /// <param name="head">The letters read, at least one.</param>
    /// <param name="rest">The text behind them.</param>
    public static string Of(string head, string rest)
    {
        var digits = 0;
        rest = rest.TrimStart('_', '(', ' ');
        while (digits < rest.Length && char.IsAsciiDigit(rest[digits]))
        {
            digits++;
        }

        var index = rest[..digits];
        NamedFamily? best = null;
        var bestDistance = int.MaxValue;
        foreach (var family in NamedFamily.All)
        {
            foreach (var known in family.Heads)
            {
                var distance = Distance(head.ToUpperInvariant(), known.ToUpperInvariant());
                if (char.ToUpperInvariant(head[0]) == known[0])
                {
                    distance--;
                }

                if (distance < bestDistance)
                {
                    (best, bestDistance) = (family, distance);
                }
            }
        }

        return best is null ? "C8" : best.TakesPair || index.Length is 0 or > 6 ? best.Example : best.Heads[0] + index;
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
