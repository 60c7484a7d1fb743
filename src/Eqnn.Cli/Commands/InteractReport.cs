using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Representations.Abelian;
using Eqnn.Cli.Output;
using Eqnn.Drawing;
using Eqnn.PiecewiseLinear.Answers;
using Eqnn.PiecewiseLinear.Copies;
using Eqnn.PiecewiseLinear.Depth;
using Eqnn.PiecewiseLinear.Energies;
using Eqnn.PiecewiseLinear.Interaction;
using Eqnn.Records.Groups;
using Eqnn.Records.GSets;
using Eqnn.Records.Json;
using Eqnn.Records.LinearAlgebra;

namespace Eqnn.Cli.Commands;

/// <summary>The answer of <c>eqnn interact</c>.</summary>
internal sealed partial class InteractReport(InteractionGraph graph, string method) : Report
{
    private const int MaxListed = 40;

    /// <summary>The quotient of a large cyclic group that is looked at in its place, and the source there; or null.</summary>
    public (CyclicQuotient Quotient, AbelianSimple Source)? Reduction { get; init; }

    /// <summary>The comparison with brute force, or null.</summary>
    public BruteForceComparison? BruteForce { get; init; }

    /// <summary>The depth analysis, or null.</summary>
    public DepthAnalysis? Depth { get; init; }

    /// <summary>The energies from each source after the last layer, or null.</summary>
    public IReadOnlyList<EnergyRow>? Energies { get; init; }

    /// <summary>The edge to explain, or null.</summary>
    public (int From, int To)? Account { get; init; }

    /// <summary>Single copies, or null.</summary>
    public IReadOnlyList<CopyInteraction>? Copies { get; init; }

    private IReadOnlyList<(int From, int To)> Edges => method == "chambers" && BruteForce is { } force ? force.Edges : graph.Edges;

    /// <inheritdoc/>
    public override void Describe(Page page)
    {
        var set = graph.Decomposition.Set;
        var edges = Edges.ToLookup(edge => edge.From, edge => graph.Nodes[edge.To].Simple.Label);
        page.Heading($"{set.Group.Name}, order {set.Group.Order}: interaction graph of {graph.Activation.Name} on {set.Name}, size {set.Size}");
        if (Reduction is var (quotient, source))
        {
            page.Line($"{source.Label} of {source.Dual.Group.Name}, order {source.Dual.Group.Order}, by the quotient by its kernel N, of order {quotient.Step}, on X/N: Lk here is L({quotient.Step}k) there, and other simples are not reached");
        }

        page.Line($"nodes: {graph.Nodes.Count}, edges with loops: {edges.Sum(row => row.Count())}, f(t) = {graph.Activation.Formula.Replace('Φ', 'N').Replace('·', '*')}");
        var rows = new PageTable { Name = "graph" }.Left("").Left("type").Right("dimension").Right("multiplicity").Right("kernel").Left("reaches");
        for (var i = 0; i < graph.Nodes.Count; i++)
        {
            var (simple, multiplicity) = (graph.Nodes[i].Simple, graph.Nodes[i].Multiplicity);
            rows.Row(simple.Label, simple.Type.Letter(), simple.Dimension, multiplicity, simple.KernelOrder, List([.. edges[i]]));
        }

        page.Table(rows);
        DescribeBruteForce(page);
        DescribeAccount(page);
        DescribeCopies(page);
        DescribeDepth(page);
        DescribeEnergies(page);
    }

    /// <inheritdoc/>
    public override void WriteJson(JsonOutput json) => json.Object(() =>
    {
        json.Group(graph.Decomposition.Set.Group);
        json.Set("on", graph.Decomposition.Set);
        if (Reduction is var (quotient, source))
        {
            json.Record("quotientOf", () =>
            {
                json.Field("group", source.Dual.Group.Name);
                json.Field("order", source.Dual.Group.Order);
                json.Field("source", source.Label);
                json.Field("kernelOrder", quotient.Step);
            });
        }

        json.Field("activation", graph.Activation.Name);
        json.Records("nodes", graph.Nodes, node =>
        {
            json.Field("label", node.Simple.Label);
            json.Field("dimension", node.Simple.Dimension);
            json.Field("type", node.Simple.Type.Letter());
            json.Field("multiplicity", (BigInteger)node.Multiplicity);
            json.Field("kernelOrder", node.Simple.KernelOrder);
        });
        json.List("edges", Edges, edge => json.Row([graph.Nodes[edge.From].Simple.Label, graph.Nodes[edge.To].Simple.Label]));
        json.Field("method", method);
        if (BruteForce is not null)
        {
            json.Records("bruteForce", BruteForce.Rows, row =>
            {
                json.Field("source", row.Source.Label);
                json.Field("method", row.Method);
                json.Field("count", row.Count);
                json.Row("undecided", LabelsWhere(row, BruteForceVerdict.NotFound));
            });
        }

        if (Account is var (from, to) && Account is not null)
        {
            var account = graph.Account(from, to);
            json.Object("explain", () =>
            {
                json.Field("source", graph.Nodes[from].Simple.Label);
                json.Field("target", graph.Nodes[to].Simple.Label);
                json.Field("cause", account.Coupling?.Cause.ToString().ToLowerInvariant());
                json.Records("orbits", account.Orbits, orbit =>
                {
                    json.Field("orbit", orbit.Stabilizer.Orbit + 1);
                    json.Field("orderA", orbit.Stabilizer.Vector.Order);
                    json.Field("orderB", orbit.Stabilizer.Line.Order);
                    json.Exact("evenSum", orbit.EvenSum);
                    json.Exact("oddSum", orbit.OddSum);
                });
            });
        }

        if (Copies is not null)
        {
            json.Records("copies", Copies, copy =>
            {
                json.Field("source", copy.Source.Label);
                json.Field("copy", copy.Description);
                json.Field("orderA", copy.Stabilizer.Vector.Order);
                json.Field("orderB", copy.Stabilizer.Line.Order);
                json.Row("reached", copy.Reached.Select(simple => simple.Label));
                json.Row("lost", copy.Lost.Select(simple => simple.Label));
            });
        }

        if (Energies is not null)
        {
            json.Field("energyLayers", Energies.Select(row => row.Layers).DefaultIfEmpty(1).Max());
            json.Records("energySources", Energies, row =>
            {
                json.Field("from", row.Source.Label);
                json.Field("energy", row.TotalText);
            });
            json.Records("energies", Energies.SelectMany(row => row.Shares.Select(share => (row.Source, Share: share))), entry =>
            {
                json.Field("from", entry.Source.Label);
                json.Field("to", entry.Share.Target.Label);
                json.Field("share", entry.Share.Text);
            });
        }

        if (Depth is not null)
        {
            WriteDepth(json, Depth);
        }
    });

    /// <inheritdoc/>
    public override void WriteDot(TextWriter dot)
    {
        var set = graph.Decomposition.Set;
        dot.Write($"digraph {GapObjects.Quoted($"{graph.Activation.Name} on {set.Name} of {set.Group.Name}")} {{\n  rankdir = TB;\n");
        foreach (var (simple, multiplicity) in graph.Nodes.Select(node => (node.Simple, node.Multiplicity)))
        {
            dot.Write(FormattableString.Invariant($"  {simple.Label} [label = \"{simple.Label}\\nimage {simple.ImageOrder}, {multiplicity} x dim {simple.Dimension}\"];\n"));
        }

        // The layers of the picture that --svg draws; an arrow that leads nowhere lower must not move them.
        foreach (var layer in InteractionDrawing.Layers(graph))
        {
            dot.Write($"  {{ rank = same; {string.Join("; ", layer.Select(node => graph.Nodes[node].Simple.Label))} }}\n");
        }

        foreach (var (from, to) in Edges)
        {
            dot.Write($"  {graph.Nodes[from].Simple.Label} -> {graph.Nodes[to].Simple.Label};\n");
        }

        dot.Write("}\n");
    }

    private static Prose List(List<string> labels) => labels.Count == 0 ? "nothing" : Prose.List(labels);

    private IEnumerable<string> LabelsWhere(BruteForceRow row, BruteForceVerdict verdict) => Enumerable.Range(0, graph.Nodes.Count).Where(j => row.Verdicts[j] == verdict).Select(j => graph.Nodes[j].Simple.Label);

    private void DescribeBruteForce(Page page)
    {
        if (BruteForce is null)
        {
            return;
        }

        page.Line("brute force, exact; it contradicts the theorem nowhere");
        var rows = new PageTable { Name = "comparison" }.Left("").Left("by").Right("count").Left("nonzero").Left("zero").Left("not found");
        foreach (var row in BruteForce.Rows)
        {
            rows.Row(row.Source.Label, row.Method, row.Count, List([.. LabelsWhere(row, BruteForceVerdict.NonZero)]), List([.. LabelsWhere(row, BruteForceVerdict.Zero)]), List([.. LabelsWhere(row, BruteForceVerdict.NotFound)]));
        }

        page.Table(rows);
    }

    private void DescribeAccount(Page page)
    {
        if (Account is not { } pair)
        {
            return;
        }

        var account = graph.Account(pair.From, pair.To);
        var (source, target) = (graph.Nodes[pair.From].Simple.Label, graph.Nodes[pair.To].Simple.Label);
        page.Line(account.Coupling is { } coupling
            ? $"{source} -> {target}: edge, by the {coupling.Cause.ToString().ToLowerInvariant()} part of f ({graph.Activation.ParityClass})"
            : $"{source} -> {target}: no edge; every sum that could give one vanishes (f: {graph.Activation.ParityClass})");
        var rows = new PageTable { Name = "orbits" }.Right("orbit").Right("|A|").Right("|B|").Left("sign").Right("sum over B").Right("signed sum over B").Left("even part").Left("odd part");
        foreach (var orbit in account.Orbits)
        {
            rows.Row(
                orbit.Stabilizer.Orbit + 1, orbit.Stabilizer.Vector.Order, orbit.Stabilizer.Line.Order, orbit.Stabilizer.HasSign ? "-1 outside A" : "1", orbit.EvenSum, orbit.OddSum,
                Verdict(graph.Activation.Even.IsPolynomial, !orbit.EvenSum.IsZero), Verdict(graph.Activation.Odd.IsPolynomial, !orbit.OddSum.IsZero));
        }

        page.Table(rows);
        foreach (var (degree, norm) in account.Orbits.SelectMany(orbit => orbit.MonomialNorms))
        {
            page.Line($"t^{degree}: squared norm of the tensor {norm}");
        }

        static string Verdict(bool isPolynomial, bool couples) => isPolynomial ? "polynomial" : couples ? "couples" : "no";
    }

    private void DescribeCopies(Page page)
    {
        if (Copies is null)
        {
            return;
        }

        page.Line("single copies in the first orbit that has one");
        var rows = new PageTable { Name = "copies" }.Left("").Left("copy").Right("|A|").Right("|B|").Left("reaches").Left("loses");
        foreach (var copy in Copies)
        {
            rows.Row(copy.Source.Label, copy.Description, copy.Stabilizer.Vector.Order, copy.Stabilizer.Line.Order, List([.. copy.Reached.Select(s => s.Label)]), List([.. copy.Lost.Select(s => s.Label)]));
        }

        page.Table(rows);
    }

    private void DescribeEnergies(Page page)
    {
        if (Energies is not { Count: > 0 })
        {
            return;
        }

        var layers = Energies[0].Layers;
        page.Line(layers == 1
            ? "energies: the share of E|f(v)|^2 in each simple, v standard normal in the component of the source; a 0 is exact, by the theorem"
            : FormattableString.Invariant($"energies after {layers} layers of random weights, in the limit of infinitely many channels (weights independent normal, variance 1 for every orbital); a 0 is exact: the simple is not in J_{layers}"));
        var rows = new PageTable { Name = "energies" }.Left("from").Right("E|f(v)|^2");
        foreach (var share in Energies[0].Shares)
        {
            rows.Right(share.Target.Label);
        }

        foreach (var row in Energies)
        {
            rows.Row([(Prose)row.Source.Label, row.TotalText, .. row.Shares.Select(share => (Prose)share.Text)]);
        }

        page.Table(rows);
    }
}
