using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Composites;
using Eqnn.PiecewiseLinear.Interaction;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Composites;

public sealed class PlanarCompositeTests
{
    public static TheoryData<string, string> Cases => new()
    {
        { "C1", "regular" }, { "C2", "regular" }, { "C3", "regular" }, { "C6", "regular" }, { "C8", "regular" }, { "C9", "regular" }, { "S3", "points" }, { "S3", "regular" }, { "D4", "points" },
        { "D4", "regular" }, { "D5", "points" }, { "Q8", "regular" }, { "A4", "regular" }, { "S4", "points*points" }, { "S3", "points+regular" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_map_is_P_ReLU_on_rays_and_inside_chambers(string groupName, string setName)
    {
        var decomposition = Decompose(groupName, setName);
        foreach (var copy in PlanarCopies(decomposition))
        {
            foreach (var target in decomposition.Components.Select(component => component.Simple))
            {
                if (PlanarComposite.TryOf(copy, target) is not { } map)
                {
                    continue;
                }

                foreach (var ray in map.Rays)
                {
                    Assert.Equal(ByDefinition(map, ray.Direction), ray.Value);
                }

                foreach (var chamber in map.Chambers)
                {
                    var inside = chamber.Rays.Select(i => map.Rays[i].Direction).Aggregate((a, b) => [.. a.Zip(b, (x, y) => x + y)]);
                    Assert.Equal(ByDefinition(map, inside), chamber.Matrix * inside);
                    Assert.All(chamber.Rays, i => Assert.Equal(map.Rays[i].Value, chamber.Matrix * map.Rays[i].Direction));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void On_whole_components_it_is_nonzero_exactly_where_the_theorem_says(string groupName, string setName)
    {
        var decomposition = Decompose(groupName, setName);
        var graph = InteractionGraph.Of(decomposition, Activation.Relu);
        foreach (var copy in PlanarCopies(decomposition))
        {
            foreach (var target in decomposition.Components.Select(component => component.Simple))
            {
                var couples = CouplingSources.Of(decomposition, [copy.Simple]).Couples(target, Activation.Relu);
                Assert.Equal(couples, graph.HasEdge(Node(copy.Simple), Node(target)));
                var nonzero = PlanarComposite.TryOf(copy, target) is { IsZero: false };
                Assert.True(copy.IsWholeComponent ? nonzero == couples : !nonzero || couples, $"{copy.Simple.Label} -> {target.Label}");
            }
        }

        int Node(SimpleRepresentation simple) => graph.Nodes.ToList().FindIndex(node => node.Simple.Position == simple.Position);
    }

    [Fact]
    public void C8_from_L1_has_eight_rays_and_doubles_the_frequency()
    {
        var decomposition = Decompose("C8", "regular");
        var copy = SimpleCopy.TryFind(decomposition, decomposition.Table.Simples[1])!;
        var map = PlanarComposite.TryOf(copy, decomposition.Table.Simples[2])!;
        Assert.Equal(8, map.Rays.Count);
        Assert.False(map.IsZero);
        Assert.True(PlanarComposite.TryOf(copy, decomposition.Table.Simples[3])!.IsZero);
    }

    [Fact]
    public void Dimension_three_is_refused()
    {
        var decomposition = Decompose("S4", "points");
        var copy = SimpleCopy.TryFind(decomposition, decomposition.Components[1].Simple)!;
        Assert.Throws<ArgumentException>(() => PlanarComposite.TryOf(copy, copy.Simple));
    }

    private static IEnumerable<SimpleCopy> PlanarCopies(IsotypicDecomposition decomposition) =>
        decomposition.Components.Where(component => component.Simple.Dimension <= 2).Select(component => SimpleCopy.TryFind(decomposition, component.Simple)!);

    private static IReadOnlyList<Cyclotomic> ByDefinition(PlanarComposite map, IReadOnlyList<Cyclotomic> point)
    {
        // Coordinates, ReLU, projection, read in the basis of the target: slow and obvious.
        var decomposition = map.Copy.Decomposition;
        var coordinates = Enumerable.Range(0, (int)decomposition.Set.Size).Select(x => map.Copy.FormAt(x).Zip(point, (a, b) => a * b).Aggregate((a, b) => a + b)).ToList();
        var projected = decomposition.Projector(map.Target) * coordinates.Select(c => c.Sign > 0 ? c : Cyclotomic.Zero).ToList();
        var basis = map.TargetBasis.Points.Select(y => decomposition.ProjectedPoint(map.Target, y).Select(c => c / decomposition.ProjectedPoint(map.Target, y)[y]).ToList()).ToList();
        return Matrix<Cyclotomic>.FromRows(basis).Transpose().Solve(projected)!;
    }

    private static IsotypicDecomposition Decompose(string groupName, string setName)
    {
        var group = FiniteGroup.Parse(groupName);
        return IsotypicDecomposition.Of(CharacterTable.Of(group), GSet.Parse(group, setName));
    }
}
