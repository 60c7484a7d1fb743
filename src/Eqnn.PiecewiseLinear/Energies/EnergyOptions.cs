namespace Eqnn.PiecewiseLinear.Energies;

/// <summary>How precise energies are.</summary>
/// <param name="Digits">Digits after the point.</param>
public sealed record EnergyOptions(int Digits = EnergyOptions.DefaultDigits)
{
    /// <summary>The digits that are given where none are asked for.</summary>
    public const int DefaultDigits = 12;

    /// <summary>The most digits that can be asked for.</summary>
    public const int MaxDigits = 1000;

    /// <summary>12 digits.</summary>
    public static EnergyOptions Default { get; } = new();

    /// <summary>The same with another number of digits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not between 1 and <see cref="MaxDigits"/>.</exception>
    public EnergyOptions WithDigits(int digits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(digits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, MaxDigits);
        return this with { Digits = digits };
    }
}
