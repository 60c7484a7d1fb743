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
internal sealed class FrequencyMapsTable(AbelianInteraction graph) : OutlinedReport
{
    /// <summary>The largest number of pairs that are written one by one.</summary>
    private const int MaxPairs = 2_000_000;

    private readonly AbelianDecomposition _decomposition = graph.Decomposition;
    private readonly AbelianMapTable _table = AbelianMapTable.Of(graph);

    protected override void Describe(Outline outline)
    {
        var (group, set, classes) = (_decomposition.Dual.Group, _decomposition.Set, _decomposition.KernelClasses);
        outline.InDocument(_ => RequireFewPairs());
        outline.Heading($"{group.Name}, order {group.Order}: piecewise linear equivariant maps between its simples");
        outline.InDocument(json => json.Group(group));
        outline.InDocument(json => FrequencyQuery.Set(json, _decomposition));
        outline.Field("activation", graph.Activation.Name);
        outline.Line($"simples: {_decomposition.ComponentCount} occur in the functions on {set.Name}, size {set.Size}; only these are asked about");
        outline.Line("by kernels: the simples of a row have one kernel. Every one of them has nonzero maps to all simples of the rows named, which are called by the order of the image, and to no others;");
        outline.Line($"linear ones only to itself; by one {graph.Activation.Name} layer on {set.Name} to those of the last two columns");
        var names = FrequencyQuery.ClassNames(classes);
        outline.Table("maps", classes.Index(), columns => FrequencyQuery.OfClasses(columns, names)
            .Left("maps to all of image", members => Prose.List(_table.ClassesWithMaps(members.Index).Select(j => names[j])))
            .Left("by one layer", members => FrequencyQuery.NamesOrNothing(graph.ReachedClasses(members.Index).Select(j => names[j])))
            .Left("and of the first", members => FrequencyQuery.NamesOrNothing(graph.ReachedSingly(members.Index, members.Item.First).Select(simple => simple.Label))));
        outline.InDocument(json => json.List("simples", _decomposition.EnumerateComponents(), component => json.Object(() => FrequencyQuery.WriteSimple(json, component.Key))));
        outline.InDocument(json => json.Records("pairs", _table.EnumeratePairs(), pair => MapTableReport.Pair(json, pair.Source.Label, pair.Target.Label, pair.Exists, pair.LinearExists, pair.Couples)));
    }

    private void RequireFewPairs()
    {
        if (_decomposition.ComponentCount * _decomposition.ComponentCount > MaxPairs)
        {
            throw new LimitExceededException("pairs of simples", MaxPairs, FormattableString.Invariant($"{_decomposition.ComponentCount * _decomposition.ComponentCount}"), "in a document of all pairs; name two simples, or read the text, which has them by kernels");
        }
    }
}
