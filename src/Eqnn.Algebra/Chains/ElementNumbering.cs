using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Chains;

/// <summary>The elements of a group of enumerable order as the numbers 0, …, |G| − 1: mixed radix along the stabiliser chain, the identity is 0.</summary>
/// <remarks>Immutable after construction; safe for concurrent readers.</remarks>
internal sealed class ElementNumbering
{
    /// <summary>Entries of one table of a block: 128 kB, so that all tables stay in the second-level cache (measured: 2^18 makes conjugation 2 to 5 times slower).</summary>
    private const int MaxTable = 1 << 15;

    private readonly ChainLevel[] _levels;
    private readonly ElementBlock[] _blocks;

    public ElementNumbering(StabilizerChain chain)
    {
        _levels = chain.Levels;
        Degree = chain.Degree;
        Count = (int)chain.Order;
        Base = new int[_levels.Length];
        var blocks = new List<ElementBlock>();
        // Tables larger than the group are not worth writing.
        var bound = Math.Min(MaxTable, Math.Max(1 << 12, 4L * Count));
        for (var first = 0; first < _levels.Length;)
        {
            var count = 0;
            var size = 1;
            while (first + count < _levels.Length && (long)size * _levels[first + count].OrbitSize * Degree <= bound)
            {
                size *= _levels[first + count].OrbitSize;
                count++;
            }

            var written = count > 0;
            if (!written)
            {
                (count, size) = (1, _levels[first].OrbitSize);
            }

            blocks.Add(new ElementBlock(_levels, Degree, first, count, size, written));
            first += count;
        }

        _blocks = blocks.ToArray();
        for (var i = 0; i < _levels.Length; i++)
        {
            Base[i] = _levels[i].BasePoint;
        }
    }

    /// <summary>The blocks of levels; not to be written to.</summary>
    public ElementBlock[] Blocks => _blocks;

    public int Degree { get; }

    public int Count { get; }

    /// <summary>The base points; shared, not to be written to.</summary>
    public int[] Base { get; }

    /// <summary>The number of base points.</summary>
    public int Depth => Base.Length;

    /// <summary>The number of the element with these images of the base points, or −1 if there is none; overwrites the images.</summary>
    public int NumberOfBaseImages(Span<int> images)
    {
        var number = 0;
        foreach (var block in _blocks)
        {
            var place = block.NumberOf(images);
            if (place < 0)
            {
                return -1;
            }

            number = (number * block.Size) + place;
            if (place > 0 && block.First + block.Count < images.Length)
            {
                block.Strip(place, images, block.First + block.Count);
            }
        }

        return number;
    }

    /// <summary>The number of an element of the group given by its image list; −1 only shows that no element has these base images.</summary>
    public int NumberOf(int[] images)
    {
        Span<int> baseImages = Depth <= 64 ? stackalloc int[Depth] : new int[Depth];
        for (var i = 0; i < baseImages.Length; i++)
        {
            baseImages[i] = images[Base[i]];
        }

        return NumberOfBaseImages(baseImages);
    }

    /// <summary>Replaces points by their images under an element.</summary>
    public void Apply(int number, Span<int> points)
    {
        for (var i = _blocks.Length - 1; i >= 0; i--)
        {
            var block = _blocks[i];
            var rest = number / block.Size;
            var place = number - (rest * block.Size);
            number = rest;
            if (place > 0)
            {
                block.Apply(place, points);
            }
        }
    }

    /// <summary>The image list of the element, new.</summary>
    public int[] Images(int number)
    {
        // Built from the right: g ↦ u g, blocks from the last to the first.
        var images = PermutationArrays.Identity(Degree);
        for (var i = _blocks.Length - 1; i >= 0; i--)
        {
            var block = _blocks[i];
            (number, var place) = Math.DivRem(number, block.Size);
            if (place > 0)
            {
                PermutationArrays.MultiplyFromLeft(block.Product(place), images);
            }
        }

        return images;
    }

    /// <summary>A walk through all elements in the lexicographic order of the image lists.</summary>
    public LexicographicWalk LexicographicWalk() => new(_levels, Degree);
}
