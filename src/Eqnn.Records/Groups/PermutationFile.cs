using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Eqnn.Records.Json;

namespace Eqnn.Records.Groups;

/// <summary>Permutations from files: a list of image lists on 1..n, <c>[[2,1,3],[1,2,3]]</c>.</summary>
public static class PermutationFile
{
    private const string Form = "[[2,1,3],[1,2,3]]";

    /// <summary>The permutations, in the order of the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="degree">The number of points of each.</param>
    /// <exception cref="AlgebraFormatException">There is no such file, it is not of the form above, or a list is no permutation of so many points.</exception>
    public static IReadOnlyList<Permutation> Read(string path, int degree)
    {
        var root = JsonFile.Read("element file", path, Form);
        return root.Kind != JsonKind.List
            ? throw root.Wrong("a list [ ... ] is expected", Form)
            : [.. root.Items().Select((element, i) => element.Permutation(degree, FormattableString.Invariant($"element {i + 1}")))];
    }
}
