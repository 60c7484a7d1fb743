using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Representations.Abelian;
using Eqnn.Cli.Output;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Interaction;
using Eqnn.Records.Groups;
using Eqnn.Records.Json;

namespace Eqnn.Cli.Commands;

/// <summary>The answer of <c>eqnn interact</c> for abelian groups by frequencies: row by row, or by classes of simples with one kernel where there are many.</summary>
/// <param name="graph">The graph.</param>
/// <param name="explained">The edge whose numbers are asked for.</param>
internal sealed class FrequencyInteraction(AbelianInteraction graph, (AbelianSimple From, AbelianSimple To)? explained = null) : OutlinedReport
{
    /// <summary>The largest number of edges that are written one by one.</summary>
    private const int MaxEdges = 2_000_000;

    private readonly AbelianDecomposition _decomposition = graph.Decomposition;

    protected override void Describe(Outline outline)
    {
        var (group, set) = (_decomposition.Dual.Group, _decomposition.Set);
        outline.InDocument(_ => RequireFewEdges());
        outline.Heading($"{group.Name}, order {group.Order}: {graph.Activation.Name} on {set.Name}, size {set.Size}");
        outline.InDocument(json => json.Group(group));
        outline.InDocument(json => FrequencyQuery.Set(json, _decomposition));
        outline.Line($"simples: {_decomposition.ComponentCount}, edges with loops: {graph.EdgeCount}, f(t) = {graph.Activation.Formula.Replace('Φ', 'N').Replace('·', '*')}");
        outline.Field("activation", graph.Activation.Name);
        DescribeSimples(outline, FrequencyQuery.IsShort(_decomposition));
        outline.InDocument(json => json.List("edges", Rows().SelectMany(row => row.Reached.Select(to => (From: row.Source, To: to))), edge => json.Row([edge.From, edge.To])));
        outline.Field("method", "theorem");
        if (explained is var (from, to))
        {
            outline.Object("explain", part => Explain(part, from, to));
        }
    }

    public override void WriteDot(TextWriter dot)
    {
        RequireFewEdges();
        dot.Write($"digraph {GapObjects.Quoted($"{graph.Activation.Name} on {_decomposition.Set.Name} of {_decomposition.Dual.Group.Name}")} {{\n  rankdir = TB;\n");
        foreach (var (simple, multiplicity) in _decomposition.EnumerateComponents())
        {
            dot.Write(FormattableString.Invariant($"  {GapObjects.Quoted(simple.Label)} [label = \"{simple.Label}\\nimage {simple.ImageOrder}, {multiplicity} x dim {simple.Dimension}\"];\n"));
        }

        foreach (var (source, reached) in Rows())
        {
            foreach (var target in reached)
            {
                dot.Write($"  {GapObjects.Quoted(source)} -> {GapObjects.Quoted(target)};\n");
            }
        }

        dot.Write("}\n");
    }

    private void DescribeSimples(Outline outline, bool isShort)
    {
        var reached = new Lazy<IReadOnlyList<IReadOnlyList<string>>>(() => [.. Rows().Select(row => row.Reached)]);
        outline.Records("graph", "nodes", _decomposition.EnumerateComponents().Index(), columns => columns
            .Text("", "label", node => node.Item.Key.Label)
            .Left("type", node => node.Item.Key.Type.Letter())
            .Count("dimension", "dimension", node => node.Item.Key.Dimension)
            .Fields((json, node) => json.Field("type", node.Item.Key.Type.Letter()))
            .Count("multiplicity", "multiplicity", node => node.Item.Value)
            .Count("kernel", "kernelOrder", node => node.Item.Key.KernelOrder)
            .Left("reaches", node => reached.Value[node.Index] is { Count: > 0 } labels ? Prose.List(labels) : "nothing"), isShort);
        if (isShort)
        {
            return;
        }

        outline.Line("by kernels: every simple of a row reaches all simples of the rows named, which are called by the order of the image, and those named besides");
        var names = FrequencyQuery.ClassNames(_decomposition.KernelClasses);
        outline.Table("graph", _decomposition.KernelClasses.Index(), columns => FrequencyQuery.OfClasses(columns, names)
            .Left("reaches all of image", members => FrequencyQuery.NamesOrNothing(graph.ReachedClasses(members.Index).Select(j => names[j])))
            .Left("and of the first", members => FrequencyQuery.NamesOrNothing(graph.ReachedSingly(members.Index, members.Item.First).Select(simple => simple.Label))));
    }

    private void Explain(Outline part, AbelianSimple from, AbelianSimple to)
    {
        var coupling = graph.TryExplain(from, to);
        part.Field("source", from.Label);
        part.Field("target", to.Label);
        part.Field("cause", coupling?.Cause.ToString().ToLowerInvariant());
        part.Line($"{from.Label} -> {to.Label}: {(coupling is { } found ? AbelianMapReport.CauseOf(found.Cause, found.Degree, found.LineOrder, found.Sum, from, to) : (Prose)"no edge: every sum that counts for this activation is 0")}");
        part.Record("orbits", graph.SumsOf(from, to), columns => columns
            .Count("orbits", "orbits", sums => sums.Orbits)
            .Count("|A|", "orderA", sums => sums.VectorOrder)
            .Count("|B|", "orderB", sums => sums.LineOrder)
            .Count("even sum", "evenSum", sums => sums.EvenSum)
            .Count("odd sum", "oddSum", sums => sums.OddSum));
    }

    /// <summary>The labels of the simples with those that they reach, all in order.</summary>
    private IEnumerable<(string Source, IReadOnlyList<string> Reached)> Rows()
    {
        var labels = _decomposition.EnumerateComponents().Select(component => component.Key.Label).ToList();
        return labels.Zip(graph.EnumerateRows(), (source, reached) => (source, (IReadOnlyList<string>)[.. reached.Select(to => labels[to])]));
    }

    private void RequireFewEdges()
    {
        if (graph.EdgeCount > MaxEdges)
        {
            throw new LimitExceededException("edges of an interaction graph", MaxEdges, FormattableString.Invariant($"{graph.EdgeCount}"), "in a document of all edges; --format text shows them by kernels");
        }
    }
}
