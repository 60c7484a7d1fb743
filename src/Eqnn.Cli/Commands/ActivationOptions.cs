using System.CommandLine;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Syntax;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Energies;

namespace Eqnn.Cli.Commands;

/// <summary>What commands about an activation share: which one, and the digits of numbers that are enclosed.</summary>
internal static class ActivationOptions
{
    /// <summary>Digits of numbers that are enclosed.</summary>
    public static Option<string> Digits { get; } = new("--digits") { HelpName = "N", Description = "digits after the point, 12 unless asked otherwise (at most 1000)" };

    /// <summary>The activation of a layer.</summary>
    public static Option<string> ActivationOption { get; } = new("--activation", "-a")
    {
        HelpName = "F",
        Description = "relu (default), relu-bias, leaky-relu, abs, tanh, sigmoid, gelu, silu, elu, softplus, square, cube and others, \"pl:(-1,0) (0,0) (1,2)\", \"poly:t^2+t\"",
    };

    /// <summary>The activation that was named, or ReLU.</summary>
    public static Activation ActivationOf(Query query) => query.Value(ActivationOption) is { } name ? Border.Read("--activation", () => Activation.Parse(name)) : Activation.Relu;

    /// <summary>The digits that are asked for: <c>--digits</c>, else those of <c>--numbers decimals:n</c>, else 12.</summary>
    public static int DigitsOf(Query query) => (int?)query.Number(Digits, 1, EnergyOptions.MaxDigits) ?? query.Numbers.Digits ?? EnergyOptions.DefaultDigits;
}
