using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Energies;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Energies;

/// <summary>Energies against zeros that are said to be proved, one of the two false.</summary>
public sealed class EnergyChecksFire
{
    private const string Check = "energies vanish exactly where the theorem says";

    private static readonly CharacterTable Table = CharacterTable.Of(FiniteGroup.Parse("C5"));

    [Fact]
    public void Exact_energies_are_zero_where_the_theorem_says_and_positive_elsewhere()
    {
        Assert.Equal(["0", "0.3333", "0.6667"], Exact([0, 1, 2], [true, false, false]).Shares.Select(share => share.Text));
        Fires.With(Check, () => Exact([0, 1, 2], [true, true, false]));
        Fires.With(Check, () => Exact([0, 1, 2], [false, false, false]));
        Fires.With(Check, () => Exact([0, -1, 2], [true, false, false]));
    }

    [Fact]
    public void Enclosures_hold_zero_where_the_theorem_says_and_positive_numbers_elsewhere()
    {
        Assert.Equal(["0", "0.3333", "0.6667"], Enclosed([0, 1, 2], [true, false, false])!.Shares.Select(share => share.Text));
        Fires.With(Check, () => Enclosed([0, 1, 2], [true, true, false]));
        Fires.With(Check, () => Enclosed([0, 1, 2], [false, false, false]));
        Fires.With(Check, () => Enclosed([0, -1, 2], [true, false, false]));
    }

    private static EnergyRow Exact(IReadOnlyList<Cyclotomic> energies, IReadOnlyList<bool> zeros) => EnergyRounding.ExactRow(Table.Simples[1], Table.Simples, energies, zeros, 4);

    private static EnergyRow? Enclosed(IReadOnlyList<Rational> energies, IReadOnlyList<bool> zeros) =>
        EnergyRounding.TryRow(Table.Simples[1], 1, Table.Simples, [.. energies.Select(energy => RealInterval.Of(energy, 128))], zeros, 4, lastAttempt: false);
}
