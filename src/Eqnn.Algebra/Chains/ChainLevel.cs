using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Chains;

/// <summary>One level of a stabiliser chain: the orbit of a base point under a stabiliser and, for each point of it, a group element that carries the base point there.</summary>
/// <remarks>
/// Representatives are paths in a Schreier tree whose edges are labelled by elements of the level's group; they are written out on demand while the memory budget lasts. Deep trees are flattened by
/// adding representatives of deep points as labels ([Seress, §4.4]); that changes representatives, never the orbit.
/// </remarks>
internal sealed class ChainLevel
{
    private readonly int _degree;
    private readonly ChainMemory _memory;
    private readonly List<int[]> _labels = [];
    private readonly List<int[]> _inverseLabels = [];
    private readonly int[] _position;
    private readonly List<int> _orbit = [];
    private readonly List<int> _parentLabel = [];
    private readonly List<int[]?> _representatives = [];
    private readonly List<int[]?> _inverses = [];
    private readonly List<int> _generatorLabels = [];

    public ChainLevel(int degree, int basePoint, ChainMemory memory)
    {
        _degree = degree;
        BasePoint = basePoint;
        _memory = memory;
        memory.Charge(degree);
        _position = new int[degree];
        Array.Fill(_position, -1);
        Append(basePoint, -1);
    }

    public int BasePoint { get; }

    public int OrbitSize => _orbit.Count;

    /// <summary>The number of generators of the level's group that were given (labels added to flatten the tree are not among them).</summary>
    public int GeneratorCount => _generatorLabels.Count;

    public int[] Generator(int i) => _labels[_generatorLabels[i]];

    /// <summary>The point at a place of the orbit; place 0 is the base point.</summary>
    public int Point(int place) => _orbit[place];

    /// <summary>The place of a point in the orbit, or −1.</summary>
    public int PlaceOf(int point) => _position[point];

    /// <summary>True iff the tree reaches the image of <paramref name="place"/> under the generator by exactly this edge: then its Schreier generator is 1 by construction.</summary>
    public bool IsTreeEdge(int generator, int place)
    {
        var label = _generatorLabels[generator];
        return _parentLabel[_position[_labels[label][_orbit[place]]]] == label;
    }

    /// <summary>Adds a generator and closes the orbit under all of them. Places and representatives may change if the orbit grows.</summary>
    public void AddGenerator(int[] generator)
    {
        _memory.Charge(2L * _degree);
        AddGenerator(generator, PermutationArrays.Inverse(generator));
    }

    /// <summary>The same for a generator that several levels have: they share the two arrays, which are charged where they are made.</summary>
    public void AddGenerator(int[] generator, int[] inverse)
    {
        var old = _orbit.Count;
        var fresh = AddLabel(generator, inverse);
        _generatorLabels.Add(fresh);
        // Old points are closed under the old labels already; new points need all labels.
        for (var place = 0; place < old; place++)
        {
            Reach(generator[_orbit[place]], fresh);
        }

        for (var place = old; place < _orbit.Count; place++)
        {
            for (var label = 0; label < _labels.Count; label++)
            {
                Reach(_labels[label][_orbit[place]], label);
            }
        }

        if (_orbit.Count > old)
        {
            Flatten();
        }
    }

    /// <summary>Adds labels until the tree is shallow: deep trees make long words. Orbit and group stay, places and representatives change.</summary>
    private void Flatten()
    {
        // Each round at least tries to halve the depth; the number of rounds is bounded whatever happens.
        for (var round = 0; round < 24; round++)
        {
            var (deepest, depth) = Deepest();
            if (depth <= 16)
            {
                return;
            }

            var label = Representative(deepest);
            _memory.Charge(2L * _degree);
            AddLabel(label, PermutationArrays.Inverse(label));
            Regrow();
        }
    }

    /// <summary>The image of a point under the inverse of the representative at a place.</summary>
    public int ApplyInverse(int place, int x)
    {
        var inverse = InverseRepresentative(place);
        if (inverse is not null)
        {
            return inverse[x];
        }

        for (var label = _parentLabel[place]; label >= 0; label = _parentLabel[place])
        {
            var step = _inverseLabels[label];
            x = step[x];
            place = _position[step[_orbit[place]]];
        }

        return x;
    }

    /// <summary>The image of a point under the representative at a place.</summary>
    public int Apply(int place, int x)
    {
        var representative = WrittenRepresentative(place);
        if (representative is not null)
        {
            return representative[x];
        }

        Span<int> path = stackalloc int[128];
        var length = 0;
        for (var label = _parentLabel[place]; label >= 0; label = _parentLabel[place])
        {
            if (length == path.Length)
            {
                var longer = new int[2 * length];
                path.CopyTo(longer);
                path = longer;
            }

            path[length++] = label;
            place = _position[_inverseLabels[label][_orbit[place]]];
        }

        while (length > 0)
        {
            x = _labels[path[--length]][x];
        }

        return x;
    }

    /// <summary>Replaces g by u⁻¹ g for the representative u at a place.</summary>
    public void StripFromLeft(int place, int[] g)
    {
        var inverse = InverseRepresentative(place);
        if (inverse is not null)
        {
            PermutationArrays.MultiplyFromLeft(inverse, g);
            return;
        }

        Walk(place, g);
    }

    /// <summary>A new copy of the representative at a place.</summary>
    public int[] Representative(int place)
    {
        var inverse = PermutationArrays.Identity(_degree);
        StripFromLeft(place, inverse);
        return PermutationArrays.Inverse(inverse);
    }

    /// <summary>The representative at a place, shared and not to be written to; null when it is not kept.</summary>
    public int[]? WrittenRepresentative(int place)
    {
        var kept = _representatives[place];
        if (kept is null && InverseRepresentative(place) is { } inverse && _memory.TryReserve(_degree))
        {
            kept = PermutationArrays.Inverse(inverse);
            _representatives[place] = kept;
        }

        return kept;
    }

    /// <summary>The inverse of the representative at a place, shared and not to be written to; null when it is not kept.</summary>
    public int[]? InverseRepresentative(int place)
    {
        var kept = _inverses[place];
        if (kept is null && _memory.TryReserve(_degree))
        {
            kept = PermutationArrays.Identity(_degree);
            Walk(place, kept);
            _inverses[place] = kept;
        }

        return kept;
    }

    /// <summary>The same level with its orbit in ascending order and a shallow tree; no generators can be added afterwards.</summary>
    public ChainLevel Finished(ChainMemory memory)
    {
        var finished = new ChainLevel(_degree, BasePoint, memory);
        finished._labels.AddRange(_labels);
        finished._inverseLabels.AddRange(_inverseLabels);
        finished._generatorLabels.AddRange(_generatorLabels);
        finished.Regrow();
        finished.SortOrbit();
        return finished;
    }

    /// <summary>Replaces g by u⁻¹ g along the path from a place to the root; stops early at a representative that is kept. Repeated steps by one label are one power.</summary>
    private void Walk(int place, int[] g)
    {
        while (_parentLabel[place] >= 0)
        {
            if (_inverses[place] is { } known)
            {
                PermutationArrays.MultiplyFromLeft(known, g);
                return;
            }

            var label = _parentLabel[place];
            var step = _inverseLabels[label];
            var count = 0;
            while (_parentLabel[place] == label && _inverses[place] is null)
            {
                place = _position[step[_orbit[place]]];
                count++;
            }

            PermutationArrays.MultiplyFromLeft(count == 1 ? step : PermutationArrays.Power(step, count), g);
        }
    }

    private int AddLabel(int[] label, int[] inverse)
    {
        _labels.Add(label);
        _inverseLabels.Add(inverse);
        return _labels.Count - 1;
    }

    private void Reach(int point, int label)
    {
        if (_position[point] < 0)
        {
            Append(point, label);
        }
    }

    private void Append(int point, int label)
    {
        _position[point] = _orbit.Count;
        _orbit.Add(point);
        _parentLabel.Add(label);
        _representatives.Add(null);
        _inverses.Add(null);
    }

    private void Regrow()
    {
        foreach (var point in _orbit)
        {
            _position[point] = -1;
        }

        for (var place = 0; place < _orbit.Count; place++)
        {
            _memory.Release((_representatives[place] is null ? 0 : _degree) + (_inverses[place] is null ? 0 : _degree));
        }

        _orbit.Clear();
        _parentLabel.Clear();
        _representatives.Clear();
        _inverses.Clear();
        Append(BasePoint, -1);
        for (var place = 0; place < _orbit.Count; place++)
        {
            for (var label = _labels.Count - 1; label >= 0; label--)
            {
                Reach(_labels[label][_orbit[place]], label);
            }
        }
    }

    private (int Place, int Depth) Deepest()
    {
        // Places are in breadth-first order, so a parent stands before its children.
        var depths = new int[_orbit.Count];
        var deepest = 0;
        for (var place = 1; place < depths.Length; place++)
        {
            depths[place] = depths[_position[_inverseLabels[_parentLabel[place]][_orbit[place]]]] + 1;
            if (depths[place] > depths[deepest])
            {
                deepest = place;
            }
        }

        return (deepest, depths[deepest]);
    }

    private void SortOrbit()
    {
        var labels = new int[_degree];
        for (var place = 0; place < _orbit.Count; place++)
        {
            labels[_orbit[place]] = _parentLabel[place];
        }

        for (int point = 0, place = 0; point < _degree; point++)
        {
            if (_position[point] >= 0)
            {
                _orbit[place] = point;
                _parentLabel[place] = labels[point];
                _position[point] = place++;
            }
        }

        for (var place = 0; place < _orbit.Count; place++)
        {
            _representatives[place] = null;
            _inverses[place] = null;
        }
    }
}
