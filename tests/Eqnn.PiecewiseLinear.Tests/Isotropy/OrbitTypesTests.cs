using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Algebra.Subgroups;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Isotropy;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Isotropy;

public sealed class OrbitTypesTests
{
    [Theory]
    [InlineData("S4", "points")]
    [InlineData("D6", "points+cosets:(1,2,3,4,5,6)")]
    [InlineData("A4", "subsets:2")]
    [InlineData("Q8", "regular")]
    public void Types_are_the_stabilisers_of_vectors_and_fixed_spaces_have_their_dimension(string name, string on)
    {
        var group = FiniteGroup.Parse(name);
        var set = GSet.Parse(group, on);
        var types = OrbitTypes.Of(CharacterTable.Of(group), set);
        var lattice = group.ComputeSubgroups();
        Permutation[] elements = [.. group.EnumerateElements()];

        // The stabiliser of a generic vector fixed by H, for every H: random values on the orbits of H.
        var random = new Random(5);
        var found = new HashSet<int>();
        foreach (var subgroups in lattice.Classes)
        {
            var labels = FunctionOrbits.Labels(set, subgroups.Representative);
            var values = Enumerable.Range(0, labels.Max() + 1).Select(_ => random.Next()).ToArray();
            var stabiliser = group.Subgroup(elements.Where(g => Enumerable.Range(0, labels.Length).All(x => values[labels[set.Apply(g, x)]] == values[labels[x]])));
            found.Add(lattice.ClassOf(stabiliser).Position);
        }

        Assert.Equal(found.Order(), types.Types.Select(type => type.Subgroups.Position));
        Assert.All(types.Types, type => Assert.Equal(FunctionOrbits.Labels(set, type.Stabiliser).Max() + 1, type.FixedDimension));
    }

    [Theory]
    [InlineData("S4", "points")]
    [InlineData("A5", "points")]
    [InlineData("D5", "regular")]
    public void Functions_and_the_simples_in_them_have_the_same_types(string name, string on)
    {
        var table = CharacterTable.Of(FiniteGroup.Parse(name));
        var set = GSet.Parse(table.Group, on);
        var simples = IsotypicDecomposition.Of(table, set).Components.Where(component => component.Multiplicity > 0).SelectMany(component => Enumerable.Repeat(component.Simple, (int)component.Multiplicity)).ToList();
        var (functions, sum) = (OrbitTypes.Of(table, set), OrbitTypes.Of(simples));
        Assert.Equal(functions.Dimension, sum.Dimension);
        Assert.Equal(functions.Types.Select(type => (type.Subgroups.Position, type.FixedDimension)), sum.Types.Select(type => (type.Subgroups.Position, type.FixedDimension)));
        Assert.Equal(functions.Types.Select(type => type.Stabiliser.Order), sum.Types.Select(type => type.Stabiliser.Order));
    }

    [Fact]
    public void The_sign_is_forced_to_0_at_vectors_with_two_equal_coordinates()
    {
        var table = CharacterTable.Of(FiniteGroup.Parse("S4"));
        var types = OrbitTypes.Of(table, GSet.Points(table.Group));
        var sign = table.SimpleNamed("sign");
        Assert.Equal([1, 0, 0, 0, 0], types.Types.Select(type => types.OutputDimension(type, sign)));
        Assert.Equal([24, 12, 6, 4, 1], types.Types.Select(type => (int)type.OrbitLength));
        Assert.Throws<ArgumentException>(() => types.OutputDimension(types.Types[0], CharacterTable.Of(FiniteGroup.Parse("S4")).Simples[0]));
        Assert.Throws<ArgumentException>(() => OrbitTypes.Of([]));
    }
}
