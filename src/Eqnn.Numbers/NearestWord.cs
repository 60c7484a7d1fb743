namespace Eqnn.Numbers;

/// <summary>The nearest of a list of words to what was typed, for "did you mean".</summary>
/// <remarks>
/// Near is a word that begins with what was typed (three letters or more), or that few edits make of it (a letter inserted, deleted or replaced, two neighbours swapped; case does not matter),
/// or, where there is no such word, one that it abbreviates: the same first letter, and all its letters in order. Among equally near words those with the same first letter come first, then the order of the list.
/// </remarks>
public static class NearestWord
{
    /// <summary>The nearest word; <c>null</c> where none is near.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="words">The words, in order of preference.</param>
    /// <returns>The edits allowed are a third of the letters typed, at least one.</returns>
    public static string? TryFind(string typed, IEnumerable<string> words)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return TryFind(typed, words, Math.Max(1, typed.Length / 3));
    }

    /// <summary>The nearest word within so many edits; <c>null</c> where none is near.</summary>
    public static string? TryFind(string typed, IEnumerable<string> words, int edits)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(words);
        string? best = null;
        // Twice the edits, less one for the same first letter; an abbreviation costs more than all of them.
        var (abbreviation, bestCost) = ((2 * edits) + 1, (2 * edits) + 2);
        foreach (var word in words)
        {
            var (sameStart, least) = (typed.Length > 0 && word.Length > 0 && Same(typed[0], word[0]), Math.Abs(typed.Length - word.Length));
            var cost = typed.Length >= 3 && word.StartsWith(typed, StringComparison.OrdinalIgnoreCase) ? -1
                : least <= edits && Distance(typed, word) is var distance && distance <= edits ? (2 * distance) - (sameStart ? 1 : 0)
                : sameStart && typed.Length >= 2 && Abbreviates(typed, word) ? abbreviation
                : int.MaxValue;
            if (cost < bestCost)
            {
                (best, bestCost) = (word, cost);
            }
        }

        return best;
    }

    /// <summary>The least number of edits between two words: optimal string alignment, case aside.</summary>
    private static int Distance(string a, string b)
    {
        // Row by row; three rows are kept because a swap looks two rows back.
        var beforeLast = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replace = last[j - 1] + (Same(a[i - 1], b[j - 1]) ? 0 : 1);
                row[j] = Math.Min(replace, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last, row) = (last, row, beforeLast);
        }

        return last[b.Length];
    }

    private static bool Abbreviates(string typed, string word)
    {
        var met = 0;
        foreach (var c in word)
        {
            met += met < typed.Length && Same(c, typed[met]) ? 1 : 0;
        }

        return met == typed.Length;
    }

    private static bool Same(char x, char y) => char.ToLowerInvariant(x) == char.ToLowerInvariant(y);
}
