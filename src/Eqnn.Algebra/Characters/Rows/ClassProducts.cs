using Eqnn.Algebra.Classes;

namespace Eqnn.Algebra.Characters.Rows;

/// <summary>Normal subgroups as sets of classes, larger by one class: N⟨C⟩ by products of elements.</summary>
/// <remarks>The classes of N⟨C⟩ are those that right multiplication by the elements of C reaches from those of N. One element of each class suffices: C is closed under conjugation.</remarks>
/// <param name="partition">The classes.</param>
/// <param name="maxProducts">How many products of elements may be made in all.</param>
internal sealed class ClassProducts(EnumeratedClasses partition, long maxProducts)
{
    private readonly int[]?[] _elements = new int[]?[partition.Count];
    private readonly int[]?[] _representatives = new int[]?[partition.Count];
    private long _products;

    /// <summary>The least normal subgroup that contains a normal subgroup and a class; null where there are too many products.</summary>
    /// <param name="normal">The classes of a normal subgroup.</param>
    /// <param name="c">The position of the class.</param>
    public ClassSet? Extend(ClassSet normal, int c)
    {
        var (numbering, classOf) = (partition.Numbering, partition.ClassOfNumber);
        var (depth, elements) = (numbering.Depth, _elements[c] ??= partition.BaseImagesOf(c));
        var reached = new bool[partition.Count];
        var queue = new List<int>(normal.Positions());
        foreach (var known in queue)
        {
            reached[known] = true;
        }

        Span<int> images = depth <= 64 ? stackalloc int[depth] : new int[depth];
        for (var at = 0; at < queue.Count && queue.Count < reached.Length; at++)
        {
            _products += elements.Length / depth;
            if (_products > maxProducts)
            {
                return null;
            }

            var representative = _representatives[queue[at]] ??= partition.Representative(queue[at]).RawImages;
            for (var from = 0; from < elements.Length; from += depth)
            {
                for (var i = 0; i < depth; i++)
                {
                    images[i] = representative[elements[from + i]];
                }

                var product = classOf[numbering.NumberOfBaseImages(images)];
                if (!reached[product])
                {
                    reached[product] = true;
                    queue.Add(product);
                }
            }
        }

        return ClassSet.Where(reached.Length, k => reached[k]);
    }
}
