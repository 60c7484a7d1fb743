using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Eqnn.Records.Json;

namespace Eqnn.Records.Groups;

/// <summary>How permutations stand in every document: each as the list of the images of its points, from 1.</summary>
public static class PermutationJson
{
    /// <summary>A field that is a list of permutations, one per line.</summary>
    public static void Permutations(this JsonOutput json, string name, IEnumerable<Permutation> permutations)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.List(name, permutations, json.Permutation);
    }

    /// <summary>A permutation, as an element of a list.</summary>
    public static void Permutation(this JsonOutput json, Permutation permutation)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(permutation);
        json.Positions(permutation.Images);
    }

    /// <summary>The permutations of a list.</summary>
    /// <exception cref="AlgebraFormatException">This is no list of permutations; the message names the field.</exception>
    public static IReadOnlyList<Permutation> Permutations(this JsonItem list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return [.. list.Items().Select(images => images.Permutation())];
    }

    /// <summary>The permutation of a list of images.</summary>
    /// <param name="list">The list.</param>
    /// <param name="degree">How many points there must be; as many as are listed if absent.</param>
    /// <param name="what">What the permutation is, for messages: <c>generator 2</c>; the field if empty.</param>
    /// <exception cref="AlgebraFormatException">The list is no permutation of so many points; the message names the first wrong image.</exception>
    public static Permutation Permutation(this JsonItem list, int? degree = null, string what = "")
    {
        ArgumentNullException.ThrowIfNull(list);
        var items = list.Items();
        var images = new int[degree ?? items.Count];
        var seen = new bool[images.Length];
        if (items.Count != images.Length)
        {
            throw Refused(list, FormattableString.Invariant($"lists {items.Count} images for {images.Length} points"));
        }

        for (var i = 0; i < images.Length; i++)
        {
            var image = items[i].Whole();
            if (image < 1 || image > images.Length)
            {
                throw Refused(items[i], FormattableString.Invariant($"sends {i + 1} to {image}, which is not one of 1..{images.Length}"));
            }

            if (seen[image - 1])
            {
                throw Refused(items[i], FormattableString.Invariant($"is not a bijection: {image} is the image of two points"));
            }

            seen[image - 1] = true;
            images[i] = image - 1;
        }

        return PermutationArrays.ToPermutation(images);

        AlgebraFormatException Refused(JsonItem place, string problem) => what.Length > 0 ? place.Wrong($"{what} {problem}") : list.Misfit("this " + problem);
    }
}
