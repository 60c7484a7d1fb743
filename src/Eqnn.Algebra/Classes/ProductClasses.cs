using System.Numerics;
using Eqnn.Algebra.Chains;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Classes;

/// <summary>The classes of a direct product of groups on different points: the products of classes of the factors. No element is enumerated.</summary>
/// <remarks>
/// Two elements are conjugate iff their parts are, so sizes multiply and orders have a least common multiple. The least image list of a product of classes consists of the least ones of the factors:
/// the parts are chosen independently, each in places of its own, and the order of the points of a factor is that of the group. docs/theory.md#direct-products.
/// </remarks>
internal sealed class ProductClasses : ClassPartition
{
    private readonly int _degree;
    private readonly ClassPartition[] _parts;
    private readonly int[][] _points;
    private readonly int[][] _partAt;
    private readonly int[] _positionOf;
    private readonly BigInteger[] _sizes;
    private readonly long[] _orders;

    public ProductClasses(IPermutationGroup group, IReadOnlyList<Part> factors, CancellationToken cancellationToken)
    {
        _degree = group.Degree;
        _points = [.. factors.Select(factor => factor.Points)];
        _parts = [.. factors.Select(factor => factor.Classes)];
        var count = _parts.Aggregate(BigInteger.One, (product, part) => product * part.Count);
        group.Limits.RequireClasses(count);
        var indexAt = PermutationArrays.Identity((int)count);
        var (sizes, orders) = (new BigInteger[indexAt.Length], new long[indexAt.Length]);
        foreach (var index in indexAt)
        {
            (sizes[index], orders[index]) = (BigInteger.One, 1);
            for (var i = 0; i < _parts.Length; i++)
            {
                var c = PartOfIndex(index, i);
                sizes[index] *= _parts[i].Size(c);
                orders[index] = NumberTheory.Lcm(orders[index], _parts[i].ElementOrder(c));
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
        var representatives = Array.ConvertAll(_parts, part => Enumerable.Range(0, part.Count).Select(c => part.Representative(c).RawImages).ToArray());
        Array.Sort(indexAt, (a, b) =>
        {
            var byOrder = orders[a].CompareTo(orders[b]);
            var bySize = byOrder != 0 ? byOrder : sizes[a].CompareTo(sizes[b]);
            return bySize != 0 ? bySize : CompareRepresentatives(representatives, a, b);
        });
        (_sizes, _orders) = (Array.ConvertAll(indexAt, index => sizes[index]), Array.ConvertAll(indexAt, index => orders[index]));
        _partAt = [.. _parts.Select((_, i) => Array.ConvertAll(indexAt, index => PartOfIndex(index, i)))];
        _positionOf = PermutationArrays.Inverse(indexAt);
    }

    public override string Origin => "direct product: " + string.Join("; ", _parts.Select(part => part.Origin).Distinct());

    public override int Count => _positionOf.Length;

    /// <summary>The class of the part of the elements in a factor.</summary>
    public int PartOf(int position, int factor) => _partAt[factor][position];

    /// <summary>The class with given parts.</summary>
    public int PositionOfParts(Func<int, int> part)
    {
        var index = 0;
        for (var i = 0; i < _parts.Length; i++)
        {
            index = (index * _parts[i].Count) + part(i);
        }

        return _positionOf[index];
    }

    public override BigInteger Size(int position) => _sizes[position];

    public override long ElementOrder(int position) => _orders[position];

    public override Permutation Representative(int position)
    {
        var images = PermutationArrays.Identity(_degree);
        for (var i = 0; i < _parts.Length; i++)
        {
            var points = _points[i];
            var part = _parts[i].Representative(PartOf(position, i)).RawImages;
            for (var x = 0; x < points.Length; x++)
            {
                images[points[x]] = points[part[x]];
            }
        }

        return PermutationArrays.ToPermutation(images);
    }

    public override int PositionOf(int[] images) => PositionOfParts(i => _parts[i].PositionOf(Restrict(images, _points[i])));

    public override int PowerPosition(int position, long k) => PositionOfParts(i => _parts[i].PowerPosition(PartOf(position, i), k));

    /// <summary>The image list of an element on the points of a factor, which it permutes: numbered by their places in the ascending list.</summary>
    public static int[] Restrict(int[] images, int[] points) => Array.ConvertAll(points, x => Array.BinarySearch(points, images[x]));

    /// <summary>Mixed radix, the last factor fastest.</summary>
    private int PartOfIndex(int index, int factor)
    {
        for (var i = _parts.Length - 1; i > factor; i--)
        {
            index /= _parts[i].Count;
        }

        return index % _parts[factor].Count;
    }

    private int CompareRepresentatives(int[][][] representatives, int a, int b)
    {
        // The image lists differ first where the parts of one factor do: at the least such point.
        var (least, result) = (int.MaxValue, 0);
        for (var i = 0; i < _parts.Length; i++)
        {
            var (left, right) = (representatives[i][PartOfIndex(a, i)], representatives[i][PartOfIndex(b, i)]);
            var at = left.AsSpan().CommonPrefixLength(right);
            if (at < left.Length && _points[i][at] < least)
            {
                (least, result) = (_points[i][at], left[at].CompareTo(right[at]));
            }
        }

        return result;
    }

    /// <summary>The classes of a factor, and its points in the whole group, ascending.</summary>
    public sealed record Part(ClassPartition Classes, int[] Points);
}
