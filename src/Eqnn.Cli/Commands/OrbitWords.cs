using System.Numerics;
using Eqnn.Cli.Output;

namespace Eqnn.Cli.Commands;

/// <summary>How chambers and regions are counted up to symmetry on a page.</summary>
internal static class OrbitWords
{
    /// <summary>How many orbits a table shows.</summary>
    public const int RowsOnScreen = 40;

    /// <summary><c>3 orbits</c>.</summary>
    public static string Count(BigInteger orbits) => FormattableString.Invariant($"{orbits} {(orbits.IsOne ? "orbit" : "orbits")}");

    /// <summary>A number with that of its orbits; without a symmetry orbits say nothing.</summary>
    public static Prose Counted(BigInteger count, BigInteger orbits, bool isSymmetric) => isSymmetric ? $"{count} in {Count(orbits)}" : count;

    /// <summary>The line below a table that shows the first of so many orbits; none where all are shown.</summary>
    public static void Describe(Outline outline, int orbits)
    {
        if (orbits > RowsOnScreen)
        {
            outline.Line($"and {orbits - RowsOnScreen} more orbits: all of them with --format json");
        }
    }
}
