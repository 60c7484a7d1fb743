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
        return [.. list.Items().Select(Permutation)];
    }

    /// <summary>The permutation of a list of images.</summary>
    /// <exception cref="AlgebraFormatException">The list is no permutation; the message names the field.</exception>
    public static Permutation Permutation(this JsonItem list)
    {
        ArgumentNullException.ThrowIfNull(list);
        int[] images = [.. list.Items().Select(image => image.Whole(1) - 1)];
        return list.Located(() => Numbers.Permutations.Permutation.FromImages(images));
    }
}
