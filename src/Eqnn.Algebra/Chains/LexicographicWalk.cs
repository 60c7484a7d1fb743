using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Chains;

/// <summary>A walk through the elements of a group in the lexicographic order of their image lists.</summary>
/// <remarks>The base is canonical: between base points, images are determined by the earlier ones. So the order of image lists is the order of base images, and at each level the
/// candidates for the next base image, P(O) for the product P of the representatives chosen so far, are visited in ascending order.</remarks>
internal sealed class LexicographicWalk
{
    private readonly ChainLevel[] _levels;
    private readonly int[][] _order;
    private readonly int[][] _keys;
    private readonly int[][] _prefix;
    private readonly int[] _at;
    private readonly int[] _number;
    private int _level;

    public LexicographicWalk(ChainLevel[] levels, int degree)
    {
        _levels = levels;
        var depth = levels.Length;
        _order = new int[depth][];
        _keys = new int[depth][];
        _prefix = new int[Math.Max(depth, 1)][];
        _at = new int[depth];
        _number = new int[Math.Max(depth, 1)];
        _prefix[0] = PermutationArrays.Identity(degree);
        for (var i = 0; i < depth; i++)
        {
            _order[i] = new int[levels[i].OrbitSize];
            _keys[i] = new int[levels[i].OrbitSize];
            if (i > 0)
            {
                _prefix[i] = new int[degree];
            }
        }

        _level = -2;
    }

    /// <summary>The number of the element reached (see <see cref="ElementNumbering"/>); meaningless for groups whose order exceeds 31 bits.</summary>
    public int Number => _number[^1];

    /// <summary>The element reached, in a new array.</summary>
    public int[] Images()
    {
        if (_levels.Length == 0)
        {
            return (int[])_prefix[0].Clone();
        }

        var place = _order[^1][_at[^1]];
        return PermutationArrays.Product(_prefix[^1], Representative(_levels.Length - 1, place));
    }

    /// <summary>The images of the base points under the element reached.</summary>
    public void BaseImages(Span<int> images)
    {
        // Later representatives fix the base point of a level: only those before it move the point that its own one leads to.
        for (var i = 0; i < _levels.Length; i++)
        {
            images[i] = _prefix[i][_levels[i].Point(_order[i][_at[i]])];
        }
    }

    /// <summary>Goes to the next element (at first to the identity); false when all have been visited.</summary>
    public bool MoveNext()
    {
        var last = _levels.Length - 1;
        if (_level == -2)
        {
            _level = last;
            for (var i = 0; i <= last; i++)
            {
                Open(i);
                Enter(i);
            }

            return true;
        }

        while (_level >= 0 && ++_at[_level] == _order[_level].Length)
        {
            _level--;
        }

        if (_level < 0)
        {
            _level = -1;
            return false;
        }

        Enter(_level);
        while (_level < last)
        {
            _level++;
            Open(_level);
            Enter(_level);
        }

        return true;
    }

    /// <summary>Takes up the place at which level i stands.</summary>
    private void Enter(int i)
    {
        var place = _order[i][_at[i]];
        // Wraps around for groups that cannot be numbered; then nobody reads it.
        _number[i] = unchecked((i == 0 ? 0 : _number[i - 1] * _levels[i].OrbitSize) + place);
        if (i == _levels.Length - 1)
        {
            return;
        }

        var (from, to) = (_prefix[i], _prefix[i + 1]);
        if (place == 0)
        {
            Array.Copy(from, to, to.Length);
            return;
        }

        var representative = Representative(i, place);
        for (var x = 0; x < to.Length; x++)
        {
            to[x] = from[representative[x]];
        }
    }

    /// <summary>Sorts the places of level i by the points they lead to.</summary>
    private void Open(int i)
    {
        var (order, keys, prefix, level) = (_order[i], _keys[i], _prefix[i], _levels[i]);
        _at[i] = 0;
        if (order.Length > 32)
        {
            for (var place = 0; place < order.Length; place++)
            {
                order[place] = place;
                keys[place] = prefix[level.Point(place)];
            }

            Array.Sort(keys, order);
            return;
        }

        for (var place = 0; place < order.Length; place++)
        {
            var key = prefix[level.Point(place)];
            var j = place;
            for (; j > 0 && keys[j - 1] > key; j--)
            {
                keys[j] = keys[j - 1];
                order[j] = order[j - 1];
            }

            keys[j] = key;
            order[j] = place;
        }
    }

    private int[] Representative(int i, int place) => _levels[i].WrittenRepresentative(place) ?? _levels[i].Representative(place);
}
