namespace Eqnn.Algebra.Groups;

/// <summary>Reads <c>{"degree": n, "generators": [...]}</c>.</summary>
internal static class GroupFile
{
    public static FiniteGroup Read(string path, GroupLimits limits)
    {
        var file = PermutationListFile.Load("group file", path, "degree", limits);
        return FiniteGroup.FromTrusted("@" + path, file.Size, file.Generators, limits);
    }
}
