using System.Diagnostics;
using System.Numerics;
using Eqnn.Algebra.Chains;
using Eqnn.Algebra.Families;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Names;
using Eqnn.Algebra.NormalSubgroups;
using Eqnn.Numbers;
using Xunit;

namespace Eqnn.Algebra.Tests.Groups;

public sealed class GroupNameTests
{
    /// <summary>What is offered for an order has this order, and no group is offered twice.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(24)]
    [InlineData(32)]
    [InlineData(60)]
    [InlineData(72)]
    [InlineData(97)]
    public void Names_offered_for_an_order_have_it(int order)
    {
        var groups = NamesOfOrder.Of(order).Select(name => FiniteGroup.Parse(name)).ToList();
        Assert.NotEmpty(groups);
        Assert.All(groups, group => Assert.Equal(order, group.Order));
        Assert.Equal(groups.Count, groups.Select(group => string.Join(';', group.ConjugacyClasses.Select(c => (c.ElementOrder, c.Size)).Order()) + group.IsAbelian + string.Join(',', group.AbelianInvariants)).Distinct().Count());
    }

    [Theory]
    [InlineData("C8", "C8", 8, 8)]
    [InlineData("Z8", "C8", 8, 8)]
    [InlineData("C_8", "C8", 8, 8)]
    [InlineData(" Z_8 ", "C8", 8, 8)]
    [InlineData("C(8)", "C8", 8, 8)]
    [InlineData("D4", "D4", 4, 8)]
    [InlineData("D8", "D8", 8, 16)]
    [InlineData("Q8", "Q8", 8, 8)]
    [InlineData("Dic3", "Dic3", 7, 12)]
    [InlineData("SD16", "SD16", 8, 16)]
    [InlineData("QD16", "SD16", 8, 16)]
    [InlineData("M16", "M16", 8, 16)]
    [InlineData("F20", "F20", 5, 20)]
    [InlineData("F21", "F21", 7, 21)]
    [InlineData("C5:C4", "C5:C4", 5, 20)]
    [InlineData("Z5 : Z_4", "C5:C4", 5, 20)]
    [InlineData("C3:C4", "C3:C4", 7, 12)]
    [InlineData("C2xC4", "C2 x C4", 6, 8)]
    [InlineData("C2 × C4", "C2 x C4", 6, 8)]
    [InlineData("C2 x (C4 x C3)", "C2 x C4 x C3", 9, 24)]
    [InlineData("C2^3", "C2^3", 6, 8)]
    [InlineData("C2^1", "C2", 2, 2)]
    [InlineData("(C2 x C4)^2", "(C2 x C4)^2", 12, 64)]
    [InlineData("((C2))", "C2", 2, 2)]
    [InlineData("C2wrS4", "C2 wr S4", 8, 384)]
    [InlineData("C2 wr S3 x C5", "C2 wr S3 x C5", 11, 240)]
    [InlineData("C2 wr (C2 x C2)", "C2 wr (C2 x C2)", 8, 64)]
    [InlineData("C2 wr C2 wr C2", "(C2 wr C2) wr C2", 8, 128)]
    [InlineData("L(2,7)", "PSL(2,7)", 8, 168)]
    [InlineData("PSL( 2 , 7 )", "PSL(2,7)", 8, 168)]
    [InlineData("GL(1,2)", "GL(1,2)", 1, 1)]
    [InlineData("AGL(1,7)", "AGL(1,7)", 7, 42)]
    [InlineData("2^1+4-", "2^{1+4}_-", 16, 32)]
    [InlineData("M24", "M24", 24, 244823040)]
    [InlineData("M23", "M23", 23, 10200960)]
    [InlineData("perm:(1,2,3)(4,5);(1,2)", "perm:(1,2,3)(4,5);(1,2)", 5, 12)]
    [InlineData("perm: (3,1,2) ; ()", "perm:(1,2,3);()", 3, 3)]
    [InlineData("perm:()", "perm:()", 1, 1)]
    public void Names_are_read_and_printed_canonically(string text, string name, int degree, int order)
    {
        var group = FiniteGroup.Parse(text);
        Assert.Equal(name, group.Name);
        Assert.Equal(degree, group.Degree);
        Assert.Equal(order, group.Order);
        Assert.Equal(order, StabilizerChain.Of(group.Degree, group.Generators).Order);
        Assert.Equal(name, FiniteGroup.Parse(name).Name);
        Assert.Equal(group.Generators, FiniteGroup.Parse(name).Generators);
    }

    [Theory]
    [InlineData("", 0, "empty", "C8")]
    [InlineData("   ", 0, "empty", "C8")]
    [InlineData("C0", 1, "at least 1", "C1")]
    [InlineData("D-3", 1, "expected a number but met '-'", "D4")]
    [InlineData("C", 1, "the text ends", "C8")]
    [InlineData("C8x", 3, "a group is missing", "C8x C2")]
    [InlineData("C8 C2", 3, "does not continue", "C8 x C2")]
    [InlineData("C8)", 2, "')' without '('", "C8")]
    [InlineData("(C8", 0, "not closed", "(C8)")]
    [InlineData("C(8", 1, "not closed", "C8")]
    [InlineData("X9", 0, "unknown group 'X'", "")]
    [InlineData("Q12", 1, "order 8, 16, 32", "Dic3")]
    [InlineData("Q6", 1, "order 8, 16, 32", "Q8")]
    [InlineData("SD8", 2, "must be 16, 32", "D4")]
    [InlineData("SD24", 2, "must be 16, 32", "SD16")]
    [InlineData("M8", 1, "must be 16, 32", "D4")]
    [InlineData("M13", 1, "Mathieu", "M11")]
    [InlineData("F12", 1, "F<n> needs", "F20")]
    [InlineData("F7", 1, "F<n> needs", "F20")]
    [InlineData("SL(2,6)", 5, "no field with 6 elements", "SL(2,5)")]
    [InlineData("SL(2)", 4, "expected ','", "SL(2,3)")]
    [InlineData("SL2,3", 2, "two numbers in parentheses", "SL(2,3)")]
    [InlineData("SL(2,3", 2, "not closed", "SL(2,3)")]
    [InlineData("SL(0,3)", 3, "dimension", "SL(2,3)")]
    [InlineData("GL(2,1)", 5, "no field with 1 elements", "GL(2,2)")]
    [InlineData("C8:C2", 0, "units modulo 8 are not cyclic", "")]
    [InlineData("C5:S3", 3, "only cyclic groups", "C5:C2")]
    [InlineData("C2^0", 3, "exponent must be at least 1", "C2^1")]
    [InlineData("C2^x", 3, "expected an exponent", "C2^2")]
    [InlineData("2^{1+3}_+", 5, "must be 2, 4, 6", "2^{1+4}_+")]
    [InlineData("4^{1+2}_+", 0, "belong to a prime", "2^{1+4}_+")]
    [InlineData("2^{1+4}", 7, "expected + or -", "2^{1+4}_+")]
    [InlineData("2^{1+4_+", 6, "expected '}'", "2^{1+4}_+")]
    [InlineData("7", 0, "begins with a letter", "C7")]
    [InlineData("TransitiveGroup(8,3)", 0, "numbers of transitive and primitive groups are not understood", "perm:(1,2,3)(4,5);(1,2)")]
    [InlineData("Heis(5)", 0, "extraspecial", "5^{1+2}_+")]
    [InlineData("Klein", 0, "the four-group is a power", "C2^2")]
    [InlineData("V5", 0, "the four-group is a power", "C2^2")]
    [InlineData("SymmetricGroup(0)", 0, "one number, at least 1", "S5")]
    [InlineData("SymmetricGroup(IsPermGroup)", 15, "expected a number", "SymmetricGroup(4)")]
    [InlineData("DihedralGroup()", 14, "expected a number", "DihedralGroup(8)")]
    [InlineData("DicyclicGroup(10)", 0, "the order, 8, 12, 16", "Dic3")]
    [InlineData("Z/0", 2, "not finite", "Z/8Z")]
    [InlineData("W(E9)", 0, "no finite Coxeter group W(E9)", "W(E6)")]
    [InlineData("W(D3)", 0, "no finite Coxeter group W(D3)", "W(E6)")]
    [InlineData("ElementaryAbelianGroup(12)", 0, "power of a prime", "ElementaryAbelianGroup(8)")]
    [InlineData("[ (1,2,3), (1,2", 0, "this '[' is not closed", "[ (1,2,3), (1,2) ]")]
    [InlineData("perm:", 5, "missing", "()")]
    [InlineData("perm:(1,2", 5, "not closed", "")]
    [InlineData("perm:(1,2);(3,4)(4,5)", 17, "the point 4 occurs twice", "")]
    [InlineData("perm:(1,2);", 11, "missing", "()")]
    [InlineData("C8\n", -1, "", "")]
    [InlineData("\u0007", 0, "expected a group name", "a name like C8, S5 or GL(2,3)")]
    [InlineData(" @group.json", 1, "'@' names a file, and names alone are read here", "perm:(1,2,3);(1,2)")]
    public void Malformed_names_are_refused_where_they_go_wrong(string text, int position, string problem, string nearest)
    {
        if (position < 0)
        {
            // White space around a name is not an error.
            Assert.Equal("C8", FiniteGroup.Parse(text).Name);
            return;
        }

        var error = Assert.Throws<AlgebraFormatException>(() => FiniteGroup.Parse(text));
        Assert.Equal(position, error.Position);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        if (nearest.Length > 0)
        {
            Assert.Equal(nearest, error.Nearest);
        }
    }

    /// <summary>Names that others use, and slips: what is wrong is said, and what is offered is that group, or a form, or nothing; never another group that happens to be spelled alike.</summary>
    [Theory]
    [InlineData("8T4", "transitive and primitive groups are not understood", "perm:(1,2,3)(4,5);(1,2)")]
    [InlineData("T8N4", "transitive and primitive groups are not understood", "perm:(1,2,3)(4,5);(1,2)")]
    [InlineData("t8n4", "transitive and primitive groups are not understood", "perm:(1,2,3)(4,5);(1,2)")]
    [InlineData("J1", "sporadic groups but those of Mathieu", "perm:(1,2,3)(4,5);(1,2)")]
    [InlineData("Co1", "sporadic groups", "perm:(1,2,3)(4,5);(1,2)")]
    [InlineData("HS", "sporadic groups", "perm:(1,2,3)(4,5);(1,2)")]
    [InlineData("McL", "sporadic groups", "perm:(1,2,3)(4,5);(1,2)")]
    [InlineData("Fi22", "sporadic groups", "perm:(1,2,3)(4,5);(1,2)")]
    [InlineData("G2(3)", "exceptional groups of Lie type", "perm:(1,2,3)(4,5);(1,2)")]
    [InlineData("E6(2)", "exceptional groups of Lie type", "perm:(1,2,3)(4,5);(1,2)")]
    [InlineData("E8", "the Coxeter group of a type", "W(E8)")]
    [InlineData("G2", "the Coxeter group of a type", "W(G2)")]
    [InlineData("H3", "the Coxeter group of a type", "W(H3)")]
    [InlineData("F4", "F<n> needs", "W(F4)")]
    [InlineData("O(5,3)", "orthogonal groups are not carried", "perm:(1,2,3)(4,5);(1,2)")]
    [InlineData("SO(3)", "orthogonal groups are not carried", "perm:(1,2,3)(4,5);(1,2)")]
    [InlineData("Spin(7,3)", "orthogonal groups are not carried", "perm:(1,2,3)(4,5);(1,2)")]
    [InlineData("PGammaL(2,9)", "semilinear", "perm:(1,2,3)(4,5);(1,2)")]
    [InlineData("Aut(S6)", "a group made from another one has no name", "perm:(1,2,3)(4,5);(1,2)")]
    [InlineData("Out(S6)", "a group made from another one has no name", "perm:(1,2,3)(4,5);(1,2)")]
    [InlineData("Hol(C5)", "a group made from another one has no name", "perm:(1,2,3)(4,5);(1,2)")]
    [InlineData("Syl(2)", "a group made from another one has no name", "perm:(1,2,3)(4,5);(1,2)")]
    [InlineData("DirectProduct(S3,S4)", "direct products are written with x", "S3 x C2")]
    [InlineData("WreathProduct(S3,C2)", "wreath products are written with wr", "S3 wr C2")]
    [InlineData("WeylGroup(E6)", "Coxeter groups are named by their type", "W(E6)")]
    [InlineData("ExtraspecialGroup(27,\"+\")", "extraspecial groups are written", "2^{1+4}_+")]
    [InlineData("IdGroup(S4)", "the number of a group", "SmallGroup(24,3)")]
    [InlineData("FreeGroup(2)", "groups are finite", "perm:(1,2,3)(4,5);(1,2)")]
    [InlineData("PSL2(7)", "two numbers in parentheses", "PSL(2,7)")]
    [InlineData("L3(4)", "two numbers in parentheses", "PSL(3,4)")]
    [InlineData("U3(3)", "two numbers in parentheses", "PSU(3,3)")]
    [InlineData("PSL_2(7)", "two numbers in parentheses", "PSL(2,7)")]
    [InlineData("PSL(2,2^3)", "expected ')' but met '^'", "PSL(2,7)")]
    [InlineData("Sz(8,2)", "expected ')' but met ','", "Sz8")]
    [InlineData("SmallGroup(24,3.5)", "expected ')' but met '.'", "SmallGroup(24,3)")]
    [InlineData("[24,3,1]", "expected ']' but met ','", "a name like C8, S5 or GL(2,3)")]
    [InlineData("Frob(5)", "unknown group 'Frob'", "F20")]
    [InlineData("Frob(20)", "unknown group 'Frob'", "F20")]
    [InlineData("SuzukiGroup(8)", "unknown group 'SuzukiGroup'", "Sz(8)")]
    [InlineData("SuzukiGroup(16)", "unknown group 'SuzukiGroup'", "Sz(8)")]
    [InlineData("Symm(5)", "unknown group 'Symm'", "S5")]
    [InlineData("Dicc3", "unknown group 'Dicc'", "Dic3")]
    [InlineData("Cn", "unknown group 'Cn'", "C8")]
    [InlineData("J", "unknown group 'J'", "perm:(1,2,3)(4,5);(1,2)")]
    [InlineData("X9", "unknown group 'X'", "a name like C8, S5 or GL(2,3)")]
    [InlineData("QuaternionGroup(12)", "read as Q12: generalised quaternion groups", "Dic3")]
    [InlineData("trivial", "the group of order 1 is cyclic", "C1")]
    [InlineData("S3 * C2", "direct products are written with x", "S3 x C2")]
    [InlineData("S5,A5", "direct products are written with x", "S5 x A5")]
    [InlineData("Z2⊕Z3", "direct products are written with x", "Z2 x Z3")]
    [InlineData("C2+C3+C5", "direct products are written with x", "C2 x C2")]
    [InlineData("C2≀S3", "wreath products are written with wr", "C2 wr S3")]
    [InlineData("C3⋊C4", "semidirect products are written with ':'", "C5:C4")]
    [InlineData("S4:C2", "semidirect products are written with ':'", "C5:C4")]
    [InlineData("S4/V4", "quotients have no names", "")]
    [InlineData("A5.2", "extensions have no names", "")]
    [InlineData("M11(2)", "does not continue", "")]
    [InlineData("(S3 * C2)", "direct products are written with x", "(S3 x C2)")]
    [InlineData("S3 wr", "a group is missing here", "S3 wr C2")]
    [InlineData("<a,b|a^2>", "expected a group name but met '<'", "a name like C8, S5 or GL(2,3)")]
    public void No_other_group_is_offered_for_a_name(string text, string problem, string nearest)
    {
        var error = Assert.Throws<AlgebraFormatException>(() => FiniteGroup.Parse(text));
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.Contains("'" + text + "'", error.Message, StringComparison.Ordinal);
        Assert.Equal(nearest, error.Nearest);
        Assert.DoesNotContain('\n', error.Message);
        if (nearest.Length > 0 && !nearest.StartsWith("a name like", StringComparison.Ordinal))
        {
            Assert.True(FiniteGroup.TryParse(nearest, out _), nearest);
        }
    }

    /// <summary>A text that begins with a number and does not end behind it: a matrix, a list, a number of something. A group is offered only if the whole text names it but for a letter.</summary>
    [Theory]
    [InlineData("0 -1; 1 0")]
    [InlineData("0,1;1,0")]
    [InlineData("1 0 0 1")]
    [InlineData("0")]
    [InlineData("1/2")]
    [InlineData("1e3")]
    [InlineData("0.5")]
    [InlineData("0.5 0; 0 2")]
    [InlineData("1.5 0; 0 1")]
    [InlineData("1..5")]
    [InlineData("2.A5")]
    [InlineData("2 1 3; 1 3 2")]
    [InlineData("1->2, 2->1")]
    [InlineData("12 34")]
    [InlineData("5!")]
    [InlineData("5 points")]
    [InlineData("3D rotations")]
    [InlineData("4-cycle")]
    [InlineData("10th")]
    [InlineData("3x3x3")]
    [InlineData("2^3:7")]
    [InlineData("2^n")]
    [InlineData("2^3.PSL(3,2)")]
    [InlineData("-1 0; 0 1")]
    [InlineData("[0 -1; 1 0]")]
    [InlineData("[[0,-1],[1,0]]")]
    [InlineData("[0,-1,1,0]")]
    [InlineData("[2,1,3]")]
    [InlineData("[1 2 3]")]
    [InlineData("{1,2,3}")]
    [InlineData("<(1,2,3)>")]
    [InlineData("7", "C7")]
    [InlineData("2 x A5", "C2 x A5")]
    [InlineData("2xS3 ", "C2xS3")]
    [InlineData("S3 x 2", "S3 x C2")]
    [InlineData("2^3", "C2^3")]
    [InlineData("3 x A5^2", "C3 x A5^2")]
    [InlineData("3^{1+2}", "3^{1+2}_+")]
    [InlineData("2^(1+4)+", "2^{1+4}_+")]
    [InlineData("[8,99]", "SmallGroup(8,5)")]
    [InlineData("8.99", "SmallGroup(8,5)")]
    public void A_number_with_something_behind_it_is_no_cyclic_group(string text, string nearest = "a name like C8, S5 or GL(2,3)")
    {
        Assert.Equal(nearest, Assert.Throws<AlgebraFormatException>(() => FiniteGroup.Parse(text)).Nearest);
        Assert.True(nearest.StartsWith("a name", StringComparison.Ordinal) || FiniteGroup.TryParse(nearest, out _), nearest);
    }

    [Fact]
    public void A_long_text_of_numbers_is_refused_at_once() => Assert.Throws<AlgebraFormatException>(() => FiniteGroup.Parse("1" + string.Concat(Enumerable.Repeat(" x 1", 100_000))));

    [Fact]
    public void The_number_of_a_point_beyond_all_bounds_is_said_as_it_stands() =>
        Assert.Contains("99999999999 points", Assert.Throws<LimitExceededException>(() => FiniteGroup.Parse("perm:(1,2,99999999999)")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("C999999999")]
    [InlineData("S99999999999999999999999999")]
    [InlineData("D100001")]
    [InlineData("Q1073741824")]
    [InlineData("SD1073741824")]
    [InlineData("M1073741824")]
    [InlineData("Dic1000000000")]
    [InlineData("F2000006")]
    [InlineData("C2^999999999")]
    [InlineData("C2^40000")]
    [InlineData("C9999 wr C9999")]
    [InlineData("GL(999999999,2)")]
    [InlineData("PSL(2,1000003)")]
    [InlineData("AGL(17,2)")]
    [InlineData("2^{1+99999999}_-")]
    [InlineData("C3:C999999999")]
    [InlineData("perm:(1,999999999)")]
    public void Huge_degrees_are_refused_at_once(string text)
    {
        var watch = Stopwatch.StartNew();
        Assert.Throws<LimitExceededException>(() => FiniteGroup.Parse(text));
        Assert.True(watch.ElapsedMilliseconds < 5000, FormattableString.Invariant($"took {watch.ElapsedMilliseconds} ms"));
    }

    [Fact]
    public void Deep_nesting_is_refused_not_overflowed()
    {
        Assert.Throws<AlgebraFormatException>(() => FiniteGroup.Parse(new string('(', 100_000) + "C2"));
        Assert.Equal("C2", FiniteGroup.Parse(new string('(', 50) + "C2" + new string(')', 50)).Name);
    }

    [Fact]
    public void Degree_limits_can_be_raised()
    {
        Assert.Throws<LimitExceededException>(() => FiniteGroup.Parse("C11", GroupLimits.Default.WithMaxDegree(10)));
        Assert.Equal(11, FiniteGroup.Parse("C11", GroupLimits.Default.WithMaxDegree(11)).Order);
    }

    [Theory]
    [InlineData("C49999:C49998", 49999L * 49998)]
    [InlineData("C1:C5", 5)]
    [InlineData("C2:C3", 6)]
    [InlineData("C4:C2", 8)]
    [InlineData("C6:C2", 12)]
    [InlineData("C1:C1", 1)]
    public void Semidirect_products_have_the_product_of_the_orders(string name, long order)
    {
        var group = FiniteGroup.Parse(name);
        Assert.Equal(order, group.Order);
        if (order < 1000)
        {
            Assert.Equal(order, StabilizerChain.Of(group.Degree, group.Generators).Order);
        }
    }

    [Fact]
    public void Units_modulo_n_are_cyclic_exactly_where_one_unit_generates()
    {
        for (var n = 1; n <= 200; n++)
        {
            var units = Enumerable.Range(1, n).Count(r => BigInteger.GreatestCommonDivisor(r, n).IsOne);
            Assert.Equal(ClassicalFamilies.HasCyclicUnits(n), n == 1 || ClassicalFamilies.LeastOfOrder(n, units) != 0);
        }
    }

    [Fact]
    public void Orders_of_large_symmetric_groups_need_no_enumeration()
    {
        var factorial = Enumerable.Range(1, 100).Aggregate(BigInteger.One, (f, n) => f * n);
        Assert.Equal(factorial, FiniteGroup.Parse("S100").Order);
        Assert.Equal(factorial / 2, FiniteGroup.Parse("A100").Order);
        Assert.True(FiniteGroup.Parse("A100").IsSimple());
        Assert.Equal(factorial / 2, FiniteGroup.Parse("S100").DerivedSubgroup.Order);
    }

    [Fact]
    public void Every_listed_example_is_a_name_and_every_form_is_listed_once()
    {
        Assert.Equal(GroupNames.Forms.Count, GroupNames.Forms.Select(f => f.Form).Distinct().Count());
        foreach (var form in GroupNames.Forms.Where(f => !f.Example.StartsWith('@')))
        {
            Assert.Equal(form.Example == "DihedralGroup(8)" ? "D4" : form.Example, FiniteGroup.Parse(form.Example).Name);
        }
    }
}
