using Eqnn.Algebra;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.SmallGroups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Records.Groups;

/// <summary>Groups from files <c>{"degree": n, "generators": [...]}</c>, whose generators are lists of the images 1..n or texts of disjoint cycles, and from what users write: a name, or <c>@file</c>.</summary>
public static class GroupFile
{
    /// <summary>The group of a file; its name is <c>@</c> with the path.</summary>
    /// <param name="path">The file.</param>
    /// <param name="limits">The limits of the group; the default ones if absent.</param>
    /// <exception cref="AlgebraFormatException">There is no such file, or it is not of the form above; the message names file, line and field.</exception>
    /// <exception cref="LimitExceededException">The group acts on more points than <see cref="GroupLimits.MaxDegree"/>, or the file is too large.</exception>
    public static FiniteGroup Read(string path, GroupLimits? limits = null)
    {
        var bounds = limits ?? GroupLimits.Default;
        var file = PermutationRecord.Read("group file", path, "degree", degree => DegreeLimit.Require(degree, bounds.MaxDegree));
        return FiniteGroup.FromGenerators("@" + path, file.Size, file.Generators, bounds);
    }

    /// <summary>The group of <c>@file</c>, or that of a name in the notation of <see cref="FiniteGroup.Parse(string)"/>.</summary>
    /// <param name="text">A name, or <c>@</c> with a path.</param>
    /// <param name="limits">The limits of the group; the default ones if absent.</param>
    /// <param name="gap">Asked for numbers of groups beyond those that the library carries; nobody is if absent.</param>
    /// <param name="cancellationToken">Cancels the construction of a large group, and the question to GAP.</param>
    /// <exception cref="AlgebraFormatException">It is neither.</exception>
    /// <exception cref="LimitExceededException">The group acts on more points than <see cref="GroupLimits.MaxDegree"/>, or the file is too large.</exception>
    public static FiniteGroup ReadOrParse(string text, GroupLimits? limits = null, GapLibrary? gap = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bounds = limits ?? GroupLimits.Default;
        var start = text.TrimStart();
        return start.StartsWith('@') ? Read(start[1..].TrimEnd(), bounds)
            : gap is null ? FiniteGroup.Parse(text, bounds, cancellationToken)
            : FiniteGroup.Parse(text, bounds, gap, cancellationToken);
    }
}
