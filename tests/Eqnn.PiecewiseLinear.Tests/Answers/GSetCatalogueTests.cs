using Eqnn.Algebra.Groups;
using Eqnn.PiecewiseLinear.Answers;
using Eqnn.PiecewiseLinear.Interaction;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Answers;

public sealed class GSetCatalogueTests
{
    [Theory]
    [InlineData("S4")]
    [InlineData("Q8")]
    [InlineData("D6")]
    public void Sets_have_one_kind_exactly_where_their_graphs_are_equal(string name)
    {
        var catalogue = GSetCatalogue.Of(FiniteGroup.Parse(name));
        Assert.Equal(catalogue.Lattice.Classes, catalogue.Entries.Select(entry => entry.Stabiliser));
        foreach (var (first, second) in catalogue.Entries.SelectMany(first => catalogue.Entries.Select(second => (first, second))))
        {
            Assert.Equal(InteractionComparison.Of(first.Graph!, second.Graph!).AreEqual, first.Kind == second.Kind);
        }
    }

    [Theory]
    [InlineData("S4")]
    [InlineData("C2 x C2 x C2")]
    public void The_kernel_of_the_action_is_the_elements_that_fix_every_point(string name)
    {
        foreach (var entry in GSetCatalogue.Brief(FiniteGroup.Parse(name)).Entries)
        {
            var set = Algebra.GSets.GSet.Cosets(entry.Stabiliser);
            Assert.Equal(set.Group.EnumerateElements().Count(g => set.ActionOf(g).IsIdentity), entry.KernelOrder);
            Assert.Null(entry.Graph);
        }
    }
}
