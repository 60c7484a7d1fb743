using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Algebra.Representations.Abelian;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Answers;
using Eqnn.PiecewiseLinear.Existence;
using Eqnn.PiecewiseLinear.Interaction;
using Eqnn.Records.Certificates;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Answers;

/// <summary>Answers about maps: what is said, and for what is left out the reason.</summary>
public sealed class MapAnswerTests
{
    [Fact]
    public void One_call_answers_the_main_question()
    {
        var answer = MapAnswer.Of(FiniteGroup.Parse("C8"), "L1", "L2");
        Assert.True(answer.Verdict.IsPossible);
        Assert.NotNull(answer.Coupling);
        Assert.Null(answer.Missing);
        Assert.Equal(CompositeAbsence.None, answer.Absence);
        Assert.False(answer.IsCompositeZero);
        Assert.Equal(8, answer.Composite!.Chambers.Count);
        Assert.Null(answer.Enumeration);
        Assert.Equal("L1 -> L2: exists, one relu layer on regular: yes", answer.ToString());
    }

    [Theory]
    [InlineData("C8", "regular", "L1", "L3", "relu", CompositeAbsence.None)]
    [InlineData("C8", "regular", "L1", "L2", "abs", CompositeAbsence.OtherActivation)]
    [InlineData("S4", "points", "standard", "standard", "relu", CompositeAbsence.DimensionAboveTwo)]
    [InlineData("S3", "points", "standard", "sign", "relu", CompositeAbsence.DoesNotOccur)]
    [InlineData("C1000", "5000*regular", "L1", "L2", "relu", CompositeAbsence.TooManyPoints)]
    public void What_is_left_out_says_why(string group, string set, string source, string target, string activation, CompositeAbsence absence)
    {
        var table = CharacterTable.Of(FiniteGroup.Parse(group));
        var answer = MapAnswer.Of(IsotypicDecomposition.Of(table, GSet.Parse(table.Group, set)), table.SimpleNamed(source), table.SimpleNamed(target), Activation.Parse(activation));
        Assert.Equal(absence, answer.Absence);
        Assert.Equal(absence == CompositeAbsence.None, answer.Copy is not null);
        Assert.Equal(absence == CompositeAbsence.DoesNotOccur, answer.Missing is not null);
    }

    [Fact]
    public void A_map_that_one_layer_does_not_give_is_zero_and_not_left_out()
    {
        var answer = MapAnswer.Of(FiniteGroup.Parse("C8"), "L1", "L3");
        Assert.True(answer.Verdict.IsPossible);
        Assert.Null(answer.Coupling);
        Assert.True(answer.IsCompositeZero);
    }

    /// <summary>The coordinates of one ReLU layer in the basis of all maps give the map that the composite is: zero together.</summary>
    [Theory]
    [InlineData("C6")]
    [InlineData("D4")]
    [InlineData("S3")]
    public void The_enumeration_and_the_composite_agree_on_which_pairs_one_layer_couples(string name)
    {
        var table = CharacterTable.Of(FiniteGroup.Parse(name));
        var decomposition = IsotypicDecomposition.Of(table, GSet.Parse(table.Group, "points"));
        foreach (var source in decomposition.Components.Select(component => component.Simple).Where(simple => simple.Dimension <= 2))
        {
            foreach (var target in decomposition.Components.Select(component => component.Simple))
            {
                var answer = MapAnswer.Of(decomposition, source, target).Enumerated();
                var relu = answer.Enumeration!.Layers.Single(layer => layer.Activation.Equals(Activation.Relu));
                Assert.Equal(answer.IsCompositeZero, !relu.IsNonzero);
                Assert.Equal(answer.Coupling is not null, relu.IsNonzero);
                Assert.Contains("\"source\"", MapCertificate.Of(answer), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void The_table_of_all_pairs_says_what_each_answer_says()
    {
        var table = CharacterTable.Of(FiniteGroup.Parse("D6"));
        var decomposition = IsotypicDecomposition.Of(table, GSet.Parse(table.Group, "points"));
        foreach (var pair in MapTable.Of(decomposition).Pairs)
        {
            var answer = MapAnswer.Of(decomposition, pair.Source, pair.Target);
            Assert.Equal((answer.Verdict.IsPossible, answer.Verdict.LinearExists, answer.Coupling is not null), (pair.Exists, pair.LinearExists, pair.Couples));
        }
    }

    /// <summary>By frequencies and by the table: the same words about the same simples.</summary>
    [Theory]
    [InlineData("1", "2")]
    [InlineData("1", "3")]
    [InlineData("2", "1")]
    [InlineData("3", "6")]
    [InlineData("0", "4")]
    public void Frequencies_answer_as_tables_do(string source, string target)
    {
        var group = FiniteGroup.Parse("C12");
        var graph = AbelianInteraction.Of(AbelianDecomposition.Of(AbelianDual.Of(group), GSet.Regular(group)), Activation.Relu);
        var (from, to) = (graph.Decomposition.Dual.SimpleNamed("L" + source), graph.Decomposition.Dual.SimpleNamed("L" + target));
        var (abelian, answer) = (AbelianMapAnswer.Of(graph, from, to), MapAnswer.Of(group, "L" + source, "L" + target));
        Assert.Equal(answer.Verdict.IsPossible, abelian.Verdict.Exists);
        Assert.Equal(answer.Coupling?.Cause, abelian.Coupling?.Cause);
        Assert.Equal(answer.Coupling?.Stabilizer?.Line.Order, abelian.Coupling?.LineOrder);
        if (abelian.OnQuotient is { } quotient)
        {
            Assert.Equal(answer.IsCompositeZero, quotient.IsCompositeZero);
        }
    }

    [Fact]
    public void The_verdict_of_an_answer_carries_its_certificate()
    {
        var answer = MapAnswer.Of(FiniteGroup.Parse("C8"), "L2", "L1");
        Assert.IsType<MapVerdict.Impossible>(answer.Verdict);
        Assert.True(answer.Verdict.Verify());
    }
}
