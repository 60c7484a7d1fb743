using System.Globalization;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Syntax;

namespace Eqnn.Cli.Commands;

/// <summary>Which rows or columns of a table are shown: those that an option lists, or the first of many.</summary>
/// <param name="Positions">Positions from 0, in the order in which they are shown.</param>
/// <param name="Count">How many there are in all.</param>
internal sealed record TablePart(IReadOnlyList<int> Positions, int Count)
{
    /// <summary>Tables up to this size are shown wholly.</summary>
    public const int MaxWhole = 60;

    /// <summary>How many of more are shown unasked.</summary>
    private const int Beginning = 12;

    /// <summary>Whether something is left out.</summary>
    public bool IsProper => Positions.Count < Count;

    /// <summary>The part that <paramref name="option"/> names: numbers from 1, ranges and labels, as <c>1..10,X.42</c>; without it all, or the beginning of more than <see cref="MaxWhole"/>.</summary>
    /// <exception cref="InputException">A number or label is unknown.</exception>
    public static TablePart Of(Query query, System.CommandLine.Option<string> option, IReadOnlyList<string> labels, string what)
    {
        if (query.Value(option) is not { } text)
        {
            return new([.. Enumerable.Range(0, query.Full || labels.Count <= MaxWhole ? labels.Count : Beginning)], labels.Count);
        }

        var positions = new List<int>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var ends = part.Split("..", 2, StringSplitOptions.TrimEntries);
            var (from, to) = (Position(ends[0]), Position(ends[^1]));
            positions.AddRange(from <= to ? Enumerable.Range(from, to - from + 1) : throw new InputException($"{option.Name}: '{part}' runs backwards"));
        }

        return new([.. positions.Distinct()], labels.Count);

        int Position(string word)
        {
            if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= labels.Count)
            {
                return number - 1;
            }

            for (var i = 0; i < labels.Count; i++)
            {
                if (labels[i] == word)
                {
                    return i;
                }
            }

            throw new InputException(FormattableString.Invariant($"{option.Name}: '{word}' is no {what}; write numbers from 1 to {labels.Count}, ranges, or labels, as 1..10,{labels[^1]}"));
        }
    }

    /// <summary>The part in words, as "12 of 627 characters".</summary>
    public string Describe(string what) => FormattableString.Invariant($"{(IsProper ? FormattableString.Invariant($"{Positions.Count} of ") : "all ")}{Count} {what}");
}
