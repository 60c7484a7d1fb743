using Eqnn.Algebra.Chains;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Subgroups;

/// <summary>All elements of a small group in lexicographic order, with products and conjugates by number: nothing depends on the generators.</summary>
/// <remarks>
/// A product is known by what it does to the base points, and its number is read along the stabiliser chain. Where the multiplication table fits into the second-level cache it is written out: a look-up is several times faster then
/// (measured; docs/benchmarks.md#subgroups). For larger groups that table costs more than all products that are asked for.
/// </remarks>
internal sealed class ElementTable
{
    /// <summary>The largest order: numbers of elements have two bytes, and subgroups are lists of them.</summary>
    public const int MaxOrder = 1 << 16;

    /// <summary>The most images of points that all elements may have together: 100 MB.</summary>
    public const long MaxImages = 25_000_000;

    /// <summary>The largest order for which the multiplication table is written out: half a megabyte.</summary>
    private const int MaxWritten = 512;

    private readonly ElementNumbering _numbering;
    private readonly int[][] _images;
    private readonly int[] _baseImages;
    private readonly ushort[] _rank;
    private readonly ushort[][]? _left;

    /// <summary>Refuses groups with too many elements, or images of points under them.</summary>
    /// <exception cref="LimitExceededException">There are more than <see cref="MaxOrder"/>, or <see cref="MaxImages"/>.</exception>
    public static void RequireRoom(FiniteGroup group)
    {
        if (group.Order > MaxOrder)
        {
            throw new LimitExceededException("order of a group with a multiplication table", MaxOrder, FormattableString.Invariant($"{LimitExceededException.Shown(group.Order)} elements, for the subgroups of {group.Name}"), "not possible; name a subgroup by generators instead");
        }

        if (group.Order * group.Degree > MaxImages)
        {
            throw new LimitExceededException("images of points under all elements, for subgroups", MaxImages, FormattableString.Invariant($"{LimitExceededException.Shown(group.Order * group.Degree)} for {group.Name}"), "not possible; an action on fewer points has fewer");
        }
    }

    public ElementTable(FiniteGroup group, CancellationToken cancellationToken)
    {
        RequireRoom(group);
        group.ComputeChain(cancellationToken);
        Elements = [.. group.EnumerateElements()];
        _numbering = new ElementNumbering(group.Chain);
        _images = Array.ConvertAll(Elements, g => g.RawImages);
        _baseImages = new int[Count * _numbering.Depth];
        _rank = new ushort[Count];
        Inverse = new ushort[Count];
        ElementOrder = new int[Count];
        for (var a = 0; a < Count; a++)
        {
            _rank[_numbering.NumberOf(_images[a])] = (ushort)a;
            for (var i = 0; i < _numbering.Depth; i++)
            {
                _baseImages[(a * _numbering.Depth) + i] = _images[a][_numbering.Base[i]];
            }
        }

        for (var a = 0; a < Count; a++)
        {
            Inverse[a] = _rank[_numbering.NumberOf(PermutationArrays.Inverse(_images[a]))];
            ElementOrder[a] = (int)PermutationArrays.Order(_images[a]);
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (Count <= MaxWritten)
        {
            _left = Written(group);
        }
    }

    /// <summary>The elements, lexicographic by image lists; 0 is the identity.</summary>
    public Permutation[] Elements { get; }

    /// <summary>The order of the group.</summary>
    public int Count => Elements.Length;

    /// <summary>The inverse of each element.</summary>
    public ushort[] Inverse { get; }

    /// <summary>The order of each element.</summary>
    public int[] ElementOrder { get; }

    /// <summary>a b.</summary>
    public int Product(int a, int b)
    {
        if (_left is { } left)
        {
            return left[a][b];
        }

        Span<int> images = stackalloc int[MaxDepth];
        images = images[.._numbering.Depth];
        var (outer, at) = (_images[a], b * images.Length);
        for (var i = 0; i < images.Length; i++)
        {
            images[i] = outer[_baseImages[at + i]];
        }

        return _rank[_numbering.NumberOfBaseImages(images)];
    }

    /// <summary>g a g⁻¹.</summary>
    public int Conjugate(int a, int g)
    {
        if (_left is { } left)
        {
            return left[left[g][a]][Inverse[g]];
        }

        Span<int> images = stackalloc int[MaxDepth];
        images = images[.._numbering.Depth];
        var (outer, inner, at) = (_images[g], _images[a], Inverse[g] * images.Length);
        for (var i = 0; i < images.Length; i++)
        {
            images[i] = outer[inner[_baseImages[at + i]]];
        }

        return _rank[_numbering.NumberOfBaseImages(images)];
    }

    /// <summary>a^n, n ≥ 0.</summary>
    public int Power(int a, int n)
    {
        var power = 0;
        for (var i = 0; i < n; i++)
        {
            power = Product(power, a);
        }

        return power;
    }

    /// <summary>The place of an element of the group, by binary search.</summary>
    public int PlaceOf(Permutation element) => Array.BinarySearch(Elements, element);

    /// <summary>The subgroup generated by a subgroup and one more element, as a union of cosets; null as soon as it has more than <paramref name="most"/> elements.</summary>
    /// <param name="subgroup">The elements of the subgroup, the identity first.</param>
    /// <param name="generators">Generators of the subgroup and the new element.</param>
    /// <param name="most">The largest order wanted.</param>
    public ushort[]? Join(ushort[] subgroup, IReadOnlyList<int> generators, int most)
    {
        var inside = new bool[Count];
        var list = new List<ushort>(subgroup);
        foreach (var h in subgroup)
        {
            inside[h] = true;
        }

        // Every generator sends a coset r H to the coset (s r) H; the first entries of the cosets in the list are their representatives.
        for (var at = 0; at < list.Count; at += subgroup.Length)
        {
            foreach (var s in generators)
            {
                var next = Product(s, list[at]);
                if (!inside[next])
                {
                    if (list.Count + subgroup.Length > most)
                    {
                        return null;
                    }

                    foreach (var h in subgroup)
                    {
                        var element = (ushort)Product(next, h);
                        inside[element] = true;
                        list.Add(element);
                    }
                }
            }
        }

        return list.ToArray();
    }

    private ushort[][] Written(FiniteGroup group)
    {
        var generators = group.EssentialGenerators.Where(g => !PermutationArrays.IsIdentity(g)).Select(g => PlaceOf(PermutationArrays.ToPermutation(g))).Select(g => Array.ConvertAll(PermutationArrays.Identity(Count), b => (ushort)Product(g, b))).ToArray();
        var left = new ushort[Count][];
        left[0] = Array.ConvertAll(PermutationArrays.Identity(Count), a => (ushort)a);
        var queue = new Queue<int>([0]);
        while (queue.TryDequeue(out var a))
        {
            foreach (var generator in generators)
            {
                // (s a) b = s (a b): each new row is one look-up for each element.
                var next = generator[a];
                if (left[next] is null)
                {
                    left[next] = Array.ConvertAll(left[a], b => generator[b]);
                    queue.Enqueue(next);
                }
            }
        }

        return left;
    }

    /// <summary>A chain without trivial levels for an order of at most 2^16 has at most 16 base points.</summary>
    private const int MaxDepth = 16;
}
