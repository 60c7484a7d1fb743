using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.Networks;

/// <summary>How an activation is applied to many numbers at once: functions with at most one kink, at 0, and clamps in vectors, the others one by one. Found from the function itself, not from its name.</summary>
internal sealed class ActivationLoop
{
    private readonly Activation _activation;
    private readonly Kind _kind;
    private readonly double _first;
    private readonly double _second;

    private ActivationLoop(Activation activation, Kind kind, double first = 0, double second = 0) => (_activation, _kind, _first, _second) = (activation, kind, first, second);

    private enum Kind
    {
        /// <summary>f(t) = t.</summary>
        Identity,

        /// <summary>max(t, 0).</summary>
        Rectifier,

        /// <summary>_first · max(t, 0) + _second · min(t, 0).</summary>
        TwoSlopes,

        /// <summary>t between _first and _second.</summary>
        Clamp,

        /// <summary>One number after the other.</summary>
        Scalar,
    }

    /// <summary>Whether f(t) = max(t, 0), which kernels can apply themselves.</summary>
    public bool IsRectifier => _kind == Kind.Rectifier;

    /// <summary>Whether f(t) = t.</summary>
    public bool IsIdentity => _kind == Kind.Identity;

    public static ActivationLoop Of(Activation activation)
    {
        if (activation.IsIdentity)
        {
            return new(activation, Kind.Identity);
        }

        return activation.PiecewiseLinear switch
        {
            { IsPositivelyHomogeneous: true, Kinks.Count: 1 } pieces => pieces.Slopes[0].IsZero && pieces.Slopes[1].IsOne
                ? new(activation, Kind.Rectifier)
                : new(activation, Kind.TwoSlopes, pieces.Slopes[1].ToDouble(), pieces.Slopes[0].ToDouble()),
            { Kinks.Count: 2 } pieces when pieces.Slopes[0].IsZero && pieces.Slopes[1].IsOne && pieces.Slopes[2].IsZero && pieces.Kinks.SequenceEqual(pieces.ValuesAtKinks)
                => new(activation, Kind.Clamp, pieces.Kinks[0].ToDouble(), pieces.Kinks[1].ToDouble()),
            _ => new(activation, Kind.Scalar),
        };
    }

    /// <summary>f of each number, one by one: the definition to which the vectors are compared. In place.</summary>
    public double[] ByDefinition(double[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = _activation.ApproximateAt(values[i]);
        }

        return values;
    }

    /// <summary>Applies f to all values in place.</summary>
    public void Apply<T>(Span<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        switch (_kind)
        {
            case Kind.Identity:
                return;
            case Kind.Rectifier:
                Rectify(values);
                return;
            case Kind.TwoSlopes:
                ApplySlopes(values, T.CreateChecked(_first), T.CreateChecked(_second));
                return;
            case Kind.Clamp:
                Clamp(values, T.CreateChecked(_first), T.CreateChecked(_second));
                return;
            default:
                foreach (ref var value in values)
                {
                    value = T.CreateTruncating(_activation.ApproximateAt(double.CreateTruncating(value)));
                }

                return;
        }
    }

    private static void Rectify<T>(Span<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var vectors = MemoryMarshal.Cast<T, Vector256<T>>(values);
        foreach (ref var vector in vectors)
        {
            vector = Vector256.MaxNative(Vector256<T>.Zero, vector);
        }

        foreach (ref var value in values[(vectors.Length * Vector256<T>.Count)..])
        {
            value = T.Max(value, T.Zero);
        }
    }

    private static void ApplySlopes<T>(Span<T> values, T above, T below)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var vectors = MemoryMarshal.Cast<T, Vector256<T>>(values);
        var (upper, lower) = (Vector256.Create(above), Vector256.Create(below));
        foreach (ref var vector in vectors)
        {
            vector = (upper * Vector256.MaxNative(Vector256<T>.Zero, vector)) + (lower * Vector256.MinNative(Vector256<T>.Zero, vector));
        }

        foreach (ref var value in values[(vectors.Length * Vector256<T>.Count)..])
        {
            value = (above * T.Max(value, T.Zero)) + (below * T.Min(value, T.Zero));
        }
    }

    private static void Clamp<T>(Span<T> values, T least, T greatest)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var vectors = MemoryMarshal.Cast<T, Vector256<T>>(values);
        var (low, high) = (Vector256.Create(least), Vector256.Create(greatest));
        foreach (ref var vector in vectors)
        {
            vector = Vector256.MinNative(high, Vector256.MaxNative(low, vector));
        }

        foreach (ref var value in values[(vectors.Length * Vector256<T>.Count)..])
        {
            value = T.Clamp(value, least, greatest);
        }
    }
}
