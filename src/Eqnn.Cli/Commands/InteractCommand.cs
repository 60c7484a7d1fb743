using System.CommandLine;
using System.Numerics;
using Eqnn.Algebra.Representations;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Interaction;

namespace Eqnn.Cli.Commands;

/// <summary><c>eqnn interact G --on X --activation f</c>: which simples one activation mixes.</summary>
internal sealed class InteractCommand : EqnnCommand
{
    /// <summary>The activation of a layer.</summary>
    public static Option<string> ActivationOption { get; } = new("--activation", "-a")
    {
        HelpName = "F",
        Description = "relu (default), relu-bias, leaky-relu, abs, tanh, sigmoid, gelu, silu, elu, softplus, square, cube and others",
    };

    /// <inheritdoc/>
    public override string Name => "interact";

    /// <inheritdoc/>
    public override string Summary => "the interaction graph: which simples an activation sends to which";

    /// <inheritdoc/>
    public override string Details =>
        """
        An edge L -> K says that the part in K of f applied to every coordinate is not identically zero on the isotypic component of L: for some vector, not for all.
        It is decided exactly, by stabilisers and characters, for every continuous f. Walks in the graph say nothing about deep networks.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn interact C8", "overtones: L1 reaches L2, L4, L0, but not L3"),
        ("eqnn interact S5 --on subsets:2", "on the 10 pairs"),
        ("eqnn interact C8 --activation tanh", "odd activations reach odd multiples"),
        ("eqnn interact C6 --format dot", "for Graphviz"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [CommonOptions.Group];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [CommonOptions.On, ActivationOption];

    /// <inheritdoc/>
    public override IReadOnlyList<OutputFormat> Formats => [OutputFormat.Text, OutputFormat.Json, OutputFormat.Markdown, OutputFormat.Latex, OutputFormat.Dot];

    /// <summary>The activation that was named, or ReLU.</summary>
    public static Activation ActivationOf(Query query) => query.Value(ActivationOption) is { } name ? Border.Read("--activation", () => Activation.Parse(name)) : Activation.Relu;

    /// <inheritdoc/>
    public override Report Answer(Query query)
    {
        var activation = ActivationOf(query);
        var table = Inputs.Table(query);
        var decomposition = IsotypicDecomposition.Of(table, Inputs.Set(table.Group, query.Value(CommonOptions.On), "--on"));
        return new Result(InteractionGraph.Of(decomposition, activation, query.Progress, query.CancellationToken));
    }

    private sealed class Result(InteractionGraph graph) : Report
    {
        private const string Method = "theorem";

        private readonly IReadOnlyList<(int From, int To)> _edges = graph.Edges;

        public override void Describe(Page page)
        {
            var set = graph.Decomposition.Set;
            page.Heading($"{set.Group.Name}, order {set.Group.Order}: interaction graph of {graph.Activation.Name} on {set.Name}, size {set.Size}");
            page.Line($"nodes: {graph.Nodes.Count}, edges with loops: {_edges.Count}, f(t) = {graph.Activation.Formula}");
            var rows = new PageTable().Left("").Left("type").Right("dimension").Right("multiplicity").Right("kernel").Left("reaches");
            for (var i = 0; i < graph.Nodes.Count; i++)
            {
                var (simple, multiplicity) = graph.Nodes[i];
                var reached = _edges.Where(edge => edge.From == i).Select(edge => graph.Nodes[edge.To].Simple.Label).ToList();
                rows.Row(simple.Label, Shapes.Letter(simple.Type), simple.Dimension, multiplicity, simple.KernelOrder, reached.Count == 0 ? "nothing" : string.Join(", ", reached));
            }

            page.Table(rows);
        }

        public override void WriteJson(JsonOutput json) => json.Object(() =>
        {
            Shapes.Group(json, graph.Decomposition.Set.Group);
            Shapes.Set(json, "on", graph.Decomposition.Set);
            json.Field("activation", graph.Activation.Name);
            json.Records("nodes", graph.Nodes, node =>
            {
                json.Field("label", node.Simple.Label);
                json.Field("dimension", node.Simple.Dimension);
                json.Field("type", Shapes.Letter(node.Simple.Type));
                json.Field("multiplicity", (BigInteger)node.Multiplicity);
                json.Field("kernelOrder", node.Simple.KernelOrder);
            });
            json.List("edges", _edges, edge => json.Row([graph.Nodes[edge.From].Simple.Label, graph.Nodes[edge.To].Simple.Label]));
            json.Field("method", Method);
        });

        public override void WriteDot(TextWriter dot)
        {
            var set = graph.Decomposition.Set;
            dot.Write($"digraph {GapObjects.Quoted($"{graph.Activation.Name} on {set.Name} of {set.Group.Name}")} {{\n  rankdir = BT;\n");
            foreach (var (simple, multiplicity) in graph.Nodes)
            {
                dot.Write(FormattableString.Invariant($"  {simple.Label} [label = \"{simple.Label}\\nimage {simple.ImageOrder}, {multiplicity} x dim {simple.Dimension}\"];\n"));
            }

            foreach (var (from, to) in _edges)
            {
                dot.Write($"  {graph.Nodes[from].Simple.Label} -> {graph.Nodes[to].Simple.Label};\n");
            }

            dot.Write("}\n");
        }
    }
}
