using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Chains;

/// <summary>Consecutive levels of a stabiliser chain taken together: the products u_i ⋯ u_j of their representatives, numbered in mixed radix, written out so that one look-up replaces several.</summary>
/// <remarks>The tables are sized for a processor cache. A single level too large for them is walked in its Schreier tree instead.</remarks>
internal sealed class ElementBlock
{
    private readonly ChainLevel[] _levels;
    private readonly int _degree;
    private readonly int[][]? _products;
    private readonly int[][]? _inverses;
    private readonly int[][] _children = [];

    /// <summary>Takes the levels first, …, first + count − 1 of a chain together.</summary>
    public ElementBlock(ChainLevel[] chain, int degree, int first, int count, int size, bool written)
    {
        First = first;
        Count = count;
        Size = size;
        _degree = degree;
        _levels = chain.AsSpan(first, count).ToArray();
        if (!written)
        {
            return;
        }

        _children = new int[count][];
        var products = new[] { PermutationArrays.Identity(degree) };
        for (var j = 0; j < count; j++)
        {
            var level = _levels[j];
            var orbit = level.OrbitSize;
            var child = new int[products.Length * degree];
            Array.Fill(child, -1);
            var nextProducts = new int[products.Length * orbit][];
            for (var place = 0; place < orbit; place++)
            {
                var representative = level.WrittenRepresentative(place) ?? level.Representative(place);
                for (var node = 0; node < products.Length; node++)
                {
                    var next = (node * orbit) + place;
                    child[(node * degree) + products[node][level.Point(place)]] = next;
                    nextProducts[next] = place == 0 ? products[node] : PermutationArrays.Product(products[node], representative);
                }
            }

            _children[j] = child;
            products = nextProducts;
        }

        _products = products;

        // What is stripped of a product is applied to the images of later base points: there are none after the last block.
        _inverses = first + count == chain.Length ? null : Array.ConvertAll(products, PermutationArrays.Inverse);
    }

    /// <summary>The products by number, or null for a level that is walked in its tree; not to be written to.</summary>
    public int[][]? Products => _products;

    /// <summary>The inverses of the products; null for a level that is walked in its tree and for the last block, where nothing remains to be stripped.</summary>
    public int[][]? Inverses => _inverses;

    /// <summary>For each level of the block: the number of the product that carries the base points so far to given images, at [earlier product × degree + image], −1 if there is none.</summary>
    public int[][] Children => _children;

    /// <summary>The first level.</summary>
    public int First { get; }

    /// <summary>The number of levels.</summary>
    public int Count { get; }

    /// <summary>The number of products.</summary>
    public int Size { get; }

    /// <summary>The number of the product with these images of the block's base points (entries First, … of the list), or −1.</summary>
    public int NumberOf(ReadOnlySpan<int> images)
    {
        if (_products is null)
        {
            return _levels[0].PlaceOf(images[First]);
        }

        var node = 0;
        for (var j = 0; j < _children.Length; j++)
        {
            node = _children[j][(node * _degree) + images[First + j]];
            if (node < 0)
            {
                return -1;
            }
        }

        return node;
    }

    /// <summary>Replaces the entries from the given one on by their images under the inverse of a product.</summary>
    public void Strip(int number, Span<int> images, int from)
    {
        if (from >= images.Length)
        {
            return;
        }

        if (_inverses is { } inverses)
        {
            var inverse = inverses[number];
            for (var j = from; j < images.Length; j++)
            {
                images[j] = inverse[images[j]];
            }

            return;
        }

        for (var j = from; j < images.Length; j++)
        {
            images[j] = _levels[0].ApplyInverse(number, images[j]);
        }
    }

    /// <summary>Replaces points by their images under a product.</summary>
    public void Apply(int number, Span<int> points)
    {
        if (_products is { } products)
        {
            var product = products[number];
            for (var j = 0; j < points.Length; j++)
            {
                points[j] = product[points[j]];
            }

            return;
        }

        for (var j = 0; j < points.Length; j++)
        {
            points[j] = _levels[0].Apply(number, points[j]);
        }
    }

    /// <summary>The product, shared or new; not to be written to.</summary>
    public int[] Product(int number) => _products is { } products ? products[number] : _levels[0].WrittenRepresentative(number) ?? _levels[0].Representative(number);
}
