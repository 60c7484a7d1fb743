using System.Numerics;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>Finds all chambers up to symmetry by crossing walls: the time follows the number of orbits.</summary>
/// <remarks>The graph of chambers and walls is connected, so a set of orbits that holds one chamber and is closed under crossing the walls of its representatives is all of them.</remarks>
internal sealed class OrbitWalk<TBits>
    where TBits : struct, IBits<TBits>
{
    private readonly RayTable<TBits> _rays;
    private readonly ChamberSplitter<TBits> _splitter;
    private readonly FaceOrbits<TBits> _chambers;
    private readonly FaceOrbits<TBits> _walls;
    private readonly FaceOrbits<TBits> _rayOrbits;
    private readonly HashSet<int> _raysSeen = [];

    public OrbitWalk(RayTable<TBits> rays, ChamberSplitter<TBits> splitter, FaceOrbits<TBits> empty)
    {
        _rays = rays;
        _splitter = splitter;
        _chambers = empty;
        _walls = empty.Fresh();
        _rayOrbits = empty.Fresh();
    }

    public FaceOrbits<TBits> Chambers => _chambers;

    public FaceOrbits<TBits> Walls => _walls;

    public FaceOrbits<TBits> Rays => _rayOrbits;

    /// <summary>The number of facets of the representative of each orbit.</summary>
    public List<int> FacetCounts { get; } = [];

    /// <summary>The number of rays of the representative of each orbit.</summary>
    public List<int> RayCounts { get; } = [];

    /// <summary>Walks; after each orbit <paramref name="tick"/> is told how many are done and how many are known, and may throw, or answer false to stop.</summary>
    /// <returns>Whether the walk came to its end.</returns>
    public bool Run(Func<int, int, bool> tick)
    {
        var start = default(TBits);
        _splitter.VisitHalf((positive, _) =>
        {
            start = positive;
            return false;
        });
        _chambers.FindOrAdd(start, _rays.All & ~start);
        var colours = new long[_chambers.Colours.Count];
        for (var orbit = 0; orbit < _chambers.Count; orbit++)
        {
            Expand(orbit, colours);
            if (!tick(orbit + 1, _chambers.Count))
            {
                return false;
            }
        }

        return true;
    }

    private void Expand(int orbit, long[] colours)
    {
        var (positive, negative) = _chambers.Representative(orbit);
        var rays = _splitter.Descend(positive);
        RayCounts.Add(rays.Length);
        foreach (var ray in rays)
        {
            if (_raysSeen.Add(ray))
            {
                _rayOrbits.FindOrAdd(_rays.Positive[ray], _rays.Negative[ray]);
            }
        }

        var facets = _splitter.Facets(rays);
        FacetCounts.Add(facets.Count);
        var palette = _chambers.Colours;
        palette.Fill(positive, negative, colours);
        for (var rest = facets; !rest.IsEmpty;)
        {
            var h = rest.Lowest;
            var bit = Bits.Single<TBits>(h);
            rest ^= bit;

            // w - s_h v_h is the centre of the wall, w - 2 s_h v_h the chamber beyond it.
            var step = positive.Contains(h) ? -1 : 1;
            palette.Add(h, step, colours);
            _walls.FindOrAdd(positive & ~bit, negative & ~bit, colours);
            palette.Add(h, step, colours);
            _chambers.FindOrAdd(positive ^ bit, negative ^ bit, colours);
            palette.Add(h, -2 * step, colours);
        }
    }
}
