namespace Eqnn.Algebra.Characters;

/// <summary>What the types of simple real representations are called.</summary>
public static class SimpleTypes
{
    /// <summary>R, C or H.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such type.</exception>
    public static string Letter(this SimpleType type) => type switch
    {
        SimpleType.Real => "R",
        SimpleType.Complex => "C",
        SimpleType.Quaternionic => "H",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "no such type"),
    };
}
