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
internal sealed class FrequencyInteraction(AbelianInteraction graph, (AbelianSimple From, AbelianSimple To)? explained = null) : Report
{
    /// <summary>The largest number of edges that are written one by one.</summary>
    private const int MaxEdges = 2_000_000;

    private readonly AbelianDecomposition _decomposition = graph.Decomposition;

    public override void Describe(Page page)
    {
        var (group, set) = (_decomposition.Dual.Group, _decomposition.Set);
        page.Heading($"{group.Name}, order {group.Order}: {graph.Activation.Name} on {set.Name}, size {set.Size}");
        page.Line($"simples: {_decomposition.ComponentCount}, edges with loops: {graph.EdgeCount}, f(t) = {graph.Activation.Formula.Replace('Φ', 'N').Replace('·', '*')}");
        if (FrequencyQuery.IsShort(_decomposition))
        {
            DescribeSimples(page);
        }
        else
        {
            DescribeClasses(page);
        }

        if (explained is var (from, to))
        {
            var sums = graph.SumsOf(from, to);
            var coupling = graph.TryExplain(from, to);
            page.Line($"{from.Label} -> {to.Label}: {(coupling is { } found ? AbelianMapReport.CauseOf(found.Cause, found.Degree, found.LineOrder, found.Sum, from, to) : (Prose)"no edge: every sum that counts for this activation is 0")}");
            var table = new PageTable { Name = "orbits" }.Right("orbits").Right("|A|").Right("|B|").Right("even sum").Right("odd sum");
            table.Row(sums.Orbits, sums.VectorOrder, sums.LineOrder, sums.EvenSum, sums.OddSum);
            page.Table(table);
        }
    }

    public override void WriteJson(JsonOutput json)
    {
        RequireFewEdges();
        json.Object(() =>
        {
            json.Group(_decomposition.Dual.Group);
            FrequencyQuery.Set(json, _decomposition);
            json.Field("activation", graph.Activation.Name);
            json.Records("nodes", _decomposition.EnumerateComponents(), node =>
            {
                json.Field("label", node.Key.Label);
                json.Field("dimension", node.Key.Dimension);
                json.Field("type", node.Key.Type.Letter());
                json.Field("multiplicity", node.Value);
                json.Field("kernelOrder", node.Key.KernelOrder);
            });
            json.List("edges", Rows().SelectMany(row => row.Reached.Select(to => (From: row.Source, To: to))), edge => json.Row([edge.From, edge.To]));
            json.Field("method", "theorem");
            if (explained is var (from, to))
            {
                var sums = graph.SumsOf(from, to);
                json.Object("explain", () =>
                {
                    json.Field("source", from.Label);
                    json.Field("target", to.Label);
                    json.Field("cause", graph.TryExplain(from, to)?.Cause.ToString().ToLowerInvariant());
                    json.Field("orbits", sums.Orbits);
                    json.Field("orderA", sums.VectorOrder);
                    json.Field("orderB", sums.LineOrder);
                    json.Field("evenSum", sums.EvenSum);
                    json.Field("oddSum", sums.OddSum);
                });
            }
        });
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

    private void DescribeSimples(Page page)
    {
        var rows = new PageTable { Name = "graph" }.Left("").Left("type").Right("dimension").Right("multiplicity").Right("kernel").Left("reaches");
        foreach (var ((simple, multiplicity), (_, labels)) in _decomposition.EnumerateComponents().Zip(Rows()))
        {
            rows.Row(simple.Label, simple.Type.Letter(), simple.Dimension, multiplicity, simple.KernelOrder, labels.Count == 0 ? "nothing" : Prose.List(labels));
        }

        page.Table(rows);
    }

    private void DescribeClasses(Page page)
    {
        page.Line("by kernels: every simple of a row reaches all simples of the rows named, which are called by the order of the image, and those named besides");
        var classes = _decomposition.KernelClasses;
        var names = FrequencyQuery.ClassNames(classes);
        var rows = new PageTable { Name = "graph" }.Right("image").Left("simples").Right("number").Left("type").Right("dimension").Right("multiplicity").Right("kernel").Left("reaches all of image").Left("and of the first");
        for (var i = 0; i < classes.Count; i++)
        {
            var members = classes[i];
            var wholly = graph.ReachedClasses(i);
            var singly = graph.ReachedSingly(i, members.First);
            rows.Row(
                names[i], FrequencyQuery.Members(members), members.SimpleCount, members.Type.Letter(), members.First.Dimension, members.Multiplicity, members.First.KernelOrder,
                FrequencyQuery.NamesOrNothing(wholly.Select(j => names[j])), FrequencyQuery.NamesOrNothing(singly.Select(simple => simple.Label)));
        }

        page.Table(rows);
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
