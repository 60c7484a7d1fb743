namespace Eqnn.Networks.Simples;

/// <summary>A random element <c>Σ c_w (w ± w⁻¹)</c> of the group ring, acting on functions on a G-set; the same seed gives the same element on every G-set.</summary>
internal sealed class GroupRingElement
{
    private readonly (double Coefficient, int[] Image)[] _terms;
    private readonly int _inverse;

    private GroupRingElement((double, int[])[] terms, int inverse) => (_terms, _inverse) = (terms, inverse);

    /// <param name="images">The image lists of the generators.</param>
    /// <param name="words">The number of words.</param>
    /// <param name="random">The source of words and coefficients.</param>
    /// <param name="inverse">1 for a symmetric element, −1 for an antisymmetric one, 0 for neither.</param>
    public static GroupRingElement Random(IReadOnlyList<int[]> images, int words, Random random, int inverse = 1)
    {
        var terms = new (double, int[])[words];
        for (var w = 0; w < words; w++)
        {
            var image = Enumerable.Range(0, images[0].Length).ToArray();
            for (var letters = 1 + random.Next(16); letters > 0; letters--)
            {
                var g = images[random.Next(images.Count)];
                image = Array.ConvertAll(image, x => g[x]);
            }

            terms[w] = ((2 * random.NextDouble()) - 1, image);
        }

        return new(terms, inverse);
    }

    public double[] Apply(double[] vector)
    {
        var result = new double[vector.Length];
        foreach (var (coefficient, image) in _terms)
        {
            for (var x = 0; x < vector.Length; x++)
            {
                result[image[x]] += coefficient * vector[x];
                result[x] += _inverse * coefficient * vector[image[x]];
            }
        }

        return result;
    }
}
