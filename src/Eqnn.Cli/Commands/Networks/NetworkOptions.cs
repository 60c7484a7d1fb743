using System.CommandLine;

namespace Eqnn.Cli.Commands.Networks;

/// <summary>Words that several commands on networks share.</summary>
internal static class NetworkOptions
{
    /// <summary>The most threads that may be asked for.</summary>
    public const int MostThreads = 256;

    /// <summary>The most samples that may be asked for.</summary>
    public const int MostSamples = 100_000;

    /// <summary>The network.</summary>
    public static Argument<string> Network { get; } = new("NETWORK") { Description = "a network file (net.json), or an ONNX file with its sidecar (model.onnx beside model.json, or --sidecar, or --group and --layers)" };

    /// <summary>The inputs.</summary>
    public static Argument<string> Inputs { get; } = new("INPUTS") { Description = "an array file (.npy, or data.npz:NAME): batch, channel, point" };

    /// <summary>Inputs that may be left out.</summary>
    public static Argument<string> MaybeInputs { get; } = new("INPUTS")
    {
        Description = "an array file (.npy, or data.npz:NAME): batch, channel, point; left out: random inputs, see --samples and --seed",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <summary>The sidecar of an ONNX file.</summary>
    public static Option<string> Sidecar { get; } = new("--sidecar") { HelpName = "FILE", Description = "for ONNX: the file with group and layers; default: the .json file beside the model" };

    /// <summary>The group.</summary>
    public static Option<string> Group { get; } = new("--group", "-g") { HelpName = "GROUP", Description = "the group: C64, C32xC32, S1000, D6, ..." };

    /// <summary>The layers.</summary>
    public static Option<string> Layers { get; } = new("--layers", "-l") { HelpName = "LIST", Description = "channels and G-set of the input and of every layer: \"1*regular,32*regular,1*regular\"" };

    /// <summary>One G-set for all layers.</summary>
    public static Option<string> On { get; } = new("--on") { HelpName = "GSET", Description = "one G-set for all layers, with --channels in place of --layers" };

    /// <summary>The channels.</summary>
    public static Option<string> Channels { get; } = new("--channels") { HelpName = "LIST", Description = "with --on: the channels of the input and of every layer: 1,8,8,1" };

    /// <summary>The order of axes.</summary>
    public static Option<string> Axes { get; } = new("--axes") { HelpName = "ORDER", Description = "batch,channel,point or batch,point,channel, where shapes leave it open; for ONNX the default is the order in which the layers are equivariant" };

    /// <summary>The tolerance of an import.</summary>
    public static Option<string> Tolerance { get; } = new("--tolerance") { HelpName = "X", Description = "largest distance from the equivariant maps, as a share of the largest entry of a map or bias; default 1e-4" };

    /// <summary>An output of a model.</summary>
    public static Option<string> Output { get; } = new("--output") { HelpName = "NAME", Description = "for ONNX: the output that is read, where the model has several" };

    /// <summary>Where a model ends.</summary>
    public static Option<string> Until { get; } = new("--until") { HelpName = "NODE", Description = "for ONNX: read the model up to this node (or value) and leave out the rest" };

    /// <summary>A plan.</summary>
    public static Option<string> Plan { get; } = new("--plan") { HelpName = "PLAN", Description = "force a plan where it fits: automatic (default), dense, fourier, stencil, sums" };

    /// <summary>Threads.</summary>
    public static Option<string> Threads { get; } = new("--threads") { HelpName = "N", Description = "threads that share a batch, 1 (default) to 256" };

    /// <summary>Precision.</summary>
    public static Option<string> Precision { get; } = new("--precision") { HelpName = "P", Description = "float32 or float64" };

    /// <summary>The number of random inputs.</summary>
    public static Option<string> Samples { get; } = new("--samples") { HelpName = "N", Description = "use at most N inputs, up to 100000; without INPUTS, so many random ones; default 64 (fewer, at least 4, for explain of large networks), for reach 16, for cut 32" };

    /// <summary>Weights beside the document.</summary>
    public static Option<bool> Outside { get; } = new("--npz") { Description = "with --out: the weights in a .npz file beside it" };

    /// <summary>How an ONNX file is read.</summary>
    public static IReadOnlyList<Option> OfOnnx { get; } = [Sidecar, Group, Layers, On, Channels, Axes, Tolerance, Output, Until];
}
