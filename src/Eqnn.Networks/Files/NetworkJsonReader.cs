using Eqnn.Algebra.Groups;
using Eqnn.Algebra.GSets;
using Eqnn.Networks.Orbits;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.Records.Groups;
using Eqnn.Records.Json;

namespace Eqnn.Networks.Files;

/// <summary>Reads what <see cref="NetworkJsonWriter"/> writes; each refusal says file, line and field.</summary>
internal sealed class NetworkJsonReader
{
    private const string What = "network file";
    private const int MostLayers = 100_000;

    private readonly JsonItem _root;

    /// <param name="text">The document.</param>
    /// <param name="path">The name of its file, for messages; empty where it has none.</param>
    public NetworkJsonReader(string text, string path)
    {
        _root = JsonItem.ParseFile(What, path, text);
        if (_root.Kind != JsonKind.Record || _root.Find("format") is not { Kind: JsonKind.Text } format || format.Text() != NetworkJson.FormatName)
        {
            throw _root.Wrong($"this is no network file: the field format is not \"{NetworkJson.FormatName}\"");
        }

        _root.Only("format", "group", "axes", "inputAxes", "outputAxes", "notes", "states", "sets", "weights", "weightsDigest", "layers");
    }

    /// <summary>The name of the file that holds the weights, if they are not inside.</summary>
    public string? WeightFile => _root.Find("weights")?.Text();

    /// <summary>Reads the network.</summary>
    /// <param name="arrays">The arrays of its weight file, if it has one, for the names and shapes that are expected.</param>
    public EquivariantNetwork Read(Func<IReadOnlyDictionary<string, IReadOnlyList<int>>, IReadOnlyDictionary<string, NpyFile>>? arrays)
    {
        if (WeightFile is { } file && arrays is null)
        {
            throw _root["weights"].Misfit($"the weights of the network are in {JsonItem.Short(file)}, which was not given");
        }

        var group = ReadGroup(_root["group"]);
        var axes = _root.Find("axes") is { } order ? order.Located(() => NetworkJson.ReadAxes(order.Text())) : AxisOrder.ChannelPoint;
        var states = _root["states"].Texts();
        if (_root["states"].Items().FirstOrDefault(state => state.Text().Contains('@', StringComparison.Ordinal)) is { } other)
        {
            throw other.Misfit("a network file names its G-sets without reference to other files");
        }

        var spaces = _root["states"].Located(() => SetNames.Read(group, states, ReadSets(_root.Find("sets"), group)));
        if (_root.Find("sets")?.Fields().FirstOrDefault(own => !spaces.Any(space => space.Set.Name == own.Name)) is { } idle)
        {
            throw idle.Misfit($"no state names the set {idle.Name}");
        }

        var layers = _root["layers"];
        if (layers.Items().Count + 1 != spaces.Count || layers.Items().Count > MostLayers)
        {
            throw layers.Misfit(FormattableString.Invariant($"layers must be a list, one shorter than the {spaces.Count} states"));
        }

        var terms = layers.Items().Select(TermsOf).ToList();
        var weights = WeightFile is null ? null : _root["weights"].Located(() => arrays!(Expected(terms, spaces)));
        NetworkLayer[] read = [.. layers.Items().Select((layer, i) => ReadLayer(layer, i, terms[i], spaces, weights))];
        var network = layers.Located(() => new EquivariantNetwork(spaces[0], read, axes));
        var (input, output) = (ReadAxes("inputAxes", network.InputAxes), ReadAxes("outputAxes", network.OutputAxes));
        var notes = _root.Find("notes")?.Texts() ?? [];
        return (_root.Find("inputAxes") ?? _root.Find("outputAxes") ?? _root).Located(() => network.WithArrays(input, output).WithNotes(notes));
    }

    /// <summary>The digest of a weight file, as a document names it.</summary>
    public static string DigestOf(IReadOnlyList<byte> archive) => "sha256:" + Convert.ToHexStringLower(Sha256Digest.Of(archive as byte[] ?? [.. archive]));

    /// <summary>Refuses a weight file that is not the one with which the document was written.</summary>
    public void CheckDigest(IReadOnlyList<byte> archive)
    {
        if (_root.Find("weightsDigest") is { } named && named.Text() != DigestOf(archive))
        {
            throw named.Misfit($"{JsonItem.Short(WeightFile ?? "")} is not the weight file with which this document was written: its digest is another one");
        }
    }

    /// <summary>The names and shapes of the arrays of the weight file.</summary>
    private static Dictionary<string, IReadOnlyList<int>> Expected(List<IReadOnlyList<int>> terms, IReadOnlyList<FeatureSpace> spaces)
    {
        var expected = new Dictionary<string, IReadOnlyList<int>>(StringComparer.Ordinal);
        for (var i = 0; i < terms.Count; i++)
        {
            var target = spaces[i + 1];
            expected[NetworkJson.BiasName(i)] = [target.Channels, PointAction.Of(target.Set).BasePoints.Length];
            for (var j = 0; j < terms[i].Count; j++)
            {
                var source = spaces[terms[i][j]];
                expected[NetworkJson.TermName(i, j)] = [target.Channels, source.Channels, OrbitalIndex.Of(source.Set, target.Set).Count];
            }
        }

        return expected;
    }

    private static Dictionary<string, GSet> ReadSets(JsonItem? named, FiniteGroup group)
    {
        var sets = new Dictionary<string, GSet>(StringComparer.Ordinal);
        foreach (var lists in named?.Fields() ?? [])
        {
            var name = lists.Name;
            if (name.Length < 2 || name[0] != 'X' || !name.AsSpan(1).ContainsAnyInRange('0', '9') || name.AsSpan(1).ContainsAnyExceptInRange('0', '9'))
            {
                throw lists.Misfit($"'{JsonItem.Short(name)}' is no name of a set; use X1, X2, ...");
            }

            var images = lists.Permutations();
            sets.Add(name, lists.Located(() => GSet.FromGeneratorActions(group, name, images)));
        }

        return sets;
    }

    private static FiniteGroup ReadGroup(JsonItem group)
    {
        switch (group.Kind)
        {
            case JsonKind.Text:
                return group.Text().Contains('@', StringComparison.Ordinal) ? throw group.Misfit("a network file names its group without reference to other files")
                    : group.Located(() => GroupFile.ReadOrParse(group.Text()));
            case JsonKind.Record:
                group.Only("name", "degree", "generators");
                var degree = group["degree"].Whole(0);
                var images = group["generators"].Permutations();
                return group.Located(() => GroupIdentity.FromFile(group.Find("name")?.Text(), degree, images));
            default:
                throw group.Misfit("group must be a name, or an object with name, degree and generators");
        }
    }

    /// <summary>The states from which the terms of a layer start.</summary>
    private static IReadOnlyList<int> TermsOf(JsonItem layer, int position)
    {
        if (layer.Kind != JsonKind.Record || layer.Find("terms") is not { Kind: JsonKind.List } terms || terms.Items().Count == 0)
        {
            throw layer.Misfit(FormattableString.Invariant($"layer {position + 1} must be an object with activation and terms"));
        }

        layer.Only("activation", "bias", "terms");
        return [.. terms.Items().Select((term, j) => term.Kind == JsonKind.Record && term.Only("state", "weights").Find("state") is { } state && state.IsWhole(0, position)
            ? state.Whole()
            : throw term.Misfit(FormattableString.Invariant($"layer {position + 1}, term {j + 1}: state must be a number from 0 to {position}")))];
    }

    private static NetworkLayer ReadLayer(JsonItem layer, int position, IReadOnlyList<int> states, IReadOnlyList<FeatureSpace> spaces, IReadOnlyDictionary<string, NpyFile>? weights)
    {
        var maps = layer["terms"].Items().Select((term, j) =>
        {
            var values = Array(NetworkJson.TermName(position, j), term.Find("weights"), weights)
                ?? throw term.Misfit(FormattableString.Invariant($"layer {position + 1}, term {j + 1} has no weights"));
            return new LayerTerm(states[j], (term.Find("weights") ?? term).Located(() => EquivariantMap.FromOwnWeights(spaces[states[j]], spaces[position + 1], values)));
        }).ToList();
        var activation = layer.Find("activation");
        var f = activation is null ? Activation.Identity : activation.Located(() => Activation.Parse(activation.Text()));
        var bias = Array(NetworkJson.BiasName(position), layer.Find("bias"), weights);
        return (layer.Find("bias") ?? layer).Located(() => new NetworkLayer(maps, bias, f));
    }

    private SampleAxes ReadAxes(string name, SampleAxes absent)
    {
        if (_root.Find(name) is not { } axes)
        {
            return absent;
        }

        axes.Only("lengths", "batch", "join", "pointsBefore");
        var lengths = axes["lengths"].Wholes(1);
        var (batch, before) = (axes["batch"].Whole(0, lengths.Count + 1), axes["pointsBefore"].Whole(1));
        var join = axes.Find("join")?.Text() switch
        {
            null => BatchJoin.None,
            "next" => BatchJoin.WithNext,
            "previous" => BatchJoin.WithPrevious,
            var other => throw axes["join"].Misfit($"'{JsonItem.Short(other)}' is neither next nor previous"),
        };
        return axes.Located(() => new SampleAxes(lengths, batch - 1, join, before));
    }

    private static double[]? Array(string name, JsonItem? inside, IReadOnlyDictionary<string, NpyFile>? weights) => inside?.Kind switch
    {
        null => weights?.GetValueOrDefault(name)?.OwnValues,
        _ when weights is not null => throw inside.Misfit($"{name}: numbers stand here and in the file of the weights"),
        JsonKind.Record => SparseNumbers(inside, name),
        _ => [.. inside.Items().Select(item => item.Measure())],
    };

    private static double[] SparseNumbers(JsonItem sparse, string name)
    {
        const int Most = 100_000_000;
        sparse.Only("count", "nonzero");
        var (numbers, seen) = (new double[sparse["count"].Whole(0, Most)], new HashSet<int>());
        foreach (var pair in sparse["nonzero"].Items())
        {
            if (pair.Items().Count != 2 || !pair[0].IsWhole(1, numbers.Length))
            {
                throw pair.Misfit(FormattableString.Invariant($"{name}: nonzero holds pairs of a position from 1 to {numbers.Length} and a number"));
            }

            numbers[seen.Add(pair[0].Whole()) ? pair[0].Whole() - 1 : throw pair.Misfit(FormattableString.Invariant($"{name}: nonzero names position {pair[0].Whole()} twice"))] = pair[1].Measure();
        }

        return numbers;
    }
}
