using Eqnn.Numbers.Permutations;
using Eqnn.Records.Json;

namespace Eqnn.Networks.Files;

/// <summary>Permutations as network files and sidecars hold them: lists of the images from 1.</summary>
internal static class ImageLists
{
    /// <summary>Reads one.</summary>
    public static Permutation Read(JsonItem list)
    {
        int[] images = [.. list.Items().Select(image => image.Whole(1) - 1)];
        return list.Located(() => Permutation.FromImages(images));
    }

    /// <summary>Writes one on a line, as an element of a list.</summary>
    public static void Write(JsonOutput json, Permutation permutation) => json.Row(permutation.Images.Select(image => image + 1));
}
