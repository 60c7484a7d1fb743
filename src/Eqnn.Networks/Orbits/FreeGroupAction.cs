using Eqnn.Algebra.GSets;
using Eqnn.Numbers;

namespace Eqnn.Networks.Orbits;

/// <summary>A finite group acting freely: every orbit is a copy of the group, written out with its multiplication table.</summary>
/// <param name="Order">|G|, of the group of permutations that acts.</param>
/// <param name="Product">The number of a·b at a · |G| + b; 0 is the identity.</param>
/// <param name="Offsets">For each set and each point x: orbit · |G| + the number of the a ∈ G with x = a · (least point of the orbit).</param>
/// <param name="BasePoints">For each set the least points of the orbits, ascending.</param>
internal sealed record FreeGroupAction(int Order, int[] Product, int[][] Offsets, int[][] BasePoints)
{
    /// <summary>The action on some sets at once, or <c>null</c> if it is not free, or the group is larger than <paramref name="most"/>.</summary>
    /// <param name="sets">For each set the image lists of the same generators.</param>
    /// <param name="most">The largest order that is enumerated.</param>
    public static FreeGroupAction? TryOf(IReadOnlyList<IReadOnlyList<int[]>> sets, int most)
    {
        if (sets.Any(set => set.Count == 0 || set[0].Length == 0))
        {
            return null;
        }

        // Elements are numbered by the points of the first orbit, in the order in which a walk along the generators meets them: element k = generator · parent.
        var first = sets[0];
        var numbers = new Numbering<int>();
        numbers.TryAdd(0);
        List<(int Generator, int Parent, int Point)> elements = [(-1, -1, 0)];
        for (var k = 0; k < elements.Count; k++)
        {
            for (var g = 0; g < first.Count; g++)
            {
                var image = first[g][elements[k].Point];
                if (numbers.TryAdd(image))
                {
                    elements.Add((g, k, image));
                    if (elements.Count > most)
                    {
                        return null;
                    }
                }
            }
        }

        var order = elements.Count;
        var left = first.Select(images => elements.Select(element => numbers.Find(images[element.Point])).ToArray()).ToArray();
        var product = new int[order * order];
        for (var b = 0; b < order; b++)
        {
            product[b] = b;
        }

        for (var a = 1; a < order; a++)
        {
            for (var b = 0; b < order; b++)
            {
                product[(a * order) + b] = left[elements[a].Generator][product[(elements[a].Parent * order) + b]];
            }
        }

        // The first orbit is a copy of the group if all words for an element move every point alike.
        for (var a = 0; a < order; a++)
        {
            for (var g = 0; g < left.Length; g++)
            {
                for (var b = 0; b < order; b++)
                {
                    if (product[(left[g][a] * order) + b] != left[g][product[(a * order) + b]])
                    {
                        return null;
                    }
                }
            }
        }

        var offsets = new int[sets.Count][];
        var bases = new int[sets.Count][];
        for (var s = 0; s < sets.Count; s++)
        {
            if (!Number(sets[s], elements, left, out offsets[s], out bases[s]))
            {
                return null;
            }
        }

        return new(order, product, offsets, bases);
    }

    private static bool Number(IReadOnlyList<int[]> images, List<(int Generator, int Parent, int Point)> elements, int[][] left, out int[] offsets, out int[] basePoints)
    {
        var order = elements.Count;
        offsets = new int[images[0].Length];
        Array.Fill(offsets, -1);
        var bases = new List<int>();
        basePoints = [];
        var points = new int[order];
        for (var x = 0; x < offsets.Length; x++)
        {
            if (offsets[x] >= 0)
            {
                continue;
            }

            for (var a = 0; a < order; a++)
            {
                points[a] = a == 0 ? x : images[elements[a].Generator][points[elements[a].Parent]];
                if (offsets[points[a]] >= 0)
                {
                    return false;
                }

                offsets[points[a]] = (bases.Count * order) + a;
            }

            for (var a = 0; a < order; a++)
            {
                for (var g = 0; g < left.Length; g++)
                {
                    if (images[g][points[a]] != points[left[g][a]])
                    {
                        return false;
                    }
                }
            }

            bases.Add(x);
        }

        basePoints = [.. bases];
        return true;
    }
}
