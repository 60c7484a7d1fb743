using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Characters.Modular;
using Eqnn.Algebra.Characters.Proofs;
using Eqnn.Algebra.Characters.Rows;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers.Modular;

namespace Eqnn.Algebra.Tests.Characters;

/// <summary>The pieces from which a table is made.</summary>
internal sealed record TablePieces(GroupClassAlgebra Algebra, List<LinearRow> Linear, ValuePool Pool, PrimeField Field, ulong Root, List<ulong[]> ModularLinear, List<StoredRow> Stored)
{
    /// <summary>The table modulo the first prime above a number, lifted with a power of the root of unity that is found there.</summary>
    public static TablePieces Of(string name, long above = 1 << 30, ulong power = 1)
    {
        var group = FiniteGroup.Parse(name);
        var quotient = AbelianQuotient.Of(group, CancellationToken.None);
        var linear = quotient.Characters.Select(exponents => new LinearRow(quotient, exponents)).ToList();
        var pool = new ValuePool(quotient.ExponentOfQuotient);
        var algebra = new GroupClassAlgebra(group, GroupClassAlgebra.PowersOf(group, CancellationToken.None));
        var field = PrimeField.SplittingExponent(algebra.Exponent, above);
        var root = field.Pow(field.RootOfUnity(algebra.Exponent), power);
        var roots = ValuePool.RootTable(field, algebra.Exponent, root, pool.RootOrder);
        var modularLinear = linear.Select(row => Enumerable.Range(0, algebra.ClassCount).Select(c => roots[row.Exponent(c)]).ToArray()).ToList();
        var lift = new CharacterLift(algebra, field, root, pool);
        var stored = ModularSplitting.Split(algebra, field, modularLinear, null, null, CancellationToken.None)!.Select(character => new StoredRow(character.Degree, lift.Lift(character.Degree, character.Values), character.Values)).ToList();
        return new(algebra, linear, pool, field, root, modularLinear, stored);
    }

    /// <summary>A new lift, which knows no values.</summary>
    public CharacterLift NewLift() => new(Algebra, Field, Root, Pool);

    /// <summary>The class that is the only one of elements of this order.</summary>
    public int ClassOfOrder(int order) => Enumerable.Range(0, Algebra.ClassCount).Single(c => Algebra.Powers.ElementOrder(c) == order);

    public void Verify(Func<List<StoredRow>, IReadOnlyList<StoredRow>> change, bool isLifted = true) => OrthogonalityCheck.Verify(Algebra, Linear, change(Stored), Pool, isLifted ? (Field, Root) : null, CancellationToken.None);
}
