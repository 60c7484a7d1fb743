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
            : [.. root.Items().Select((element, i) => Element(element, degree, i + 1))];
    }

    private static Permutation Element(JsonItem element, int degree, int number)
    {
        if (element.Items().Count != degree)
        {
            throw element.Wrong(FormattableString.Invariant($"element {number} has {element.Items().Count} images, the group acts on {degree} points"));
        }

        // A point beyond an int is no point of any set here.
        int[] images = [.. element.Items().Select(image => image.Kind != JsonKind.Number ? throw image.Misfit("a whole number is expected") : image.IsWhole(1, int.MaxValue) ? image.Whole() - 1 : -1)];
        return element.Located(() => Permutation.FromImages(images));
    }
}
