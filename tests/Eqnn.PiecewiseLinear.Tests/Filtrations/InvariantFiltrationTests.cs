using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Filtrations;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Filtrations;

public sealed class InvariantFiltrationTests
{
    [Theory]
    [InlineData("C1", "regular")]
    [InlineData("C12", "regular")]
    [InlineData("S4", "points*points")]
    [InlineData("S4", "regular+points")]
    [InlineData("D6", "points+trivial")]
    [InlineData("Q8", "regular")]
    [InlineData("A4", "tuples:2")]
    [InlineData("C2 x C4", "points")]
    public void Characters_and_orbits_of_N_agree(string groupName, string setName)
    {
        var group = FiniteGroup.Parse(groupName);
        var table = CharacterTable.Of(group);
        var decomposition = IsotypicDecomposition.Of(table, GSet.Parse(group, setName));
        var filtration = InvariantFiltration.Of(decomposition);
        Assert.Equal(table.NormalSubgroups.Subgroups.Count, filtration.Layers.Count);
        foreach (var layer in filtration.Layers)
        {
            // A second route: the orbits of N on the points, and the decomposition of Fun(X/N).
            var quotient = decomposition.Set.QuotientBy(layer.Subgroup).Set;
            Assert.Equal(layer.Dimension, quotient.Size);
            Assert.Equal(layer.OrbitLengths.Order(), quotient.Orbits.Select(orbit => orbit.Length).Order());
            var parts = IsotypicDecomposition.Of(table, quotient);
            Assert.Equal(layer.Simples, parts.Components.Select(component => component.Simple));
            Assert.All(parts.Components, component => Assert.Equal(decomposition.Multiplicity(component.Simple), component.Multiplicity));
            Assert.Equal(new Rational(decomposition.Set.Size, layer.Dimension), layer.Compression);
            Assert.All(layer.Subgroup.Generators, n => Assert.True(quotient.ActionOf(n).IsIdentity));
        }
    }
}
