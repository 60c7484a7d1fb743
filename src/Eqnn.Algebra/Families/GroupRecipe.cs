using System.Numerics;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Families;

/// <summary>What a name stands for: generators, and what theory knows about the group they generate.</summary>
/// <param name="Name">The canonical name.</param>
/// <param name="Degree">The number of points.</param>
/// <param name="Generators">Generators on these points.</param>
/// <param name="Order">The order, where a theorem gives it.</param>
/// <param name="Kind">Natural symmetric or alternating group, or neither.</param>
/// <param name="Strength">How tightly the name binds: 3 an atom, 2 a power or semidirect product, 1 a wreath product, 0 a direct product.</param>
internal sealed record GroupRecipe(string Name, int Degree, Permutation[] Generators, BigInteger? Order, GroupKind Kind = GroupKind.General, int Strength = 3)
{
    /// <summary>How the name was read, where that has to be said.</summary>
    public string? Reading { get; init; }

    /// <summary>What theorems say of the group, where it is a member of a family that they speak of.</summary>
    public TheoryFacts? Facts { get; init; }

    /// <summary>The name, in parentheses if it binds less tightly than its surroundings ask.</summary>
    public string NameAt(int strength) => Strength >= strength ? Name : "(" + Name + ")";
}
