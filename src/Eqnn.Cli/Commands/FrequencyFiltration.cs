using System.Numerics;
using Eqnn.Cli.Output;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Filtrations;
using Eqnn.Records.Json;

namespace Eqnn.Cli.Commands;

/// <summary>The answer of <c>eqnn filtration</c> for cyclic groups of large order.</summary>
internal sealed class FrequencyFiltration(CyclicFiltration filtration) : Report
{
    public override void Describe(Page page)
    {
        var (group, set) = (filtration.Decomposition.Dual.Group, filtration.Decomposition.Set);
        page.Heading($"{group.Name}, order {group.Order}: invariant functions on {set.Name}, size {set.Size}");
        var rows = new PageTable { Name = "layers" }.Left("").Right("order").Right("dimension").Left("orbits on X/N").Right("compression").Left("simples");
        var number = 0;
        foreach (var layer in filtration.Layers)
        {
            rows.Row(FormattableString.Invariant($"N{++number}"), layer.Order, layer.Dimension, FrequencyQuery.Orbits(layer.OrbitLengths), layer.Compression, Simples(layer));
        }

        page.Table(rows);
    }

    public override void WriteJson(JsonOutput json) => json.Object(() =>
    {
        Shapes.Group(json, filtration.Decomposition.Dual.Group);
        FrequencyQuery.Set(json, filtration.Decomposition);
        var number = 0;
        json.Records("layers", filtration.Layers, layer =>
        {
            json.Field("normalSubgroup", ++number);
            json.Field("order", layer.Order);
            json.Field("dimension", layer.Dimension);
            json.List("orbitLengths", layer.OrbitLengths, pair => json.Row([pair.Key, pair.Value]));
            json.Field("compression", layer.Compression.ToString());
            json.Row("imageOrders", layer.KernelClasses.Select(members => members.ImageOrder));
        });
    });

    /// <summary>Few simples by their labels, many by classes.</summary>
    private Prose Simples(CyclicLayer layer) => FrequencyQuery.IsShort(filtration.Decomposition)
        ? Prose.List(layer.KernelClasses.SelectMany(members => members.EnumerateSimples()).OrderBy(simple => simple.Frequency ?? BigInteger.Zero).Select(simple => simple.Label))
        : Prose.List(layer.KernelClasses.Select(FrequencyQuery.Members));
}
