using Eqnn.Numbers.Permutations;

namespace Eqnn.Cli.Output;

/// <summary>Objects as text that GAP reads.</summary>
/// <remarks>GAP multiplies permutations from the other side. A group, as a set of permutations, does not depend on that, and only such objects are written here.</remarks>
internal static class GapObjects
{
    /// <summary><c>Group( (1,2,3), (1,2) )</c>; the trivial group is <c>Group( () )</c>.</summary>
    public static string Group(IReadOnlyList<Permutation> generators) => "Group( " + (generators.Count == 0 ? "()" : string.Join(", ", generators)) + " )";

    /// <summary>A list of groups, one on each line, as a statement: <c>[ ... ];</c>.</summary>
    public static void WriteGroups(TextWriter gap, IEnumerable<IReadOnlyList<Permutation>> groups) => gap.Write("[\n" + string.Join(",\n", groups.Select(generators => "  " + Group(generators))) + "\n];\n");

    /// <summary>A text in double quotes, for DOT files and GAP alike.</summary>
    public static string Quoted(string text) => "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
