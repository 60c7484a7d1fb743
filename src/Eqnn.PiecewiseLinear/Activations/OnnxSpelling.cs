using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Activations;

/// <summary>How ONNX writes a family of activations: one operator, with an argument for each parameter or with fixed values.</summary>
/// <remarks>Arguments are attributes, or inputs of the operator in versions that take them so (Clip, PRelu). <b>Source.</b> The operator list of ONNX, ai.onnx version 24.</remarks>
public sealed class OnnxSpelling
{
    internal OnnxSpelling(string type, IReadOnlyList<OnnxArgument> arguments, string? approximate)
    {
        Operator = type;
        Arguments = arguments;
        Approximate = approximate;
    }

    /// <summary>The type of the operator.</summary>
    public string Operator { get; }

    /// <summary>Its numeric arguments.</summary>
    public IReadOnlyList<OnnxArgument> Arguments { get; }

    /// <summary>The value of the attribute <c>approximate</c>; <c>null</c> if the operator has none.</summary>
    public string? Approximate { get; }

    /// <summary>The parameters that a node means, or <c>null</c> if the node is not of this family.</summary>
    /// <param name="defaults">The parameters of the family.</param>
    /// <param name="number">The value of an argument in the file, <c>null</c> where it is left out.</param>
    /// <param name="text">The value of an attribute that is a text, <c>null</c> where it is left out.</param>
    internal IReadOnlyList<Rational>? TryRead(IReadOnlyList<ActivationParameter> defaults, Func<string, double?> number, Func<string, string?> text)
    {
        if (Approximate is not null && (text("approximate") ?? "none") != Approximate)
        {
            return null;
        }

        var values = new Rational?[defaults.Count];
        foreach (var argument in Arguments)
        {
            if (ValueOf(argument, defaults, number(argument.Name)) is not { } value)
            {
                return null;
            }

            if (argument.Parameter is { } position)
            {
                if (values[position] is { } earlier && earlier != value)
                {
                    return null;
                }

                values[position] = value;
            }
            else if (value != argument.Fixed)
            {
                return null;
            }
        }

        return [.. values.Select((value, i) => value ?? defaults[i].Default)];
    }

    /// <summary>Single precision numbers stand for the simplest fraction that rounds to them, and for the default of the family where they are its rounding (1/6, the constants of SELU).</summary>
    private static Rational? ValueOf(OnnxArgument argument, IReadOnlyList<ActivationParameter> defaults, double? written)
    {
        if (written is not { } value)
        {
            return argument.Absent;
        }

        var expected = argument.Parameter is { } position ? defaults[position].Default : argument.Fixed!.Value;
        return (float)value == (float)expected.ToDouble() ? expected : !double.IsFinite(value) ? null : Rational.SimplestNear((float)value);
    }
}

/// <summary>A numeric argument of an ONNX operator.</summary>
public sealed record OnnxArgument
{
    internal OnnxArgument(string name, int? parameter, Rational? @fixed, Rational? absent) => (Name, Parameter, Fixed, Absent) = (name, parameter, @fixed, absent);

    /// <summary>Its name, as an attribute or an input.</summary>
    public string Name { get; }

    /// <summary>The position of the parameter of the family that it holds; <c>null</c> if it has a fixed value.</summary>
    public int? Parameter { get; }

    /// <summary>The fixed value; <c>null</c> if it holds a parameter.</summary>
    public Rational? Fixed { get; }

    /// <summary>What it is where the file leaves it out; <c>null</c> if it must stand there.</summary>
    internal Rational? Absent { get; }
}
