using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Existence;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Existence;

/// <summary>The certificates of the kernel criterion are fed false statements, one wrong part each.</summary>
public sealed class VerdictsFire
{
    private static readonly CharacterTable Table = CharacterTable.Of(FiniteGroup.Parse("S4"));

    /// <summary>The simple of dimension 2: its kernel is the four-group.</summary>
    private static readonly SimpleRepresentation Two = Table.Simples.Single(simple => simple.Dimension == 2);

    private static readonly SimpleRepresentation Standard = Table.SimpleNamed("standard");

    private static readonly int FourGroup = Two.KernelClassPositions[1];

    [Fact]
    public void The_right_obstruction_holds() => Assert.True(new MapObstruction(Two, Standard, FourGroup).Verify());

    [Fact]
    public void An_element_that_moves_the_source_is_no_obstruction() =>
        Assert.All(Table.Classes.Where(c => !Two.KernelClassPositions.Contains(c.Position)), c => Assert.False(new MapObstruction(Two, Standard, c.Position).Verify()));

    [Fact]
    public void An_element_that_fixes_the_target_is_no_obstruction()
    {
        Assert.False(new MapObstruction(Two, Standard, 0).Verify());
        Assert.False(new MapObstruction(Two, Table.SimpleNamed("sign"), FourGroup).Verify());
    }

    /// <summary>The same simples of another table: every number is right, and they do not belong together.</summary>
    [Fact]
    public void Simples_of_two_tables_have_no_verdict()
    {
        var other = CharacterTable.Of(FiniteGroup.Parse("S4"));
        Assert.False(new MapObstruction(Two, other.SimpleNamed("standard"), FourGroup).Verify());
        Assert.False(new MapWitness(Standard, other.Simples.Single(simple => simple.Dimension == 2), Between(Standard)).Verify());
    }

    [Fact]
    public void A_bias_anywhere_between_the_two_largest_values_is_right_and_any_other_is_refused()
    {
        var values = Table.Classes.Select(c => new MapWitness(Standard, Two, 0).PointAt(c.Position)).Distinct().OrderDescending().ToList();
        Assert.True(new MapWitness(Standard, Two, Between(Standard)).Verify());

        // ReLU is 0 where coordinate and bias agree, so that the second largest value itself will do.
        Assert.True(new MapWitness(Standard, Two, values[1]).Verify());
        Assert.False(new MapWitness(Standard, Two, values[0]).Verify());
        Assert.False(new MapWitness(Standard, Two, values[0] + 1).Verify());
        Assert.False(new MapWitness(Standard, Two, (values[1] + values[2]) / 2).Verify());
        Assert.False(new MapWitness(Standard, Two, values[^1] - 1).Verify());
        Assert.False(new MapWitness(Standard, Two, Cyclotomic.E(4)).Verify());
    }

    [Fact]
    public void A_witness_whose_value_vanishes_is_refused() => Assert.False(new MapWitness(Two, Standard, Between(Two)).Verify());

    [Fact]
    public void A_verdict_with_a_false_certificate_does_not_leave()
    {
        Fires.With("kernel criterion", () => KernelCriterion.Checked(new MapVerdict.Exists(new MapWitness(Two, Standard, Between(Two)))));
        Fires.With("kernel criterion", () => KernelCriterion.Checked(new MapVerdict.Impossible(new MapObstruction(Standard, Two, FourGroup))));
        Assert.True(KernelCriterion.Checked(new MapVerdict.Impossible(new MapObstruction(Two, Standard, FourGroup))).Verify());
    }

    /// <summary>The criterion against its definition, the inclusion of kernels, for all pairs of some tables.</summary>
    [Theory]
    [InlineData("S4")]
    [InlineData("C12")]
    [InlineData("SL(2,3)")]
    [InlineData("D6")]
    [InlineData("C2xQ8")]
    public void A_map_exists_exactly_where_the_kernel_is_contained(string name)
    {
        var table = CharacterTable.Of(FiniteGroup.Parse(name));
        foreach (var source in table.Simples)
        {
            foreach (var target in table.Simples)
            {
                var contained = table.Classes.All(c => source.Character[c.Position] != source.Character[0] || target.Character[c.Position] == target.Character[0]);
                Assert.Equal(contained, KernelCriterion.Decide(source, target).IsPossible);
                Assert.Equal(contained, KernelCriterion.Holds(source, target));
                Assert.Equal(contained, KernelCriterion.HoldsForSum([source], target));
            }
        }
    }

    [Fact]
    public void A_sum_needs_the_common_kernel_only()
    {
        var table = CharacterTable.Of(FiniteGroup.Parse("C6"));
        var (two, three, faithful) = (table.SimpleNamed("L3"), table.SimpleNamed("L2"), table.SimpleNamed("L1"));
        Assert.False(KernelCriterion.HoldsForSum([two], faithful));
        Assert.False(KernelCriterion.HoldsForSum([three], faithful));
        Assert.True(KernelCriterion.HoldsForSum([two, three], faithful));
        Assert.True(KernelCriterion.HoldsForSum([], table.Simples[0]));
        Assert.False(KernelCriterion.HoldsForSum([], two));
        var other = CharacterTable.Of(FiniteGroup.Parse("C6"));
        Assert.Throws<ArgumentException>(() => KernelCriterion.HoldsForSum([two, other.Simples[0]], faithful));
        Assert.Throws<ArgumentException>(() => KernelCriterion.Holds(two, other.Simples[0]));
        Assert.Throws<ArgumentException>(() => KernelCriterion.Decide(two, other.Simples[0]));
    }

    private static Cyclotomic Between(SimpleRepresentation source)
    {
        var values = Table.Classes.Select(c => new MapWitness(source, source, 0).PointAt(c.Position)).Distinct().OrderDescending().ToList();
        return (values[0] + values[1]) / 2;
    }
}
