using System.Globalization;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Activations;

public sealed partial class Activation
{
    /// <summary>The largest number of characters of a parameter.</summary>
    private const int MaxParameterLength = 400;

    /// <summary>
    /// Reads the name of a known activation (case, <c>_</c> and <c>-</c> do not matter), with parameters behind a colon as in <c>leaky-relu:1/5</c> or <c>hardtanh:-2,2</c>,
    /// <c>pl:(-1,0) (0,0) (1,2)</c> for the piecewise linear function through points, or <c>poly:t^3 - 1/2 t</c>.
    /// </summary>
    /// <remarks>Parameters are rational numbers, also as decimals (0.2, 1E-05), and left out parameters are the defaults. Beyond the outer points of <c>pl:</c> the outer segments go on.</remarks>
    /// <exception cref="AlgebraFormatException">There is no such activation, or its parameters are not numbers, too many, or outside what it is defined for.</exception>
    public static Activation Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? text : text[..colon];
        foreach (var written in ActivationTable.Written)
        {
            if (ActivationTable.Plain(name) == written.Word)
            {
                return colon < 0 ? throw new AlgebraFormatException("activation", text, 0, "the function is missing", written.Example) : written.Read(text[(colon + 1)..]);
            }
        }

        var family = ActivationTable.Find(name) ?? throw new AlgebraFormatException("activation", text, 0, "not known", Nearest(ActivationTable.Plain(name)));
        return colon < 0 ? family.Default : WithParameters(family, text, colon + 1);
    }

    /// <summary>The activation that an ONNX node computes.</summary>
    /// <param name="operatorType">The type of the operator.</param>
    /// <param name="number">The value of a numeric argument (attribute, or input of the operator) by its name; <c>null</c> where the file leaves it out.</param>
    /// <param name="text">The value of an attribute that is a text; <c>null</c> where the file leaves it out.</param>
    /// <remarks>Numbers of single precision stand for the simplest fraction that rounds to them (0.01f for 1/100), those of the defaults for the defaults. The first row of the table that fits counts: Clip from 0 to 6 is <c>relu6</c>.</remarks>
    /// <returns><c>null</c> if no row of the table is this operator with these arguments.</returns>
    public static Activation? TryFromOnnx(string operatorType, Func<string, double?> number, Func<string, string?> text)
    {
        foreach (var row in ActivationTable.Rows.Where(row => row.Onnx?.Operator == operatorType).OrderBy(row => row.Onnx!.Arguments.Count(argument => argument.Fixed is null)))
        {
            if (row.Onnx!.TryRead(row.Parameters, number, text) is { } values)
            {
                try
                {
                    return row.With(values);
                }
                catch (ArgumentException)
                {
                    // The family has no function for these values: alpha 0 of Celu.
                    return null;
                }
            }
        }

        return null;
    }

    private static Activation WithParameters(ActivationFamily family, string text, int position)
    {
        Rational[] values = [.. family.Parameters.Select(parameter => parameter.Default)];
        var example = family.Parameters.Count == 0 ? family.Name : $"{family.Name}:{string.Join(",", values)}";
        var parts = text[position..].Split(',');
        if (parts.Length > values.Length)
        {
            throw new AlgebraFormatException("activation", text, position, family.Parameters.Count == 0 ? $"{family.Name} takes no parameter" : FormattableString.Invariant($"{parts.Length} parameters; {family} has {values.Length}"), example);
        }

        for (var i = 0; i < parts.Length; i++)
        {
            values[i] = TryNumber(parts[i]) ?? throw new AlgebraFormatException("activation", text, position, $"{family.Parameters[i].Name} is no rational number within the range of double precision", example);
            position += parts[i].Length + 1;
        }

        try
        {
            return family.With(values);
        }
        catch (ArgumentException problem)
        {
            throw new AlgebraFormatException("activation", text, text.IndexOf(':', StringComparison.Ordinal) + 1, problem.Message, example);
        }
    }

    /// <summary>A rational number, or a decimal number with an exponent; <c>null</c> if it is neither, or beyond what doubles hold.</summary>
    private static Rational? TryNumber(string text)
    {
        if (text.Length > MaxParameterLength)
        {
            return null;
        }

        if (!Rational.TryParse(text.Trim(), CultureInfo.InvariantCulture, out var value))
        {
            var mark = text.IndexOfAny(['e', 'E']);
            if (mark < 0 || !Rational.TryParse(text[..mark].Trim(), CultureInfo.InvariantCulture, out value)
                || !int.TryParse(text.AsSpan(mark + 1).Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent) || exponent is < -MaxParameterLength or > MaxParameterLength)
            {
                return null;
            }

            value *= Rational.Pow(10, exponent);
        }

        return value.IsZero || Rational.Abs(value) is var size && size < Rational.Pow(10, 300) && size > Rational.Pow(10, -300) ? value : null;
    }

    private static string Nearest(string wanted) =>
        NearestWord.TryFind(wanted, ActivationTable.Rows.Select(row => ActivationTable.Plain(row.Name))) is { } near ? ActivationTable.Find(near)!.Name
        : string.Join(", or ", ActivationTable.Written.Select(written => written.Example).Prepend(ActivationTable.Rows[0].Name));
}
