using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.LinearAlgebra;
using Eqnn.Algebra.Numbers;
using Eqnn.Algebra.Representations;
using Eqnn.PiecewiseLinear.Fans;
using Eqnn.PiecewiseLinear.Maps;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Maps;

public sealed class PiecewiseLinearMapTests
{
    [Theory]
    [InlineData("C8", "L1", "L2", "regular")]
    [InlineData("C7", "L1", "L2", "regular")]
    [InlineData("C12", "L1", "L3", "regular")]
    [InlineData("D5", "L2", "L3", "points")]
    [InlineData("S4", "standard", "standard", "points")]
    [InlineData("A5", "L1", "L4", "cosets:(1,2,3,4,5)")]
    [InlineData("C5", "L1", "L2", "regular")]
    public void Every_basis_element_is_continuous_and_equivariant(string name, string source, string target, string on)
    {
        var maps = Space(name, source, target, on);
        Assert.True(maps.Dimension > 0);
        Assert.All(maps.Basis, map => Assert.True(map.Verify()));
        Assert.All(maps.Basis, map => Assert.Equal(map, PiecewiseLinearMap.FromMatrices(maps.Fan, maps.TargetModel, map.MatricesOnChamberOrbits)));
    }

    [Fact]
    public void A_relu_network_as_maps_is_the_composite()
    {
        // incl, relu in every coordinate, and a linear map to the target, against the formula evaluated at points.
        var group = FiniteGroup.Parse("C8");
        var table = CharacterTable.Of(group);
        var decomposition = IsotypicDecomposition.Of(table, GSet.Regular(group));
        var copy = SimpleCopy.TryFind(decomposition, table.SimpleNamed("L1"))!;
        var fan = EquivariantFan.Of(copy);
        var hidden = PermutationRepresentation.Of(decomposition.Set);
        var inclusion = PiecewiseLinearMap.Linear(EquivariantFan.FromForms(copy, []), hidden, Matrix<Cyclotomic>.FromRows(Enumerable.Range(0, 8).Select(copy.FormAt)));
        var relu = inclusion.Relu();
        Assert.Equal(fan.ChamberCount, relu.Simplify().Fan.ChamberCount);
        var target = ProjectedBasis.Of(decomposition, table.SimpleNamed("L2"), 0, 2);
        var layer = relu.ThenLinear(Matrix<Cyclotomic>.FromColumns(Enumerable.Range(0, 8).Select(target.CoordinatesOf)), target);
        Assert.True(layer.Verify());
        var composite = Eqnn.PiecewiseLinear.Composites.PlanarComposite.TryOf(copy, table.SimpleNamed("L2"))!;
        Assert.All(composite.Rays, ray => Assert.Equal(ray.Value, layer.Evaluate(ray.Direction)));
    }

    private static EquivariantMapSpace Space(string name, string source, string target, string on)
    {
        var group = FiniteGroup.Parse(name);
        var table = CharacterTable.Of(group);
        var decomposition = IsotypicDecomposition.Of(table, GSet.Parse(group, on));
        return EquivariantMapSpace.TryOf(EquivariantFan.Of(SimpleCopy.TryFind(decomposition, table.SimpleNamed(source))!), table.SimpleNamed(target))!;
    }
}
