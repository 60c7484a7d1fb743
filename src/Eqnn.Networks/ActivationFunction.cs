using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.Networks;

/// <summary>An activation as numbers: f(t) for floating point t, with its parameter.</summary>
/// <remarks>The exact side (even and odd parts, which decide what can couple) is <see cref="Kind"/>. GELU is t Φ(t), not its approximation by tanh, unless the name says <c>gelu-tanh</c>.</remarks>
public sealed class ActivationFunction : IEquatable<ActivationFunction>
{
    private static readonly string[] Names = ["identity", "relu", "leaky-relu", "elu", "selu", "tanh", "sigmoid", "gelu", "gelu-tanh", "silu", "softplus", "abs", "relu6", "hardswish", "softsign", "sin"];

    private readonly Func<double, double> _function;

    private ActivationFunction(string name, double parameter)
    {
        Name = name;
        Parameter = parameter;
        Kind = Activation.Parse(name == "gelu-tanh" ? "gelu" : name);
        _function = FunctionOf(name, parameter);
    }

    /// <summary>f(t) = t.</summary>
    public static ActivationFunction Identity { get; } = new("identity", 0);

    /// <summary>f(t) = max(t, 0).</summary>
    public static ActivationFunction Relu { get; } = new("relu", 0);

    /// <summary>The names that <see cref="Parse"/> reads.</summary>
    public static IReadOnlyList<string> Known { get; } = Array.AsReadOnly(Names);

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The slope on the negative side for <c>leaky-relu</c>, the limit for <c>elu</c>; 0 otherwise.</summary>
    public double Parameter { get; }

    /// <summary>The exact side of the function.</summary>
    public Activation Kind { get; }

    /// <summary>Whether f(t) = t.</summary>
    public bool IsIdentity => Name == "identity";

    /// <summary>Reads a name, with <c>leaky-relu:0.2</c> and <c>elu:1</c> for other parameters than 0.01 and 1.</summary>
    /// <exception cref="AlgebraFormatException">The name is not known, or the parameter not a number.</exception>
    public static ActivationFunction Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var name = (colon < 0 ? text : text[..colon]).Trim().ToLowerInvariant().Replace('_', '-');
        if (!Names.Contains(name))
        {
            throw new AlgebraFormatException("activation of a network", text, 0, "not known", "one of " + string.Join(", ", Names));
        }

        if (colon < 0)
        {
            return Of(name, name == "leaky-relu" ? 0.01 : name == "elu" ? 1 : 0);
        }

        return name is "leaky-relu" or "elu" && double.TryParse(text.AsSpan(colon + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var parameter) && double.IsFinite(parameter)
            ? Of(name, parameter)
            : throw new AlgebraFormatException("activation of a network", text, colon + 1, "only leaky-relu and elu take a parameter, a number", "leaky-relu:0.01");
    }

    /// <summary>A number λ with |f(s) − f(t)| ≤ λ |s − t| for all s and t; the least one, rounded up.</summary>
    internal double LipschitzConstant => Name switch
    {
        "leaky-relu" or "elu" => Math.Max(1, Math.Abs(Parameter)),
        "selu" => 1.7581,
        "sigmoid" => 0.25,
        "gelu" or "gelu-tanh" => 1.13,
        "silu" => 1.1,
        "hardswish" => 1.5,
        _ => 1,
    };

    /// <summary>f(t).</summary>
    public double Of(double t) => _function(t);

    /// <inheritdoc/>
    public bool Equals(ActivationFunction? other) => other is not null && Name == other.Name && Parameter.Equals(other.Parameter);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ActivationFunction);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Parameter);

    /// <summary>The form that <see cref="Parse"/> reads.</summary>
    public override string ToString() => Name is "leaky-relu" or "elu" ? string.Create(CultureInfo.InvariantCulture, $"{Name}:{Parameter:R}") : Name;

    internal static ActivationFunction Of(string name, double parameter) => name switch
    {
        "identity" => Identity,
        "relu" => Relu,
        _ => new(name, parameter),
    };

    internal double[] Of(double[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = _function(values[i]);
        }

        return values;
    }

    /// <summary>Applies f to all values in place; the simple ones in vectors.</summary>
    internal void Apply<T>(Span<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        switch (Name)
        {
            case "identity":
                return;
            case "relu" or "leaky-relu" or "abs":
                ApplyInVectors(values, T.CreateChecked(Name == "abs" ? -1 : Parameter));
                return;
            default:
                foreach (ref var value in values)
                {
                    value = T.CreateTruncating(_function(double.CreateTruncating(value)));
                }

                return;
        }
    }

    /// <summary>max(t, 0) + slope · min(t, 0): ReLU, leaky ReLU and the absolute value.</summary>
    private static void ApplyInVectors<T>(Span<T> values, T slope)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var vectors = MemoryMarshal.Cast<T, Vector256<T>>(values);
        if (T.IsZero(slope))
        {
            foreach (ref var vector in vectors)
            {
                vector = Vector256.MaxNative(Vector256<T>.Zero, vector);
            }
        }
        else
        {
            var factor = Vector256.Create(slope);
            foreach (ref var vector in vectors)
            {
                vector = Vector256.MaxNative(Vector256<T>.Zero, vector) + (factor * Vector256.MinNative(Vector256<T>.Zero, vector));
            }
        }

        foreach (ref var value in values[(vectors.Length * Vector256<T>.Count)..])
        {
            value = T.Max(value, T.Zero) + (slope * T.Min(value, T.Zero));
        }
    }

    private static Func<double, double> FunctionOf(string name, double a) => name switch
    {
        "identity" => t => t,
        "relu" => t => Math.Max(t, 0),
        "leaky-relu" => t => t >= 0 ? t : a * t,
        "elu" => t => t >= 0 ? t : a * ErrorFunction.ExpMinusOne(t),
        "selu" => t => 1.0507009873554805 * (t >= 0 ? t : 1.6732632423543772 * ErrorFunction.ExpMinusOne(t)),
        "tanh" => Math.Tanh,
        "sigmoid" => t => 1 / (1 + Math.Exp(-t)),
        "gelu" => t => t * ErrorFunction.NormalDistribution(t),
        "gelu-tanh" => t => 0.5 * t * (1 + Math.Tanh(0.7978845608028654 * (t + (0.044715 * t * t * t)))),
        "silu" => t => t / (1 + Math.Exp(-t)),
        "softplus" => t => t > 30 ? t : Math.Log(1 + Math.Exp(t)),
        "abs" => Math.Abs,
        "relu6" => t => Math.Clamp(t, 0, 6),
        "hardswish" => t => t * Math.Clamp(t + 3, 0, 6) / 6,
        "softsign" => t => t / (1 + Math.Abs(t)),
        _ => Math.Sin,
    };
}
