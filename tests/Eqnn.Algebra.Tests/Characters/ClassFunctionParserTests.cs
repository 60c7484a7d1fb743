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
}
