namespace Eqnn.Networks.Loops;

/// <summary>Places of a finite abelian group in memory with a halo on both ends of every axis, as wide as the taps reach.</summary>
internal sealed class HaloGrid
{
    private readonly int[] _dimensions;
    private readonly int[] _pitches;

    /// <summary>A grid for taps at given group elements (row-major indices); an offset above half of an axis counts as negative.</summary>
    public HaloGrid(int[] dimensions, int[] taps)
    {
        _dimensions = dimensions;
        Taps = taps;
        var reach = new int[dimensions.Length];
        foreach (var tap in taps)
        {
            var rest = tap;
            for (var axis = dimensions.Length - 1; axis >= 0; axis--)
            {
                reach[axis] = Math.Max(reach[axis], Math.Abs(Signed(rest % dimensions[axis], dimensions[axis])));
                rest /= dimensions[axis];
            }
        }

        _pitches = new int[dimensions.Length];
        var pitch = 1;
        for (var axis = dimensions.Length - 1; axis >= 0; axis--)
        {
            _pitches[axis] = pitch;
            pitch *= dimensions[axis] + (2 * reach[axis]);
        }

        // Planes whose length is a multiple of 1024 would all fall into the same sets of the cache.
        PlaneLength = pitch + 16;
        Places = new int[dimensions.Aggregate(1, (product, n) => product * n)];
        for (var index = 0; index < Places.Length; index++)
        {
            var rest = index;
            for (var axis = dimensions.Length - 1; axis >= 0; axis--)
            {
                Places[index] += ((rest % dimensions[axis]) + reach[axis]) * _pitches[axis];
                rest /= dimensions[axis];
            }
        }

        Halo = HaloOf(pitch, reach);
    }

    /// <summary>The group elements of the taps.</summary>
    public int[] Taps { get; }

    /// <summary>Scalars from one plane to the next.</summary>
    public int PlaneLength { get; }

    /// <summary>The place of each group element.</summary>
    public int[] Places { get; }

    /// <summary>The places of the halo, each with the place that it repeats.</summary>
    public (int Place, int Source)[] Halo { get; }

    /// <summary>The place of the first group element.</summary>
    public int FirstPlace => Places[0];

    /// <summary>From the first to the last group element.</summary>
    public int LineLength => Places[^1] - Places[0] + 1;

    /// <summary>The shift of a tap in memory: y(p) takes x(p − shift).</summary>
    public int ShiftOf(int tap)
    {
        var shift = 0;
        for (var axis = _dimensions.Length - 1; axis >= 0; axis--)
        {
            shift += Signed(tap % _dimensions[axis], _dimensions[axis]) * _pitches[axis];
            tap /= _dimensions[axis];
        }

        return shift;
    }

    private static int Signed(int offset, int n) => offset <= n / 2 ? offset : offset - n;

    private (int Place, int Source)[] HaloOf(int length, int[] reach)
    {
        var halo = new List<(int, int)>();
        for (var place = 0; place < length; place++)
        {
            var (rest, source, inside) = (place, 0, true);
            for (var axis = 0; axis < _dimensions.Length; axis++)
            {
                var coordinate = (rest / _pitches[axis]) - reach[axis];
                rest %= _pitches[axis];
                var n = _dimensions[axis];
                inside &= coordinate >= 0 && coordinate < n;
                source += ((((coordinate % n) + n) % n) + reach[axis]) * _pitches[axis];
            }

            if (!inside)
            {
                halo.Add((place, source));
            }
        }

        return [.. halo];
    }
}
