using System.CommandLine;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.GSets;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Networks;
using Eqnn.Networks.Files;
using Eqnn.PiecewiseLinear.Separation;
using Eqnn.Records.Certificates;
using Eqnn.Records.LinearAlgebra;

namespace Eqnn.Cli.Commands;

/// <summary><c>eqnn separate G --on X --layers Y,...</c>: what networks of a shape can tell apart.</summary>
internal sealed class SeparateCommand : EqnnCommand
{
    private static readonly Option<string> LayersOption = new("--layers") { HelpName = "GSETS", Description = "the hidden layers, a list: points,subsets:2; any width", Required = true };
    private static readonly Option<string> To = new("--to") { HelpName = "GSET", Description = "the output is a function on GSET; default: one invariant number" };
    private static readonly Option<string[]> InputsOption = new("--inputs") { HelpName = "@X @Y", Arity = new ArgumentArity(2, 2), AllowMultipleArgumentsPerToken = true, Description = "two inputs: files with a list of numbers, one for each point, or a list of such lists, one for each channel" };
    private static readonly Option<bool> Complete = new("--complete") { Description = "whether all orbits of inputs are told apart; if not, a pair that is not" };
    private static readonly Option<string> Against = new("--against") { HelpName = "GSETS", Description = "compare with networks with these hidden layers: which tell more apart, with an example" };
    private static readonly Option<bool> NoBias = new("--no-bias") { Description = "networks without biases, with the activation of --activation (linear on both sides of 0, or real analytic)" };
    private static readonly FileOption NetworkOption = new("--network") { HelpName = "FILE", Description = "also write the network that tells the inputs apart, for eqnn network eval" };
    private static readonly Option<string> MaxSubspaces = new("--max-subspaces") { HelpName = "N", Description = FormattableString.Invariant($"stop the search through pairs of inputs after N subspaces ({CompletenessOptions.Default.MaxSubspaces}) with exit code 3") };

    /// <inheritdoc/>
    public override string Name => "separate";

    /// <inheritdoc/>
    public override string Summary => "whether networks with given hidden layers can tell two inputs apart, or all of them, with a proof";

    /// <inheritdoc/>
    public override string Details =>
        """
        Networks X -> layers -> output of any width, with invariant biases; the answer is the same for every continuous activation that is no polynomial.
        A pair of inputs is decided by colour refinement through orbitals. If it is told apart, a network with integer weights and its two exact outputs are shown; if not,
        colours on every layer prove it. Both can be checked by eqnn verify (--certificate). With --complete: whether all orbits are told apart, for all real inputs.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn separate S5 --on points --layers subsets:2 --complete", "five numbers are determined by their ten pair sums"),
        ("eqnn separate S4 --on points --layers subsets:2 --complete", "four are not: the smallest example"),
        ("eqnn separate S4 --on points --layers subsets:2 --against points", "which architecture sees more"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [CommonOptions.Group];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options =>
        [CommonOptions.On, LayersOption, To, InputsOption, Complete, Against, ActivationOptions.ActivationOption, NoBias, ChamberOptions.Certificate, NetworkOption, MaxSubspaces];

    /// <inheritdoc/>
    public override Report Answer(Query query)
    {
        var inputs = query.Values(InputsOption) is { Count: 2 } pair ? pair : null;
        if (new[] { inputs is not null, query.Has(Complete), query.Value(Against) is not null }.Count(given => given) != 1)
        {
            throw new InputException("separate: exactly one of --inputs, --complete and --against says what is asked");
        }

        var group = Inputs.Group(query);
        var input = Inputs.Set(group, query.Value(CommonOptions.On), "--on");
        var architecture = Border.Read("--layers", () => Architecture.Of(input, Layers(group, query.Value(LayersOption)!, "--layers"), query.Value(To) is { } to ? Inputs.Set(group, to, "--to") : null));
        var activation = ActivationOptions.ActivationOf(query);
        if (activation.Even.IsPolynomial && activation.Odd.IsPolynomial)
        {
            throw new InputException($"--activation: {activation.Name} is a polynomial; what networks of a polynomial tell apart depends on its degree and is not decided here");
        }

        var biasFree = query.Has(NoBias) ? activation : null;
        if (inputs is not null)
        {
            return Pair(query, architecture, inputs, biasFree);
        }

        foreach (var option in (Option<string>[])[ChamberOptions.Certificate, NetworkOption])
        {
            if (query.Value(option) is not null)
            {
                throw new InputException($"{option.Name}: it is written for a pair of inputs (--inputs)");
            }
        }

        if (biasFree is not null)
        {
            throw new InputException("--no-bias: --complete and --against are decided for networks with biases; without them ask for a pair (--inputs)");
        }

        var options = query.Number(MaxSubspaces, 1) is { } most ? CompletenessOptions.Default.WithMaxSubspaces(most) : CompletenessOptions.Default;
        if (query.Value(Against) is { } against)
        {
            var other = Border.Read("--against", () => Architecture.Of(input, Layers(group, against, "--against"), architecture.Output));
            return new ComparisonReport(Border.Read("--against", () => ArchitectureComparison.Of(architecture, other, options, query.CancellationToken)));
        }

        return new CompletenessReport(Border.Read("--complete", () => Completeness.Of(architecture, options, query.CancellationToken)));
    }

    private static PairReport Pair(Query query, Architecture architecture, IReadOnlyList<string> files, PiecewiseLinear.Activations.Activation? biasFree)
    {
        var pair = files.Select(file => NetworkInput.Of(architecture.Input, VectorFile.ReadRows(Border.FileOf("--inputs", file), (int)Math.Min(architecture.Input.Size, int.MaxValue)))).ToArray();
        var answer = Border.Read("--inputs", () => PairSeparation.Of(architecture, pair[0], pair[1], biasFree, (int)((query.Seed ?? 1) % int.MaxValue), query.CancellationToken));
        if (query.Value(ChamberOptions.Certificate) is { } path)
        {
            var certificate = SeparationCertificate.Exists(answer) ? SeparationCertificate.Of(answer, ToolVersion.Producer) : throw new InputException("--certificate: without biases there is one only where inputs are told apart with a piecewise linear activation");
            query.Files.Add(path, certificate, "--certificate");
        }

        if (query.Value(NetworkOption) is { } file)
        {
            var network = answer.Match(separated => separated.Network, _ => null) ?? throw new InputException("--network: there is no exact network that tells these inputs apart");
            query.Files.Add(file, NetworkJson.Write(SeparatingNetworkModel.Of(network)), "--network");
        }

        return new PairReport(answer);
    }

    private static List<GSet> Layers(FiniteGroup group, string text, string option) =>
        [.. Inputs.SetList(text).Select(layer => Inputs.Set(group, layer, option))];
}
