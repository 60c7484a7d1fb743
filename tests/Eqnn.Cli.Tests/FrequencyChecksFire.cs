using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations.Abelian;
using Eqnn.Cli.Commands;
using Eqnn.Testing;

namespace Eqnn.Cli.Tests;

/// <summary>A decomposition by frequencies that does not fill its G-set.</summary>
public sealed class FrequencyChecksFire
{
    [Fact]
    public void Dimensions_that_do_not_add_up_are_refused()
    {
        var group = FiniteGroup.Parse("C12");
        var classes = AbelianDecomposition.Of(AbelianDual.Of(group), GSet.Regular(group)).KernelClasses;
        Assert.Equal(7, FrequencyDecomposition.Counted(classes, 12));
        Fires.With("isotypic dimensions add up", () => FrequencyDecomposition.Counted(classes, 13));
        Fires.With("isotypic dimensions add up", () => FrequencyDecomposition.Counted([.. classes.Skip(1)], 12));
    }
}
