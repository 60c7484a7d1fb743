using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.PiecewiseLinear.Existence;

namespace Eqnn.Cli.Tests;

/// <summary>The C# of README.md, as bodies of tests.</summary>
public sealed class ReadmeExamples
{
    [Fact]
    public void A_verdict_carries_its_reason()
    {
        var table = CharacterTable.Of(FiniteGroup.Parse("C8"));
        var verdict = KernelCriterion.Decide(table.SimpleNamed("L1"), table.SimpleNamed("L3"));
        var answer = verdict.Match(
            exists => $"yes, with bias {exists.Witness.Bias}",
            impossible => $"no, because of {impossible.Obstruction.Element}");
        Assert.Equal("yes, with bias 1/8+1/16*E(8)-1/16*E(8)^3", answer);
    }
}
