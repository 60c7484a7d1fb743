using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Activations;

/// <summary>One row of the table of activations: a name, its parameters, what the function is for each value of them, and how ONNX writes it.</summary>
/// <remarks>Nothing else in the project knows an activation by its name: values, parts, symmetry, bounds and file formats come from the row. <b>Not</b> an <see cref="Activation"/>: that has values for its parameters.</remarks>
public sealed class ActivationFamily
{
    private readonly Func<IReadOnlyList<Rational>, ActivationDefinition> _define;

    internal ActivationFamily(string name, IReadOnlyList<string> aliases, IReadOnlyList<ActivationParameter> parameters, OnnxSpelling? onnx, Func<IReadOnlyList<Rational>, ActivationDefinition> define)
    {
        Name = name;
        Aliases = aliases;
        Parameters = parameters;
        Onnx = onnx;
        _define = define;
    }

    /// <summary>The rows in the order in which they are listed to users.</summary>
    public static IReadOnlyList<ActivationFamily> All => ActivationTable.Rows;

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>Other names of the same functions.</summary>
    public IReadOnlyList<string> Aliases { get; }

    /// <summary>The parameters, in the order in which they are typed.</summary>
    public IReadOnlyList<ActivationParameter> Parameters { get; }

    /// <summary>The ONNX operator that computes these functions; <c>null</c> if there is none.</summary>
    public OnnxSpelling? Onnx { get; }

    /// <summary>The activation with the default parameters.</summary>
    public Activation Default => With([.. Parameters.Select(parameter => parameter.Default)]);

    /// <summary>The activation with given parameters; its name leaves out parameters that are all defaults.</summary>
    /// <exception cref="ArgumentException">The number of values differs, or the family has no function for them; the message says why.</exception>
    public Activation With(IReadOnlyList<Rational> values)
    {
        if (values.Count != Parameters.Count)
        {
            throw new ArgumentException(FormattableString.Invariant($"{Name} takes {Count(Parameters.Count)}, not {values.Count}"));
        }

        var isDefault = values.Zip(Parameters).All(pair => pair.First == pair.Second.Default);
        return Activation.FromDefinition(isDefault ? Name : $"{Name}:{string.Join(",", values)}", this, [.. values], _define(values));
    }

    /// <summary>The name with the names of the parameters.</summary>
    public override string ToString() => Parameters.Count == 0 ? Name : $"{Name}:{string.Join(",", Parameters.Select(parameter => parameter.Name))}";

    private static string Count(int parameters) => parameters switch
    {
        0 => "no parameter",
        1 => "one parameter",
        _ => FormattableString.Invariant($"{parameters} parameters"),
    };
}
