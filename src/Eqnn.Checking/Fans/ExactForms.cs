using System.Numerics;
using Eqnn.Numbers;

namespace Eqnn.Checking.Fans;

/// <summary>The normals of the hyperplanes ready for many points and cones: whole numbers where the forms are rational, machine integers as long as they suffice.</summary>
internal sealed class ExactForms
{
    private readonly CheckedForms _forms;
    private readonly int _columns;
    private readonly long[]? _small;
    private readonly BigInteger[]? _large;
    private readonly IWallCone _cone;
    private readonly IWallCone? _largeCone;

    /// <summary>The forms of a certificate of dimension at least 1.</summary>
    public ExactForms(CheckedForms forms, long limit)
    {
        _forms = forms;
        _columns = forms.Rows[0].Length;
        var d = forms.Dimension;
        Count = forms.FirstRows.Length;
        IsRational = forms.FirstRows.All(row => forms.Rows[row].All(x => x.IsRational));
        if (!IsRational)
        {
            _cone = new WallCone<Cyclotomic, RealCyclotomics>([.. Enumerable.Range(0, Count).SelectMany(forms.Normal)], d, limit);
            return;
        }

        // A positive multiple of a form has the same signs.
        _large = new BigInteger[Count * _columns];
        var essential = new BigInteger[Count * d];
        for (var h = 0; h < Count; h++)
        {
            var row = forms.Rows[forms.FirstRows[h]];
            var denominator = row.Aggregate(BigInteger.One, (product, x) => product / BigInteger.GreatestCommonDivisor(product, x.Denominator) * x.Denominator);
            for (var c = 0; c < _columns; c++)
            {
                _large[(h * _columns) + c] = (row[c] * denominator).ToRational().Numerator;
            }

            for (var c = 0; c < d; c++)
            {
                essential[(h * d) + c] = _large[(h * _columns) + forms.Essential[c]];
            }
        }

        _largeCone = new WallCone<BigInteger, LargeWholeNumbers>(essential, d, limit);
        if (_large.All(x => BigInteger.Abs(x) <= int.MaxValue))
        {
            _small = Array.ConvertAll(_large, x => (long)x);
            _cone = new WallCone<long, MachineWholeNumbers>(Array.ConvertAll(essential, x => (long)x), d, limit);
        }
        else
        {
            _cone = _largeCone;
        }
    }

    /// <summary>The number of hyperplanes.</summary>
    public int Count { get; }

    /// <summary>Whether all forms are rational.</summary>
    public bool IsRational { get; }

    /// <summary>The sides of the hyperplanes on which a point lies; answers the first hyperplane that holds it, or -1.</summary>
    public int SidesAt(ReadOnlySpan<long> point, Span<bool> isNegative)
    {
        if (_small is null)
        {
            return SidesAt(Array.ConvertAll(point.ToArray(), x => (BigInteger)x), isNegative);
        }

        for (var h = 0; h < Count; h++)
        {
            // Forms below 2^31 and coordinates below 2^53: sums of 2^43 such products fit.
            Int128 sum = 0;
            var row = _small.AsSpan(h * _columns, _columns);
            for (var c = 0; c < row.Length; c++)
            {
                sum += (Int128)row[c] * point[c];
            }

            if (sum == 0)
            {
                return h;
            }

            isNegative[h] = sum < 0;
        }

        return -1;
    }

    /// <inheritdoc cref="SidesAt(ReadOnlySpan{long}, Span{bool})"/>
    public int SidesAt(BigInteger[] point, Span<bool> isNegative)
    {
        for (var h = 0; h < Count; h++)
        {
            var sum = BigInteger.Zero;
            for (var c = 0; c < point.Length; c++)
            {
                sum += _large![(h * _columns) + c] * point[c];
            }

            if (sum.IsZero)
            {
                return h;
            }

            isNegative[h] = sum.Sign < 0;
        }

        return -1;
    }

    /// <inheritdoc cref="SidesAt(ReadOnlySpan{long}, Span{bool})"/>
    public int SidesAt(Cyclotomic[] point, Span<bool> isNegative)
    {
        for (var h = 0; h < Count; h++)
        {
            var value = _forms.At(_forms.FirstRows[h], point);
            if (value.IsZero)
            {
                return h;
            }

            isNegative[h] = value.Sign < 0;
        }

        return -1;
    }

    /// <inheritdoc cref="IWallCone.FirstCut"/>
    public int FirstCut(ReadOnlySpan<int> walls, ReadOnlySpan<bool> isNegative)
    {
        try
        {
            return _cone.FirstCut(walls, isNegative);
        }
        catch (OverflowException) when (_largeCone is not null)
        {
            return _largeCone.FirstCut(walls, isNegative);
        }
    }
}
