using Eqnn.Algebra.Groups;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.GSets;

/// <summary>The disjoint union of several G-sets: the points of the first, then those of the second, and so on.</summary>
internal sealed class SumAction : GroupAction
{
    private readonly IReadOnlyList<GSet> _parts;
    private readonly long[] _offsets;

    public SumAction(IReadOnlyList<GSet> parts)
    {
        _parts = parts;
        _offsets = new long[parts.Count];
        for (var i = 0; i < parts.Count; i++)
        {
            _offsets[i] = Size;
            Size += parts[i].Size;
        }
    }

    /// <summary>The summands; copies of one set are one object.</summary>
    public IReadOnlyList<GSet> Parts => _parts;

    public override long Size { get; }

    public override int Apply(Permutation g, int point)
    {
        var part = Array.BinarySearch(_offsets, point);
        if (part < 0)
        {
            part = ~part - 1;
        }

        // An empty part shares its offset with the next one: take the part that really holds the point.
        while (point - _offsets[part] >= _parts[part].Size)
        {
            part++;
        }

        return (int)_offsets[part] + _parts[part].Apply(g, point - (int)_offsets[part]);
    }

    public override IReadOnlyList<GSetOrbit> ComputeOrbits(FiniteGroup group)
    {
        var orbits = new List<GSetOrbit>();
        for (var i = 0; i < _parts.Count; i++)
        {
            foreach (var orbit in _parts[i].Orbits)
            {
                orbits.Add(orbit.Shifted(_offsets[i]));
            }
        }

        return orbits;
    }
}
