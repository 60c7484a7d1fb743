using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Xunit;

namespace Eqnn.Algebra.Tests.Characters;

public sealed class ClassFunctionTests
{
    private static readonly CharacterTable S4 = CharacterTable.Of(FiniteGroup.Parse("S4"));
    private static readonly CharacterTable Other = CharacterTable.Of(FiniteGroup.Parse("S4"));

    [Fact]
    public void Functions_of_two_tables_do_not_mix()
    {
        var (a, b) = (S4.Irreducibles[1].Values, Other.Irreducibles[1].Values);
        Assert.Throws<ArgumentException>(() => a + b);
        Assert.Throws<ArgumentException>(() => a - b);
        Assert.Throws<ArgumentException>(() => a * b);
        Assert.Throws<ArgumentException>(() => a.InnerProduct(b));
        Assert.Throws<ArgumentException>(() => S4.Simples[1].MultiplicityIn(b));
        Assert.True(a != b);
    }

    [Fact]
    public void Arithmetic_is_pointwise()
    {
        var chi = S4.SimpleNamed("[3,1]").Character;
        Assert.Equal(chi + chi, 2 * chi);
        Assert.Equal(chi - chi, 0 * chi);
        Assert.Equal(-chi, chi * -1);
        Assert.Equal(chi, (Rational)1 / 2 * (chi + chi));
        Assert.Equal(Cyclotomic.E(4) * chi, chi * Cyclotomic.E(4));
        Assert.Equal(3, chi.Degree);
        Assert.Equal(1, chi.ValueAt(Permutation.Parse("(1,2)(3)(4)", null)));
        Assert.Equal("[3, 1, -1, 0, -1]", Sorted(chi));
    }

    [Fact]
    public void Equal_values_have_equal_hashes()
    {
        var chi = S4.SimpleNamed("[3,1]").Character;
        var same = chi * S4.Irreducibles[0].Values;
        Assert.True(chi == same);
        Assert.Equal(chi.GetHashCode(), same.GetHashCode());
    }

    [Fact]
    public void Wrong_shapes_and_exponents_are_refused()
    {
        Assert.Throws<ArgumentException>(() => ClassFunction.FromValues(S4, [1, 2]));
        Assert.Throws<ArgumentException>(() => S4.Irreducibles[0].Values.GaloisConjugate(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => S4.Irreducibles[0].Values[5]);
    }

    private static string Sorted(ClassFunction chi)
    {
        // In the order 1, (12), (12)(34), (123), (1234).
        string[] elements = ["(1)(2)(3)(4)", "(1,2)(3)(4)", "(1,2)(3,4)", "(1,2,3)(4)", "(1,2,3,4)"];
        return "[" + string.Join(", ", elements.Select(g => chi.ValueAt(Permutation.Parse(g, null)))) + "]";
    }
}
