using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Representations.Abelian;
using Eqnn.Cli.Output;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Answers;
using Eqnn.PiecewiseLinear.Interaction;
using Eqnn.Records.Groups;
using Eqnn.Records.Json;

namespace Eqnn.Cli.Commands;

/// <summary>The answer of <c>eqnn maps G</c> for abelian groups by frequencies: all pairs, by classes of simples with one kernel.</summary>
internal sealed class FrequencyMapsTable(AbelianInteraction graph) : Report
{
    /// <summary>The largest number of pairs that are written one by one.</summary>
    private const int MaxPairs = 2_000_000;

    private readonly AbelianDecomposition _decomposition = graph.Decomposition;
    private readonly AbelianMapTable _table = AbelianMapTable.Of(graph);

    public override void Describe(Page page)
    {
        var (group, set, classes) = (_decomposition.Dual.Group, _decomposition.Set, _decomposition.KernelClasses);
        page.Heading($"{group.Name}, order {group.Order}: piecewise linear equivariant maps between its simples");
        page.Line($"simples: {_decomposition.ComponentCount} occur in the functions on {set.Name}, size {set.Size}; only these are asked about");
        page.Line("by kernels: the simples of a row have one kernel. Every one of them has nonzero maps to all simples of the rows named, which are called by the order of the image, and to no others;");
        page.Line($"linear ones only to itself; by one {graph.Activation.Name} layer on {set.Name} to those of the last two columns");
        var names = FrequencyQuery.ClassNames(classes);
        var rows = new PageTable { Name = "maps" }.Right("image").Left("simples").Right("number").Left("type").Right("dimension").Right("multiplicity").Right("kernel").Left("maps to all of image").Left("by one layer").Left("and of the first");
        for (var i = 0; i < classes.Count; i++)
        {
            var members = classes[i];
            rows.Row(
                names[i], FrequencyQuery.Members(members), members.SimpleCount, members.Type.Letter(), members.First.Dimension, members.Multiplicity, members.First.KernelOrder,
                Prose.List(_table.ClassesWithMaps(i).Select(j => names[j])), FrequencyQuery.NamesOrNothing(graph.ReachedClasses(i).Select(j => names[j])),
                FrequencyQuery.NamesOrNothing(graph.ReachedSingly(i, members.First).Select(simple => simple.Label)));
        }

        page.Table(rows);
    }

    public override void WriteJson(JsonOutput json)
    {
        if (_decomposition.ComponentCount * _decomposition.ComponentCount > MaxPairs)
        {
            throw new LimitExceededException("pairs of simples", MaxPairs, FormattableString.Invariant($"{_decomposition.ComponentCount * _decomposition.ComponentCount}"), "in a document of all pairs; name two simples, or read the text, which has them by kernels");
        }

        json.Object(() =>
        {
            json.Group(_decomposition.Dual.Group);
            FrequencyQuery.Set(json, _decomposition);
            json.Field("activation", graph.Activation.Name);
            json.List("simples", _decomposition.EnumerateComponents(), component => json.Object(() => FrequencyQuery.WriteSimple(json, component.Key)));
            json.Records("pairs", _table.EnumeratePairs(), pair =>
            {
                json.Field("source", pair.Source.Label);
                json.Field("target", pair.Target.Label);
                json.Field("exists", pair.Exists);
                json.Field("linearExists", pair.LinearExists);
                json.Field("activationNonzero", pair.Couples);
            });
        });
    }
}
