using Eqnn.Algebra.Chains;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.GSets;

/// <summary>The elements of a group as points in the lexicographic order of image lists, each by its images of the base points: multiplying from the left multiplies no permutations.</summary>
internal sealed class RegularPoints
{
    private readonly ElementNumbering _numbering;
    private readonly int[] _baseImages;
    private readonly int[] _numberAt;
    private readonly int[] _pointOf;

    public RegularPoints(StabilizerChain chain)
    {
        _numbering = new(chain);
        var depth = _numbering.Depth;
        _baseImages = new int[checked(_numbering.Count * depth)];
        _numberAt = new int[_numbering.Count];
        _pointOf = new int[_numbering.Count];
        var walk = _numbering.LexicographicWalk();
        for (var point = 0; walk.MoveNext(); point++)
        {
            walk.BaseImages(_baseImages.AsSpan(point * depth, depth));
            (_numberAt[point], _pointOf[walk.Number]) = (walk.Number, point);
        }
    }

    /// <summary>The element at a point.</summary>
    public Permutation ElementAt(int point) => PermutationArrays.ToPermutation(_numbering.Images(_numberAt[point]));

    /// <summary>The point of g times the element at a point.</summary>
    /// <exception cref="ArgumentException">g takes the base points where no element of the group takes them.</exception>
    public int Apply(Permutation g, int point)
    {
        const int MostOnStack = 64;
        var (depth, images) = (_numbering.Depth, g.RawImages);
        Span<int> moved = depth <= MostOnStack ? stackalloc int[depth] : new int[depth];
        for (var i = 0; i < depth; i++)
        {
            moved[i] = images[_baseImages[(point * depth) + i]];
        }

        return _numbering.NumberOfBaseImages(moved) is >= 0 and var number ? _pointOf[number] : throw new ArgumentException($"{g} is not in the group", nameof(g));
    }
}
