using System.CommandLine;
using System.Globalization;
using Eqnn.Algebra.GSets;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Syntax;
using Eqnn.Networks;
using Eqnn.Networks.Onnx;
using Eqnn.Networks.Symmetry;
using Eqnn.Records.Groups;
using Eqnn.Records.GSets;

namespace Eqnn.Cli.Commands.Networks;

/// <summary>A model and the action on its inputs, as the commands that look for symmetry read them.</summary>
/// <param name="Path">The file.</param>
/// <param name="Model">The model.</param>
/// <param name="Set">The G-set of the inputs.</param>
/// <param name="Channels">The channels of the input, if said.</param>
/// <param name="Reading">Output and end of the model.</param>
/// <param name="Options">Tolerance, axes, output.</param>
internal sealed record SymmetryInputs(string Path, OnnxModel Model, GSet Set, int? Channels, OnnxImportOptions Reading, DiscoveryOptions Options)
{
    private static readonly Option<string> Group = new("--group", "-g") { HelpName = "GROUP", Description = "the group: C64, S5, D6, ...", Required = true };

    private static readonly Option<string> On = new("--on") { HelpName = "GSET", Description = "the G-set of the inputs: regular, points, ...", Required = true };

    private static readonly Option<string> ChannelCount = new("--channels") { HelpName = "N", Description = "the channels of the input, where its shape does not say them" };

    private static readonly Option<string> To = new("--to") { HelpName = "FEATURES", Description = "channels and G-set of the output, such as 1*regular; default: as the group permutes the outputs best" };

    private static readonly Option<string> Tolerance = new("--tolerance") { HelpName = "X", Description = "largest distance of a moved row of weights from that of its unit, as a share of the longest row of the layer; default 1e-4" };

    /// <summary>The model.</summary>
    public static Argument<string> File { get; } = new("MODEL") { Description = "an ONNX file" };

    /// <summary>The options of a command that looks for symmetry.</summary>
    public static IReadOnlyList<Option> Asked { get; } = [Group, On, ChannelCount, To, NetworkOptions.Axes, Tolerance, NetworkOptions.Output, NetworkOptions.Until];

    /// <summary>Reads the model and what is said of it.</summary>
    public static SymmetryInputs Read(Query query)
    {
        var path = query.Required(File);
        var model = NetworkInputs.Model(path);
        var group = Border.Read("--group", () => GroupFile.ReadOrParse(query.Value(Group)!));
        var set = Border.Read("--on", () => GSetFile.ReadOrParse(group, query.Value(On)!));
        var channels = query.Value(ChannelCount) is null ? (int?)null : (int)query.Number(ChannelCount, 1, GSet.MaxPoints)!;
        var output = query.Value(To) is { } to ? Border.Read("--to", () => FeatureSpace.Parse(group, to)) : null;

        // One object for one set, as in every network.
        output = output is not null && output.Set.Name == set.Name ? new(set, output.Channels) : output;
        return new(path, model, set, channels, NetworkInputs.OptionsOf(query), DiscoveryOptions.Default with { Axes = NetworkInputs.AxesOf(query), Output = output, Tolerance = ToleranceOf(query) });
    }

    /// <summary>Looks for symmetry; what does not fit the model is said of its file.</summary>
    public T Look<T>(Func<T> look) => NetworkInputs.OfModel(Path, look);

    private static double ToleranceOf(Query query) => query.Value(Tolerance) is not { } text ? DiscoveryOptions.DefaultTolerance
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= 1 ? value
        : throw new InputException($"--tolerance: '{text}' is not a number from 0 to 1");
}
