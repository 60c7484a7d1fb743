using Eqnn.Algebra.Families;

namespace Eqnn.Algebra.Names;

/// <summary>Reads <c>{"degree": n, "generators": [...]}</c>.</summary>
internal static class GroupFile
{
    public static GroupRecipe Read(string path, GroupLimits limits)
    {
        var file = PermutationListFile.Load("group file", path, "degree", limits);
        return new GroupRecipe("@" + path, file.Size, file.Generators, null);
    }
}
