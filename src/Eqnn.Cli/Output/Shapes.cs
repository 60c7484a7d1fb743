namespace Eqnn.Cli.Output;

/// <summary>What several answers say in the same way.</summary>
internal static class Shapes
{
    /// <summary>An abelian group as a product of cyclic ones, from their orders.</summary>
    public static string AbelianGroup(IEnumerable<long> invariants) => string.Join(" x ", invariants.Select(order => FormattableString.Invariant($"C{order}"))) is { Length: > 0 } product ? product : "trivial";

    /// <summary>The classes of the elements of <c>--at</c>; nothing where they were not asked for.</summary>
    public static void At(Outline outline, IReadOnlyList<string> names, IReadOnlyList<int>? classPositions)
    {
        if (classPositions is not null)
        {
            outline.Fact("classes of the elements", Prose.List(classPositions.Select(position => names[position])), json => json.Positions("at", classPositions));
        }
    }
}
