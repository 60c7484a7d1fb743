using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Families;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.NormalSubgroups;
using Eqnn.Numbers;
using Xunit;

namespace Eqnn.Algebra.Tests.Groups;

/// <summary>What theorems say of linear, unitary, symplectic, Suzuki, affine and Frobenius groups, against the group that the same generators give, of which nothing is known beforehand.</summary>
public sealed class FamilyFactsTests
{
    [Theory]
    [InlineData("PSL(2,4)")]
    [InlineData("PSL(2,5)")]
    [InlineData("PSL(2,7)")]
    [InlineData("PSL(2,8)")]
    [InlineData("PSL(2,9)")]
    [InlineData("PSL(2,11)")]
    [InlineData("PSL(2,13)")]
    [InlineData("PSL(3,2)")]
    [InlineData("PSL(3,3)")]
    [InlineData("PSL(3,4)")]
    [InlineData("PSL(4,2)")]
    [InlineData("PGL(2,4)")]
    [InlineData("PGL(2,5)")]
    [InlineData("PGL(2,7)")]
    [InlineData("PGL(2,9)")]
    [InlineData("PGL(3,4)")]
    [InlineData("SL(2,4)")]
    [InlineData("SL(2,5)")]
    [InlineData("SL(2,7)")]
    [InlineData("SL(2,9)")]
    [InlineData("SL(3,3)")]
    [InlineData("SL(3,4)")]
    [InlineData("GL(2,4)")]
    [InlineData("GL(2,5)")]
    [InlineData("GL(2,7)")]
    [InlineData("GL(3,2)")]
    [InlineData("GL(3,3)")]
    [InlineData("GU(2,4)")]
    [InlineData("GU(2,5)")]
    [InlineData("GU(3,3)")]
    [InlineData("SU(2,5)")]
    [InlineData("SU(3,3)")]
    [InlineData("PSU(2,7)")]
    [InlineData("PSU(3,3)")]
    [InlineData("PSU(3,4)")]
    [InlineData("Sp(2,7)")]
    [InlineData("Sp(4,3)")]
    [InlineData("Sp(4,4)")]
    [InlineData("Sp(4,5)")]
    [InlineData("PSp(4,3)")]
    [InlineData("PSp(4,4)")]
    [InlineData("PSp(4,5)")]
    [InlineData("PSp(4,7)")]
    [InlineData("PSp(2,7)")]
    [InlineData("Sz(8)")]
    [InlineData("AGL(1,3)")]
    [InlineData("AGL(1,4)")]
    [InlineData("AGL(1,7)")]
    [InlineData("AGL(1,8)")]
    [InlineData("AGL(1,9)")]
    [InlineData("AGL(1,16)")]
    [InlineData("AGL(1,31)")]
    [InlineData("AGL(2,4)")]
    [InlineData("AGL(2,5)")]
    [InlineData("AGL(2,7)")]
    [InlineData("AGL(3,2)")]
    [InlineData("AGL(3,3)")]
    [InlineData("AGL(4,2)")]
    [InlineData("F20")]
    [InlineData("F21")]
    [InlineData("F39")]
    [InlineData("F52")]
    [InlineData("C31:C5")]
    [InlineData("C31:C6")]
    [InlineData("C37:C12")]
    public void Theorems_agree_with_the_table(string name)
    {
        var named = FiniteGroup.Parse(name);
        var facts = named.Facts!;
        var group = FiniteGroup.FromGenerators("G", named.Degree, named.Generators);
        Assert.Null(group.Facts);
        Assert.Equal(group.Order, facts.Order);
        var table = CharacterTable.Of(group);
        var chief = ChiefSeries.Of(table.NormalSubgroups);
        Assert.Equal(group.Centre.Order, facts.CentreOrder);
        Assert.Equal(group.DerivedSubgroup.Order, facts.DerivedOrder);
        Assert.Equal(group.IsSimple(), facts.IsSimple);
        Assert.Equal(table.NormalSubgroups.Subgroups.Select(normal => normal.Order).Order(), facts.NormalSubgroupOrders);
        Assert.Equal(table.NormalSubgroups.Subgroups.Select(Described), NormalSubgroupLattice.TrySearch(named, 1000, default)!.Subgroups.Select(Described));
        Assert.Equal(chief.FactorOrders.Order(), facts.ChiefFactorOrders.Order());
        Assert.Equal(chief.CompositionFactors.Where(factor => factor.Order < 60).SelectMany(factor => Enumerable.Repeat(factor.Order, factor.Multiplicity)).Order(), facts.AbelianFactorOrders.Order());
        var simple = chief.CompositionFactors.Where(factor => factor.Order >= 60).Select(factor => (factor.Order, factor.Name!)).ToList();
        Assert.Equal(simple, facts.Factor is { } known ? [known] : []);
        Assert.Equal(group.DerivedSeries.Select(subgroup => subgroup.Order), facts.DerivedSeriesOrders);
        Assert.Equal((group.IsSolvable, chief.IsSupersolvable), (facts.IsSolvable, facts.IsSupersolvable));
        if (facts.ClassCount is { } classes)
        {
            Assert.Equal(table.Classes.Count, classes);
        }

        if (facts.RealSimpleCount is { } simples)
        {
            Assert.Equal(table.Simples.Count, simples);
        }

        if (facts.Exponent is { } exponent)
        {
            Assert.Equal(group.Exponent, exponent);
        }
    }

    private static string Described(NormalSubgroup normal) => FormattableString.Invariant($"{normal.Order} below {string.Join(", ", normal.UpperCovers.Select(cover => cover.Position))}{(normal.IsCentral ? ", central" : "")}");

    /// <summary>Where there are formulas, they are not left out.</summary>
    [Theory]
    [InlineData("PSL(2,9973)", 4989, 4989, "247980460086")]
    [InlineData("PSL(2,9967)", 4986, 4985, "")]
    [InlineData("PGL(2,9973)", 9975, 9975, "")]
    [InlineData("SL(2,313)", 317, 317, "")]
    [InlineData("GL(2,313)", 97968, 49142, "")]
    [InlineData("PSL(3,97)", 3172, -1, "")]
    [InlineData("PSU(3,11)", 48, -1, "")]
    [InlineData("Sz(128)", 131, 130, "")]
    [InlineData("Sp(4,13)", 244, 244, "185640")]
    [InlineData("PSp(4,13)", 130, 130, "")]
    [InlineData("Sp(4,11)", 186, -1, "")]
    [InlineData("AGL(1,4999)", 4999, 2501, "24985002")]
    [InlineData("AGL(1,65536)", 65536, 32769, "131070")]
    [InlineData("AGL(2,31)", 991, 514, "29760")]
    [InlineData("C10007:C5003", 5005, 2503, "50065021")]
    public void Large_members_are_known(string name, int classes, int simples, string exponent)
    {
        var facts = FiniteGroup.Parse(name).Facts!;
        Assert.Equal(classes, facts.ClassCount);
        Assert.Equal(simples < 0 ? null : (BigInteger)simples, facts.RealSimpleCount);
        if (exponent.Length > 0)
        {
            Assert.Equal(BigInteger.Parse(exponent, System.Globalization.CultureInfo.InvariantCulture), facts.Exponent);
        }
    }

    /// <summary>What does without classes does not wait for them: known from order, degree and family.</summary>
    [Theory]
    [InlineData("PSL(2,997)", true)]
    [InlineData("Sp(4,11)", true)]
    [InlineData("PSL(2,101)", false)]
    [InlineData("GL(2,31)", false)]
    [InlineData("M24", false)]
    [InlineData("S30", false)]
    [InlineData("S1000 wr C3", true)]
    public void Classes_that_take_long_are_known_beforehand(string name, bool slow) => Assert.Equal(slow, FiniteGroup.Parse(name).HasSlowClasses);

    /// <summary>244 classes on 28,560 points would keep stabilisers of more than a gigabyte: refused before the search, from the formula for their number.</summary>
    [Fact]
    public void A_search_for_classes_that_would_keep_too_much_is_refused_before_it()
    {
        var limit = Assert.Throws<LimitExceededException>(() => FiniteGroup.Parse("Sp(4,13)").ConjugacyClasses);
        Assert.Equal(("conjugacy classes by search", 175L), (limit.Limit, limit.Bound));
        Assert.StartsWith("at least about 244 for the conjugacy classes of Sp(4,13)", limit.Needed, StringComparison.Ordinal);
    }

    /// <summary>Their structure is another one.</summary>
    [Theory]
    [InlineData("SL(2,2)")]
    [InlineData("PSL(2,3)")]
    [InlineData("GL(2,3)")]
    [InlineData("GL(1,7)")]
    [InlineData("GU(2,2)")]
    [InlineData("SU(2,3)")]
    [InlineData("PSU(3,2)")]
    [InlineData("Sp(2,3)")]
    [InlineData("Sp(4,2)")]
    [InlineData("PSL(2,7) x C2")]
    [InlineData("SL(2,5)^2")]
    [InlineData("PSL(2,7) wr C2")]
    [InlineData("AGL(1,2)")]
    [InlineData("AGL(2,2)")]
    [InlineData("AGL(2,3)")]
    [InlineData("C6:C3")]
    [InlineData("C7:C4")]
    [InlineData("C9:C3")]
    public void Small_members_and_products_are_left_to_the_group(string name) => Assert.Null(FiniteGroup.Parse(name).Facts);

    /// <summary>The classes of GL(n,q) are the ways to label monic irreducible polynomials other than t by partitions, with sizes times degrees adding up to n: polynomials counted by Gauss' formula, partitions one size after the other.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Classes_of_general_linear_groups_are_labels(int q)
    {
        const int most = 7;
        var series = new BigInteger[most + 1];
        series[0] = 1;
        for (var degree = 1; degree <= most; degree++)
        {
            var polynomials = (int)(NumberTheory.Divisors(degree).Aggregate(BigInteger.Zero, (sum, e) => sum + (NumberTheory.Mobius(degree / e) * BigInteger.Pow(q, (int)e))) / degree) - (degree == 1 ? 1 : 0);
            for (var i = 0; i < polynomials; i++)
            {
                for (var part = degree; part <= most; part += degree)
                {
                    for (var n = part; n <= most; n++)
                    {
                        series[n] += series[n - part];
                    }
                }
            }
        }

        for (var n = 0; n <= most; n++)
        {
            Assert.Equal(series[n], LinearClassCounts.General(n, q, 1));
        }
    }

    /// <summary>Facts found from the permutations alone, and with the facts of the name.</summary>
    [Theory]
    [InlineData("PGL(2,11)")]
    [InlineData("SL(2,11)")]
    [InlineData("PSL(2,16)")]
    [InlineData("GL(2,5)")]
    [InlineData("PSp(4,3)")]
    [InlineData("AGL(1,25)")]
    [InlineData("AGL(2,5)")]
    [InlineData("F110")]
    public void A_survey_by_theory_says_what_one_by_work_says(string name)
    {
        var named = FiniteGroup.Parse(name);
        var known = GroupSurvey.Start(named).Complete().Facts.ToDictionary(fact => fact.Key, fact => fact.ToString());
        var found = GroupSurvey.Start(FiniteGroup.FromGenerators("G", named.Degree, named.Generators)).Complete().Facts.ToList();
        Assert.NotEmpty(found);
        foreach (var fact in found.Where(fact => fact.Key is not ("compositionFactors" or "chiefFactorOrders")))
        {
            Assert.Equal(fact.ToString(), known[fact.Key]);
        }
    }

    [Theory]
    [InlineData("PSL(2,11)")]
    [InlineData("SL(2,7)")]
    [InlineData("M11")]
    [InlineData("A5 x A5")]
    public void The_derived_subgroup_of_a_perfect_group_is_the_group(string name)
    {
        var named = FiniteGroup.Parse(name);
        Assert.Equal(named.Order, named.DerivedSubgroup.Order);
        Assert.True(named.IsSubgroupOf(named.DerivedSubgroup));
        Assert.Single(named.LowerCentralSeries);
        Assert.False(named.IsSolvable);
    }

    /// <summary>The centre by few generators has as many elements as there are classes of one element, and each of them.</summary>
    [Theory]
    [InlineData("Q8 x C2 x C4", 16)]
    [InlineData("M64", 16)]
    [InlineData("D4 x D6", 4)]
    [InlineData("S4", 1)]
    [InlineData("SL(2,5) x C3", 6)]
    public void The_centre_is_generated_by_few_elements(string name, int order)
    {
        var group = FiniteGroup.Parse(name);
        Assert.Equal(order, group.Centre.Order);
        Assert.Equal(group.Centre.EnumerateElements().Order(), group.ConjugacyClasses.Where(c => c.Size.IsOne).Select(c => c.Representative).Order());
        Assert.True(BigInteger.Pow(2, group.Centre.Generators.Count) <= order);
    }
}
