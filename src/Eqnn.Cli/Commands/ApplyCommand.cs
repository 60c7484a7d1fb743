using System.CommandLine;
using Eqnn.Algebra.Representations;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Drawing;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Interaction;
using Eqnn.PiecewiseLinear.Transport;
using Eqnn.Records.LinearAlgebra;

namespace Eqnn.Cli.Commands;

/// <summary><c>eqnn apply G L --vector V</c>: one vector through an activation, into every simple.</summary>
internal sealed class ApplyCommand : EqnnCommand
{
    private static readonly Argument<string> Source = new("SOURCE") { Description = "a simple by its label or alias: L1, trivial, sign, standard, [3,1]" };
    private static readonly Option<string> Vector = new("--vector") { HelpName = "V", Description = "the coordinates, as \"1,0\" or \"1/2,E(8)-E(8)^3\", or @file.json: a list of numbers, or a list of such lists for several vectors", Required = true };
    private static readonly Option<string> CopyOption = new("--copy") { HelpName = "N", Description = "which copy of SOURCE, from 1 (default 1)" };

    /// <inheritdoc/>
    public override string Name => "apply";

    /// <inheritdoc/>
    public override string Summary => "one vector of a simple through an activation: its exact parts in every simple";

    /// <inheritdoc/>
    public override string Details =>
        """
        The vector is a function on the G-set of --on; the activation is applied to each of its values, and the result is projected onto every simple.
        Piecewise linear activations and polynomials give exact numbers, the others decimals of which all digits are proved. Coordinates are those of the basis that
        eqnn maps prints: projected points, scaled so that the first coordinate of a basis vector at its own point is 1. A simple that occurs several times is
        written copy by copy. The norm is that of the functions on the G-set. A part that is 0 is said to be 0 by the theorem (for every vector) or here (at this one).
        With --svg the vectors and their images in every simple of dimension 1 or 2.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } =
    [
        ("eqnn apply C8 L1 --vector 1,2", "exact images in L0, L1, L2 and L4, and 0 in L3"),
        ("eqnn apply S4 L3 --on points --vector 1,0,0 --activation abs", "on the four points"),
        ("eqnn apply C8 L1 --vector 1,0 --activation tanh --digits 30", "thirty proved digits"),
        ("eqnn apply C8 L1 --vector 1,0 --format json", "for programs"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [CommonOptions.Group, Source];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [Vector, CommonOptions.On, ActivationOptions.ActivationOption, CopyOption, ActivationOptions.Digits, CommonOptions.Svg];

    /// <inheritdoc/>
    public override Report Answer(Query query)
    {
        var activation = ActivationOptions.ActivationOf(query);
        var digits = ActivationOptions.DigitsOf(query);
        var table = Inputs.Table(query);
        var source = Inputs.Simple(table, query.Required(Source));
        var copy = (int)(query.Number(CopyOption, 1, int.MaxValue) ?? 1) - 1;
        var decomposition = IsotypicDecomposition.Of(table, Inputs.Set(table.Group, query.Value(CommonOptions.On), "--on"), query.CancellationToken);
        var graph = InteractionGraph.Of(decomposition, activation, query.Progress, query.CancellationToken);
        var transport = Border.Read("apply", () => ActivationTransport.Of(graph, source, copy, query.CancellationToken));
        var vectors = Vectors(query.Value(Vector)!, transport.Dimension);
        var applied = vectors.Select(vector => Border.Read("--vector", () => transport.Apply(vector, digits, query.CancellationToken))).ToList();
        if (query.Value(CommonOptions.Svg) is { } path)
        {
            query.Files.Add(path, TransportDrawing.ToSvg(applied), "--svg");
        }

        return new ApplyReport(transport, applied);
    }

    private static List<ColumnVector<Cyclotomic>> Vectors(string text, int dimension)
    {
        if (text.StartsWith('@'))
        {
            return [.. VectorFile.ReadRows(Border.FileOf("--vector", text), dimension).Select(row => (ColumnVector<Cyclotomic>)[.. row.Select(c => c.Value)])];
        }

        var parts = text.Split(',');
        return parts.Length == dimension
            ? [[.. parts.Select((part, i) => Border.Read(FormattableString.Invariant($"--vector, number {i + 1}"), () => RealCyclotomic.Parse(part.Trim())).Value)]]
            : throw new InputException(FormattableString.Invariant($"--vector: '{text}' has {parts.Length} numbers; a copy of this simple has {dimension} coordinates"));
    }
}
