using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Fans;
using Eqnn.PiecewiseLinear.Maps;
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

    [Property(MaxTest = 12, Arbitrary = [typeof(PlanarMaps)])]
    public void Composition_agrees_with_pointwise_evaluation(PlanarMaps.Map f, PlanarMaps.Map g, PlanarMaps.Point v)
    {
        var composite = f.Value.Then(g.Value);
        Assert.Equal(g.Value.Evaluate(f.Value.Evaluate(v.Value)), composite.Evaluate(v.Value));
        Assert.True(composite.Verify());
        Assert.Equal(composite, composite.Simplify());
        Assert.Equal(composite.GetHashCode(), composite.Simplify().GetHashCode());
    }

    [Property(MaxTest = 12, Arbitrary = [typeof(PlanarMaps)])]
    public void Sums_maxima_and_scalings_are_pointwise(PlanarMaps.Map f, PlanarMaps.Map g, PlanarMaps.Point v)
    {
        var (a, b) = (f.Value.Evaluate(v.Value), g.Value.Evaluate(v.Value));
        Assert.Equal(a.Zip(b, (x, y) => x + y), (f.Value + g.Value).Evaluate(v.Value));
        Assert.Equal(a.Zip(b, (x, y) => x - y), (f.Value - g.Value).Evaluate(v.Value));
        Assert.Equal(a.Zip(b, Cyclotomic.Max), PiecewiseLinearMap.Max(f.Value, g.Value).Evaluate(v.Value));
        Assert.Equal(a.Zip(b, Cyclotomic.Min), PiecewiseLinearMap.Min(f.Value, g.Value).Evaluate(v.Value));
        Assert.Equal(a.Select(x => x * Cyclotomic.SquareRoot(5)), (Cyclotomic.SquareRoot(5) * f.Value).Evaluate(v.Value));
        Assert.Equal(a.Select(Cyclotomic.Abs), f.Value.Abs().Evaluate(v.Value));
        Assert.True((f.Value - f.Value).IsZero);
        var approximate = f.Value.ApproximateAt([.. v.Value.Select(c => c.ToDouble())]);
        Assert.All(a.Zip(approximate), pair => Assert.Equal(pair.First.ToDouble(), pair.Second, 1e-9 * (1 + Math.Abs(pair.First.ToDouble()))));
    }

    [Property(MaxTest = 12, Arbitrary = [typeof(PlanarMaps)])]
    public void Formulas_have_the_values_of_the_map(PlanarMaps.Map f, PlanarMaps.Map g, PlanarMaps.Point v)
    {
        var map = f.Value.Then(g.Value);
        Assert.Equal(map.Evaluate(v.Value), MapFormula.TryOf(map)!.Select(formula => formula.Evaluate(v.Value)));
    }

    [Fact]
    public void Matrices_that_do_not_fit_are_refused_with_the_ray()
    {
        var line = PermutationRepresentation.Trivial(FiniteGroup.Parse("C1"));
        var fan = EquivariantFan.FromForms(PermutationRepresentation.Trivial(line.Group, 2), [[1, 0], [0, 1]]);
        var problem = Assert.Throws<ArgumentException>(() => PiecewiseLinearMap.FromMatrices(fan, PermutationRepresentation.Trivial(fan.Group), Enumerable.Range(0, 4).Select(i => Matrix<Cyclotomic>.FromRows([[(Cyclotomic)i, (Cyclotomic)0]]))));
        Assert.Contains("do not fit together: on the ray", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("C6", "L1", "L2", "relu")]
    [InlineData("D5", "L2", "L3", "abs")]
    [InlineData("S4", "standard", "[2,2]", "leaky-relu")]
    [InlineData("Q8", "L4", "L1", "relu")]
    public void Layers_are_the_combinations_that_their_coordinates_say(string name, string source, string target, string activation)
    {
        var maps = Space(name, source, target, "regular", isotypic: false);
        var layers = maps.Apply(Eqnn.PiecewiseLinear.Activations.Activation.Parse(activation));
        Assert.NotEmpty(layers);
        Assert.All(layers, layer => Assert.Equal(layer.Map, maps.Combination(layer.Coordinates)));
        Assert.All(layers, layer => Assert.Equal(layer.Coordinates, maps.CoordinatesOf(layer.Map)));

        // Theorem 2 by characters says the same about being zero.
        var decomposition = ((Subrepresentation)maps.Fan.Space).Decomposition;
        var couples = Eqnn.PiecewiseLinear.Interaction.CouplingSources.Of(decomposition, [decomposition.Table.SimpleNamed(source)]).Couples(decomposition.Table.SimpleNamed(target), Eqnn.PiecewiseLinear.Activations.Activation.Parse(activation));
        Assert.Equal(couples, layers.Any(layer => !layer.Map.IsZero));
    }

    /// <summary>The slow route: one unknown matrix for every chamber, no symmetry, equations for every wall and every generator at every chamber.</summary>
    [Theory]
    [InlineData("C7", "L1", "L2", "regular", false)]
    [InlineData("C12", "L1", "L4", "regular", false)]
    [InlineData("C12", "L2", "L4", "regular", false)]
    [InlineData("D5", "L2", "L3", "regular", false)]
    [InlineData("D5", "L2", "L1", "points", false)]
    [InlineData("S4", "standard", "[2,2]", "points", false)]
    [InlineData("S4", "standard", "standard", "points", false)]
    [InlineData("A5", "L1", "L0", "cosets:(1,2,3,4,5)", false)]
    [InlineData("S3", "standard", "sign", "regular", true)]
    [InlineData("Q8", "L1", "L1", "regular", false)]
    [InlineData("D4", "L4", "L4", "points+points", true)]
    public void The_full_system_without_symmetry_has_the_same_dimension(string name, string source, string target, string on, bool isotypic)
    {
        var maps = Space(name, source, target, on, isotypic);
        Assert.Equal(FullSystem.DimensionOf(maps.Fan, maps.TargetModel), maps.Dimension);
    }

    public static TheoryData<string> SmallGroupNames => [.. SmallGroups.UpTo(8)];

    public static TheoryData<string> OtherGroupNames => [.. SmallGroups.UpTo(12).Except(SmallGroups.UpTo(8))];

    [Theory]
    [MemberData(nameof(SmallGroupNames))]
    public void Layers_on_the_chambers_couple_as_Theorem_2_says(string name) => CheckCouplings(name, 8);

    [Theory]
    [MemberData(nameof(OtherGroupNames))]
    [Trait("speed", "slow")]
    public void Layers_on_the_chambers_couple_as_Theorem_2_says_up_to_order_12(string name) => CheckCouplings(name, 12);

    /// <summary>All pairs of simples on all transitive sets, by enumeration of the fan of the whole component (of dimension up to 4) and one layer on it.</summary>
    private static void CheckCouplings(string name, int maxPoints)
    {
        var group = FiniteGroup.Parse(name);
        var table = CharacterTable.Of(group);
        foreach (var set in SmallGroups.TransitiveSets(group).Where(set => set.Size <= maxPoints))
        {
            var decomposition = IsotypicDecomposition.Of(table, set);
            foreach (var component in decomposition.Components.Where(component => component.Dimension <= 4))
            {
                var fan = EquivariantFan.Of(IsotypicSubspace.Of(decomposition, [component.Simple]));
                var coupling = Eqnn.PiecewiseLinear.Interaction.CouplingSources.Of(decomposition, [component.Simple]);
                foreach (var target in decomposition.Components.Select(other => other.Simple))
                {
                    var maps = EquivariantMapSpace.TryOf(fan, target)!;
                    foreach (var activation in new[] { "relu", "abs" }.Select(Eqnn.PiecewiseLinear.Activations.Activation.Parse))
                    {
                        Assert.Equal(coupling.Couples(target, activation), maps.Apply(activation).Any(layer => !layer.Map.IsZero));
                    }
                }
            }
        }
    }

    private static EquivariantMapSpace Space(string name, string source, string target, string on, bool isotypic = false)
    {
        var group = FiniteGroup.Parse(name);
        var table = CharacterTable.Of(group);
        var decomposition = IsotypicDecomposition.Of(table, GSet.Parse(group, on));
        Subrepresentation space = isotypic ? IsotypicSubspace.Of(decomposition, [table.SimpleNamed(source)]) : SimpleCopy.TryFind(decomposition, table.SimpleNamed(source))!;
        return EquivariantMapSpace.TryOf(EquivariantFan.Of(space), table.SimpleNamed(target))!;
    }
}
