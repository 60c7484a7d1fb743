using Eqnn.Algebra;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Syntax;

namespace Eqnn.Cli.Commands;

/// <summary>From the words of a query to the values of the library, the same way in every command.</summary>
internal static class Inputs
{
    /// <summary>The group that was named.</summary>
    public static FiniteGroup Group(Query query)
    {
        var limits = query.MaxOrder is { } bound ? GroupLimits.Default.WithMaxEnumeratedOrder(bound) : GroupLimits.Default;
        return Border.Read("group", () => FiniteGroup.Parse(query.Required(CommonOptions.Group), limits));
    }

    /// <summary>The character table of the group that was named.</summary>
    public static CharacterTable Table(Query query) => CharacterTable.Of(Group(query), query.Progress, query.CancellationToken);

    /// <summary>The G-set of an option, or <paramref name="otherwise"/>.</summary>
    public static GSet Set(FiniteGroup group, string? text, string option, string otherwise = "regular") => Border.Read(option, () => GSet.Parse(group, text ?? otherwise));

    /// <summary>The simple that was named by its label or an alias.</summary>
    public static SimpleRepresentation Simple(CharacterTable table, string text) => Border.Read("simple", () => table.SimpleNamed(text));

    /// <summary>The classes, from 0, of the elements in the file of <c>--at</c>; null where it was not given.</summary>
    public static IReadOnlyList<int>? ClassesAt(FiniteGroup group, string? at)
    {
        if (at is null)
        {
            return null;
        }

        var path = at.StartsWith('@') ? at[1..] : throw new InputException($"--at: '{at}' is no file; write @elements.json");
        var classes = new List<int>();
        foreach (var (element, number) in ElementFile.Read(path, group.Degree))
        {
            if (!group.Contains(element))
            {
                throw new InputException(FormattableString.Invariant($"--at: element {number} of {path}, {element}, is not in {group.Name}"));
            }

            classes.Add(group.ClassPositionOf(element));
        }

        return classes;
    }
}
