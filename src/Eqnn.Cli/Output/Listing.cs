namespace Eqnn.Cli.Output;

/// <summary>A list inside a text: its members, what stands between and around them. Where there is little room, a page shows the first members and says how many follow.</summary>
internal sealed record Listing(IReadOnlyList<string> Members, string Separator, string Open, string Close)
{
    /// <summary>The whole list.</summary>
    public string Whole => Open + string.Join(Separator, Members) + Close;

    /// <summary>The list in about <paramref name="longest"/> characters: as many members from the front as fit, at least one, and the number of those left out.</summary>
    public string Within(int longest)
    {
        if (Whole.Length <= longest)
        {
            return Whole;
        }

        var (shown, length) = (0, Open.Length + Close.Length + Separator.Length + 9);
        while (shown < Members.Count && length + Members[shown].Length + Separator.Length <= longest)
        {
            length += Members[shown].Length + Separator.Length;
            shown++;
        }

        // A single member may be too long itself: a cycle of a thousand points.
        var room = Math.Max(12, longest - 14);
        var members = shown > 0 ? string.Join(Separator, Members.Take(shown)) : Members[0].Length <= room ? Members[0] : Members[0][..room] + "...";
        var more = Members.Count - Math.Max(1, shown);
        return Open + members + (more > 0 ? FormattableString.Invariant($"{Separator}... {more} more") : "") + Close;
    }
}
