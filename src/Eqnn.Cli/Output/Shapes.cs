using Eqnn.Records.Json;

namespace Eqnn.Cli.Output;

/// <summary>What several answers say in the same way.</summary>
internal static class Shapes
{
    /// <summary>An abelian group as a product of cyclic ones, from their orders.</summary>
    public static string AbelianGroup(IEnumerable<long> invariants) => string.Join(" x ", invariants.Select(order => FormattableString.Invariant($"C{order}"))) is { Length: > 0 } product ? product : "trivial";

    /// <summary>The <c>at</c> of a document: class numbers; nothing where it was not asked for.</summary>
    public static void At(JsonOutput json, IReadOnlyList<int>? classPositions)
    {
        if (classPositions is not null)
        {
            json.Positions("at", classPositions);
        }
    }
}
