using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Eqnn.Networks.Loops;

/// <summary>The Fourier transform on a finite abelian group ℤ/n₁ × ... × ℤ/n_d, in place, in the lanes of vectors; with the places of its elements in memory.</summary>
/// <remarks>
/// An axis whose length has a prime factor above 61 is lengthened to a smooth m ≥ 2n − 1: a cyclic convolution of length n is part of one of length m with a filter that is continued periodically.
/// Rows are one element longer than needed where their length is a multiple of 8, so that columns do not fall into one set of the cache.
/// </remarks>
internal sealed class FourierGrid<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly LaneFourier<T>[] _axes;
    private readonly int[] _pitches;

    public FourierGrid(IEnumerable<int> dimensions)
    {
        Dimensions = [.. dimensions];
        Lengths = [.. Dimensions.Select(SmoothLength)];
        _axes = [.. Lengths.Select(length => new LaneFourier<T>(length))];
        _pitches = new int[Dimensions.Length];
        var pitch = 1;
        for (var axis = Dimensions.Length - 1; axis >= 0; axis--)
        {
            _pitches[axis] = pitch;
            pitch *= Lengths[axis];
            if (axis > 0 && pitch % 8 == 0)
            {
                pitch++;
            }
        }

        PlaneLength = pitch;
        Positions = PlacesOf(Dimensions, index => index);
        SpectrumPositions = PlacesOf(Lengths, index => index);
        Pairs = PairsOf();
    }

    /// <summary>n₁, ..., n_d.</summary>
    public int[] Dimensions { get; }

    /// <summary>The lengths of the transforms, n_a or more.</summary>
    public int[] Lengths { get; }

    /// <summary>The number of elements from one plane to the next, at least.</summary>
    public int PlaneLength { get; }

    /// <summary>The place of each group element, in row-major order.</summary>
    public int[] Positions { get; }

    /// <summary>The places of the spectrum, row-major in the digit-reversed indices.</summary>
    public int[] SpectrumPositions { get; }

    /// <summary>Places of a frequency k and of −k, each pair once.</summary>
    public (int Place, int Opposite)[] Pairs { get; }

    /// <summary>Whether some axis was lengthened, so that places outside the group must be zero.</summary>
    public bool IsPadded => !Dimensions.SequenceEqual(Lengths);

    /// <summary>The number of frequencies ∏ m_a.</summary>
    public int FrequencyCount => SpectrumPositions.Length;

    /// <summary>5 N log₂ N: the operations of one complex transform.</summary>
    public double Operations => 5.0 * FrequencyCount * Math.Max(1, Math.Log2(FrequencyCount));

    /// <summary>Transforms a plane whose elements hold <paramref name="units"/> pairs of vectors.</summary>
    public void Forward(ref T origin, int units)
    {
        for (var axis = _axes.Length - 1; axis >= 0; axis--)
        {
            Along(ref origin, axis, units, forward: true);
        }
    }

    /// <summary>Transforms back, without the factor 1/<see cref="FrequencyCount"/>.</summary>
    public void Inverse(ref T origin, int units)
    {
        for (var axis = 0; axis < _axes.Length; axis++)
        {
            Along(ref origin, axis, units, forward: false);
        }
    }

    /// <summary>The least length at least n whose transform is cheap: n itself, or a smooth m ≥ 2n − 1.</summary>
    private static int SmoothLength(int n)
    {
        if (LaneFourier<T>.AwkwardFactor(n) <= Butterflies<T>.LargestRadix)
        {
            return n;
        }

        var m = (2 * n) - 1;
        while (LaneFourier<T>.AwkwardFactor(m) > 1)
        {
            m++;
        }

        return m;
    }

    private void Along(ref T origin, int axis, int units, bool forward)
    {
        unchecked
        {
            var element = units * 2 * Vector256<T>.Count;
            var transform = _axes[axis];
            var inner = _pitches[axis];
            var outerPitch = axis == 0 ? PlaneLength : _pitches[axis - 1];
            var outerCount = axis == 0 ? 1 : PlaneLength / outerPitch;

            // Columns are taken together as far as they fit the first cache.
            var together = Math.Max(1, 16384 / (transform.Length * element * Unsafe.SizeOf<T>()));
            for (var outer = 0; outer < outerCount; outer++)
            {
                for (var column = 0; column < inner; column += together)
                {
                    var columns = Math.Min(together, inner - column);
                    ref var start = ref Unsafe.Add(ref origin, ((nint)(outer * outerPitch) + column) * element);
                    if (forward)
                    {
                        transform.Forward(ref start, (nint)inner * element, columns * units);
                    }
                    else
                    {
                        transform.Inverse(ref start, (nint)inner * element, columns * units);
                    }
                }
            }
        }
    }

    private int[] PlacesOf(int[] lengths, Func<int, int> map)
    {
        var places = new int[lengths.Aggregate(1, (product, n) => product * n)];
        for (var index = 0; index < places.Length; index++)
        {
            var (rest, place) = (index, 0);
            for (var axis = lengths.Length - 1; axis >= 0; axis--)
            {
                place += map(rest % lengths[axis]) * _pitches[axis];
                rest /= lengths[axis];
            }

            places[index] = place;
        }

        return places;
    }

    private (int Place, int Opposite)[] PairsOf()
    {
        var inverse = _axes.Select(axis =>
        {
            var place = new int[axis.Length];
            for (var p = 0; p < place.Length; p++)
            {
                place[axis.Frequencies[p]] = p;
            }

            return place;
        }).ToArray();
        var pairs = new List<(int, int)>();
        for (var index = 0; index < SpectrumPositions.Length; index++)
        {
            var (rest, opposite, pitch) = (index, 0, 1);
            for (var axis = Lengths.Length - 1; axis >= 0; axis--)
            {
                var n = Lengths[axis];
                var frequency = _axes[axis].Frequencies[rest % n];
                opposite += inverse[axis][(n - frequency) % n] * pitch;
                pitch *= n;
                rest /= n;
            }

            if (index <= opposite)
            {
                pairs.Add((SpectrumPositions[index], SpectrumPositions[opposite]));
            }
        }

        return [.. pairs];
    }
}
