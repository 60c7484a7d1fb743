using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Eqnn.Networks.Loops;

/// <summary>The few vector operations that the loops need, for <c>float</c> and <c>double</c> alike.</summary>
/// <remarks>A type test on T is decided when the generic code is compiled, so each instantiation holds one branch only.</remarks>
internal static class Simd
{
    /// <summary>a · b + c, rounded once where the machine can.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> MultiplyAdd<T>(Vector256<T> a, Vector256<T> b, Vector256<T> c)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            return Fma.IsSupported
                ? Fma.MultiplyAdd(a.AsSingle(), b.AsSingle(), c.AsSingle()).As<float, T>()
                : ((a.AsSingle() * b.AsSingle()) + c.AsSingle()).As<float, T>();
        }

        return Fma.IsSupported
            ? Fma.MultiplyAdd(a.AsDouble(), b.AsDouble(), c.AsDouble()).As<double, T>()
            : ((a.AsDouble() * b.AsDouble()) + c.AsDouble()).As<double, T>();
    }

    /// <summary>c − a · b, rounded once where the machine can.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> SubtractProduct<T>(Vector256<T> a, Vector256<T> b, Vector256<T> c)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            return Fma.IsSupported
                ? Fma.MultiplyAddNegated(a.AsSingle(), b.AsSingle(), c.AsSingle()).As<float, T>()
                : (c.AsSingle() - (a.AsSingle() * b.AsSingle())).As<float, T>();
        }

        return Fma.IsSupported
            ? Fma.MultiplyAddNegated(a.AsDouble(), b.AsDouble(), c.AsDouble()).As<double, T>()
            : (c.AsDouble() - (a.AsDouble() * b.AsDouble())).As<double, T>();
    }

    /// <summary>The vector at <paramref name="offset"/> scalars from <paramref name="origin"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Load<T>(ref T origin, nint offset)
        where T : unmanaged => Vector256.LoadUnsafe(ref origin, (nuint)offset);

    /// <summary>Writes a vector at <paramref name="offset"/> scalars from <paramref name="origin"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector256<T> value, ref T origin, nint offset)
        where T : unmanaged => value.StoreUnsafe(ref origin, (nuint)offset);

    /// <summary>All lanes equal to the scalar at <paramref name="offset"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Broadcast<T>(ref T origin, nint offset)
        where T : unmanaged => Vector256.Create(Unsafe.Add(ref origin, offset));

    /// <summary>The origin of a span.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T Origin<T>(Span<T> span) => ref MemoryMarshal.GetReference(span);

    /// <summary>The origin of a span.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T Origin<T>(ReadOnlySpan<T> span) => ref MemoryMarshal.GetReference(span);
}
