using Eqnn.Algebra.Groups;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Characters;

/// <summary>The characters of an abelian group by frequencies, as for a cyclic group: on generators g_i that are independent, χ(g_i) = exp(2πi k_i / n_i) with n_i the order of g_i.</summary>
/// <remarks>Depends on the generators of the group: (k_1, ..., k_r) for the r generators in their order. The conjugate character has the opposite frequencies.</remarks>
public static class AbelianFrequencies
{
    /// <summary>Whether characters of this group have frequencies: it is abelian, and the product of the orders of its generators is its order.</summary>
    public static bool AreDefinedFor(FiniteGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return group.IsAbelian && group.Generators.Aggregate(System.Numerics.BigInteger.One, (product, g) => product * g.Order) == group.Order;
    }

    /// <summary>k_i with 0 ≤ k_i &lt; n_i, for the generators in their order.</summary>
    /// <exception cref="ArgumentException">Frequencies are not defined for the group of the character.</exception>
    public static IReadOnlyList<int> Of(IrreducibleCharacter character)
    {
        ArgumentNullException.ThrowIfNull(character);
        var group = character.Table.Group;
        if (!AreDefinedFor(group))
        {
            throw new ArgumentException($"{group.Name} is not the direct product of the cyclic groups of its generators: its characters have no frequencies", nameof(character));
        }

        return [.. group.Generators.Select(g =>
        {
            var (order, value) = ((int)g.Order, character[group.ClassPositionOf(g)]);
            return Enumerable.Range(0, order).First(k => Cyclotomic.E(order, k) == value);
        })];
    }
}
