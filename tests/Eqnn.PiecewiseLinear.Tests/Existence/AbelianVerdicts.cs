using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations.Abelian;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Existence;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Existence;

/// <summary>The kernel criterion by frequencies: against tables, fed false elements, and at orders that no table reaches.</summary>
public sealed class AbelianVerdicts
{
    private static readonly AbelianDual Twelve = AbelianDual.Of(FiniteGroup.Parse("C12"));

    /// <summary>L_k → L_l of C_n exists iff gcd(n, k) divides l.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(12)]
    [InlineData(30)]
    public void On_a_cyclic_group_a_common_divisor_decides(int n)
    {
        var dual = AbelianDual.Of(FiniteGroup.Parse($"C{n}"));
        for (var k = 0; k <= n / 2; k++)
        {
            for (var l = 0; l <= n / 2; l++)
            {
                var verdict = AbelianKernelCriterion.Decide(dual.AtFrequency(k), dual.AtFrequency(l));
                Assert.Equal(l % (int)BigInteger.GreatestCommonDivisor(n, k) == 0, verdict.Exists);
                Assert.Equal(k == l, verdict.LinearExists);
                if (verdict.Obstruction is { } word)
                {
                    Assert.True((k * word[0] % n).IsZero);
                    Assert.False((l * word[0] % n).IsZero);
                }
            }
        }
    }

    /// <summary>Verdict, bias and values of the witness are those of the table, where both routes go.</summary>
    [Theory]
    [InlineData("C8")]
    [InlineData("C12")]
    [InlineData("C15")]
    public void Verdicts_and_witnesses_agree_with_the_table(string name)
    {
        var group = FiniteGroup.Parse(name);
        var (dual, table) = (AbelianDual.Of(group), CharacterTable.Of(group));
        foreach (var source in table.Simples)
        {
            foreach (var target in table.Simples)
            {
                var byFrequencies = AbelianKernelCriterion.Decide(dual.SimpleNamed(source.Label), dual.SimpleNamed(target.Label));
                var byTable = KernelCriterion.Decide(source, target);
                Assert.Equal(byTable.IsPossible, byFrequencies.Exists);
                if (byTable is MapVerdict.Exists { Witness: var witness } && source.Position != 0)
                {
                    Assert.Equal(witness.Bias, byFrequencies.Bias);
                    Assert.Equal(witness.PointAt(0), byFrequencies.PointAtIdentity);
                    Assert.Equal(witness.ValueAtIdentity, byFrequencies.ValueAtIdentity);
                }
            }
        }
    }

    [Fact]
    public void The_witness_of_the_trivial_simple_has_no_bias() => Assert.True(AbelianKernelCriterion.Decide(Twelve.Trivial, Twelve.Trivial).Bias.IsZero);

    /// <summary>L4 of C12 has the kernel {0, 3, 6, 9}, L2 the kernel {0, 6}.</summary>
    [Fact]
    public void A_false_element_does_not_decide()
    {
        var (four, two) = (Twelve.AtFrequency(4), Twelve.AtFrequency(2));
        Assert.False(AbelianKernelCriterion.Checked(four, two, [3]).Exists);
        Fires.With("kernel criterion", () => AbelianKernelCriterion.Checked(four, two, [2])); // moves L4
        Fires.With("kernel criterion", () => AbelianKernelCriterion.Checked(four, two, [6])); // fixes both
        Fires.With("kernel criterion", () => AbelianKernelCriterion.Checked(two, four, [3])); // moves L2, fixes L4
        Fires.With("kernel criterion", () => AbelianKernelCriterion.Checked(four, two, null)); // there is one
        Assert.True(AbelianKernelCriterion.Checked(two, four, null).Exists);
    }

    [Fact]
    public void An_order_beyond_the_machine_has_a_verdict_and_no_bias()
    {
        int[] primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29];
        var dual = AbelianDual.Of(FiniteGroup.Parse(string.Join(" x ", primes.Select(p => $"C{p}"))));
        var faithful = dual.Simple(primes.Select(p => new Rational(1, p)));
        Assert.Equal(6469693230, faithful.ImageOrder);
        var verdict = AbelianKernelCriterion.Decide(faithful, faithful.Multiple(2));
        Assert.True(verdict.Exists);
        Assert.False(AbelianKernelCriterion.Decide(faithful.Multiple(2), faithful).Exists);
        Assert.Equal("6469693230", Assert.Throws<LimitExceededException>(() => verdict.Bias).Needed);
    }
}
