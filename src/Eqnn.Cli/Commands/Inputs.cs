using System.CommandLine;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Representations;
using Eqnn.Algebra.SmallGroups;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Syntax;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Eqnn.Records.Groups;
using Eqnn.Records.GSets;

namespace Eqnn.Cli.Commands;

/// <summary>From the words of a query to the values of the library, the same way in every command.</summary>
internal static class Inputs
{
    /// <summary>A file of elements whose classes are wanted.</summary>
    public static Option<string> At { get; } = new("--at")
    {
        HelpName = "@FILE",
        Description = "also say in which class each element of FILE lies: a JSON list of image lists, [[2,1,3],...]",
    };

    /// <summary>The group that was named.</summary>
    public static FiniteGroup Group(Query query) => Group(query, CommonOptions.Group);

    /// <summary>The group that was named by an argument.</summary>
    public static FiniteGroup Group(Query query, Argument<string> argument)
    {
        var group = Border.Read("group", () => GroupFile.ReadOrParse(query.Required(argument), query.Limits, null, query.CancellationToken));
        if (group.Reading is { } reading)
        {
            query.Readings.Add(reading);
        }

        // Every answer names it; where it takes long it can be stopped here.
        query.Progress?.Report(new("order of the group", 0, 0));
        _ = group.ComputeOrder(query.CancellationToken);
        return group;
    }

    /// <summary>The group that was named, and whether GAP was asked for it: with <see cref="CommonOptions.WithGap"/> where the library does not go so far.</summary>
    public static (FiniteGroup Group, bool FromGap) GroupWithGap(Query query) => GroupWithGap(query, CommonOptions.Group);

    /// <summary>As <see cref="GroupWithGap(Query)"/>, for another argument.</summary>
    public static (FiniteGroup Group, bool FromGap) GroupWithGap(Query query, Argument<string> argument)
    {
        try
        {
            return (Group(query, argument), false);
        }
        catch (LimitExceededException) when (query.Has(CommonOptions.WithGap))
        {
            return (Border.Read("group", () => GroupFile.ReadOrParse(query.Required(argument), query.Limits, new GapLibrary(), query.CancellationToken)), true);
        }
    }

    /// <summary>The character table of the group that was named.</summary>
    public static CharacterTable Table(Query query) => Table(query, CommonOptions.Group);

    /// <summary>The character table of the group that was named by an argument.</summary>
    public static CharacterTable Table(Query query, Argument<string> argument) => CharacterTable.Of(Group(query, argument), query.Progress, query.CancellationToken);

    /// <summary>The subgroup that permutations with semicolons between them generate, on the points of the group.</summary>
    public static FiniteGroup Generated(FiniteGroup group, string text, string place) => Border.Read(place, () => group.Subgroup(text.Split(';').Select(part => Permutation.Parse(part, group.Degree))));

    /// <summary>One copy of a simple, or whole isotypic components: those of several simples, or of one where that is asked for.</summary>
    public static Subrepresentation Space(IsotypicDecomposition decomposition, IReadOnlyList<SimpleRepresentation> simples, bool isotypic)
    {
        RequireOccurring(decomposition, simples);
        return Subrepresentation.Of(decomposition, simples, isotypic);
    }

    /// <summary>Refuses simples that do not occur.</summary>
    public static void RequireOccurring(IsotypicDecomposition decomposition, IReadOnlyList<SimpleRepresentation> simples)
    {
        if (simples.FirstOrDefault(simple => decomposition.Multiplicity(simple) == 0) is { } absent)
        {
            throw new InputException($"{absent.Label} does not occur in the functions on {decomposition.Set.Name}");
        }
    }

    /// <summary>The G-set of an option, or <paramref name="otherwise"/>.</summary>
    public static GSet Set(FiniteGroup group, string? text, string option, string otherwise = "regular") => Border.Read(option, () => GSetFile.ReadOrParse(group, text ?? otherwise));

    /// <summary>The G-sets of a list <c>regular,points</c>: a comma that is not before a letter or @ belongs to a G-set.</summary>
    public static IReadOnlyList<string> SetList(string text)
    {
        var sets = new List<string>();
        foreach (var (part, _) in BracketedList.Split(text))
        {
            if (sets.Count > 0 && !(part.TrimStart() is [var first, ..] && (char.IsLetter(first) || first == '@')))
            {
                sets[^1] += "," + part;
            }
            else
            {
                sets.Add(part);
            }
        }

        return sets;
    }

    /// <summary>The simple that was named by its label or an alias.</summary>
    public static SimpleRepresentation Simple(CharacterTable table, string text) => Border.Read("simple", () => table.SimpleNamed(text));

    /// <summary>The simples of a list, <c>L1,standard,[3,1]</c>: commas inside brackets belong to a partition.</summary>
    public static IReadOnlyList<SimpleRepresentation> Simples(CharacterTable table, string text) => [.. BracketedList.Split(text).Select(part => Simple(table, part.Member.Trim()))];

    /// <summary>The classes, from 0, of the elements in the file of <c>--at</c>; null where it was not given.</summary>
    public static IReadOnlyList<int>? ClassesAt(FiniteGroup group, string? at)
    {
        if (at is null)
        {
            return null;
        }

        var path = at.StartsWith('@') ? at[1..] : throw new InputException($"--at: '{at}' is no file; write @elements.json");
        var classes = new List<int>();
        foreach (var (position, element) in PermutationFile.Read(path, group.Degree).Index())
        {
            if (!group.Contains(element))
            {
                throw new InputException(FormattableString.Invariant($"--at: element {position + 1} of {path}, {element}, is not in {group.Name}"));
            }

            classes.Add(group.ClassPositionOf(element));
        }

        return classes;
    }
}
