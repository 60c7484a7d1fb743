using System.Numerics;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>The canonical image of a face under a permutation group of signed hyperplanes: the least image, first by colours along a base, then by signs.</summary>
/// <remarks>
/// <para>Depth first through the stabiliser chain: a node is g = u₁…u_i; its colours at the images of the first i base points must not exceed the best known. Ties branch.</para>
/// <para>Two leaves with equal images differ by an automorphism of the face; the search then returns to where the two paths part, and branches that an automorphism fixing the path carries to one already
/// searched are skipped, as in graph canonical labelling. So the number of leaves is near the number of generators of the stabiliser, not its order.</para>
/// <para>Afterwards the stabiliser's order is the product, along the best path, of the orbits of its branches under the automorphisms found that fix the path so far.</para>
/// </remarks>
internal sealed class CanonicalSearch<TBits>
    where TBits : struct, IBits<TBits>
{
    private readonly int _count;
    private readonly int[] _basePoints;
    private readonly int[][] _points;
    private readonly int[][][] _representatives;
    private readonly int[][] _path;
    private readonly int[] _choice;
    private readonly long[] _colourAt;
    private readonly int[] _bestChoice;
    private readonly long[] _bestColour;
    private readonly int[][] _ties;
    private readonly List<int[]> _automorphisms = [];
    private readonly DisjointSets _union;
    private readonly int[] _bestElement;
    private readonly int[] _inverse;
    private bool _hasBest;
    private TBits _bestPositive;
    private TBits _bestNegative;
    private TBits _positive;
    private TBits _negative;
    private long[] _colours = [];

    /// <param name="count">The number of hyperplanes.</param>
    /// <param name="basePoints">The base, as signed hyperplanes.</param>
    /// <param name="points">The orbit of each base point under the stabiliser of the earlier ones.</param>
    /// <param name="representatives">For each of these points an element of that stabiliser, as images of the signed hyperplanes, that carries the base point there.</param>
    public CanonicalSearch(int count, int[] basePoints, int[][] points, int[][][] representatives)
    {
        _count = count;
        _basePoints = basePoints;
        _points = points;
        _representatives = representatives;
        var depth = basePoints.Length;
        _path = [.. Enumerable.Range(0, depth + 1).Select(_ => Enumerable.Range(0, 2 * count).ToArray())];
        _choice = new int[depth];
        _colourAt = new long[depth];
        _bestChoice = new int[depth];
        _bestColour = new long[depth];
        _ties = [.. points.Select(p => new int[p.Length])];
        _union = new DisjointSets(2 * count);
        _bestElement = new int[2 * count];
        _inverse = new int[2 * count];
    }

    /// <summary>A search of the same group with work space of its own.</summary>
    public CanonicalSearch<TBits> Copy() => new(_count, _basePoints, _points, _representatives);

    /// <summary>The positive and negative hyperplanes of the canonical image, after <see cref="Run"/>.</summary>
    public (TBits Positive, TBits Negative) Image => (_bestPositive, _bestNegative);

    /// <summary>The order of the stabiliser of the face.</summary>
    public BigInteger StabiliserOrder { get; private set; }

    /// <summary>The places chosen along the best path: the element u₁…u_k carries the canonical image to the face.</summary>
    public ReadOnlySpan<int> Path => _bestChoice;

    /// <summary>That element, as images of the signed hyperplanes.</summary>
    public ReadOnlySpan<int> Element => _bestElement;

    /// <summary>The base, as signed hyperplanes.</summary>
    public IReadOnlyList<int> BasePoints => _basePoints;

    /// <summary>Generators found of the stabiliser, as images of the signed hyperplanes.</summary>
    public IReadOnlyList<int[]> Automorphisms => _automorphisms;

    /// <summary>Searches; <paramref name="colours"/> has one value for each hyperplane, the negative belongs to its opposite side.</summary>
    public void Run(TBits positive, TBits negative, ReadOnlySpan<long> colours)
    {
        if (_colours.Length != 2 * _count)
        {
            _colours = new long[2 * _count];
        }

        for (var j = 0; j < _count; j++)
        {
            _colours[2 * j] = colours[j];
            _colours[2 * j + 1] = unchecked(-colours[j]);
        }

        _positive = positive;
        _negative = negative;
        _hasBest = false;
        _automorphisms.Clear();
        Search(0);
        StabiliserOrder = OrderAlongBestPath();
    }

    /// <summary>Explores the node at a level; returns the level to go back to (the node's own level or less).</summary>
    private int Search(int level)
    {
        if (level == _basePoints.Length)
        {
            return Leaf();
        }

        var path = _path[level];
        var points = _points[level];
        var ties = _ties[level];
        var least = long.MaxValue;
        var count = 0;
        for (var place = 0; place < points.Length; place++)
        {
            var colour = _colours[path[points[place]]];
            if (colour < least)
            {
                least = colour;
                count = 0;
            }

            if (colour == least)
            {
                ties[count++] = place;
            }
        }

        _colourAt[level] = least;
        var known = -1;
        for (var t = 0; t < count; t++)
        {
            if (ComparePath(level) > 0)
            {
                return level - 1;
            }

            if (t > 0 && _automorphisms.Count > 0)
            {
                if (known != _automorphisms.Count)
                {
                    JoinFixing(level);
                    known = _automorphisms.Count;
                }

                if (IsEquivalentToEarlier(level, t))
                {
                    continue;
                }
            }

            _choice[level] = ties[t];
            Compose(path, _representatives[level][ties[t]], _path[level + 1]);
            var back = Search(level + 1);
            if (back < level)
            {
                return back;
            }
        }

        return level - 1 < 0 ? 0 : level;
    }

    /// <summary>Positive if the colours along the path, up to a level, exceed the best known.</summary>
    private int ComparePath(int level)
    {
        if (!_hasBest)
        {
            return 0;
        }

        for (var i = 0; i <= level; i++)
        {
            var c = _colourAt[i].CompareTo(_bestColour[i]);
            if (c != 0)
            {
                return c;
            }
        }

        return 0;
    }

    private int Leaf()
    {
        var depth = _basePoints.Length;
        var element = _path[depth];
        Transform(element, out var positive, out var negative);
        var comparison = !_hasBest ? -1 : ComparePath(depth - 1);
        if (comparison == 0)
        {
            comparison = positive.CompareTo(_bestPositive);
            comparison = comparison != 0 ? comparison : negative.CompareTo(_bestNegative);
        }

        if (comparison < 0)
        {
            _hasBest = true;
            _bestPositive = positive;
            _bestNegative = negative;
            element.CopyTo(_bestElement, 0);
            _choice.CopyTo(_bestChoice, 0);
            _colourAt.CopyTo(_bestColour, 0);
            return depth;
        }

        if (comparison > 0)
        {
            return depth;
        }

        // Equal images: element ∘ best⁻¹ maps the face to itself and the best path to this one.
        for (var x = 0; x < _inverse.Length; x++)
        {
            _inverse[_bestElement[x]] = x;
        }

        var automorphism = new int[_inverse.Length];
        for (var x = 0; x < automorphism.Length; x++)
        {
            automorphism[x] = element[_inverse[x]];
        }

        _automorphisms.Add(automorphism);
        var parting = 0;
        while (parting < depth && _choice[parting] == _bestChoice[parting])
        {
            parting++;
        }

        return parting;
    }

    /// <summary>The face seen through an element: hyperplane j carries the sign of its image.</summary>
    private void Transform(int[] element, out TBits positive, out TBits negative)
    {
        Span<ulong> above = stackalloc ulong[(TBits.Capacity + 63) / 64];
        Span<ulong> below = stackalloc ulong[(TBits.Capacity + 63) / 64];
        above.Clear();
        below.Clear();
        for (var j = 0; j < _count; j++)
        {
            var image = element[2 * j];
            var h = image >> 1;
            var plus = _positive.Contains(h);
            if (!plus && !_negative.Contains(h))
            {
                continue;
            }

            var to = plus == ((image & 1) == 0) ? above : below;
            to[j >> 6] |= 1UL << (j & 63);
        }

        positive = TBits.FromWords(above);
        negative = TBits.FromWords(below);
    }

    private static void Compose(int[] path, int[] step, int[] result)
    {
        for (var x = 0; x < result.Length; x++)
        {
            result[x] = path[step[x]];
        }
    }

    /// <summary>Union-find over the signed hyperplanes of the automorphisms that fix the images of the base points above a level.</summary>
    private void JoinFixing(int level)
    {
        _union.Reset();

        foreach (var automorphism in _automorphisms)
        {
            if (!FixesPath(automorphism, level))
            {
                continue;
            }

            for (var x = 0; x < automorphism.Length; x++)
            {
                _union.Unite(x, automorphism[x]);
            }
        }
    }

    private bool FixesPath(int[] automorphism, int level)
    {
        var path = _path[level];
        for (var i = 0; i < level; i++)
        {
            // The path's element fixes no more than these images: u_{i+1}… fixes the earlier base points.
            var point = path[_basePoints[i]];
            if (automorphism[point] != point)
            {
                return false;
            }
        }

        return true;
    }

    private bool IsEquivalentToEarlier(int level, int t)
    {
        var path = _path[level];
        var root = _union.Find(path[_points[level][_ties[level][t]]]);
        for (var s = 0; s < t; s++)
        {
            if (_union.Find(path[_points[level][_ties[level][s]]]) == root)
            {
                return true;
            }
        }

        return false;
    }

    private BigInteger OrderAlongBestPath()
    {
        var order = BigInteger.One;
        if (_automorphisms.Count == 0)
        {
            return order;
        }

        for (var level = 0; level < _basePoints.Length; level++)
        {
            // Rebuild the path's element down to this level from the best choices.
            JoinFixing(level);
            var path = _path[level];
            var root = _union.Find(path[_points[level][_bestChoice[level]]]);
            var size = 0;
            foreach (var point in _points[level])
            {
                if (_union.Find(path[point]) == root)
                {
                    size++;
                }
            }

            order *= size;
            Compose(path, _representatives[level][_bestChoice[level]], _path[level + 1]);
        }

        return order;
    }
}
