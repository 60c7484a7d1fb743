using System.Numerics;
using System.Runtime.InteropServices;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>Orbits under a full symmetric group S_k that permutes k functionals spanning the dual space: the canonical form of a face is its sorted list of values.</summary>
/// <remarks>The values of the functionals at Σ s_h v_h determine the face; S_k permutes them in all ways; so two faces are equivalent iff the sorted lists agree, and the stabiliser permutes equal values.</remarks>
internal sealed class SortedFaceOrbits<TBits> : FaceOrbits<TBits>
    where TBits : struct, IBits<TBits>
{
    private readonly HyperplaneLookup _lookup;
    private readonly int _hyperplanes;
    private readonly long[] _sorted;
    private readonly int[] _places;
    private readonly long[] _colours;
    private readonly List<(TBits Positive, TBits Negative)> _representatives = [];
    private long[] _keys;
    private int[] _slots = new int[1 << 10];

    public SortedFaceOrbits(FaceColours colours, HyperplaneLookup lookup)
        : base(colours)
    {
        _lookup = lookup;
        _hyperplanes = colours.Hyperplanes;
        _sorted = new long[colours.Count];
        _places = new int[colours.Count];
        _colours = new long[colours.Count];
        _keys = new long[64 * colours.Count];
    }

    public override int Count => _representatives.Count;

    public override (TBits Positive, TBits Negative) Representative(int orbit) => _representatives[orbit];

    public override BigInteger StabiliserOrder(int orbit)
    {
        var order = BigInteger.One;
        var run = 0;
        var key = Key(orbit);
        for (var i = 0; i < key.Length; i++)
        {
            run = i > 0 && key[i] == key[i - 1] ? run + 1 : 1;
            order *= run;
        }

        return order;
    }

    public override FaceOrbits<TBits> Empty() => new SortedFaceOrbits<TBits>(Colours, _lookup);

    public override FaceOrbits<TBits> Fresh() => Empty();

    public override FaceForm<TBits> Reduce(TBits positive, TBits negative, ReadOnlySpan<long> colours)
    {
        var values = colours.ToArray();
        Array.Sort(values);
        return new FaceForm<TBits>(positive, negative, default, values);
    }

    public override int FindOrAdd(in FaceForm<TBits> form)
    {
        form.Values!.CopyTo(_sorted, 0);
        return Find(form.Positive, form.Negative, []);
    }

    public override int FindOrAdd(TBits positive, TBits negative, ReadOnlySpan<long> colours)
    {
        colours.CopyTo(_sorted);
        Array.Sort(_sorted);
        return Find(positive, negative, colours);
    }

    /// <summary>The orbit with the sorted values at hand; for a new one the colours are computed where they are not given.</summary>
    private int Find(TBits positive, TBits negative, ReadOnlySpan<long> colours)
    {
        var mask = _slots.Length - 1;
        var at = (int)(Hash(_sorted) & (ulong)mask);
        while (_slots[at] != 0)
        {
            if (Key(_slots[at] - 1).SequenceEqual(_sorted))
            {
                return _slots[at] - 1;
            }

            at = (at + 1) & mask;
        }

        var orbit = _representatives.Count;
        _slots[at] = orbit + 1;
        if ((orbit + 1) * _sorted.Length > _keys.Length)
        {
            Array.Resize(ref _keys, 2 * _keys.Length);
        }

        _sorted.CopyTo(_keys.AsSpan(orbit * _sorted.Length));
        if (colours.IsEmpty)
        {
            Colours.Fill(positive, negative, _colours);
            colours = _colours;
        }

        _representatives.Add(Canonical(positive, negative, colours));
        if (2 * _representatives.Count > _slots.Length)
        {
            Rehash();
        }

        return orbit;
    }

    /// <summary>The image of the face whose values ascend.</summary>
    private (TBits Positive, TBits Negative) Canonical(TBits positive, TBits negative, ReadOnlySpan<long> colours)
    {
        for (var i = 0; i < _places.Length; i++)
        {
            _places[i] = i;
            _sorted[i] = colours[i];
        }

        Array.Sort(_sorted, _places);
        Span<ulong> above = stackalloc ulong[(TBits.Capacity + 63) / 64];
        Span<ulong> below = stackalloc ulong[(TBits.Capacity + 63) / 64];
        above.Clear();
        below.Clear();
        for (var h = 0; h < _hyperplanes; h++)
        {
            var plus = positive.Contains(h);
            if (!plus && !negative.Contains(h))
            {
                continue;
            }

            // The functional at place i goes to where functional i was: values ascend afterwards.
            var image = _lookup.Image(h, _places);
            var to = plus == (image % 2 == 0) ? above : below;
            to[image / 2 >> 6] |= 1UL << (image / 2 & 63);
        }

        return (TBits.FromWords(above), TBits.FromWords(below));
    }

    private ReadOnlySpan<long> Key(int orbit) => _keys.AsSpan(orbit * _sorted.Length, _sorted.Length);

    private static ulong Hash(ReadOnlySpan<long> key)
    {
        var hash = 0UL;
        foreach (var value in key)
        {
            hash = unchecked(Bits.Mix(hash ^ (ulong)value) + 0x9E3779B97F4A7C15UL);
        }

        return hash;
    }

    private void Rehash()
    {
        _slots = new int[2 * _slots.Length];
        var mask = _slots.Length - 1;
        for (var orbit = 0; orbit < _representatives.Count; orbit++)
        {
            var at = (int)(Hash(Key(orbit)) & (ulong)mask);
            while (_slots[at] != 0)
            {
                at = (at + 1) & mask;
            }

            _slots[at] = orbit + 1;
        }
    }
}

/// <summary>Finds a signed hyperplane by the values of the functionals on its normal.</summary>
internal sealed class HyperplaneLookup
{
    private readonly FaceColours _colours;
    private readonly Dictionary<ulong, List<int>> _byHash = [];
    private readonly long[] _column;

    public HyperplaneLookup(FaceColours colours)
    {
        _colours = colours;
        _column = new long[colours.Count];
        for (var point = 0; point < 2 * colours.Hyperplanes; point++)
        {
            Fill(point, _column);
            var hash = Hash(_column);
            if (!_byHash.TryGetValue(hash, out var list))
            {
                _byHash[hash] = list = [];
            }

            list.Add(point);
        }
    }

    /// <summary>The signed hyperplane whose value at functional i is that of the normal of h at <paramref name="places"/>[i].</summary>
    public int Image(int h, ReadOnlySpan<int> places)
    {
        var column = _colours.Column(h);
        Span<long> wanted = stackalloc long[column.Length];
        for (var i = 0; i < wanted.Length; i++)
        {
            wanted[i] = column[places[i]];
        }

        Span<long> found = stackalloc long[column.Length];
        foreach (var point in CollectionsMarshal.AsSpan(_byHash[Hash(wanted)]))
        {
            Fill(point, found);
            if (found.SequenceEqual(wanted))
            {
                return point;
            }
        }

        throw new InvalidOperationException("the symmetric group does not permute the normals");
    }

    private void Fill(int point, Span<long> values)
    {
        var column = _colours.Column(point / 2);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = point % 2 == 0 ? column[i] : -column[i];
        }
    }

    private static ulong Hash(ReadOnlySpan<long> values)
    {
        var hash = 0UL;
        foreach (var value in values)
        {
            hash = unchecked(Bits.Mix(hash ^ (ulong)value) + 0x9E3779B97F4A7C15UL);
        }

        return hash;
    }
}
