using System.Diagnostics.CodeAnalysis;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Activations;

/// <summary>The activations that everybody knows, with their usual parameters, and the reading of others.</summary>
public sealed partial class Activation : IParsable<Activation>
{
    /// <summary>|t|.</summary>
    public static Activation Abs => Named("abs");

    /// <summary>t for t ≥ 0, t/100 below.</summary>
    public static Activation LeakyRelu => Named("leaky-relu");

    /// <summary>t Φ(t), Φ the normal distribution.</summary>
    public static Activation Gelu => Named("gelu");

    /// <summary>t/(1 + e^(-t)).</summary>
    public static Activation Silu => Named("silu");

    /// <summary>log(1 + e^t).</summary>
    public static Activation Softplus => Named("softplus");

    /// <summary>t for t ≥ 0, e^t - 1 below.</summary>
    public static Activation Elu => Named("elu");

    /// <summary>tanh t.</summary>
    public static Activation Tanh => Named("tanh");

    /// <summary>1/(1 + e^(-t)).</summary>
    public static Activation Sigmoid => Named("sigmoid");

    /// <summary>t cut to [-1, 1].</summary>
    public static Activation HardTanh => Named("hardtanh");

    /// <summary>sin t.</summary>
    public static Activation Sine => Named("sin");

    /// <summary>cos t.</summary>
    public static Activation Cosine => Named("cos");

    /// <summary>t².</summary>
    public static Activation Square => Named("square");

    /// <summary>t³.</summary>
    public static Activation Cube => Named("cube");

    /// <summary>As <see cref="Parse(string)"/>; the provider is not used: names have no culture.</summary>
    /// <exception cref="AlgebraFormatException">As <see cref="Parse(string)"/>.</exception>
    public static Activation Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <summary>As <see cref="Parse(string)"/>, answering false where that throws.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, [MaybeNullWhen(false)] out Activation result) => TryParse(s, null, out result);

    /// <summary>As <see cref="Parse(string)"/>, answering false where that throws; the provider is not used.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Activation result)
    {
        (var isRead, result) = TextReading.TryRead(s, Parse);
        return isRead;
    }

    private static Activation Named(string name) => Known.First(activation => activation.Name == name);
}
