using System.Numerics;
using Eqnn.Cli.Output;
using Eqnn.PiecewiseLinear.Filtrations;
using Eqnn.Records.Groups;

namespace Eqnn.Cli.Commands;

/// <summary>The answer of <c>eqnn filtration</c> for cyclic groups of large order.</summary>
internal sealed class FrequencyFiltration(CyclicFiltration filtration) : OutlinedReport
{
    protected override void Describe(Outline outline)
    {
        var (group, set) = (filtration.Decomposition.Dual.Group, filtration.Decomposition.Set);
        outline.Heading($"{group.Name}, order {group.Order}: invariant functions on {set.Name}, size {set.Size}");
        outline.InDocument(json => json.Group(group));
        outline.InDocument(json => FrequencyQuery.Set(json, filtration.Decomposition));
        outline.Records("layers", "layers", [.. filtration.Layers.Index()], columns => columns
            .Numbered("N", "normalSubgroup", entry => entry.Index)
            .Count("order", "order", entry => entry.Item.Order)
            .Count("dimension", "dimension", entry => entry.Item.Dimension)
            .Left("orbits on X/N", entry => FrequencyQuery.Orbits(entry.Item.OrbitLengths)).Fields((json, entry) => json.List("orbitLengths", entry.Item.OrbitLengths, pair => json.Row([pair.Key, pair.Value])))
            .Right("compression", entry => entry.Item.Compression).Fields((json, entry) => json.Field("compression", entry.Item.Compression.ToString()))
            .Left("simples", entry => Simples(entry.Item)).Fields((json, entry) => json.Row("imageOrders", entry.Item.KernelClasses.Select(members => members.ImageOrder))));
    }

    /// <summary>Few simples by their labels, many by classes.</summary>
    private Prose Simples(CyclicLayer layer) => FrequencyQuery.IsShort(filtration.Decomposition)
        ? Prose.List(layer.KernelClasses.SelectMany(members => members.EnumerateSimples()).OrderBy(simple => simple.Frequency ?? BigInteger.Zero).Select(simple => simple.Label))
        : Prose.List(layer.KernelClasses.Select(FrequencyQuery.Members));
}
