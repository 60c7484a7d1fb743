using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Representations;
using Eqnn.Cli.Output;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Answers;
using Eqnn.Records.Groups;
using Eqnn.Records.GSets;
using Eqnn.Records.Json;

namespace Eqnn.Cli.Commands;

/// <summary>The answer of <c>eqnn maps G</c>: all pairs of simples.</summary>
internal sealed class MapTableReport(MapTable answer) : Report
{
    private readonly IsotypicDecomposition _decomposition = answer.Decomposition;
    private readonly Activation _activation = answer.Activation;

    private IReadOnlyList<SimpleRepresentation> Simples => answer.Simples;

    /// <inheritdoc/>
    public override void Describe(Page page)
    {
        var set = _decomposition.Set;
        page.Heading($"{set.Group.Name}, order {set.Group.Order}: piecewise linear equivariant maps between its simples");
        var simples = new PageTable { Name = "simples" }.Left("").Left("also").Left("type").Right("dimension").Right("kernel").Right("image").Right($"multiplicity in {set.Name}");
        foreach (var simple in Simples)
        {
            simples.Row(
                simple.Label, string.Join(", ", simple.Aliases), simple.Type.Letter(), simple.Dimension, simple.KernelOrder, simple.ImageOrder,
                _decomposition.Multiplicity(simple));
        }

        page.Table(simples);
        page.Line("Row L, column K:");
        page.Fact("=", "L = K, so there are linear maps");
        page.Fact("+", $"a piecewise linear map L → K exists, and one {_activation.Name} layer on {set.Name} gives one");
        page.Fact("o", $"a piecewise linear map L → K exists, but not by one {_activation.Name} layer on {set.Name}");
        page.Fact(".", "none exists");
        var table = new PageTable { Name = "maps" }.Left("");
        foreach (var target in Simples)
        {
            table.Right(target.Label);
        }

        foreach (var row in answer.Pairs.Chunk(Simples.Count))
        {
            table.Row([(Prose)row[0].Source.Label, .. row.Select(pair => (Prose)Sign(pair))]);
        }

        page.Table(table);
    }

    /// <inheritdoc/>
    public override void WriteJson(JsonOutput json) => json.Object(() =>
    {
        json.Group(_decomposition.Set.Group);
        json.Set("on", _decomposition.Set);
        json.Field("activation", _activation.Name);
        json.List("simples", Simples, simple => json.Object(() => json.Simple(simple)));
        json.Records("pairs", answer.Pairs, pair =>
        {
            json.Field("source", pair.Source.Label);
            json.Field("target", pair.Target.Label);
            json.Field("exists", pair.Exists);
            json.Field("linearExists", pair.LinearExists);
            json.Field("activationNonzero", pair.Couples);
        });
    });

    private static string Sign(MapPair pair) => pair.LinearExists ? "=" : !pair.Exists ? "." : pair.Couples ? "+" : "o";
}
