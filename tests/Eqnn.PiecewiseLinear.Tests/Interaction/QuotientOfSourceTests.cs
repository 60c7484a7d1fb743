using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Algebra.Representations.Abelian;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Copies;
using Eqnn.PiecewiseLinear.Depth;
using Eqnn.PiecewiseLinear.Energies;
using Eqnn.PiecewiseLinear.Interaction;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Interaction;

/// <summary>One source of a cyclic group by the quotient that it sees, which is how large groups are answered, against the group itself.</summary>
public sealed class QuotientOfSourceTests
{
    [Theory]
    [InlineData("C12", 3, "regular")]
    [InlineData("C12", 4, "regular")]
    [InlineData("C12", 6, "regular+cosets:(1,7)(2,8)(3,9)(4,10)(5,11)(6,12)")]
    [InlineData("C15", 5, "2*regular")]
    public void Energies_layers_and_copies_are_those_of_the_quotient(string name, int frequency, string on)
    {
        var (whole, simple, small, image, step) = Both(name, frequency, on);
        var (graph, quotient) = (InteractionGraph.Of(whole, Activation.Relu), InteractionGraph.Of(small, Activation.Relu));

        var energies = Assert.Single(EnergyFlow.Of(graph, null, [simple]).Rows);
        var there = Assert.Single(EnergyFlow.Of(quotient, null, [image]).Rows);
        foreach (var share in energies.Shares)
        {
            var place = share.Target.Position;
            Assert.Equal(place % step == 0 ? there.Shares.Single(other => other.Target.Position == place / step).Text : there.Shares.Where(other => other.IsZero).Select(other => other.Text).FirstOrDefault("0"), share.Text);
        }

        Assert.Equal(
            CopyInteraction.Generic(whole, simple, 0, Activation.Relu).Reached.Select(reached => reached.Position),
            CopyInteraction.Generic(small, image, 0, Activation.Relu).Reached.Select(reached => reached.Position * step));
        var (layers, layersThere) = (DepthAnalysis.Of([whole], Activation.Relu, 3, [simple]), DepthAnalysis.Of([small], Activation.Relu, 3, [image]));
        Assert.Equal(Populated(layers, 1), Populated(layersThere, step));
    }

    /// <summary>tanh sees the scale, and functions on X/N have another one: energies are not those of the quotient.</summary>
    [Fact]
    public void Energies_of_activations_that_see_the_scale_are_other_ones()
    {
        var (whole, simple, small, image, _) = Both("C12", 3, "regular");
        var tanh = Activation.Parse("tanh");
        Assert.NotEqual(ScalingGroup.Positive, tanh.Scaling);
        Assert.NotEqual(
            EnergyFlow.Of(InteractionGraph.Of(whole, tanh), null, [simple]).Rows[0].ToString(),
            EnergyFlow.Of(InteractionGraph.Of(small, tanh), null, [image]).Rows[0].ToString());
    }

    private static List<string> Populated(DepthAnalysis analysis, int step) =>
        [.. analysis.Profiles.SelectMany(profile => profile.Steps.Select(layer => string.Join(' ', layer.Reached.Where(reached => reached.Populated == true).Select(reached => reached.Simple.Position * step))))];

    private static (IsotypicDecomposition Whole, SimpleRepresentation Simple, IsotypicDecomposition Small, SimpleRepresentation Image, int Step) Both(string name, int frequency, string on)
    {
        var group = FiniteGroup.Parse(name);
        var table = CharacterTable.Of(group);
        var set = GSet.Parse(group, on);
        var frequencies = AbelianDecomposition.Of(AbelianDual.Of(group), set);
        var source = frequencies.Dual.AtFrequency(frequency);
        var quotient = CyclicQuotient.Of(frequencies, [source]);
        var small = CharacterTable.Of(quotient.Group);
        return (IsotypicDecomposition.Of(table, set), table.Simples[frequency], IsotypicDecomposition.Of(small, quotient.Set), quotient.ImageOf(source, small), (int)quotient.Step);
    }
}
