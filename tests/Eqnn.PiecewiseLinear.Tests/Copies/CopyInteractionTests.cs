using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Copies;
using Eqnn.PiecewiseLinear.Interaction;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Copies;

public sealed class CopyInteractionTests
{
    [Fact]
    public void On_regular_S3_the_standard_component_reaches_the_sign_and_the_symmetric_copy_does_not()
    {
        var decomposition = Decompose("S3", "regular");
        var (standard, sign) = (decomposition.Table.SimpleNamed("standard"), decomposition.Table.SimpleNamed("sign"));
        Assert.Contains(sign, CopyInteraction.Generic(decomposition, standard, 0, Activation.Relu).Reached);
        var special = CopyInteraction.FixedBy(decomposition, standard, 0, [Permutation.FromImages([1, 0, 2])], Activation.Relu);
        Assert.DoesNotContain(sign, special.Reached);
        Assert.Equal([sign], special.Lost);
    }

    [Theory]
    [InlineData("S3", "regular")]
    [InlineData("D4", "regular")]
    [InlineData("Q8", "regular")]
    [InlineData("A4", "regular")]
    [InlineData("S4", "tuples:2")]
    [InlineData("C8", "points")]
    public void Generic_copies_reach_what_the_component_reaches_and_random_ones_at_most_that(string group, string set)
    {
        var decomposition = Decompose(group, set);
        foreach (var name in new[] { "relu", "abs", "tanh", "relu-bias", "square", "cube" })
        {
            var activation = Activation.Parse(name);
            var graph = InteractionGraph.Of(decomposition, activation);
            for (var i = 0; i < graph.Nodes.Count; i++)
            {
                var source = graph.Nodes[i].Simple;
                var component = graph.ReachedFrom(i).Select(j => graph.Nodes[j].Simple).ToList();
                var generic = CopyInteraction.Generic(decomposition, source, 0, activation).Reached;
                Assert.Subset(component.ToHashSet(), generic.ToHashSet());
                if (activation.Polynomial is null)
                {
                    Assert.Equal(component, generic);
                }

                var expected = LineStabilizer.TryOf(decomposition, [source], 0)!;
                var anyFull = false;
                for (var seed = 1; seed <= 6; seed++)
                {
                    var random = CopyInteraction.TryRandom(decomposition, source, seed, activation)!;
                    Assert.Subset(generic.ToHashSet(), random.Reached.ToHashSet());
                    Assert.Equal(component.Except(random.Reached), random.Lost);
                    anyFull |= random.Reached.Count == generic.Count;

                    // Random copies are generic: what does not depend on powers is the same for all of them.
                    Assert.Equal((expected.Vector.Order, expected.Line.Order), (random.Stabilizer.Vector.Order, random.Stabilizer.Line.Order));
                    Assert.Contains("generic", random.Description, StringComparison.Ordinal);
                    if (activation.Polynomial is null)
                    {
                        Assert.Equal(generic, random.Reached);
                    }
                }

                Assert.True(anyFull, $"{name} {source.Label}");
            }
        }
    }

    [Fact]
    public void No_single_copy_of_the_standard_simple_reaches_the_sign_by_a_square_although_the_component_does()
    {
        // Sym² of the standard simple is trivial + standard; Sym² of two copies contains the sign.
        var decomposition = Decompose("S3", "regular");
        var (standard, sign) = (decomposition.Table.SimpleNamed("standard"), decomposition.Table.SimpleNamed("sign"));
        var square = Activation.Parse("square");
        Assert.True(CouplingSources.Of(decomposition, [standard]).Couples(sign, square));
        Assert.Equal([sign], CopyInteraction.Generic(decomposition, standard, 0, square).Lost);
    }

    /// <summary>Powers on symmetric copies, generic among those: the grid against random copies of the same symmetry, by their definition.</summary>
    [Theory]
    [InlineData("S3", "poly:t^2")]
    [InlineData("S4", "poly:t^3 + t^2")]
    public void Powers_on_symmetric_copies_are_decided(string group, string f)
    {
        var decomposition = Decompose(group, "regular");
        var swap = Permutation.FromImages(Enumerable.Range(0, decomposition.Table.Group.Degree).Select(x => x < 2 ? 1 - x : x));
        foreach (var component in decomposition.Components)
        {
            if (CopyInteraction.TryFixedBy(decomposition, component.Simple, 0, [swap], Activation.Parse(f)) is not { } copy)
            {
                continue;
            }

            var cosets = IsotypicDecomposition.Of(decomposition.Table, GSet.Cosets(decomposition.Table.Group, [swap]));
            var reached = Enumerable.Range(1, 6).SelectMany(seed => CopyInteraction.TryRandom(cosets, component.Simple, seed, Activation.Parse(f))!.Reached).Select(simple => simple.Position).Distinct().Order();
            Assert.Equal(reached, copy.Reached.Select(simple => simple.Position));
        }
    }

    [Fact]
    public void A_copy_on_one_of_two_orbits_is_special()
    {
        var decomposition = Decompose("S3", "points+regular");
        Assert.True(SimpleCopy.TryFind(decomposition, decomposition.Table.SimpleNamed("standard"))!.IsSpecial);
        Assert.False(SimpleCopy.TryFind(decomposition, decomposition.Table.SimpleNamed("sign"))!.IsSpecial);
        var regular = Decompose("S3", "regular");
        Assert.False(SimpleCopy.TryFind(regular, regular.Table.SimpleNamed("standard"))!.IsSpecial);
    }

    /// <summary>On the points of S3 no copy of the standard simple is fixed by an element that moves the base point; on the regular orbit one is, and almost none of these reaches the sign.</summary>
    [Theory]
    [InlineData("points+regular", 2)]
    [InlineData("3*points+regular+regular", 2)]
    [InlineData("points+points", 1)]
    public void The_first_orbit_with_a_copy_of_that_symmetry_counts(string set, int count)
    {
        var copies = CopyInteraction.AllFixedBy(InteractionGraph.Of(Decompose("S3", set), Activation.Relu), [Permutation.Parse("(1,2)", 3)]);
        Assert.Equal(count, copies.Count);
        Assert.Equal("L0", copies[0].Source.Label);
        Assert.All(copies.Skip(1), copy => Assert.Equal(("L2", "L0 L2", "L1"), (copy.Source.Label, Labels(copy.Reached), Labels(copy.Lost))));

        static string Labels(IEnumerable<SimpleRepresentation> simples) => string.Join(' ', simples.Select(simple => simple.Label));
    }

    [Fact]
    public void A_symmetry_without_copies_is_refused()
    {
        var decomposition = Decompose("S3", "regular");
        Assert.Throws<ArgumentException>(() => CopyInteraction.FixedBy(decomposition, decomposition.Table.SimpleNamed("sign"), 0, [Permutation.FromImages([1, 0, 2])], Activation.Relu));
    }

    private static IsotypicDecomposition Decompose(string groupName, string setName)
    {
        var group = FiniteGroup.Parse(groupName);
        return IsotypicDecomposition.Of(CharacterTable.Of(group), GSet.Parse(group, setName));
    }
}
