namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>Cuts cones, given by their rays, by hyperplanes one at a time: the double description method with shared rays.</summary>
/// <remarks>
/// <para>A cone of the arrangement of the first k hyperplanes is a list of ray numbers. Hyperplane h cuts it iff it has rays on both sides; the next one that does is the lowest bit of (some ray positive) ∧ (some ray negative).
/// So hyperplanes that miss the cone cost nothing, and N hyperplanes with C chambers cost C - 1 cuts in all.</para>
/// <para>Two rays of a cone span a face iff no third ray lies on all the hyperplanes that support the cone and hold both (then those have rank at least d - 2, which a count of bits refutes quickly).</para>
/// </remarks>
internal sealed class ChamberSplitter<TBits>
    where TBits : struct, IBits<TBits>
{
    private readonly IntegerArrangement _arrangement;
    private readonly RayTable<TBits> _rays;
    private readonly TBits[] _facetMeets;
    private int[] _stack = new int[1 << 12];
    private int[] _plus = new int[64];
    private int[] _minus = new int[64];
    private int[] _on = new int[64];
    private TBits[] _zeros = new TBits[64];

    public ChamberSplitter(IntegerArrangement arrangement, RayTable<TBits> rays)
    {
        _arrangement = arrangement;
        _rays = rays;
        _facetMeets = new TBits[arrangement.Count];
    }

    /// <summary>What is done with a finished chamber: its positive hyperplanes (all others are negative) and its rays. Return false to stop.</summary>
    public delegate bool Visitor(TBits positive, ReadOnlySpan<int> rays);

    /// <summary>Visits the chambers on the positive side of hyperplane 0, each once; the others are their negatives.</summary>
    public void VisitHalf(Visitor visit)
    {
        var orthants = Orthants;
        for (var signs = 0L; signs < orthants && VisitOrthant(signs, visit); signs++)
        {
        }
    }

    /// <summary>2^(d-1), the number of orthants of the first d hyperplanes on the positive side of hyperplane 0.</summary>
    public long Orthants => 1L << (_arrangement.Dimension - 1);

    /// <summary>Visits the chambers in one of these orthants; false if the visitor stopped it.</summary>
    public bool VisitOrthant(long signs, Visitor visit)
    {
        var d = _arrangement.Dimension;
        for (var i = 0; i < d; i++)
        {
            // Bit i - 1 set: negative side of hyperplane i; hyperplane 0 is always positive.
            _stack[i] = i == 0 ? 0 : 2 * i + (int)((signs >> (i - 1)) & 1);
        }

        return Visit(0, d, visit);
    }

    /// <summary>The rays of the chamber with the given signs, which must be a chamber.</summary>
    public ReadOnlySpan<int> Descend(TBits positive)
    {
        var d = _arrangement.Dimension;
        for (var i = 0; i < d; i++)
        {
            _stack[i] = positive.Contains(i) ? 2 * i : 2 * i + 1;
        }

        var count = d;
        while (true)
        {
            var cut = CutBy(0, count, out _);
            if (cut.IsEmpty)
            {
                return _stack.AsSpan(0, count);
            }

            var h = cut.Lowest;
            Partition(0, count, h, _rays.All & ~cut, out var plus, out var minus, out var on);
            var side = positive.Contains(h) ? _plus.AsSpan(0, plus) : _minus.AsSpan(0, minus);
            Reserve(side.Length + on);
            side.CopyTo(_stack);
            _on.AsSpan(0, on).CopyTo(_stack.AsSpan(side.Length));
            count = side.Length + on;
        }
    }

    /// <summary>The hyperplanes that carry a facet of the chamber with these rays.</summary>
    /// <remarks>A hyperplane is one iff it is the only one through all the rays that lie on it: the face it cuts out has as its span the intersection of the hyperplanes that hold it.</remarks>
    public TBits Facets(ReadOnlySpan<int> rays)
    {
        var simple = true;
        var touched = default(TBits);
        if (_zeros.Length < rays.Length)
        {
            _zeros = new TBits[2 * rays.Length];
        }

        for (var i = 0; i < rays.Length; i++)
        {
            var zero = _rays.Zero(rays[i]);
            _zeros[i] = zero;
            touched |= zero;
            simple &= zero.Count == _arrangement.Dimension - 1;
        }

        if (_arrangement.Dimension == 1)
        {
            // The only face is the origin, which lies on the only hyperplane.
            return Bits.First<TBits>(1);
        }

        if (simple)
        {
            // The cone is simple: each of the d - 1 hyperplanes at a ray is a facet there.
            return touched;
        }

        var facets = default(TBits);
        var seen = default(TBits);
        for (var i = 0; i < rays.Length; i++)
        {
            for (var rest = _zeros[i]; !rest.IsEmpty;)
            {
                var h = rest.Lowest;
                var bit = Bits.Single<TBits>(h);
                rest ^= bit;
                _facetMeets[h] = (seen & bit).IsEmpty ? _zeros[i] : _facetMeets[h] & _zeros[i];
                seen |= bit;
            }
        }

        for (var rest = touched; !rest.IsEmpty;)
        {
            var bit = Bits.Single<TBits>(rest.Lowest);
            rest ^= bit;
            if (_facetMeets[bit.Lowest].Equals(bit))
            {
                facets |= bit;
            }
        }

        return facets;
    }

    private bool Visit(int start, int count, Visitor visit)
    {
        var cut = CutBy(start, count, out var positive);
        if (cut.IsEmpty)
        {
            return visit(positive, _stack.AsSpan(start, count));
        }

        var h = cut.Lowest;
        Partition(start, count, h, _rays.All & ~cut, out var plus, out var minus, out var on);

        // Both halves lie above this cone on the stack; the second is read only after the first is done.
        var first = start + count;
        var second = first + minus + on;
        Reserve(second + plus + on);
        _minus.AsSpan(0, minus).CopyTo(_stack.AsSpan(first));
        _on.AsSpan(0, on).CopyTo(_stack.AsSpan(first + minus));
        _plus.AsSpan(0, plus).CopyTo(_stack.AsSpan(second));
        _on.AsSpan(0, on).CopyTo(_stack.AsSpan(second + plus));
        return Visit(second, plus + on, visit) && Visit(first, minus + on, visit);
    }

    private TBits CutBy(int start, int count, out TBits positive)
    {
        var above = default(TBits);
        var below = default(TBits);
        var positives = _rays.Positive;
        var negatives = _rays.Negative;
        foreach (var ray in _stack.AsSpan(start, count))
        {
            above |= positives[ray];
            below |= negatives[ray];
        }

        positive = above;
        return above & below;
    }

    /// <summary>Sorts the rays of a cone by their side of h and adds to those on h the new ones, where edges cross it.</summary>
    private void Partition(int start, int count, int h, TBits supporting, out int plus, out int minus, out int on)
    {
        plus = minus = on = 0;
        if (_zeros.Length < count)
        {
            _zeros = new TBits[2 * count];
        }

        if (_plus.Length < count)
        {
            _plus = new int[2 * count];
            _minus = new int[2 * count];
        }

        if (_on.Length < count + count * count / 4)
        {
            _on = new int[2 * (count + count * count / 4)];
        }

        var d = _arrangement.Dimension;
        Span<int> plusAt = count <= 256 ? stackalloc int[count] : new int[count];
        Span<int> minusAt = count <= 256 ? stackalloc int[count] : new int[count];
        for (var i = 0; i < count; i++)
        {
            var ray = _stack[start + i];
            var up = _rays.Positive[ray];
            var down = _rays.Negative[ray];
            _zeros[i] = supporting & ~(up | down);
            if (up.Contains(h))
            {
                plusAt[plus] = i;
                _plus[plus++] = ray;
            }
            else if (down.Contains(h))
            {
                minusAt[minus] = i;
                _minus[minus++] = ray;
            }
            else
            {
                _on[on++] = ray;
            }
        }

        for (var p = 0; p < plus; p++)
        {
            var zeroOfPlus = _zeros[plusAt[p]];
            for (var q = 0; q < minus; q++)
            {
                var common = zeroOfPlus & _zeros[minusAt[q]];
                if (common.Count >= d - 2 && IsEdge(common, count, plusAt[p], minusAt[q]))
                {
                    _on[on++] = _rays.Between(_plus[p], _minus[q], h);
                }
            }
        }
    }

    private bool IsEdge(TBits common, int count, int first, int second)
    {
        for (var i = 0; i < count; i++)
        {
            if (i != first && i != second && common.IsSubsetOf(_zeros[i]))
            {
                return false;
            }
        }

        return true;
    }

    private void Reserve(int size)
    {
        if (_stack.Length < size)
        {
            Array.Resize(ref _stack, 2 * size);
        }
    }
}
