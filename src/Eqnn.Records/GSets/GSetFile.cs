using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Records.Groups;

namespace Eqnn.Records.GSets;

/// <summary>G-sets from files <c>{"size": n, "generators": [...]}</c>, for each generator of the group the images 1..n or a text of disjoint cycles, and from what users write: names, among them <c>@file</c>.</summary>
public static class GSetFile
{
    /// <summary>The G-set of a file; its name is <c>@</c> with the name of the file.</summary>
    /// <param name="group">The group that acts.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="AlgebraFormatException">There is no such file, or it is not of the form above; the message names file, line and field.</exception>
    /// <exception cref="ArgumentException">The permutations are no action of the group.</exception>
    /// <exception cref="LimitExceededException">The set has more than <see cref="GSet.MaxPoints"/> points, or the file is too large.</exception>
    public static GSet Read(FiniteGroup group, string path)
    {
        var file = PermutationRecord.Read("G-set", path, "size", RequireSize);
        return GSet.FromGeneratorActions(group, "@" + Path.GetFileName(path), file.Size, file.Generators);
    }

    /// <summary>A G-set in the notation of <see cref="GSet.Parse(FiniteGroup, string)"/>, in which <c>@file</c> stands for that of a file.</summary>
    /// <exception cref="AlgebraFormatException">The text is not of this form, or a file is not.</exception>
    /// <exception cref="ArgumentException">The parts do not fit the group.</exception>
    /// <exception cref="LimitExceededException">The set has more than <see cref="GSet.MaxPoints"/> points.</exception>
    public static GSet ReadOrParse(FiniteGroup group, string text) => GSet.Parse(group, text, path => Read(group, path));

    /// <summary>Refuses more points than are acted on.</summary>
    internal static void RequireSize(int size)
    {
        if (size > GSet.MaxPoints)
        {
            throw new LimitExceededException("points of a G-set", GSet.MaxPoints, FormattableString.Invariant($"{size}"), "choose a smaller G-set");
        }
    }
}
