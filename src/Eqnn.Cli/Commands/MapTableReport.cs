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
        outline.Objects("simples", "simples", simples, columns => OfSimples(columns, decomposition).Fields((json, simple) => json.Simple(simple)));
        outline.Line("Row L, column K:");
        outline.Fact("=", "L = K, so there are linear maps");
        outline.Fact("+", $"a piecewise linear map L → K exists, and one {activation} layer on {set.Name} gives one");
        outline.Fact("o", $"a piecewise linear map L → K exists, but not by one {activation} layer on {set.Name}");
        outline.Fact(".", "none exists");
        outline.Table("maps", answer.Pairs.Chunk(simples.Count), columns => columns
            .Left("", row => row[0].Source.Label)
            .RightOfEach(simples.Index(), target => target.Item.Label, (row, target) => Sign(row[target.Index])));
        outline.InDocument(json => json.Records("pairs", answer.Pairs, pair => Pair(json, pair.Source.Label, pair.Target.Label, pair.Exists, pair.LinearExists, pair.Couples)));
    }

    /// <summary>What a table says of simples between which there are maps.</summary>
    public static RecordColumns<SimpleRepresentation> OfSimples(RecordColumns<SimpleRepresentation> columns, IsotypicDecomposition decomposition) => columns
        .Left("", simple => simple.Label)
        .Left("also", simple => string.Join(", ", simple.Aliases))
        .Left("type", simple => simple.Type.Letter())
        .Right("dimension", simple => simple.Dimension)
        .Right("kernel", simple => simple.KernelOrder)
        .Right("image", simple => simple.ImageOrder)
        .Right($"multiplicity in {decomposition.Set.Name}", simple => decomposition.Multiplicity(simple));

    /// <summary>The fields <c>source, target, exists, linearExists, activationNonzero</c> of a pair of simples.</summary>
    public static void Pair(JsonOutput json, string source, string target, bool exists, bool linearExists, bool couples)
    {
        json.Field("source", source);
        json.Field("target", target);
        json.Field("exists", exists);
        json.Field("linearExists", linearExists);
        json.Field("activationNonzero", couples);
    }

    private static string Sign(MapPair pair) => pair.LinearExists ? "=" : !pair.Exists ? "." : pair.Couples ? "+" : "o";
}
