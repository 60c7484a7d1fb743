using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Interaction;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Interaction;

/// <summary>The parts of Theorem 2 one by one: subgroups by classes, tensors by their definition, causes, limits, what equality means.</summary>
public sealed class InteractionDetailsTests
{
    private static readonly CharacterTable S3 = CharacterTable.Of(FiniteGroup.Parse("S3"));

    private static readonly CharacterTable S4 = CharacterTable.Of(FiniteGroup.Parse("S4"));

    /// <summary>Elements of S3 by class: 1, transpositions, rotations.</summary>
    private static int Of(int order) => S3.Classes.Single(c => c.ElementOrder == order).Position;

    [Fact]
    public void Subgroups_are_equal_if_they_meet_classes_alike()
    {
        SubgroupClasses Classes(params (int Order, int Count)[] counts) => new([.. counts.Select(pair => Of(pair.Order))], [.. counts.Select(pair => (BigInteger)pair.Count)], isNormal: false);
        var subgroup = Classes((1, 1), (2, 2));
        Assert.True(subgroup.Equals(subgroup));
        Assert.True(subgroup.Equals(Classes((1, 1), (2, 2))));
        Assert.Equal(subgroup.GetHashCode(), Classes((1, 1), (2, 2)).GetHashCode());
        foreach (var other in new[] { Classes((1, 1), (3, 2)), Classes((1, 2), (2, 1)), Classes((1, 1), (2, 3)), Classes((1, 3)), Classes((1, 1), (2, 1), (3, 1)) })
        {
            Assert.False(subgroup.Equals(other));
            Assert.False(other.Equals((object)subgroup));
        }

        Assert.NotEqual(subgroup.GetHashCode(), Classes((1, 1), (3, 2)).GetHashCode());
        Assert.NotEqual(subgroup.GetHashCode(), Classes((1, 1), (2, 3)).GetHashCode());
        Assert.False(subgroup.Equals(null));
        Assert.Equal("order 3", subgroup.ToString());
        Assert.Equal("order 3, normal", SubgroupClasses.Normal(S3.Group, [Of(1), Of(3)]).ToString());
    }

    [Fact]
    public void Fixed_spaces_are_counted_by_characters()
    {
        var counts = new BigInteger[3];
        (counts[Of(1)], counts[Of(2)]) = (1, 1);
        var swap = SubgroupClasses.FromCounts(S3.Group, counts);
        Assert.False(swap.IsNormal);
        Assert.Equal(2, swap.Order);
        Assert.Equal([1L, 0, 1], S3.Simples.Select(swap.FixedDimension));
        Assert.Equal([true, false, true], S3.Simples.Select(swap.Fixes));
        (counts[Of(2)], counts[Of(3)]) = (0, 2);
        var rotations = SubgroupClasses.FromCounts(S3.Group, counts);
        Assert.True(rotations.IsNormal);
        Assert.Equal([1L, 1, 0], S3.Simples.Select(rotations.FixedDimension));
        Assert.Equal(S3.Simples.Select(rotations.FixedDimension), S3.Simples.Select(new SubgroupClasses([Of(1), Of(3)], [1, 2], isNormal: false).FixedDimension));
        Assert.Equal(3, S3.Simples.Select(rotations.SumOf).First());

        // Half a dimension, and a negative one.
        Fires.With("a fixed space has a natural dimension", () => new SubgroupClasses([Of(1), Of(3)], [1, 1], isNormal: false).FixedDimension(S3.Simples[2]));
        Fires.With("a fixed space has a natural dimension", () => new SubgroupClasses([Of(3)], [1], isNormal: false).FixedDimension(S3.Simples[2]));
    }

    [Fact]
    public void Accounts_are_equal_if_all_numbers_are()
    {
        var graph = InteractionGraph.Of(Decompose(S3, "regular"), Activation.Parse("poly:t^3 + t^2"));
        var other = InteractionGraph.Of(Decompose(S3, "points"), Activation.Parse("poly:t^3 + t^2"));
        var (plane, sign) = (S3.Simples[2], S3.Simples[1]);
        var account = graph.Account(plane, plane);
        Assert.True(account.Equals(graph.Account(plane, plane)));
        Assert.False(account.Equals(null));
        Assert.False(account.Equals(graph.Account(plane, sign)));
        Assert.False(account.Equals(new CouplingAccount(sign, account.Coupling, account.Orbits)));
        Assert.False(account.Equals(new CouplingAccount(plane, null, account.Orbits)));
        Assert.False(account.Equals(new CouplingAccount(plane, account.Coupling, [])));
        Assert.False(account.Equals(other.Account(plane, plane)));
        Assert.Equal(account.GetHashCode(), new CouplingAccount(plane, account.Coupling, account.Orbits).GetHashCode());

        var orbit = Assert.Single(account.Orbits);
        Assert.True(orbit.Equals(new OrbitAccount(orbit.Stabilizer, orbit.EvenSum, orbit.OddSum, [.. orbit.MonomialNorms])));
        Assert.False(orbit.Equals(null));
        Assert.False(orbit.Equals(new OrbitAccount(orbit.Stabilizer.On(1), orbit.EvenSum, orbit.OddSum, orbit.MonomialNorms)));
        Assert.False(orbit.Equals(new OrbitAccount(orbit.Stabilizer, orbit.EvenSum + 1, orbit.OddSum, orbit.MonomialNorms)));
        Assert.False(orbit.Equals(new OrbitAccount(orbit.Stabilizer, orbit.EvenSum, orbit.OddSum + 1, orbit.MonomialNorms)));
        Assert.False(orbit.Equals(new OrbitAccount(orbit.Stabilizer, orbit.EvenSum, orbit.OddSum, [.. orbit.MonomialNorms.Skip(1)])));
    }

    /// <summary>|T|²/|O| = Σ_{y,z} P_S(y, z)^k P_K(y, z)/|O|, term by term.</summary>
    [Theory]
    [InlineData("S4", "points")]
    [InlineData("S4", "cosets:(1,2)")]
    [InlineData("A4", "regular")]
    [InlineData("C6", "regular")]
    public void Norms_of_tensors_are_sums_over_pairs(string group, string set)
    {
        var decomposition = Decompose(CharacterTable.Of(FiniteGroup.Parse(group)), set);
        var simples = decomposition.Components.Select(component => component.Simple).ToList();
        var points = (int)decomposition.Set.Size;
        foreach (var sources in simples.Select(simple => new[] { simple }).Append([simples[^1], simples[0]]))
        {
            foreach (var target in simples)
            {
                var (p, k) = (sources.Select(decomposition.Projector).ToList(), decomposition.Projector(target));
                for (var degree = 2; degree <= 3; degree++)
                {
                    var sum = Cyclotomic.Zero;
                    for (var y = 0; y < points; y++)
                    {
                        for (var z = 0; z < points; z++)
                        {
                            sum += Cyclotomic.Pow(p.Aggregate(Cyclotomic.Zero, (total, matrix) => total + matrix.Row(y)[z]), degree) * k.Row(y)[z];
                        }
                    }

                    Assert.Equal(sum / points, MonomialTensor.SquaredNorm(decomposition, sources, 0, target, degree));
                }
            }
        }
    }

    [Fact]
    public void Tensors_are_bounded_by_pieces_and_nodes()
    {
        var decomposition = Decompose(S3, "points+regular");
        var work = decomposition.Set.Orbits.Sum(orbit => orbit.Pieces.Count) * decomposition.Components.Count * decomposition.Components.Count;
        MonomialTensor.RequireFeasible(decomposition, work);
        var refused = Assert.Throws<LimitExceededException>(() => MonomialTensor.RequireFeasible(decomposition, work - 1));
        Assert.Equal((work - 1, FormattableString.Invariant($"{work}")), (refused.Bound, refused.Needed));
    }

    /// <summary>Monomials of degree at least 2 ask for tensors, nothing else does.</summary>
    [Theory]
    [InlineData("square", true)]
    [InlineData("cube", true)]
    [InlineData("poly:t^2 + t", true)]
    [InlineData("poly:t^3 + 1", true)]
    [InlineData("poly:t + 1", false)]
    [InlineData("relu", false)]
    [InlineData("sigmoid", false)]
    [InlineData("tanh", false)]
    public void Tensors_are_bounded_where_they_are_needed(string activation, bool isRefused)
    {
        var decomposition = Decompose(CharacterTable.Of(FiniteGroup.Parse("C450")), "regular");
        if (isRefused)
        {
            Assert.Throws<LimitExceededException>(() => InteractionGraph.Of(decomposition, Activation.Parse(activation)));
        }
        else
        {
            // Every simple of odd frequency, and of even one, is reached by itself or not at all.
            Assert.Equal(226, InteractionGraph.Of(decomposition, Activation.Parse(activation)).Nodes.Count);
        }
    }

    [Fact]
    public void Causes_are_the_first_that_apply()
    {
        var points = Decompose(S4, "points");
        var (trivial, standard) = (S4.Simples[0], S4.SimpleNamed("standard"));
        var sources = CouplingSources.Of(points, [standard, trivial, standard]);
        Assert.Equal(["L0", "L3"], sources.Simples.Select(simple => simple.Label));
        var one = CouplingSources.Of(points, [standard]);
        Coupling Explained(SimpleRepresentation target, string f) => one.TryExplain(target, Activation.Parse(f))!;
        Assert.Equal((CouplingCause.Constant, 0), (Explained(trivial, "poly:t^2 + 1").Cause, Explained(trivial, "poly:t^2 + 1").Degree));
        Assert.Equal((CouplingCause.Monomial, 2), (Explained(trivial, "poly:t^2").Cause, Explained(trivial, "poly:t^2").Degree));
        Assert.Equal((CouplingCause.Monomial, 2), (Explained(standard, "poly:t^3 + t^2").Cause, Explained(standard, "poly:t^3 + t^2").Degree));
        Assert.Equal((CouplingCause.Linear, 1), (Explained(standard, "poly:t^3 + t").Cause, Explained(standard, "poly:t^3 + t").Degree));
        Assert.Equal(CouplingCause.Even, Explained(standard, "relu").Cause);
        Assert.Equal(CouplingCause.Odd, Explained(standard, "tanh").Cause);
        Assert.Null(CouplingSources.Of(points, [trivial]).TryExplain(standard, Activation.Square));
        Assert.Empty(CouplingSources.Of(Decompose(S4, "regular"), []).Stabilizers);
        Assert.Empty(CouplingSources.Of(points, []).Stabilizers);
    }

    [Theory]
    [InlineData("exp", "L0")]
    [InlineData("poly:t^2 + 1", "L0")]
    [InlineData("relu", "")]
    [InlineData("square", "")]
    public void From_no_simples_comes_the_value_at_0(string activation, string reached)
    {
        foreach (var set in new[] { "regular", "points" })
        {
            Assert.Equal(reached, string.Join(' ', InteractionGraph.Of(Decompose(S3, set), Activation.Parse(activation)).ReachedFrom(Array.Empty<SimpleRepresentation>()).Select(simple => simple.Label)));
        }
    }

    [Fact]
    public void A_graph_without_an_edge_lacks_that_edge_alone()
    {
        var seen = new List<(string, long, long?)>();
        var graph = InteractionGraph.Of(Decompose(S4, "regular"), Activation.Relu, new Progress(seen));
        Assert.Equal(Enumerable.Range(0, 5).Select(i => ("interaction graph", (long)i, (long?)5)), seen);
        Assert.Equal(graph.Edges.Count, graph.EdgeCount);
        var (from, to) = graph.Edges[^2];
        var without = graph.WithoutEdge(from, to);
        Assert.Equal(graph.Edges.Where(edge => edge != (from, to)), without.Edges);
        Assert.Equal(graph.EdgeCount - 1, without.EdgeCount);
    }

    /// <summary>The stabilisers of a frequency of C8, and of the plane of D4, with classes in their order.</summary>
    [Theory]
    [InlineData("C8", 1)]
    [InlineData("D4", 4)]
    [InlineData("Q8", 4)]
    [InlineData("C12", 3)]
    public void Lines_are_twice_as_large(string group, int position)
    {
        var table = CharacterTable.Of(FiniteGroup.Parse(group));
        var (regular, source) = (Decompose(table, "regular"), table.Simples[position]);
        var stabilizer = LineStabilizer.TryOf(regular, [source], 0)!;
        Assert.True(stabilizer.HasSign);
        Assert.Equal(stabilizer.Vector.Order * 2, stabilizer.Line.Order);
        Assert.Equal(stabilizer.Line.ClassPositions.Order(), stabilizer.Line.ClassPositions);
        Assert.Equal(source.KernelClassPositions, stabilizer.Vector.ClassPositions);

        // The same by the entries of projectors, which know nothing of kernels.
        var entries = regular.Projector(source).Row(0);
        Assert.Equal((BigInteger)entries.Count(entry => entry == entries[0]), stabilizer.Vector.Order);
        Assert.Equal((BigInteger)entries.Count(entry => entry == entries[0] || entry == -entries[0]), stabilizer.Line.Order);
    }

    [Fact]
    public void Comparisons_name_the_side_that_has_the_edge()
    {
        var (regular, pairs) = (InteractionGraph.Of(Decompose(S4, "regular"), Activation.Relu), InteractionGraph.Of(Decompose(S4, "points"), Activation.Relu));
        foreach (var (first, second) in new[] { (regular, pairs), (pairs, regular), (regular, InteractionGraph.Of(Decompose(S4, "regular"), Activation.Tanh)), (InteractionGraph.Of(Decompose(S4, "cosets:(1,2)(3,4)"), Activation.Relu), regular), (regular, InteractionGraph.Of(Decompose(S4, "cosets:(1,2)(3,4)"), Activation.Relu)) })
        {
            var comparison = InteractionComparison.Of(first, second);
            var common = first.Nodes.Select(node => node.Simple).Intersect(second.Nodes.Select(node => node.Simple)).ToList();
            Assert.Equal(OnlyIn(first, second), comparison.OnlyInFirst);
            Assert.Equal(OnlyIn(second, first), comparison.OnlyInSecond);
            Assert.Equal(common.Count == first.Nodes.Count && common.Count == second.Nodes.Count, comparison.HaveSameNodes);

            List<(SimpleRepresentation, SimpleRepresentation)> OnlyIn(InteractionGraph one, InteractionGraph other) =>
                [.. common.SelectMany(from => common.Select(to => (from, to))).Where(edge => one.HasEdge(edge.from, edge.to) && !other.HasEdge(edge.from, edge.to))];
        }
    }

    private static IsotypicDecomposition Decompose(CharacterTable table, string set) => IsotypicDecomposition.Of(table, GSet.Parse(table.Group, set));

    private sealed class Progress(List<(string, long, long?)> seen) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => seen.Add((value.Stage, (long)value.Done, (long?)value.Total));
    }
}
