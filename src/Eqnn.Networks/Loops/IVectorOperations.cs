using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Eqnn.Networks.Loops;

/// <summary>The operations of one width of vectors, so that loops can be written once for several widths.</summary>
internal interface IVectorOperations<TVector, T>
{
    static abstract int Count { get; }

    static abstract TVector Load(ref T origin, nint offset);

    static abstract TVector Broadcast(ref T origin, nint offset);

    static abstract TVector MultiplyAdd(TVector a, TVector b, TVector c);

    static abstract TVector Rectified(TVector value);

    static abstract void Store(TVector value, ref T origin, nint offset);
}

/// <summary>256 bits: what every x64 machine of the last ten years has; elsewhere .NET takes two vectors of 128 bits.</summary>
internal readonly struct Operations256<T> : IVectorOperations<Vector256<T>, T>
    where T : unmanaged
{
    public static int Count => Vector256<T>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Load(ref T origin, nint offset) => Simd.Load(ref origin, offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Broadcast(ref T origin, nint offset) => Simd.Broadcast(ref origin, offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> MultiplyAdd(Vector256<T> a, Vector256<T> b, Vector256<T> c) => Simd.MultiplyAdd(a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Rectified(Vector256<T> value) => Vector256.MaxNative(Vector256<T>.Zero, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<T> value, ref T origin, nint offset) => Simd.Store(value, ref origin, offset);
}

/// <summary>512 bits, with twice as many registers.</summary>
internal readonly struct Operations512<T> : IVectorOperations<Vector512<T>, T>
    where T : unmanaged
{
    public static int Count => Vector512<T>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Load(ref T origin, nint offset) => Vector512.LoadUnsafe(ref origin, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Broadcast(ref T origin, nint offset) => Vector512.Create(Unsafe.Add(ref origin, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> MultiplyAdd(Vector512<T> a, Vector512<T> b, Vector512<T> c)
    {
        if (typeof(T) == typeof(float))
        {
            return Avx512F.IsSupported
                ? Avx512F.FusedMultiplyAdd(a.AsSingle(), b.AsSingle(), c.AsSingle()).As<float, T>()
                : ((a.AsSingle() * b.AsSingle()) + c.AsSingle()).As<float, T>();
        }

        return Avx512F.IsSupported
            ? Avx512F.FusedMultiplyAdd(a.AsDouble(), b.AsDouble(), c.AsDouble()).As<double, T>()
            : ((a.AsDouble() * b.AsDouble()) + c.AsDouble()).As<double, T>();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Rectified(Vector512<T> value) => Vector512.MaxNative(Vector512<T>.Zero, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<T> value, ref T origin, nint offset) => value.StoreUnsafe(ref origin, (nuint)offset);
}
