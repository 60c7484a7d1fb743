using System.Numerics;
using System.Runtime.CompilerServices;

namespace Eqnn.Networks.Loops;

/// <summary>The inner loop of <see cref="LaneProduct{T}"/>: a tile of up to six rows by six vectors of sums, all held in registers.</summary>
/// <remarks>The numbers of rows and columns are types, so each shape is compiled by itself and what it does not use is left out.</remarks>
internal static class RegisterTile<T, TVector, TOps>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged
    where TOps : struct, IVectorOperations<TVector, T>
{
    /// <summary>Rows and columns of a tile.</summary>
    public const int Most = 6;

    /// <summary>Sums of <typeparamref name="TRows"/> rows at <typeparamref name="TColumns"/> places.</summary>
    /// <param name="input">The origin of the input.</param>
    /// <param name="terms">For each term its offset in the input.</param>
    /// <param name="weights">For each term one weight for each row.</param>
    /// <param name="starts">For each row what its sums start with.</param>
    /// <param name="output">The origin of the output.</param>
    /// <param name="rows">For each row its offset in the output.</param>
    /// <param name="places">For each column its offset in the input and in the output.</param>
    /// <param name="rectify">Whether to apply ReLU.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TRows, TColumns>(ref T input, ReadOnlySpan<int> terms, ref T weights, ref T starts, ref T output, ref int rows, ref LanePlace places, bool rectify)
        where TRows : struct, ICount
        where TColumns : struct, ICount
    {
        unchecked
        {
            var a0 = TOps.Broadcast(ref starts, 0);
            var (a1, a2, a3, a4, a5) = (a0, a0, a0, a0, a0);
            var b0 = TRows.Value > 1 ? TOps.Broadcast(ref starts, 1) : default;
            var (b1, b2, b3, b4, b5) = (b0, b0, b0, b0, b0);
            var c0 = TRows.Value > 2 ? TOps.Broadcast(ref starts, 2) : default;
            var (c1, c2, c3, c4, c5) = (c0, c0, c0, c0, c0);
            var d0 = TRows.Value > 3 ? TOps.Broadcast(ref starts, 3) : default;
            var (d1, d2, d3, d4, d5) = (d0, d0, d0, d0, d0);
            var e0 = TRows.Value > 4 ? TOps.Broadcast(ref starts, 4) : default;
            var (e1, e2, e3, e4, e5) = (e0, e0, e0, e0, e0);
            var f0 = TRows.Value > 5 ? TOps.Broadcast(ref starts, 5) : default;
            var (f1, f2, f3, f4, f5) = (f0, f0, f0, f0, f0);
            ref var p0 = ref Unsafe.Add(ref input, places.Input);
            ref var p1 = ref Column<TColumns>(ref input, ref places, 1);
            ref var p2 = ref Column<TColumns>(ref input, ref places, 2);
            ref var p3 = ref Column<TColumns>(ref input, ref places, 3);
            ref var p4 = ref Column<TColumns>(ref input, ref places, 4);
            ref var p5 = ref Column<TColumns>(ref input, ref places, 5);
            foreach (nint term in terms)
            {
                var x0 = TOps.Load(ref p0, term);
                var x1 = TColumns.Value > 1 ? TOps.Load(ref p1, term) : default;
                var x2 = TColumns.Value > 2 ? TOps.Load(ref p2, term) : default;
                var x3 = TColumns.Value > 3 ? TOps.Load(ref p3, term) : default;
                var x4 = TColumns.Value > 4 ? TOps.Load(ref p4, term) : default;
                var x5 = TColumns.Value > 5 ? TOps.Load(ref p5, term) : default;
                var h = TOps.Broadcast(ref weights, 0);
                a0 = TOps.MultiplyAdd(h, x0, a0);
                a1 = TColumns.Value > 1 ? TOps.MultiplyAdd(h, x1, a1) : a1;
                a2 = TColumns.Value > 2 ? TOps.MultiplyAdd(h, x2, a2) : a2;
                a3 = TColumns.Value > 3 ? TOps.MultiplyAdd(h, x3, a3) : a3;
                a4 = TColumns.Value > 4 ? TOps.MultiplyAdd(h, x4, a4) : a4;
                a5 = TColumns.Value > 5 ? TOps.MultiplyAdd(h, x5, a5) : a5;

                if (TRows.Value > 1)
                {
                    h = TOps.Broadcast(ref weights, 1);
                    b0 = TOps.MultiplyAdd(h, x0, b0);
                    b1 = TColumns.Value > 1 ? TOps.MultiplyAdd(h, x1, b1) : b1;
                    b2 = TColumns.Value > 2 ? TOps.MultiplyAdd(h, x2, b2) : b2;
                    b3 = TColumns.Value > 3 ? TOps.MultiplyAdd(h, x3, b3) : b3;
                    b4 = TColumns.Value > 4 ? TOps.MultiplyAdd(h, x4, b4) : b4;
                    b5 = TColumns.Value > 5 ? TOps.MultiplyAdd(h, x5, b5) : b5;
                }

                if (TRows.Value > 2)
                {
                    h = TOps.Broadcast(ref weights, 2);
                    c0 = TOps.MultiplyAdd(h, x0, c0);
                    c1 = TColumns.Value > 1 ? TOps.MultiplyAdd(h, x1, c1) : c1;
                    c2 = TColumns.Value > 2 ? TOps.MultiplyAdd(h, x2, c2) : c2;
                    c3 = TColumns.Value > 3 ? TOps.MultiplyAdd(h, x3, c3) : c3;
                    c4 = TColumns.Value > 4 ? TOps.MultiplyAdd(h, x4, c4) : c4;
                    c5 = TColumns.Value > 5 ? TOps.MultiplyAdd(h, x5, c5) : c5;
                }

                if (TRows.Value > 3)
                {
                    h = TOps.Broadcast(ref weights, 3);
                    d0 = TOps.MultiplyAdd(h, x0, d0);
                    d1 = TColumns.Value > 1 ? TOps.MultiplyAdd(h, x1, d1) : d1;
                    d2 = TColumns.Value > 2 ? TOps.MultiplyAdd(h, x2, d2) : d2;
                    d3 = TColumns.Value > 3 ? TOps.MultiplyAdd(h, x3, d3) : d3;
                    d4 = TColumns.Value > 4 ? TOps.MultiplyAdd(h, x4, d4) : d4;
                    d5 = TColumns.Value > 5 ? TOps.MultiplyAdd(h, x5, d5) : d5;
                }

                if (TRows.Value > 4)
                {
                    h = TOps.Broadcast(ref weights, 4);
                    e0 = TOps.MultiplyAdd(h, x0, e0);
                    e1 = TColumns.Value > 1 ? TOps.MultiplyAdd(h, x1, e1) : e1;
                    e2 = TColumns.Value > 2 ? TOps.MultiplyAdd(h, x2, e2) : e2;
                    e3 = TColumns.Value > 3 ? TOps.MultiplyAdd(h, x3, e3) : e3;
                    e4 = TColumns.Value > 4 ? TOps.MultiplyAdd(h, x4, e4) : e4;
                    e5 = TColumns.Value > 5 ? TOps.MultiplyAdd(h, x5, e5) : e5;
                }

                if (TRows.Value > 5)
                {
                    h = TOps.Broadcast(ref weights, 5);
                    f0 = TOps.MultiplyAdd(h, x0, f0);
                    f1 = TColumns.Value > 1 ? TOps.MultiplyAdd(h, x1, f1) : f1;
                    f2 = TColumns.Value > 2 ? TOps.MultiplyAdd(h, x2, f2) : f2;
                    f3 = TColumns.Value > 3 ? TOps.MultiplyAdd(h, x3, f3) : f3;
                    f4 = TColumns.Value > 4 ? TOps.MultiplyAdd(h, x4, f4) : f4;
                    f5 = TColumns.Value > 5 ? TOps.MultiplyAdd(h, x5, f5) : f5;
                }

                weights = ref Unsafe.Add(ref weights, TRows.Value);
            }

            StoreRow<TColumns>(a0, a1, a2, a3, a4, a5, ref Unsafe.Add(ref output, Unsafe.Add(ref rows, 0)), ref places, rectify);

            if (TRows.Value > 1)
            {
                StoreRow<TColumns>(b0, b1, b2, b3, b4, b5, ref Unsafe.Add(ref output, Unsafe.Add(ref rows, 1)), ref places, rectify);
            }

            if (TRows.Value > 2)
            {
                StoreRow<TColumns>(c0, c1, c2, c3, c4, c5, ref Unsafe.Add(ref output, Unsafe.Add(ref rows, 2)), ref places, rectify);
            }

            if (TRows.Value > 3)
            {
                StoreRow<TColumns>(d0, d1, d2, d3, d4, d5, ref Unsafe.Add(ref output, Unsafe.Add(ref rows, 3)), ref places, rectify);
            }

            if (TRows.Value > 4)
            {
                StoreRow<TColumns>(e0, e1, e2, e3, e4, e5, ref Unsafe.Add(ref output, Unsafe.Add(ref rows, 4)), ref places, rectify);
            }

            if (TRows.Value > 5)
            {
                StoreRow<TColumns>(f0, f1, f2, f3, f4, f5, ref Unsafe.Add(ref output, Unsafe.Add(ref rows, 5)), ref places, rectify);
            }
        }
    }

    /// <summary>The place of a column; of the first one if the tile has fewer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref T Column<TColumns>(ref T input, ref LanePlace places, int column)
        where TColumns : struct, ICount => ref Unsafe.Add(ref input, TColumns.Value > column ? Unsafe.Add(ref places, column).Input : 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreRow<TColumns>(TVector v0, TVector v1, TVector v2, TVector v3, TVector v4, TVector v5, ref T target, ref LanePlace places, bool rectify)
        where TColumns : struct, ICount
    {
        if (rectify)
        {
            v0 = TOps.Rectified(v0);
            v1 = TColumns.Value > 1 ? TOps.Rectified(v1) : v1;
            v2 = TColumns.Value > 2 ? TOps.Rectified(v2) : v2;
            v3 = TColumns.Value > 3 ? TOps.Rectified(v3) : v3;
            v4 = TColumns.Value > 4 ? TOps.Rectified(v4) : v4;
            v5 = TColumns.Value > 5 ? TOps.Rectified(v5) : v5;
        }

        TOps.Store(v0, ref target, places.Output);
        if (TColumns.Value > 1)
        {
            TOps.Store(v1, ref target, Unsafe.Add(ref places, 1).Output);
        }

        if (TColumns.Value > 2)
        {
            TOps.Store(v2, ref target, Unsafe.Add(ref places, 2).Output);
        }

        if (TColumns.Value > 3)
        {
            TOps.Store(v3, ref target, Unsafe.Add(ref places, 3).Output);
        }

        if (TColumns.Value > 4)
        {
            TOps.Store(v4, ref target, Unsafe.Add(ref places, 4).Output);
        }

        if (TColumns.Value > 5)
        {
            TOps.Store(v5, ref target, Unsafe.Add(ref places, 5).Output);
        }
    }
}
