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
internal sealed partial class InteractReport(InteractionGraph graph, string method) : OutlinedReport
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
    protected override void Describe(Outline outline)
    {
        var set = graph.Decomposition.Set;
        outline.Heading($"{set.Group.Name}, order {set.Group.Order}: interaction graph of {graph.Activation.Name} on {set.Name}, size {set.Size}");
        outline.InDocument(json => json.Group(set.Group));
        outline.InDocument(json => json.Set("on", set));
        if (Reduction is var (quotient, source))
        {
            outline.Line($"{source.Label} of {source.Dual.Group.Name}, order {source.Dual.Group.Order}, by the quotient by its kernel N, of order {quotient.Step}, on X/N: Lk here is L({quotient.Step}k) there, and other simples are not reached");
            outline.Record("quotientOf", part =>
            {
                part.Field("group", source.Dual.Group.Name);
                part.Field("order", source.Dual.Group.Order);
                part.Field("source", source.Label);
                part.Field("kernelOrder", quotient.Step);
            });
        }

        var edges = Edges.ToLookup(edge => edge.From, edge => graph.Nodes[edge.To].Simple.Label);
        outline.Line($"nodes: {graph.Nodes.Count}, edges with loops: {edges.Sum(row => row.Count())}, f(t) = {graph.Activation.Formula.Replace('Φ', 'N').Replace('·', '*')}");
        outline.Field("activation", graph.Activation.Name);
        outline.Records("graph", "nodes", graph.Nodes.Index(), columns => columns
            .Text("", "label", node => node.Item.Simple.Label)
            .Left("type", node => node.Item.Simple.Type.Letter())
            .Count("dimension", "dimension", node => node.Item.Simple.Dimension)
            .Fields((json, node) => json.Field("type", node.Item.Simple.Type.Letter()))
            .Count("multiplicity", "multiplicity", node => node.Item.Multiplicity)
            .Count("kernel", "kernelOrder", node => node.Item.Simple.KernelOrder)
            .Left("reaches", node => List([.. edges[node.Index]])));
        outline.InDocument(json => json.List("edges", Edges, edge => json.Row([graph.Nodes[edge.From].Simple.Label, graph.Nodes[edge.To].Simple.Label])));
        outline.Field("method", method);
        DescribeBruteForce(outline);
        DescribeAccount(outline);
        DescribeCopies(outline);
        WriteEnergies(outline);
        DescribeDepth(outline);
        outline.OnPage(DescribeEnergies);
    }

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

    private void DescribeBruteForce(Outline outline)
    {
        if (BruteForce is null)
        {
            return;
        }

        outline.Line("brute force, exact; it contradicts the theorem nowhere");
        outline.Records("comparison", "bruteForce", BruteForce.Rows, columns => columns
            .Text("", "source", row => row.Source.Label)
            .Text("by", "method", row => row.Method)
            .Count("count", "count", row => row.Count)
            .Left("nonzero", row => List([.. LabelsWhere(row, BruteForceVerdict.NonZero)]))
            .Left("zero", row => List([.. LabelsWhere(row, BruteForceVerdict.Zero)]))
            .Left("not found", row => List([.. LabelsWhere(row, BruteForceVerdict.NotFound)]))
            .Fields((json, row) => json.Row("undecided", LabelsWhere(row, BruteForceVerdict.NotFound))));
    }

    private void DescribeAccount(Outline outline)
    {
        if (Account is { } pair)
        {
            outline.Object("explain", part => Describe(part, graph.Nodes[pair.From].Simple.Label, graph.Nodes[pair.To].Simple.Label, graph.Account(pair.From, pair.To)));
        }
    }

    private void Describe(Outline part, string source, string target, CouplingAccount account)
    {
        var cause = account.Coupling?.Cause.ToString().ToLowerInvariant();
        part.Field("source", source);
        part.Field("target", target);
        part.Field("cause", cause);
        part.Line(cause is null
            ? $"{source} -> {target}: no edge; every sum that could give one vanishes (f: {graph.Activation.ParityClass})"
            : $"{source} -> {target}: edge, by the {cause} part of f ({graph.Activation.ParityClass})");
        part.Records("orbits", "orbits", account.Orbits, columns => columns
            .Count("orbit", "orbit", orbit => orbit.Stabilizer.Orbit + 1)
            .Count("|A|", "orderA", orbit => orbit.Stabilizer.Vector.Order)
            .Count("|B|", "orderB", orbit => orbit.Stabilizer.Line.Order)
            .Left("sign", orbit => orbit.Stabilizer.HasSign ? "-1 outside A" : "1")
            .Exact("sum over B", "evenSum", orbit => orbit.EvenSum)
            .Exact("signed sum over B", "oddSum", orbit => orbit.OddSum)
            .Left("even part", orbit => Verdict(graph.Activation.Even.IsPolynomial, !orbit.EvenSum.IsZero))
            .Left("odd part", orbit => Verdict(graph.Activation.Odd.IsPolynomial, !orbit.OddSum.IsZero)));
        foreach (var (degree, norm) in account.Orbits.SelectMany(orbit => orbit.MonomialNorms))
        {
            part.Line($"t^{degree}: squared norm of the tensor {norm}");
        }

        static string Verdict(bool isPolynomial, bool couples) => isPolynomial ? "polynomial" : couples ? "couples" : "no";
    }

    private void DescribeCopies(Outline outline)
    {
        if (Copies is null)
        {
            return;
        }

        outline.Line("single copies in the first orbit that has one");
        outline.Records("copies", "copies", Copies, columns => columns
            .Text("", "source", copy => copy.Source.Label)
            .Text("copy", "copy", copy => copy.Description)
            .Count("|A|", "orderA", copy => copy.Stabilizer.Vector.Order)
            .Count("|B|", "orderB", copy => copy.Stabilizer.Line.Order)
            .Left("reaches", copy => List([.. Labels(copy.Reached)])).Fields((json, copy) => json.Row("reached", Labels(copy.Reached)))
            .Left("loses", copy => List([.. Labels(copy.Lost)])).Fields((json, copy) => json.Row("lost", Labels(copy.Lost))));

        static IEnumerable<string> Labels(IEnumerable<SimpleRepresentation> simples) => simples.Select(simple => simple.Label);
    }

    private void WriteEnergies(Outline outline)
    {
        if (Energies is null)
        {
            return;
        }

        outline.Field("energyLayers", Energies.Select(row => row.Layers).DefaultIfEmpty(1).Max());
        outline.InDocument(json => json.Records("energySources", Energies, row =>
        {
            json.Field("from", row.Source.Label);
            json.Field("energy", row.TotalText);
        }));
        outline.InDocument(json => json.Records("energies", Energies.SelectMany(row => row.Shares.Select(share => (row.Source, Share: share))), entry =>
        {
            json.Field("from", entry.Source.Label);
            json.Field("to", entry.Share.Target.Label);
            json.Field("share", entry.Share.Text);
        }));
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
        page.Table(new RecordColumns<EnergyRow>()
            .Left("from", row => row.Source.Label)
            .Right("E|f(v)|^2", row => row.TotalText)
            .RightOfEach(Energies[0].Shares.Index(), share => share.Item.Target.Label, (row, share) => row.Shares[share.Index].Text)
            .TableOf("energies", Energies));
    }
}
