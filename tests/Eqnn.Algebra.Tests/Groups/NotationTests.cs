using System.Numerics;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Xunit;

namespace Eqnn.Algebra.Tests.Groups;

/// <summary>Names as other systems and books write them.</summary>
public sealed class NotationTests
{
    [Theory]
    [InlineData("SymmetricGroup(4)", "S4")]
    [InlineData("SymmetricGroup( IsPermGroup, 4 )", "S4")]
    [InlineData("Sym(4)", "S4")]
    [InlineData("Sym4", "S4")]
    [InlineData("AlternatingGroup(5)", "A5")]
    [InlineData("Alt(5)", "A5")]
    [InlineData("CyclicGroup(8)", "C8")]
    [InlineData("CyclicGroup(GrpPerm, 8)", "C8")]
    [InlineData("QuaternionGroup(16)", "Q16")]
    [InlineData("QuaternionGroup()", "Q8")]
    [InlineData("groups.permutation.Dihedral(8)", "D8")]
    [InlineData("groups.permutation.Symmetric(4)", "S4")]
    [InlineData("groups.permutation.KleinFour()", "C2^2")]
    [InlineData("MathieuGroup(11)", "M11")]
    [InlineData("AbelianGroup([2,4])", "C2 x C4")]
    [InlineData("AbelianGroup(2, 4)", "C2 x C4")]
    [InlineData("ElementaryAbelianGroup(27)", "C3^3")]
    [InlineData("GeneralLinearGroup(2,3)", "GL(2,3)")]
    [InlineData("Z/8", "C8")]
    [InlineData("Z/8Z", "C8")]
    [InlineData("Z/(8)", "C8")]
    [InlineData("Z/2Z x Z/4Z", "C2 x C4")]
    [InlineData("c8", "C8")]
    [InlineData("c2xc4", "C2 x C4")]
    [InlineData("psl(2,7)", "PSL(2,7)")]
    [InlineData("sd16", "SD16")]
    [InlineData("SymmetricGroup(3) x C2", "S3 x C2")]
    public void A_plain_name_of_another_system_is_the_one_here(string text, string name)
    {
        var group = FiniteGroup.Parse(text);
        Assert.Equal((name, null), (group.Name, group.Reading));
        Assert.Equal(FiniteGroup.Parse(name).Generators, group.Generators);
    }

    [Theory]
    [InlineData("DihedralGroup(8)", "D4", 8, "read as in GAP, by its order")]
    [InlineData("DihedralGroup(2)", "D1", 2, "read as in GAP")]
    [InlineData("DihedralGroup(5)", "D5", 10, "read as in Sage and Magma, by its corners")]
    [InlineData("DihedralGroup(GrpPerm, 8)", "D8", 16, "read as in Magma")]
    [InlineData("DihedralGroup(IsPermGroup, 8)", "D4", 8, "read as in GAP")]
    [InlineData("Dih4", "D4", 8, "Dih4 is D4")]
    [InlineData("Dih_4", "D4", 8, "Dih4 is D4")]
    [InlineData("V4", "C2^2", 4, "V4 is the four-group")]
    [InlineData("V_4", "C2^2", 4, "V_4 is the four-group")]
    [InlineData("K4", "C2^2", 4, "K4 is the four-group")]
    [InlineData("W(A3)", "S4", 24, "W(A3) is S4")]
    [InlineData("W(B3)", "C2 wr S3", 48, "W(B3) is C2 wr S3")]
    [InlineData("W(G2)", "D6", 12, "W(G2) is D6")]
    [InlineData("W(I2(5))", "D5", 10, "W(I2(5)) is D5")]
    [InlineData("DicyclicGroup(12)", "Dic3", 12, "by its order")]
    public void Where_others_may_mean_something_else_the_group_says_how_it_was_read(string text, string name, long order, string reading)
    {
        var group = FiniteGroup.Parse(text);
        Assert.Equal((name, (BigInteger)order), (group.Name, group.Order));
        Assert.Contains(reading, group.Reading, StringComparison.Ordinal);
    }

    /// <summary>Orders, numbers of roots and Coxeter relations (s_i s_j)^m = 1 against the tables of [Bourbaki1968, Planches]; the order once more without the theorem.</summary>
    [Theory]
    [InlineData("W(E6)", 51_840, 72, 12)]
    [InlineData("W(E7)", 2_903_040, 126, 18)]
    [InlineData("W(E8)", 696_729_600, 240, 30)]
    [InlineData("W(F4)", 1_152, 48, 12)]
    [InlineData("W(H3)", 120, 30, 10)]
    [InlineData("W(H4)", 14_400, 120, 30)]
    [InlineData("W(D4)", 192, 8, 6)]
    [InlineData("W(D5)", 1_920, 10, 8)]
    public void Coxeter_groups_act_on_their_roots(string name, long order, int points, long coxeterNumber)
    {
        var group = FiniteGroup.Parse(name);
        Assert.Equal((name, points, (BigInteger)order), (group.Name, group.Degree, group.Order));
        Assert.Equal(order, FiniteGroup.FromGenerators("again", points, group.Generators).Order);
        Assert.All(group.Generators, s => Assert.Equal(2, s.Order));
        Assert.Equal(coxeterNumber, group.Generators.Aggregate((a, b) => a * b).Order);
        Assert.Equal(name, FiniteGroup.Parse(group.Name).Name);
    }

    [Theory]
    [InlineData("[ (1,2,3,4), (1,2) ]")]
    [InlineData("[(1,2,3,4),\n (1,2)]")]
    [InlineData("Group( [ (1,2,3,4), (1,2) ] );")]
    [InlineData("Group( (1,2,3,4),\n(1,2) );\n")]
    [InlineData("PermutationGroup([(1,2,3,4), (1,2)])")]
    [InlineData("Permutation Group with generators [(1,2,3,4), (1,2)]")]
    [InlineData("(1,2,3,4), (1,2)")]
    [InlineData("(1,2,3,4);(1,2);")]
    [InlineData("(1,2,3,4),\n(1,2)")]
    [InlineData("PermutationGroup< 4 | (1,2,3,4), (1,2) >")]
    [InlineData("PermutationGroup<4|(1,2,3,4),(1,2)>;")]
    [InlineData("Permutation group acting on a set of cardinality 4\nOrder = 24 = 2^3 * 3\n    (1, 2, 3, 4)\n    (1, 2)\n")]
    [InlineData("Permutation group G acting on a set of cardinality 4\n    (1, 2, 3, 4)\n    (1, 2)")]
    public void Generators_are_read_as_other_systems_print_them(string text)
    {
        var group = FiniteGroup.Parse(text);
        Assert.Equal(24, group.Order);
        Assert.Equal([Permutation.Parse("(1,2,3,4)", 4), Permutation.Parse("(1,2)", 4)], group.Generators);
    }

    [Theory]
    [InlineData("(1,2)(3,4)", 2, 4)]
    [InlineData("()", 1, 1)]
    [InlineData("(C2 x C3)", 6, 5)]
    [InlineData("PermutationGroup< 6 | (1,2,3,4) >", 4, 4)]
    public void Parentheses_hold_cycles_or_names(string text, long order, int degree)
    {
        var group = FiniteGroup.Parse(text);
        Assert.Equal(((BigInteger)order, degree), (group.Order, group.Degree));
        Assert.Equal(text.Contains("< 6", StringComparison.Ordinal) ? "a group on 6 points, of which those from 5 on are fixed: they are left out" : null, group.Reading);
    }

    [Theory]
    [InlineData("PermutationGroup< 3 | (1,2,3,4) >", "the generators move the point 4, and 3 points are given")]
    [InlineData("PermutationGroup< x | (1,2) >", "the number of points is expected")]
    [InlineData("PermutationGroup< 4 (1,2) >", "expected '|'")]
    [InlineData("PermutationGroup< 4 | (1,2)", "this '<' is not closed")]
    [InlineData("(1,2), (3", "this '(' is not closed")]
    public void Generators_that_are_none_are_refused(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<AlgebraFormatException>(() => FiniteGroup.Parse(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("zeta(8)", "E(8)")]
    [InlineData("zeta8^3", "E(8)^3")]
    [InlineData("ζ(8)", "E(8)")]
    [InlineData("zeta_8", "E(8)")]
    [InlineData("CyclotomicField(8).gen()", "E(8)")]
    [InlineData("CyclotomicField(8).1^3", "E(8)^3")]
    [InlineData("RootOfUnity(8)", "E(8)")]
    [InlineData("exp(2*pi*i/8)", "E(8)")]
    [InlineData("exp(2πi/8)", "E(8)")]
    [InlineData("exp(-2 pi i/8)", "-E(8)^3")]
    [InlineData("e^(2 pi i/8)", "E(8)")]
    [InlineData("e^{2\\pi i/8}", "E(8)")]
    [InlineData("2*exp(2*pi*I*3/8)+1", "1+2*E(8)^3")]
    [InlineData("2 exp(pi i)", "-2")]
    [InlineData("exp(0)", "1")]
    [InlineData("cos(2 pi/5)", "1/2*E(5)+1/2*E(5)^4")]
    [InlineData("2cos(pi/4)", "E(8)-E(8)^3")]
    [InlineData("sin(pi/6)", "1/2")]
    [InlineData("1+I", "1+E(4)")]
    [InlineData("√2", "E(8)-E(8)^3")]
    [InlineData("sqrt(2)", "E(8)-E(8)^3")]
    public void Numbers_are_read_in_other_spellings(string text, string number) => Assert.Equal(number, Cyclotomic.Parse(text).ToString());

    [Theory]
    [InlineData("exp(2*pi/8)", "rational multiple of pi i")]
    [InlineData("exp(i)", "rational multiple of pi i")]
    [InlineData("exp(2 pi i/", "'\\)' is missing")]
    [InlineData("exp(2 pi i/0)", "division by zero")]
    [InlineData("cos(1)", "rational multiple of pi")]
    [InlineData("cos(pi x)", "is expected, not 'x'")]
    [InlineData("CyclotomicField(8)", "its generator is")]
    [InlineData("zeta()", "order of a root of unity is expected")]
    public void What_is_no_such_number_is_refused_with_the_reason(string text, string reason) =>
        Assert.Matches(reason.Replace("(n)", "\\(n\\)", StringComparison.Ordinal), Assert.Throws<AlgebraFormatException>(() => Cyclotomic.Parse(text)).Message);
}
