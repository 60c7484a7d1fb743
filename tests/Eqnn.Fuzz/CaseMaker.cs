using System.Globalization;
using Eqnn.Algebra.GSets;

namespace Eqnn.Fuzz;

/// <summary>Case number i for a seed: the same on every machine and in every order.</summary>
internal sealed class CaseMaker(Corpus corpus, int seed)
{
    /// <summary>The folder into which every option that writes is led.</summary>
    public const string OutFolder = "out";

    /// <summary>The seconds that a case may work before the tool stops it.</summary>
    public const int TimeLimit = 1;

    private static readonly string[] Writing = ["--out", "-o", "--svg", "--certificate", "--html"];

    private static readonly InputKind[] Wheel =
        [InputKind.Line, InputKind.Line, InputKind.Line, InputKind.Group, InputKind.Group, InputKind.Permutation, InputKind.Cyclotomic, InputKind.GSet, InputKind.GSet, InputKind.Activation, InputKind.Json, InputKind.Json, InputKind.Json, InputKind.Json, InputKind.Array, InputKind.Array, InputKind.Onnx, InputKind.Onnx];

    private static readonly string[] SmallGroups = ["C1", "C2", "C4", "C6", "S3", "D4", "Q8", "A4", "S4", "C2xC2", "SL(2,3)"];

    private readonly List<byte[]> _json = [.. corpus.Files.Where(file => file.Path.EndsWith(".json", StringComparison.Ordinal)).Select(file => file.Content)];
    private readonly List<(string Path, byte[] Content)> _jsonFiles = [.. corpus.Files.Where(file => file.Path.EndsWith(".json", StringComparison.Ordinal))];
    private readonly List<byte[]> _arrays = [.. corpus.Files.Where(file => file.Path.EndsWith(".npy", StringComparison.Ordinal) || file.Path.EndsWith(".npz", StringComparison.Ordinal)).Select(file => file.Content)];
    private readonly List<(string Path, byte[] Content)> _models = [.. corpus.Files.Where(file => file.Path.EndsWith(".onnx", StringComparison.Ordinal))];
    private readonly List<byte[]> _modelBytes = [.. corpus.Files.Where(file => file.Path.EndsWith(".onnx", StringComparison.Ordinal)).Select(file => file.Content)];

    /// <summary>The case of one number.</summary>
    /// <param name="index">The number.</param>
    /// <param name="only">One kind, or null for all in turn.</param>
    public FuzzCase Make(long index, InputKind? only = null)
    {
        var random = new Random(unchecked((int)((seed * 2654435761L) ^ (index * 40503L) ^ (index >> 16))));
        var kind = only ?? Wheel[random.Next(Wheel.Length)];
        var made = kind switch
        {
            InputKind.Line => new FuzzCase(index, kind, Line(random)),
            InputKind.Group => new FuzzCase(index, kind, [Pick(random, "group", "simples", "normal-subgroups", "characters", "gsets"), Changed(Pick(random, corpus.Groups), random)]),
            InputKind.Permutation => new FuzzCase(index, kind, Permutation(random)),
            InputKind.Cyclotomic => new FuzzCase(index, kind, [CaseRunner.Number, Changed(Pick(random, Corpus.Numbers), random)]),
            InputKind.GSet => new FuzzCase(index, kind, [Pick(random, "decompose", "interact", "filtration", "homs"), Pick(random, SmallGroups), "--on", Changed(Pick(random, Corpus.Sets), random)]),
            InputKind.Activation => new FuzzCase(index, kind, random.Next(2) == 0 ? ["harmonics", Changed(Pick(random, Corpus.Activations), random), "--terms", "4"] : ["interact", Pick(random, SmallGroups), "-a", Changed(Pick(random, Corpus.Activations), random)]),
            InputKind.Json => Json(index, random),
            InputKind.Array => Array(index, random),
            _ => Onnx(index, random),
        };
        return made with { Words = Contained(made.Words, random) };
    }

    private static T Pick<T>(Random random, params IReadOnlyList<T> list) => list[random.Next(list.Count)];

    private string Changed(string text, Random random) => TextMutator.Mutate(text, random, corpus.Texts);

    private List<string> Line(Random random)
    {
        List<string> words = [.. Pick(random, corpus.Lines)];
        for (var count = 1 + random.Next(random.Next(1, 4)); count > 0; count--)
        {
            var at = random.Next(words.Count + 1);
            switch (random.Next(7))
            {
                case 0 when at < words.Count:
                    words.RemoveAt(at);
                    break;
                case 1:
                    words.Insert(at, Pick(random, corpus.Texts));
                    break;
                case 2:
                    words.AddRange(Pick(random, corpus.Lines).Skip(1 + random.Next(3)));
                    break;
                case 3 when words.Count > 0:
                    words[Math.Min(at, words.Count - 1)] = Pick(random, corpus.Texts);
                    break;
                default:
                    if (words.Count > 0)
                    {
                        at = Math.Min(at, words.Count - 1);
                        words[at] = Changed(words[at], random);
                    }

                    break;
            }
        }

        return words;
    }

    private List<string> Permutation(Random random)
    {
        var text = Changed(Pick(random, Corpus.Permutations), random);
        return random.Next(3) switch
        {
            0 => ["group", "perm:" + text],
            1 => ["branching", Pick(random, SmallGroups), text],
            _ => [CaseRunner.Cycles, text],
        };
    }

    private FuzzCase Json(long index, Random random)
    {
        var (path, content) = Pick(random, _jsonFiles);

        // A document of the catalog takes a second to verify, all others milliseconds.
        if (path.StartsWith("documents", StringComparison.Ordinal) && random.Next(10) > 0)
        {
            (path, content) = Pick(random, _jsonFiles);
        }

        var changed = JsonMutator.Mutate(content, random, _json, corpus.Texts);
        var name = "changed.json";
        var isNetwork = path.Contains("examples", StringComparison.Ordinal) || path is "random.json" or "outside.json";
        IReadOnlyList<string> words = path switch
        {
            _ when path.StartsWith("documents", StringComparison.Ordinal) => ["catalog", "verify", "documents"],
            _ when path.Contains("certificate", StringComparison.Ordinal) => ["verify", name],
            _ when isNetwork && random.Next(4) > 0 => random.Next(6) switch
            {
                0 => ["network", "plan", name],
                1 => ["network", "decompose", name],
                2 => ["network", "reach", name],
                3 => ["network", "explain", name, "--samples", "2"],
                4 => ["network", "eval", name, "tests/oracles/networks/onnx/c8_conv.x.npy"],
                _ => ["network", "check", name],
            },
            _ when path.Contains("onnx", StringComparison.Ordinal) => ["network", "import", Path.ChangeExtension(path, ".onnx"), "--sidecar", name],
            _ when path.Contains("arrangements", StringComparison.Ordinal) || path.Contains("chambers", StringComparison.Ordinal) => ["chambers", "@" + name],
            _ => random.Next(8) switch
            {
                0 => ["group", "@" + name],
                1 => ["activations", "@" + name],
                2 => ["chambers", "@" + name],
                3 => ["decompose", Pick(random, SmallGroups), "--on", "@" + name],
                4 => ["characters", Pick(random, SmallGroups), "--at", "@" + name],
                5 => ["homs", Pick(random, SmallGroups), "--weights", "@" + name],
                6 => ["verify", name],
                _ => ["homs", "C4", "--weights", "1,2,3,4", "--vector", "@" + name],
            },
        };
        return new FuzzCase(index, InputKind.Json, words, words[^1] == "documents" ? path : name, changed);
    }

    private FuzzCase Array(long index, Random random)
    {
        var content = ByteMutator.Mutate(Pick(random, _arrays), random, _arrays);
        return random.Next(3) switch
        {
            0 => new FuzzCase(index, InputKind.Array, [.. Pick<IReadOnlyList<string>>(random, ["network", "plan", "outside.json"], ["network", "check", "outside.json"], ["network", "decompose", "outside.json"])], "outside.npz", content),
            1 => new FuzzCase(index, InputKind.Array, ["network", "explain", "random.json", "changed.npy"], "changed.npy", content),
            _ => new FuzzCase(index, InputKind.Array, ["network", "eval", Pick(random, "random.json", "tests/oracles/networks/onnx/c8_conv.onnx"), "changed.npy"], "changed.npy", content),
        };
    }

    private FuzzCase Onnx(long index, Random random)
    {
        var (path, content) = Pick(random, _models);
        var changed = ByteMutator.Mutate(content, random, _modelBytes);
        var sidecar = Path.ChangeExtension(path, ".json");
        return new FuzzCase(index, InputKind.Onnx, random.Next(2) == 0
            ? ["network", "import", "changed.onnx", "--sidecar", sidecar]
            : ["network", "eval", "changed.onnx", Path.ChangeExtension(path, ".x.npy"), "--sidecar", sidecar], "changed.onnx", changed);
    }

    /// <summary>Nothing is read or written outside the folder of the corpus, what is written goes to one place, and the work is small.</summary>
    private static List<string> Contained(IReadOnlyList<string> words, Random random)
    {
        if (words.Count == 0 || words[0].StartsWith('<'))
        {
            return [.. words];
        }

        List<string> inside = [.. words.Select(word => word.Replace("..", ".", StringComparison.Ordinal).Replace("=/", "=", StringComparison.Ordinal).Replace("@/", "@", StringComparison.Ordinal).TrimStart('/'))];
        for (var i = 0; i < inside.Count; i++)
        {
            foreach (var option in Writing)
            {
                if (inside[i] == option && i + 1 < inside.Count)
                {
                    inside[i + 1] = $"{OutFolder}/{i}";
                }
                else if (inside[i].StartsWith(option, StringComparison.Ordinal) && inside[i].Length > option.Length && inside[i][option.Length] is '=' or ':')
                {
                    inside[i] = $"{option}={OutFolder}/{i}";
                }
            }
        }

        if (inside.Contains("build") || inside.Contains("merge"))
        {
            inside = [.. inside, "--dry-run"];
        }

        if (!inside.Contains("--max-order") && inside[0] is not ("verify" or "network" or "catalog") && random.Next(16) > 0)
        {
            inside = [.. inside, "--max-order", "2000"];
        }

        return inside.Contains("--timeout") ? inside : [.. inside, "--timeout", TimeLimit.ToString(CultureInfo.InvariantCulture)];
    }
}
