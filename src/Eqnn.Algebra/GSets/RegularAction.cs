using System.Numerics;
using Eqnn.Algebra.Chains;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.GSets;

/// <summary>The action of a group on itself by multiplication from the left; point i is element i in the lexicographic order of image lists, so point 0 is the identity.</summary>
/// <remarks>Groups far too large to be listed are fine as long as nobody asks for points: the interaction theorem asks only for classes.</remarks>
internal sealed class RegularAction : GroupAction
{
    /// <summary>With more images of all elements together these are not kept, but numbers of elements.</summary>
    private const long MaxKeptImages = 4_000_000;

    private readonly Lazy<Permutation[]> _elements;
    private readonly Lazy<Places> _places;
    private readonly bool _isKept;

    public RegularAction(FiniteGroup group)
    {
        if (group.Order > long.MaxValue)
        {
            throw new LimitExceededException("points of a G-set", long.MaxValue, $"{group.Order} points (the order of {group.Name})", "choose a smaller G-set, e.g. the points");
        }

        Size = (long)group.Order;
        _isKept = Size <= MaxKeptImages / Math.Max(1, group.Degree);
        _elements = new(() => [.. group.EnumerateElements()]);
        _places = new(() => Size <= GSet.MaxPoints
            ? new(group)
            : throw new LimitExceededException("points of a G-set", GSet.MaxPoints, $"{Size} points (the order of {group.Name})", "choose a smaller G-set, e.g. the points"));
    }

    public override long Size { get; }

    public override int Apply(Permutation g, int point) => _isKept ? Array.BinarySearch(_elements.Value, g * _elements.Value[point]) : _places.Value.Moved(g, point);

    public override IReadOnlyList<GSetOrbit> ComputeOrbits(FiniteGroup group) => [new GSetOrbit(0, Size, new RegularOrbit(group, this))];

    public Permutation ElementAt(int point) => _isKept ? _elements.Value[point] : _places.Value.ElementAt(point);

    /// <summary>The places of all elements in the order of their image lists: eight bytes for each.</summary>
    private sealed class Places
    {
        private readonly ElementNumbering _numbering;
        private readonly int[] _numberAt;
        private readonly int[] _placeOf;

        public Places(FiniteGroup group)
        {
            _numbering = new ElementNumbering(group.Chain);
            _numberAt = new int[_numbering.Count];
            _placeOf = new int[_numbering.Count];
            var walk = _numbering.LexicographicWalk();
            for (var place = 0; walk.MoveNext(); place++)
            {
                (_numberAt[place], _placeOf[walk.Number]) = (walk.Number, place);
            }
        }

        public Permutation ElementAt(int place) => PermutationArrays.ToPermutation(_numbering.Images(_numberAt[place]));

        /// <summary>The place of g x, by the images of a base; −1 if g is no element.</summary>
        public int Moved(Permutation g, int place)
        {
            Span<int> images = _numbering.Depth <= 64 ? stackalloc int[_numbering.Depth] : new int[_numbering.Depth];
            _numbering.Base.CopyTo(images);
            _numbering.Apply(_numberAt[place], images);
            for (var i = 0; i < images.Length; i++)
            {
                images[i] = g[images[i]];
            }

            var number = _numbering.NumberOfBaseImages(images);
            return number < 0 ? -1 : _placeOf[number];
        }
    }
}
