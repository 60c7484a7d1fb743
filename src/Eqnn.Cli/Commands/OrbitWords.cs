using System.Numerics;
using Eqnn.Cli.Output;

namespace Eqnn.Cli.Commands;

/// <summary>How chambers and regions are counted up to symmetry on a page.</summary>
internal static class OrbitWords
{
    /// <summary>A number with that of its orbits; without a symmetry orbits say nothing.</summary>
    public static Prose Counted(BigInteger count, BigInteger orbits, bool isSymmetric) => isSymmetric ? $"{count} in {orbits} {(orbits.IsOne ? "orbit" : "orbits")}" : count;

    /// <summary>The line below a table that shows a part of the orbits; none where all are shown.</summary>
    public static void Describe(Page page, int hidden)
    {
        if (hidden > 0)
        {
            page.Line($"and {hidden} more orbits: all of them with --format json");
        }
    }
}
