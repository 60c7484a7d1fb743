namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>Finds all chambers up to symmetry by crossing walls: the time follows the number of orbits.</summary>
/// <remarks>The graph of chambers and walls is connected, so a set of orbits that holds one chamber and is closed under crossing the walls of its representatives is all of them.</remarks>
internal sealed class OrbitWalk<TBits>
    where TBits : struct, IBits<TBits>
{
    /// <summary>Orbits that are crossed together before the results are put in order.</summary>
    private const int Batch = 512;

    private const int Block = 8;

    /// <summary>Blocks of the shared work that give numbers: chambers, walls, rays.</summary>
    private const int Entering = 3;

    private readonly Worker?[] _workers = new Worker?[SharedWork.Workers];
    private readonly Func<(RayTable<TBits> Rays, ChamberSplitter<TBits> Splitter)> _tables;
    private readonly FaceOrbits<TBits> _chambers;
    private readonly FaceOrbits<TBits> _walls;
    private readonly FaceOrbits<TBits> _rayOrbits;

    /// <param name="rays">The rays of the first worker.</param>
    /// <param name="splitter">The cones of the first worker.</param>
    /// <param name="tables">Rays and cones for another one.</param>
    /// <param name="empty">An empty numbering.</param>
    public OrbitWalk(RayTable<TBits> rays, ChamberSplitter<TBits> splitter, Func<(RayTable<TBits> Rays, ChamberSplitter<TBits> Splitter)> tables, FaceOrbits<TBits> empty)
    {
        _workers[0] = new Worker(rays, splitter, empty.Fresh());
        _tables = tables;
        _chambers = empty;
        _walls = empty.Empty();
        _rayOrbits = empty.Empty();
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
    public bool Run(Func<int, int, bool> tick, CancellationToken cancellationToken)
    {
        var (start, all) = _workers[0]!.Start();
        _chambers.FindOrAdd(start, all & ~start);

        // Three batches are under way at once: one is crossed while the chambers found around the one before get their numbers, and the walls and rays of the one before that.
        // The orbits found are the same, in the same order, as if each were crossed when the one before was done: each kind is numbered by one thread, batch after batch.
        var (waiting, numbered) = (Array.Empty<Surroundings>(), Array.Empty<Surroundings>());
        var (done, stopped) = (0, false);
        for (var crossed = 0; crossed < _chambers.Count || waiting.Length > 0 || numbered.Length > 0;)
        {
            var batch = new (TBits Positive, TBits Negative)[Math.Min(Batch, _chambers.Count - crossed)];
            for (var at = 0; at < batch.Length; at++)
            {
                batch[at] = _chambers.Representative(crossed + at);
            }

            var results = new Surroundings[batch.Length];
            SharedWork.Run(
                batch.Length + (Entering * Block),
                Block,
                (number, at) =>
                {
                    switch (at - (Entering * Block))
                    {
                        case >= 0 and var own:
                            results[own] = WorkerOf(number).Cross(batch[own]);
                            break;
                        case -3 * Block:
                            stopped = !NumberChambers(waiting, ref done, tick);
                            break;
                        case -2 * Block:
                            NumberWalls(numbered);
                            break;
                        case -Block:
                            NumberRays(numbered);
                            break;
                    }

                    return true;
                },
                cancellationToken);
            if (stopped)
            {
                NumberWalls(waiting.AsSpan(0, done - FacetCounts.Count));
                NumberRays(waiting.AsSpan(0, done - RayCounts.Count));
                return false;
            }

            crossed += batch.Length;
            (waiting, numbered) = (results, waiting);
        }

        return true;
    }

    /// <summary>Numbered workers are made by their own threads.</summary>
    private Worker WorkerOf(int number)
    {
        if (_workers[number] is { } known)
        {
            return known;
        }

        var (rays, splitter) = _tables();
        return _workers[number] = new Worker(rays, splitter, _chambers.Fresh());
    }

    /// <summary>Numbers what lies beyond walls.</summary>
    /// <returns>Whether to go on.</returns>
    private bool NumberChambers(Surroundings[] batch, ref int done, Func<int, int, bool> tick)
    {
        foreach (var around in batch)
        {
            foreach (var beyond in around.Beyond)
            {
                _chambers.FindOrAdd(beyond);
            }

            if (!tick(++done, _chambers.Count))
            {
                return false;
            }
        }

        return true;
    }

    private void NumberWalls(ReadOnlySpan<Surroundings> batch)
    {
        foreach (var around in batch)
        {
            FacetCounts.Add(around.Walls.Length);
            foreach (var wall in around.Walls)
            {
                _walls.FindOrAdd(wall);
            }
        }
    }

    private void NumberRays(ReadOnlySpan<Surroundings> batch)
    {
        foreach (var around in batch)
        {
            RayCounts.Add(around.RayCount);
            foreach (var ray in around.Rays)
            {
                _rayOrbits.FindOrAdd(ray);
            }
        }
    }

    /// <summary>What lies around a chamber: its rays that its worker had not met, its walls and the chambers beyond them.</summary>
    private sealed record Surroundings(int RayCount, List<FaceForm<TBits>> Rays, FaceForm<TBits>[] Walls, FaceForm<TBits>[] Beyond);

    /// <summary>The work space of a thread. It meets chambers in ascending order, so a ray that it has met before stands with an earlier chamber.</summary>
    private sealed class Worker(RayTable<TBits> rays, ChamberSplitter<TBits> splitter, FaceOrbits<TBits> forms)
    {
        private readonly HashSet<int> _raysSeen = [];
        private readonly long[] _colours = new long[forms.Colours.Count];

        /// <summary>Some chamber, and all hyperplanes.</summary>
        public (TBits Chamber, TBits All) Start()
        {
            var start = default(TBits);
            splitter.VisitHalf((positive, _) =>
            {
                start = positive;
                return false;
            });
            return (start, rays.All);
        }

        public Surroundings Cross((TBits Positive, TBits Negative) chamber)
        {
            var (positive, negative) = chamber;
            var own = splitter.Descend(positive);
            var met = new List<FaceForm<TBits>>();
            foreach (var ray in own)
            {
                if (_raysSeen.Add(ray))
                {
                    met.Add(forms.Reduce(rays.Positive[ray], rays.Negative[ray]));
                }
            }

            var facets = splitter.Facets(own);
            var walls = new FaceForm<TBits>[facets.Count];
            var beyond = new FaceForm<TBits>[walls.Length];
            var palette = forms.Colours;
            palette.Fill(positive, negative, _colours);
            var at = 0;
            for (var rest = facets; !rest.IsEmpty; at++)
            {
                var h = rest.Lowest;
                var bit = Bits.Single<TBits>(h);
                rest ^= bit;

                // w - s_h v_h is the centre of the wall, w - 2 s_h v_h the chamber beyond it.
                var step = positive.Contains(h) ? -1 : 1;
                palette.Add(h, step, _colours);
                walls[at] = forms.Reduce(positive & ~bit, negative & ~bit, _colours);
                palette.Add(h, step, _colours);
                beyond[at] = forms.Reduce(positive ^ bit, negative ^ bit, _colours);
                palette.Add(h, -2 * step, _colours);
            }

            return new Surroundings(own.Length, met, walls, beyond);
        }
    }
}
