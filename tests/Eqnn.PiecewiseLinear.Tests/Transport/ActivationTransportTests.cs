using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Composites;
using Eqnn.PiecewiseLinear.Energies;
using Eqnn.PiecewiseLinear.Interaction;
using Eqnn.PiecewiseLinear.Transport;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Transport;

/// <summary>Images of vectors against the definition, against planar composites, under the group, and in doubles.</summary>
public sealed class ActivationTransportTests
{
    [Theory]
    [InlineData("C8", "regular", "relu")]
    [InlineData("S3", "regular", "abs")]
    [InlineData("S3", "points+regular", "relu-bias")]
    [InlineData("Q8", "regular", "leaky-relu")]
    [InlineData("S4", "points", "square")]
    [InlineData("A4", "regular", "hardtanh")]
    [InlineData("C3:C4", "regular", "poly:t^3 + t")]
    public void Parts_add_up_to_the_image_and_are_equivariant(string name, string on, string activation)
    {
        var graph = Graph(name, on, activation);
        foreach (var simple in graph.Nodes.Select(node => node.Simple))
        {
            var transport = ActivationTransport.Of(graph, simple);
            var vector = Enumerable.Range(0, transport.Dimension).Select(i => (Cyclotomic)Rational.Of(3 - (2 * i), 2 + i)).ToList();
            var applied = transport.Apply(vector);
            var sum = applied.Parts.Select(part => part.Copies.FunctionOf(part.Coordinates!)).Aggregate((a, b) => [.. a.Zip(b, (x, y) => x + y)]);
            Assert.Equal(applied.Images!, sum);

            // The matrix on the piece gives the same coordinates.
            Assert.All(applied.Parts, part => Assert.Equal(part.Coordinates!, part.Matrix is null ? part.Coordinates! : [.. (part.Matrix.Matrix * vector).Zip(part.Matrix.Offset, (a, b) => a + b)]));
            foreach (var g in graph.Decomposition.Set.Group.Generators)
            {
                var home = transport.Components.Single(c => c.Simple == simple);
                var moved = transport.Apply((home.Representation.MatrixOf(g) * vector).ToList());
                foreach (var (before, after) in applied.Parts.Zip(moved.Parts).Where(pair => pair.First.Copies.IsSplit))
                {
                    Assert.Equal(before.ByCopy!.SelectMany(copy => before.Copies.Representation.MatrixOf(g) * copy), after.Coordinates!);
                    Assert.Equal(before.SquaredNorm, after.SquaredNorm);
                }
            }
        }
    }

    [Fact]
    public void Copies_fill_the_component()
    {
        foreach (var (name, on) in new[] { ("S3", "regular"), ("A4", "regular"), ("SL(2,3)", "regular"), ("C3", "3*regular"), ("Q8", "2*regular"), ("S4", "points+regular") })
        {
            var decomposition = Graph(name, on, "relu").Decomposition;
            foreach (var (simple, multiplicity) in decomposition.Components.Select(component => (component.Simple, component.Multiplicity)))
            {
                var copies = IsotypicCopies.Of(decomposition, simple);
                Assert.Equal(multiplicity * simple.Dimension, copies.Dimension);
                var point = Enumerable.Range(0, (int)decomposition.Set.Size).Select(x => x == 1 ? Cyclotomic.One : Cyclotomic.Zero).ToList();
                Assert.Equal(decomposition.ProjectedPoint(simple, 1), copies.FunctionOf(copies.CoordinatesOf(point)));
            }
        }
    }

    [Fact]
    public void Matrices_are_those_of_the_planar_composite()
    {
        var graph = Graph("C8", "regular", "relu");
        var transport = ActivationTransport.Of(graph, graph.Nodes[1].Simple);
        var composite = PlanarComposite.TryOf((SimpleCopy)transport.Components[1].Representation, graph.Nodes[2].Simple)!;
        foreach (var chamber in composite.Chambers.Select((c, i) => (c.Matrix, Ray: composite.Rays[i].Direction, Next: composite.Rays[(i + 1) % composite.Rays.Count].Direction)))
        {
            var inside = chamber.Ray.Zip(chamber.Next, (a, b) => a + b).ToList();
            Assert.Equal(chamber.Matrix, transport.Apply(inside).Parts[2].Matrix!.Matrix);
        }
    }

    [Fact]
    public void Zeros_say_why()
    {
        var graph = Graph("C8", "regular", "relu");
        var transport = ActivationTransport.Of(graph, graph.Nodes[1].Simple);
        Assert.Equal(VanishingCause.Theorem, transport.Apply([1, 2]).Parts[3].Vanishes);
        Assert.Null(transport.Apply([1, 2]).Parts[2].Vanishes);
        Assert.All(transport.Apply([0, 0]).Parts, part => Assert.NotNull(part.Vanishes));
        Assert.Equal(VanishingCause.Here, transport.Apply([0, 0]).Parts[2].Vanishes);
        Assert.Null(transport.Apply([1, 0]).ChamberOrbit);
        Assert.Equal(0, transport.Apply([1, 2]).ChamberOrbit);
    }

    [Theory]
    [InlineData("tanh")]
    [InlineData("gelu")]
    [InlineData("softsign")]
    [InlineData("mish")]
    public void Enclosures_agree_with_doubles(string activation)
    {
        var graph = Graph("C8", "regular", activation);
        var applied = ActivationTransport.Of(graph, graph.Nodes[1].Simple).Apply([1, 2]);
        Assert.All(applied.Values.Zip(applied.Enclosures), pair => Assert.Equal(graph.Activation.ApproximateAt(pair.First.ToDouble()), pair.Second.ToDouble(), 13));
        Assert.All(applied.Parts.SelectMany(part => part.Enclosures), e => Assert.True(e.Width < Rational.Pow(10, -12)));
        Assert.Contains(applied.Parts, part => part.Coordinates is null);
    }

    [Fact]
    public void Every_named_activation_has_enclosures()
    {
        string[] others = ["elu:2", "elu:-1/3", "elu:0", "selu:2,1/3", "celu:1/2", "celu:3", "silu:-2", "silu:0", "softplus:1/3", "softplus:-1", "hardshrink:1", "hardshrink:0", "thresholded-relu:5/2", "thresholded-relu:-1", "leaky-relu:1/3", "hardtanh:-1/2,2"];
        foreach (var f in Activation.Known.Concat(others.Select(Activation.Parse)))
        {
            foreach (var t in new[] { -7, -3, -1, 0, 1, 2, 5 })
            {
                var value = f.EnclosureAt(RealInterval.Of(Rational.Of(t, 2), 80));
                Assert.True(Math.Abs(value.ToDouble() - f.ApproximateAt(t / 2.0)) < 1e-13 * (1 + Math.Abs(f.ApproximateAt(t / 2.0))), $"{f.Name} at {t}/2");
                Assert.True(value.Width < Rational.Pow(10, -18), f.Name);
            }
        }
    }

    [Theory]
    [InlineData("hardshrink")]
    [InlineData("hardshrink:1/3")]
    [InlineData("thresholded-relu")]
    [InlineData("thresholded-relu:-1")]
    public void Jumps_inside_an_interval_are_enclosed(string name)
    {
        var f = Activation.Parse(name);
        for (var low = -8; low <= 8; low++)
        {
            for (var high = low; high <= 8; high++)
            {
                var value = f.EnclosureAt(RealInterval.Between(Rational.Of(low, 4), Rational.Of(high, 4), 80));
                Assert.All(Enumerable.Range(0, 41), i =>
                {
                    var image = f.ApproximateAt((low + ((high - low) * i / 40.0)) / 4);
                    Assert.True(value.Low.ToDouble() <= image + 1e-15 && image - 1e-15 <= value.High.ToDouble(), $"{name} on [{low}/4, {high}/4]");
                });
            }
        }
    }

    [Fact]
    public void Wrong_vectors_are_refused()
    {
        var graph = Graph("C8", "regular", "relu");
        var transport = ActivationTransport.Of(graph, graph.Nodes[1].Simple);
        Assert.Throws<ArgumentException>(() => transport.Apply([1]));
        Assert.Throws<ArgumentException>(() => transport.Apply([1, Cyclotomic.E(4, 1)]));
        Assert.Throws<ArgumentException>(() => ActivationTransport.Of(graph, graph.Nodes[1].Simple, 1));
        Assert.Throws<ArgumentException>(() => ActivationTransport.Of(Graph("S4", "points", "relu"), graph.Nodes[1].Simple));
    }

    private static InteractionGraph Graph(string name, string on, string activation)
    {
        var group = FiniteGroup.Parse(name);
        return InteractionGraph.Of(IsotypicDecomposition.Of(CharacterTable.Of(group), GSet.Parse(group, on)), Activation.Parse(activation));
    }
}
