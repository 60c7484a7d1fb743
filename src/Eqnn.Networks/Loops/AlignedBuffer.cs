using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Eqnn.Networks.Loops;

/// <summary>Memory that starts at a line of the cache and stays where it is: a vector of 64 bytes at a multiple of 64 bytes touches one line, elsewhere two.</summary>
internal sealed class AlignedBuffer<T>
    where T : unmanaged
{
    private const int Line = 64;

    private readonly T[] _array;
    private readonly int _start;
    private readonly int _length;

    /// <summary>Zeros.</summary>
    public AlignedBuffer(int length)
    {
        _array = GC.AllocateArray<T>(length + (Line / Unsafe.SizeOf<T>()), pinned: true);
        _length = length;
        _start = (int)((Line - (Marshal.UnsafeAddrOfPinnedArrayElement(_array, 0) % Line)) % Line) / Unsafe.SizeOf<T>();
    }

    /// <summary>All of it.</summary>
    public Span<T> Span => _array.AsSpan(_start, _length);
}
