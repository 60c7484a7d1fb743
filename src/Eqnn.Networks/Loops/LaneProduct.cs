using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Eqnn.Networks.Loops;

/// <summary>A small dense matrix applied in the lanes of vectors: <c>y[row + place] = start_row + Σ_t w(row, t) x[term_t + place]</c>, rows, terms and places anywhere in memory.</summary>
/// <remarks>
/// The core of most loops: convolutions with few taps (a term is a channel and a tap), deep sets (a term is a channel), transforms of groups (a term is a coset and a coordinate), blocks of simples.
/// Tiles of sums stay in registers: up to 24 vectors of 512 bits, or 12 of 256.
/// </remarks>
internal sealed class LaneProduct<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int[] _terms;
    private readonly int[] _rows;
    private readonly LanePlace[] _places;
    private readonly int[] _rowTiles;
    private readonly int[] _placeTiles;
    private readonly T[] _weights;
    private readonly T[] _starts;
    private readonly bool _rectify;

    /// <param name="matrix">w(row, t) at row · terms + t; <c>null</c> if the weights are given to <see cref="Run(ref T, ref T, ref T)"/>.</param>
    /// <param name="rows">Offsets of the rows in the output, in scalars.</param>
    /// <param name="terms">Offsets of the terms in the input.</param>
    /// <param name="places">Where the columns stand, each <see cref="Unit"/> scalars wide.</param>
    /// <param name="starts">Constants of the rows; <c>null</c> for zeros.</param>
    /// <param name="rectify">Whether to apply ReLU.</param>
    public LaneProduct(double[]? matrix, int[] rows, int[] terms, LanePlace[] places, double[]? starts = null, bool rectify = false)
    {
        (_rows, _terms, _rectify) = (rows, terms, rectify);
        _places = Vector512.IsHardwareAccelerated ? places : [.. places.SelectMany(place => new[] { place, new(place.Input + Vector256<T>.Count, place.Output + Vector256<T>.Count) })];
        (_rowTiles, _placeTiles) = TilesOf(rows.Length, _places.Length);
        _weights = matrix is null ? [] : Packed(matrix);
        _starts = starts is null ? new T[rows.Length] : [.. starts.Select(T.CreateChecked)];
    }

    /// <summary>Scalars of a place: two vectors of 256 bits, or one of 512.</summary>
    public static int Unit => 2 * Vector256<T>.Count;

    /// <summary>Floating point operations.</summary>
    public double Operations => 2.0 * _rows.Length * _terms.Length * _places.Length * (Vector512.IsHardwareAccelerated ? 1 : 0.5) * Unit;

    /// <summary>The heights of the tiles of rows, in the order in which weights are read: for each tile, for each term, one weight for each of its rows.</summary>
    public ReadOnlySpan<int> RowTiles => _rowTiles;

    /// <summary>Places one after the other that cover a line; the last one may reach up to <see cref="Unit"/> − 1 scalars beyond it.</summary>
    public static LanePlace[] Line(int length) => [.. Enumerable.Range(0, (length + Unit - 1) / Unit).Select(i => new LanePlace(i * Unit, i * Unit))];

    /// <summary>Applies the matrix.</summary>
    public void Run(ref T input, ref T output) => Run(ref input, ref _weights[0], ref _starts[0], ref output);

    /// <summary>Applies the matrix with other constants.</summary>
    public void Run(ref T input, Span<T> starts, ref T output) => Run(ref input, ref _weights[0], ref Simd.Origin(starts), ref output);

    /// <summary>Applies a matrix given in the order of <see cref="RowTiles"/>.</summary>
    public void Run(ref T input, ref T weights, ref T output) => Run(ref input, ref weights, ref _starts[0], ref output);

    private void Run(ref T input, ref T weights, ref T starts, ref T output)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Run<Vector512<T>, Operations512<T>>(ref input, ref weights, ref starts, ref output);
        }
        else
        {
            Run<Vector256<T>, Operations256<T>>(ref input, ref weights, ref starts, ref output);
        }
    }

    /// <summary>Heights and widths of tiles, as even as possible, with the least cost: a tile needs time for its products, or for its loads, or waits for its sums.</summary>
    private static (int[] Rows, int[] Places) TilesOf(int rows, int places)
    {
        const int Most = RegisterTile<T, Vector256<T>, Operations256<T>>.Most;
        var sums = Vector512.IsHardwareAccelerated ? 25 : 12;
        var widest = Vector512.IsHardwareAccelerated ? Most : 3;
        var best = (Cost: double.MaxValue, Height: 1, Width: 1);
        for (var width = 1; width <= widest; width++)
        {
            for (var height = 1; height <= Math.Min(Most, sums / width); height++)
            {
                var cost = CostOf(rows, height, places, width);
                if (cost < best.Cost)
                {
                    best = (cost, height, width);
                }
            }
        }

        return (Evenly(rows, best.Height), Evenly(places, best.Width));
    }

    /// <summary>The cost of all tiles: their sides take at most two lengths each.</summary>
    private static double CostOf(int rows, int height, int places, int width)
    {
        var (tall, wide) = ((rows + height - 1) / height, (places + width - 1) / width);
        var ((r, moreRows), (c, morePlaces)) = (Math.DivRem(rows, tall), Math.DivRem(places, wide));
        static double Tile(int r, int c) => Math.Max(Math.Max(r * c, 4), 0.5 * (r + (2 * c))) + 0.5;
        double Row(int c) => ((tall - moreRows) * Tile(r, c)) + (moreRows * Tile(r + 1, c));
        return ((wide - morePlaces) * Row(c)) + (morePlaces * Row(c + 1));
    }

    private static int[] Evenly(int total, int most)
    {
        var count = (total + most - 1) / most;
        return [.. Enumerable.Range(0, count).Select(i => (int)((long)total * (i + 1) / count) - (int)((long)total * i / count))];
    }

    private T[] Packed(double[] matrix)
    {
        var packed = new T[matrix.Length];
        var (at, first) = (0, 0);
        foreach (var height in _rowTiles)
        {
            for (var t = 0; t < _terms.Length; t++)
            {
                for (var r = first; r < first + height; r++)
                {
                    packed[at++] = T.CreateChecked(matrix[(r * _terms.Length) + t]);
                }
            }

            first += height;
        }

        return packed;
    }

    private void Run<TVector, TOps>(ref T input, ref T weights, ref T starts, ref T output)
        where TVector : unmanaged
        where TOps : struct, IVectorOperations<TVector, T>
    {
        unchecked
        {
            ref var places = ref _places[0];
            foreach (var width in _placeTiles)
            {
                ref var w = ref weights;
                ref var s = ref starts;
                ref var rows = ref _rows[0];
                foreach (var height in _rowTiles)
                {
                    Tile<TVector, TOps>(height, width, ref input, _terms, ref w, ref s, ref output, ref rows, ref places, _rectify);
                    w = ref Unsafe.Add(ref w, height * _terms.Length);
                    s = ref Unsafe.Add(ref s, height);
                    rows = ref Unsafe.Add(ref rows, height);
                }

                places = ref Unsafe.Add(ref places, width);
            }
        }
    }

    private static void Tile<TVector, TOps>(int height, int width, ref T input, ReadOnlySpan<int> terms, ref T weights, ref T starts, ref T output, ref int rows, ref LanePlace places, bool rectify)
        where TVector : unmanaged
        where TOps : struct, IVectorOperations<TVector, T>
    {
        unchecked
        {
            switch ((8 * height) + width)
            {
                case 9:
                    RegisterTile<T, TVector, TOps>.Run<One, One>(ref input, terms, ref weights, ref starts, ref output, ref rows, ref places, rectify);
                    break;
                case 10:
                    RegisterTile<T, TVector, TOps>.Run<One, Two>(ref input, terms, ref weights, ref starts, ref output, ref rows, ref places, rectify);
                    break;
                case 11:
                    RegisterTile<T, TVector, TOps>.Run<One, Three>(ref input, terms, ref weights, ref starts, ref output, ref rows, ref places, rectify);
                    break;
                case 12:
                    RegisterTile<T, TVector, TOps>.Run<One, Four>(ref input, terms, ref weights, ref starts, ref output, ref rows, ref places, rectify);
                    break;
                case 13:
                    RegisterTile<T, TVector, TOps>.Run<One, Five>(ref input, terms, ref weights, ref starts, ref output, ref rows, ref places, rectify);
                    break;
                case 14:
                    RegisterTile<T, TVector, TOps>.Run<One, Six>(ref input, terms, ref weights, ref starts, ref output, ref rows, ref places, rectify);
                    break;
                case 17:
                    RegisterTile<T, TVector, TOps>.Run<Two, One>(ref input, terms, ref weights, ref starts, ref output, ref rows, ref places, rectify);
                    break;
                case 18:
                    RegisterTile<T, TVector, TOps>.Run<Two, Two>(ref input, terms, ref weights, ref starts, ref output, ref rows, ref places, rectify);
                    break;
                case 19:
                    RegisterTile<T, TVector, TOps>.Run<Two, Three>(ref input, terms, ref weights, ref starts, ref output, ref rows, ref places, rectify);
                    break;
                case 20:
                    RegisterTile<T, TVector, TOps>.Run<Two, Four>(ref input, terms, ref weights, ref starts, ref output, ref rows, ref places, rectify);
                    break;
                case 21:
                    RegisterTile<T, TVector, TOps>.Run<Two, Five>(ref input, terms, ref weights, ref starts, ref output, ref rows, ref places, rectify);
                    break;
                case 22:
                    RegisterTile<T, TVector, TOps>.Run<Two, Six>(ref input, terms, ref weights, ref starts, ref output, ref rows, ref places, rectify);
                    break;
                case 25:
                    RegisterTile<T, TVector, TOps>.Run<Three, One>(ref input, terms, ref weights, ref starts, ref output, ref rows, ref places, rectify);
                    break;
                case 26:
                    RegisterTile<T, TVector, TOps>.Run<Three, Two>(ref input, terms, ref weights, ref starts, ref output, ref rows, ref places, rectify);
                    break;
                case 27:
                    RegisterTile<T, TVector, TOps>.Run<Three, Three>(ref input, terms, ref weights, ref starts, ref output, ref rows, ref places, rectify);
                    break;
                case 28:
                    RegisterTile<T, TVector, TOps>.Run<Three, Four>(ref input, terms, ref weights, ref starts, ref output, ref rows, ref places, rectify);
                    break;
                case 29:
                    RegisterTile<T, TVector, TOps>.Run<Three, Five>(ref input, terms, ref weights, ref starts, ref output, ref rows, ref places, rectify);
                    break;
                case 30:
                    RegisterTile<T, TVector, TOps>.Run<Three, Six>(ref input, terms, ref weights, ref starts, ref output, ref rows, ref places, rectify);
                    break;
                case 33:
                    RegisterTile<T, TVector, TOps>.Run<Four, One>(ref input, terms, ref weights, ref starts, ref output, ref rows, ref places, rectify);
                    break;
                case 34:
                    RegisterTile<T, TVector, TOps>.Run<Four, Two>(ref input, terms, ref weights, ref starts, ref output, ref rows, ref places, rectify);
                    break;
                case 35:
                    RegisterTile<T, TVector, TOps>.Run<Four, Three>(ref input, terms, ref weights, ref starts, ref output, ref rows, ref places, rectify);
                    break;
                case 36:
                    RegisterTile<T, TVector, TOps>.Run<Four, Four>(ref input, terms, ref weights, ref starts, ref output, ref rows, ref places, rectify);
                    break;
                case 37:
                    RegisterTile<T, TVector, TOps>.Run<Four, Five>(ref input, terms, ref weights, ref starts, ref output, ref rows, ref places, rectify);
                    break;
                case 38:
                    RegisterTile<T, TVector, TOps>.Run<Four, Six>(ref input, terms, ref weights, ref starts, ref output, ref rows, ref places, rectify);
                    break;
                case 41:
                    RegisterTile<T, TVector, TOps>.Run<Five, One>(ref input, terms, ref weights, ref starts, ref output, ref rows, ref places, rectify);
                    break;
                case 42:
                    RegisterTile<T, TVector, TOps>.Run<Five, Two>(ref input, terms, ref weights, ref starts, ref output, ref rows, ref places, rectify);
                    break;
                case 43:
                    RegisterTile<T, TVector, TOps>.Run<Five, Three>(ref input, terms, ref weights, ref starts, ref output, ref rows, ref places, rectify);
                    break;
                case 44:
                    RegisterTile<T, TVector, TOps>.Run<Five, Four>(ref input, terms, ref weights, ref starts, ref output, ref rows, ref places, rectify);
                    break;
                case 45:
                    RegisterTile<T, TVector, TOps>.Run<Five, Five>(ref input, terms, ref weights, ref starts, ref output, ref rows, ref places, rectify);
                    break;
                case 49:
                    RegisterTile<T, TVector, TOps>.Run<Six, One>(ref input, terms, ref weights, ref starts, ref output, ref rows, ref places, rectify);
                    break;
                case 50:
                    RegisterTile<T, TVector, TOps>.Run<Six, Two>(ref input, terms, ref weights, ref starts, ref output, ref rows, ref places, rectify);
                    break;
                case 51:
                    RegisterTile<T, TVector, TOps>.Run<Six, Three>(ref input, terms, ref weights, ref starts, ref output, ref rows, ref places, rectify);
                    break;
                case 52:
                    RegisterTile<T, TVector, TOps>.Run<Six, Four>(ref input, terms, ref weights, ref starts, ref output, ref rows, ref places, rectify);
                    break;
            }
        }
    }
}
