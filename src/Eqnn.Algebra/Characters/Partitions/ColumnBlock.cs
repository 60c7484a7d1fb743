using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Characters.Partitions;

/// <summary>Up to <see cref="Width"/> columns of a table of integers, side by side, so that a machine instruction works on several of them.</summary>
internal abstract class ColumnBlock
{
    /// <summary>The number of columns side by side; unused ones are zero.</summary>
    public const int Width = 32;

    /// <summary>A block of columns of a given height whose values have absolute value at most a bound, in the narrowest integers that hold <paramref name="headroom"/> times the bound.</summary>
    public static ColumnBlock Of(int height, BigInteger bound, int headroom) =>
        bound <= short.MaxValue / headroom ? new ColumnBlock<short>(height, (short)(short.MaxValue / headroom))
        : bound <= int.MaxValue / headroom ? new ColumnBlock<int>(height, int.MaxValue / headroom)
        : new ColumnBlock<long>(height, long.MaxValue / headroom);

    /// <summary>Stores a column.</summary>
    /// <exception cref="CertificateException">A value is larger than the bound.</exception>
    public abstract void Write(int column, ReadOnlySpan<long> values);

    /// <summary>Copies a column.</summary>
    public abstract void Read(int column, Span<long> values);

    /// <summary>Copies the beginning of a row.</summary>
    public abstract void ReadRow(int row, Span<long> values);

    /// <summary>One value.</summary>
    public abstract long Value(int row, int column);

    /// <summary>Whether the adjoint of adding rim hooks takes these columns to the expected ones: for every λ and every column f, Σ ± f(ν) = expected(λ) over the ν = λ + hook.</summary>
    /// <param name="hooks">The rim hooks.</param>
    /// <param name="smaller">The number of λ.</param>
    /// <param name="expected">The columns that are expected not to be zero: where, a factor at most the headroom, and the column of which it is a multiple.</param>
    /// <param name="room">Memory to work in.</param>
    public abstract bool HasAdjoint(RimHooks hooks, int smaller, IReadOnlyList<(int Column, int Factor, ColumnBlock Block, int Place)> expected, AdjointRoom room);
}

/// <inheritdoc/>
/// <remarks>Values have absolute value at most <paramref name="limit"/>, which leaves room for sums of headroom many of them: no sum in <see cref="HasAdjoint"/> can overflow.</remarks>
internal sealed class ColumnBlock<T>(int height, T limit) : ColumnBlock
    where T : unmanaged, IBinaryInteger<T>
{
    private readonly T[] _values = new T[height * Width];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Write(int column, ReadOnlySpan<long> values)
    {
        var bound = long.CreateChecked(limit);
        for (var row = 0; row < values.Length; row++)
        {
            _values[(row * Width) + column] = values[row] <= bound && values[row] >= -bound ? T.CreateTruncating(values[row])
                : throw new CertificateException("|χ(g)|² is at most the order of the centraliser", FormattableString.Invariant($"the value {values[row]} in a column with the bound {bound}"));
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Read(int column, Span<long> values)
    {
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = long.CreateTruncating(_values[(row * Width) + column]);
        }
    }

    /// <inheritdoc/>
    public override void ReadRow(int row, Span<long> values)
    {
        for (var column = 0; column < values.Length; column++)
        {
            values[column] = long.CreateTruncating(_values[(row * Width) + column]);
        }
    }

    /// <inheritdoc/>
    public override long Value(int row, int column) => long.CreateTruncating(_values[(row * Width) + column]);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override bool HasAdjoint(RimHooks hooks, int smaller, IReadOnlyList<(int Column, int Factor, ColumnBlock Block, int Place)> expected, AdjointRoom room)
    {
        var wanted = room.Block<T>(smaller);
        var source = room.Column.AsSpan(0, smaller);
        wanted.Clear();
        foreach (var (column, factor, block, place) in expected)
        {
            block.Read(place, source);
            for (var row = 0; row < smaller; row++)
            {
                wanted[(row * Width) + column] = T.CreateChecked(factor * source[row]);
            }
        }

        var values = MemoryMarshal.Cast<T, Vector<T>>(_values);
        var targets = MemoryMarshal.Cast<T, Vector<T>>(wanted);
        var perRow = Width / Vector<T>.Count;
        for (var row = 0; row < smaller; row++)
        {
            var positive = hooks.Positive(row);
            var negative = hooks.Negative(row);
            for (var v = 0; v < perRow; v++)
            {
                var sum = Vector<T>.Zero;
                foreach (var above in positive)
                {
                    sum += values[(above * perRow) + v];
                }

                foreach (var above in negative)
                {
                    sum -= values[(above * perRow) + v];
                }

                if (sum != targets[(row * perRow) + v])
                {
                    return false;
                }
            }
        }

        return true;
    }
}

/// <summary>Memory for <see cref="ColumnBlock.HasAdjoint"/>, used again and again.</summary>
internal sealed class AdjointRoom(int height)
{
    private readonly long[] _block = new long[height * ColumnBlock.Width];

    /// <summary>A column of long integers.</summary>
    public long[] Column { get; } = new long[height];

    /// <summary>A block of rows.</summary>
    public Span<T> Block<T>(int rows)
        where T : unmanaged => MemoryMarshal.Cast<long, T>(_block.AsSpan())[..(rows * ColumnBlock.Width)];
}
