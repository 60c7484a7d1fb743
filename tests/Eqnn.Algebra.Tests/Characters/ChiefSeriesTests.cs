using System.Text.Json;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.Algebra.Tests.Characters;

public sealed class ChiefSeriesTests
{
    public static TheoryData<string, string> Groups()
    {
        var data = new TheoryData<string, string>();
        using var document = JsonDocument.Parse(File.ReadAllText(Oracles.File("groups", "names.json")));
        foreach (var group in document.RootElement.GetProperty("groups").EnumerateArray().Where(group => group.GetProperty("order").GetInt32() <= 10_000))
        {
            data.Add(group.GetProperty("name").GetString()!, group.GetRawText());
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void Composition_factors_and_supersolvability_agree_with_GAP(string name, string facts)
    {
        using var document = JsonDocument.Parse(facts);
        var series = ChiefSeries.Of(CharacterTable.Of(FiniteGroup.Parse(name)).NormalSubgroups);
        Assert.Equal(document.RootElement.GetProperty("supersolvable").GetBoolean(), series.IsSupersolvable);
        Assert.Equal(document.RootElement.GetProperty("compositionFactors").EnumerateArray().Select(x => x.GetInt32()), series.CompositionFactors.SelectMany(f => Enumerable.Repeat((int)f.Order, f.Multiplicity)));
    }

    [Theory]
    [InlineData("C1", "")]
    [InlineData("C12", "C2*2 C3*1")]
    [InlineData("A5 wr C2", "C2*1 A5*2")]
    [InlineData("A8", "A8*1")]
    [InlineData("PSL(3,4)", "PSL(3,4)*1")]
    [InlineData("AGL(3,2)", "C2*3 PSL(2,7)*1")]
    [InlineData("GL(2,9)", "C2*4 A6*1")]
    [InlineData("A5 x A6", "A5*1 A6*1")]
    public void Factors_are_named(string name, string factors) =>
        Assert.Equal(factors, string.Join(" ", ChiefSeries.Of(CharacterTable.Of(FiniteGroup.Parse(name)).NormalSubgroups).CompositionFactors.Select(f => $"{f.Name}*{f.Multiplicity}")));
}
