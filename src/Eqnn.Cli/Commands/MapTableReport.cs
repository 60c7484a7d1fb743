using Eqnn.Algebra.Characters;
using Eqnn.Cli.Output;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Answers;
using Eqnn.Records.Groups;
using Eqnn.Records.GSets;
using Eqnn.Records.Json;

namespace Eqnn.Cli.Commands;

/// <summary>The answer of <c>eqnn maps G</c>: all pairs of simples.</summary>
internal sealed class MapTableReport(MapTable answer) : OutlinedReport
{
    protected override void Describe(Outline outline)
    {
        var (decomposition, simples, activation) = (answer.Decomposition, answer.Simples, answer.Activation.Name);
        var set = decomposition.Set;
        outline.Heading($"{set.Group.Name}, order {set.Group.Order}: piecewise linear equivariant maps between its simples");
        outline.InDocument(json => json.Group(set.Group));
        outline.InDocument(json => json.Set("on", set));
        outline.Field("activation", activation);
        outline.Objects("simples", "simples", simples, columns => columns
            .Left("", simple => simple.Label)
            .Left("also", simple => string.Join(", ", simple.Aliases))
            .Left("type", simple => simple.Type.Letter())
            .Right("dimension", simple => simple.Dimension)
            .Right("kernel", simple => simple.KernelOrder)
            .Right("image", simple => simple.ImageOrder)
            .Right($"multiplicity in {set.Name}", simple => decomposition.Multiplicity(simple))
            .Fields((json, simple) => json.Simple(simple)));
        outline.Line("Row L, column K:");
        outline.Fact("=", "L = K, so there are linear maps");
        outline.Fact("+", $"a piecewise linear map L → K exists, and one {activation} layer on {set.Name} gives one");
        outline.Fact("o", $"a piecewise linear map L → K exists, but not by one {activation} layer on {set.Name}");
        outline.Fact(".", "none exists");
        outline.OnPage(page =>
        {
            var table = new PageTable { Name = "maps" }.Left("");
            foreach (var target in simples)
            {
                table.Right(target.Label);
            }

            foreach (var row in answer.Pairs.Chunk(simples.Count))
            {
                table.Row([(Prose)row[0].Source.Label, .. row.Select(pair => (Prose)Sign(pair))]);
            }

            page.Table(table);
        });
        outline.InDocument(json => json.Records("pairs", answer.Pairs, pair =>
        {
            json.Field("source", pair.Source.Label);
            json.Field("target", pair.Target.Label);
            json.Field("exists", pair.Exists);
            json.Field("linearExists", pair.LinearExists);
            json.Field("activationNonzero", pair.Couples);
        }));
    }

    private static string Sign(MapPair pair) => pair.LinearExists ? "=" : !pair.Exists ? "." : pair.Couples ? "+" : "o";
}
