using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Syntax;
using Eqnn.Networks;
using Eqnn.Networks.Files;
using Eqnn.Networks.Onnx;
using Eqnn.Networks.Plans;
using Eqnn.Networks.Simples;
using Eqnn.Numbers;
using Eqnn.Records.Groups;

namespace Eqnn.Cli.Commands.Networks;

/// <summary>From the words of a query to networks and arrays, the same way in every command.</summary>
internal static class NetworkInputs
{
    private const long MaxFileBytes = 2_000_000_000;

    /// <summary>The network that was named; an ONNX file is refused if it is further from equivariant than the tolerance.</summary>
    public static EquivariantNetwork Network(Query query)
    {
        var path = query.Required(NetworkOptions.Network);
        return IsOnnx(path) ? Refused(path, Import(query, path), ToleranceOf(query)).Network : Border.Read(path, () => ReadNetwork(query, path));
    }

    /// <summary>Whether a file is read as ONNX.</summary>
    public static bool IsOnnx(string path) => path.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase);

    /// <summary>The projection of an ONNX file, however far it is from equivariant.</summary>
    public static OnnxImport Import(Query query, string path)
    {
        var model = Model(path);
        var sidecar = SidecarOf(query, path);
        return OfModel(path, () => OnnxImport.Project(model, sidecar.Spaces, OptionsOf(query) with { Axes = sidecar.Axes, Orders = sidecar.Orders, Tolerance = ToleranceOf(query) }, query.CancellationToken));
    }

    /// <summary>An ONNX file.</summary>
    public static OnnxModel Model(string path) => Border.Read(path, () => OnnxModel.Parse(Bytes(path), Path.GetDirectoryName(Path.GetFullPath(path))));

    /// <summary>Which part of a model is read.</summary>
    public static OnnxImportOptions OptionsOf(Query query) => OnnxImportOptions.Default with { Output = query.Value(NetworkOptions.Output), Until = query.Value(NetworkOptions.Until) };

    /// <summary>Reads a model; a refusal says with which option more can be read.</summary>
    public static T OfModel<T>(string path, Func<T> read)
    {
        try
        {
            return Border.Read(path, read);
        }
        catch (InputException refusal) when (refusal.InnerException is OnnxNodeException { Before: { } before })
        {
            throw new InputException($"{refusal.Message} (--until {before} reads what comes before it)", refusal);
        }
        catch (InputException refusal) when (refusal.InnerException is OnnxOutputsException)
        {
            throw new InputException($"{refusal.Message}, with --output", refusal);
        }
    }

    /// <summary>The import itself, or the refusal that names layer, generator and entry.</summary>
    public static OnnxImport Refused(string path, OnnxImport import, double tolerance) => import.Worst.Relative <= tolerance
        ? import
        : throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{path} is not equivariant: {Place(import.Worst)} is off by {import.Worst.Off:G2} (tolerance {tolerance:G2} of the largest entry, {import.Worst.Scale:G3}){(import.Hint is { } hint ? "; " + hint : "")}"));

    /// <summary>Layer, generator and entry of a distance, rows and columns as in the exporter's matrices, from 0.</summary>
    public static string Place(LayerDistance distance)
    {
        var what = distance.State < 0 ? FormattableString.Invariant($"bias row {distance.Row}")
            : distance.Column >= 0 ? FormattableString.Invariant($"weight row {distance.Row}, column {distance.Column}")
            : FormattableString.Invariant($"output row {distance.Row}");
        return FormattableString.Invariant($"layer {distance.Layer}, generator {distance.Generator}, {what} (from 0)");
    }

    /// <summary>The tolerance that was asked for.</summary>
    public static double ToleranceOf(Query query) => query.Value(NetworkOptions.Tolerance) is not { } text ? OnnxImport.DefaultTolerance
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= 1 ? value
        : throw new InputException($"--tolerance: '{text}' is not a number from 0 to 1");

    /// <summary>The spaces that --group with --layers, or with --on and --channels, name; null if --group is not given.</summary>
    public static IReadOnlyList<FeatureSpace>? Spaces(Query query)
    {
        var (group, layers, on, channels) = (query.Value(NetworkOptions.Group), query.Value(NetworkOptions.Layers), query.Value(NetworkOptions.On), query.Value(NetworkOptions.Channels));
        if (group is null)
        {
            return layers is null && on is null && channels is null ? null : throw new InputException("--group is missing: --layers, --on and --channels say on which sets it acts");
        }

        if ((layers is null) == (channels is null) || (on is not null && layers is not null))
        {
            throw new InputException("--group needs --layers \"1*regular,8*regular,1*regular\", or --on regular --channels 1,8,1");
        }

        var found = Border.Read("--group", () => GroupFile.ReadOrParse(group));
        return layers is not null
            ? Border.Read("--layers", () => FeatureSpace.ParseList(found, layers))
            : Border.Read("--channels", () => FeatureSpace.ParseList(found, string.Join(',', channels!.Split(',', StringSplitOptions.TrimEntries).Select(count => $"{Natural(count)}*{OneSet(on ?? "regular")}"))));

        static string Natural(string text) => text.Length > 0 && text.All(char.IsAsciiDigit) ? text : throw new FormatException($"'{text}' is no number of channels; write 1,8,1");

        static string OneSet(string set) => set.Contains('+', StringComparison.Ordinal) ? $"({set})" : set;
    }

    /// <summary>The order of axes that was asked for, if one was.</summary>
    public static AxisOrder? AxesOf(Query query) => query.Value(NetworkOptions.Axes) is { } axes ? Border.Read("--axes", () => NetworkJson.ReadAxes(axes)) : null;

    /// <summary>An array: a <c>.npy</c> file, or one of those in a <c>.npz</c> or <c>.safetensors</c> file, by name as in <c>data.npz:x</c>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="require">Is told the shape, that of an array in an archive before it is inflated, and may refuse it.</param>
    public static NpyFile Array(string path, Action<IReadOnlyList<int>>? require = null)
    {
        var (file, member) = FileAndMember(path);
        return Border.Read(path, () =>
        {
            if (file.EndsWith(".npz", StringComparison.OrdinalIgnoreCase))
            {
                return NpzFile.ParseMember(Bytes(file), member, require ?? (_ => { }));
            }

            var array = file.EndsWith(".safetensors", StringComparison.OrdinalIgnoreCase) ? SafetensorsFile.ParseMember(Bytes(file), member) : NpyFile.Parse(Bytes(file));
            require?.Invoke(array.Shape);
            return array;
        });
    }

    /// <summary>An array of inputs of a network.</summary>
    public static NpyFile Inputs(EquivariantNetwork network, string path) => Array(path, shape => NetworkArrays.RequireShape(network, shape));

    /// <summary>The file of an array, and the name of the array in it if one was written.</summary>
    public static (string File, string? Member) FileAndMember(string path)
    {
        foreach (var ending in new[] { ".npz", ".safetensors" })
        {
            if (path.LastIndexOf(ending + ":", StringComparison.OrdinalIgnoreCase) is >= 0 and var at && !File.Exists(path))
            {
                return (path[..(at + ending.Length)], path[(at + ending.Length + 1)..]);
            }
        }

        return (path, null);
    }

    /// <summary>The samples of an array file one after the other, each channel by channel.</summary>
    public static double[] Samples(EquivariantNetwork network, string path, NpyFile array) => Border.Read(path, () => NetworkArrays.ToSamples(network, array)) switch
    {
        double[] samples => samples,
        var others => [.. others],
    };

    /// <summary>The samples of INPUTS, or random ones (normal, variance 1), as vectors; and what they are.</summary>
    public static (IReadOnlyList<IReadOnlyList<double>> Samples, string Origin) SamplesOrRandom(Query query, EquivariantNetwork network, int otherwise = 64)
    {
        var most = CountOf(query, otherwise);
        var length = network.Input.Dimension;
        if (query.Value(NetworkOptions.MaybeInputs) is { } path)
        {
            var all = Samples(network, path, Inputs(network, path));
            var count = Math.Min(most, all.Length / length);
            return count == 0 ? throw new InputException($"{path}: the array holds no sample")
                : ([.. Enumerable.Range(0, count).Select(i => all[(i * length)..((i + 1) * length)])], Of(count, all.Length / length, path));
        }

        var seed = (int)((query.Seed ?? 1) % int.MaxValue);
        var random = new Random(seed);
        return ([.. Enumerable.Range(0, most).Select(_ => Enumerable.Range(0, length).Select(_ => Normal(random)).ToArray())], FormattableString.Invariant($"{most} random inputs, seed {seed}"));

        static string Of(int count, int all, string path) => count == all ? FormattableString.Invariant($"{count} inputs of {Path.GetFileName(path)}") : FormattableString.Invariant($"the first {count} of {all} inputs of {Path.GetFileName(path)}");
    }

    /// <summary>The plan that was asked for.</summary>
    public static PlanKind PlanOf(Query query) => query.Value(NetworkOptions.Plan) is not { } text ? PlanKind.Automatic
        : Enum.GetValues<PlanKind>().FirstOrDefault(kind => string.Equals(kind.ToString(), text, StringComparison.OrdinalIgnoreCase), (PlanKind)(-1)) is var kind && (int)kind >= 0 ? kind
        : throw new InputException($"--plan: '{text}' is no plan; use {string.Join(", ", Enum.GetNames<PlanKind>().Select(name => name.ToLowerInvariant()))}");

    /// <summary>The threads that were asked for.</summary>
    public static int ThreadsOf(Query query) => (int)(query.Number(NetworkOptions.Threads, 1, NetworkOptions.MostThreads) ?? 1);

    /// <summary>The number of samples that was asked for.</summary>
    public static int CountOf(Query query, int otherwise) => (int)(query.Number(NetworkOptions.Samples, 1, NetworkOptions.MostSamples) ?? otherwise);

    /// <summary>Writes a network to <c>--out</c>; with <c>--npz</c> its weights beside it.</summary>
    /// <exception cref="InputException"><c>--npz</c> without <c>--out</c>, or <c>--out</c> is the name that the file of the weights gets.</exception>
    public static void WriteNetwork(Query query, EquivariantNetwork network, bool outside)
    {
        if (query.Out is not { } path)
        {
            if (outside)
            {
                throw new InputException("--npz puts the weights beside the file of --out, which is missing; write --out net.json --npz");
            }

            return;
        }

        if (!outside)
        {
            query.Files.Add(path, NetworkJson.Write(network), "--out");
            return;
        }

        // Also where only the case differs, which some file systems leave aside.
        var weights = Path.ChangeExtension(path, ".npz");
        if (string.Equals(weights, path, StringComparison.OrdinalIgnoreCase))
        {
            throw new InputException($"--npz: {path} would be the network and its weights at once; write --out {Path.ChangeExtension(path, ".json")}, and the weights go to {Path.GetFileName(weights)} beside it");
        }

        var (document, archive) = NetworkJson.WriteWithWeights(network, Path.GetFileName(weights));
        query.Files.Add(weights, [.. archive], "--npz");
        query.Files.Add(path, document, "--out");
    }

    private static NetworkSidecar SidecarOf(Query query, string path)
    {
        if (Spaces(query) is { } spaces)
        {
            return NetworkSidecar.Of(spaces, AxesOf(query));
        }

        var beside = query.Value(NetworkOptions.Sidecar) ?? Path.ChangeExtension(path, ".json");
        if (query.Value(NetworkOptions.Sidecar) is null && !File.Exists(beside))
        {
            throw new InputException($"{path}: ONNX carries no group; give --group and --layers, or a sidecar file {Path.GetFileName(beside)} beside the model");
        }

        var sidecar = Border.Read(beside, () => NetworkSidecar.Parse(Text(beside), beside));
        return AxesOf(query) is { } axes ? sidecar.WithAxes(axes) : sidecar;
    }

    private static EquivariantNetwork ReadNetwork(Query query, string path)
    {
        if (NetworkOptions.OfOnnx.OfType<Option<string>>().FirstOrDefault(option => query.Value(option) is not null) is { } idle)
        {
            throw new InputException($"{idle.Name} is for ONNX files; {path} says itself what it is");
        }

        var text = Text(path);
        if (NetworkJson.WeightFileOf(text, path) is not { } file)
        {
            return NetworkJson.Read(text, null, path);
        }

        var archive = Bytes(Path.Combine(Path.GetDirectoryName(path) ?? "", Path.GetFileName(file)));
        return NetworkJson.ReadWithWeights(text, archive, path);
    }

    private static string Text(string path)
    {
        try
        {
            return new System.Text.UTF8Encoding(false, true).GetString(Bytes(path)).TrimStart('\uFEFF');
        }
        catch (System.Text.DecoderFallbackException problem)
        {
            throw new InputException(FormattableString.Invariant($"{path} is no text: byte {problem.Index + 1} is not UTF-8"), problem);
        }
    }

    private static byte[] Bytes(string path)
    {
        InputFile.Require(path);

        // The array itself where there is one: files may be large.
        var bytes = BoundedFile.Read(path, MaxFileBytes);
        return MemoryMarshal.TryGetArray(bytes, out var whole) && whole.Count == whole.Array!.Length ? whole.Array : bytes.ToArray();
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <summary>The simples of a list, <c>L1,L(1,2)</c>.</summary>
    public static IReadOnlyList<NetworkSimple> SimplesOf(NetworkSimples simples, string text) => [.. BracketedList.Split(text).Select(part => simples.SimpleNamed(part.Member))];
}
