using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Xunit;

namespace Eqnn.Algebra.Tests.Characters;

public sealed class ClassFunctionParserTests
{
    private static readonly CharacterTable S4 = CharacterTable.Of(FiniteGroup.Parse("S4"));

    [Theory]
    [InlineData("standard * standard", "[3,1]*[3,1]")]
    [InlineData("[3,1]^2", "L3*L3")]
    [InlineData("sym(2,standard) + ext(2,standard)", "standard^2")]
    [InlineData("2*L2 - L2", "L2")]
    [InlineData("-L2", "0 - L2")]
    [InlineData("det(standard)", "sign")]
    [InlineData("dual(X.4)", "X.4")]
    [InlineData("adams(-1,X.4)", "X.4")]
    [InlineData("galois(5,(L3+L4)*2)", "2*L4+2*L3")]
    [InlineData("regular", "L0 + L1 + 2*L2 + 3*L3 + 3*L4")]
    [InlineData("1", "trivial")]
    [InlineData("L3^0", "L0")]
    [InlineData("ext(3,standard)", "sign")]
    public void Equal_expressions(string left, string right) => Assert.Equal(ClassFunction.Parse(S4, right), ClassFunction.Parse(S4, left));

    [Theory]
    [InlineData("", 0)]
    [InlineData("L9", 0)]
    [InlineData("X.6", 0)]
    [InlineData("L1 +", 4)]
    [InlineData("L1 L2", 3)]
    [InlineData("(L1", 1)]
    [InlineData("[3,1", 0)]
    [InlineData("sym(L1)", 4)]
    [InlineData("sym(2)", 5)]
    [InlineData("sym 2", 4)]
    [InlineData("galois(2,L1)", 6)]
    [InlineData("det(0-L1)", 0)]
    [InlineData("L1^5000", 3)]
    [InlineData("#", 0)]
    public void Malformed_expressions_name_the_place(string text, int position)
    {
        var error = Assert.Throws<AlgebraFormatException>(() => ClassFunction.Parse(S4, text));
        Assert.Equal(("character", position), (error.What, error.Position));
    }

    [Fact]
    public void Nesting_has_a_bound() => Assert.Throws<AlgebraFormatException>(() => ClassFunction.Parse(S4, new string('(', 5000)));

    /// <summary>Nested powers have more digits than the text has letters: known before they are computed.</summary>
    [Theory]
    [InlineData("(standard^1000)^1000")]
    [InlineData("((standard^100)^100)^100")]
    [InlineData("sym(1000,standard^30)")]
    [InlineData("ext(900,regular^20)")]
    [InlineData("(2000000000)^1000*standard^1000*(2000000000)^1000*L3^900*(2000000000)^1000")]
    public void Values_of_too_many_digits_are_refused(string text)
    {
        var table = CharacterTable.Of(FiniteGroup.Parse("S5"));
        Assert.Contains("bits of the values of a character is 65536", Assert.Throws<LimitExceededException>(() => ClassFunction.Parse(table, text)).Message, StringComparison.Ordinal);
        Assert.Throws<OperationCanceledException>(() => ClassFunction.Parse(table, "standard^9", new CancellationToken(canceled: true)));
    }

    /// <summary>Two routes: eigenvalues for degrees above 60, and the exterior power of top degree.</summary>
    [Theory]
    [InlineData("S5", "regular")]
    [InlineData("Q8", "9*regular")]
    [InlineData("C7", "9*regular + 5*X.2 + X.4")]
    [InlineData("C12", "20*X.2 + 50*X.6 + L3")]
    [InlineData("D9", "4*regular + L2")]
    [InlineData("SL(2,3)", "3*regular + X.4 + X.6")]
    public void Determinants_of_large_degree_are_those_of_exterior_powers(string name, string text)
    {
        var function = ClassFunction.Parse(CharacterTable.Of(FiniteGroup.Parse(name)), text);
        var degree = (int)function.Degree.ToRational().Numerator;
        Assert.True(degree > 60);
        Assert.Equal(function.ExteriorPower(degree), function.Determinant());
    }

    /// <summary>A degree of sixteen millions: the exterior power would have as many steps, squared.</summary>
    [Fact]
    public void The_determinant_of_a_large_power_is_found_at_once()
    {
        var table = CharacterTable.Of(FiniteGroup.Parse("S5"));
        Assert.Equal(table.Simples[0].Character, ClassFunction.Parse(table, "det(standard^12)"));
        Assert.Equal(table.SimpleNamed("sign").Character, ClassFunction.Parse(table, "det(standard + 1000*L0)"));
    }
}
