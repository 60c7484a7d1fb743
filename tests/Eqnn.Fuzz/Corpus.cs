using System.Text.RegularExpressions;
using Eqnn.Algebra.Names;
using Eqnn.Cli;
using Eqnn.Cli.Commands;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Tests;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.Testing;

namespace Eqnn.Fuzz;

/// <summary>Valid inputs, from the examples of the help, the documents and the tests, in a folder of their own: a case may write there what it likes.</summary>
internal sealed partial class Corpus
{
    private static readonly string[] Folders = ["docs/examples", "tests/oracles/networks/onnx", "tests/Eqnn.Cli.Tests/Data"];

    private Corpus(string folder, bool isSmall)
    {
        Lines = [.. LinesOf(isSmall)];
        Files = [.. FilesOf(folder)];
        Groups = [.. GroupNames.Forms.Select(form => form.Example).Where(name => !name.StartsWith('@')), .. Lines.Select(words => words.ElementAtOrDefault(1) ?? "").Where(word => word.Length is > 0 and < 60 && !word.StartsWith('-')).Distinct()];
        Texts = [.. Groups, .. Sets, .. Numbers, .. Activations, .. Permutations, .. Lines.SelectMany(words => words).Distinct()];
    }

    /// <summary>Command lines, without <c>eqnn</c>.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Lines { get; }

    /// <summary>Files by their path in the folder of the corpus.</summary>
    public IReadOnlyList<(string Path, byte[] Content)> Files { get; }

    /// <summary>Names of groups.</summary>
    public IReadOnlyList<string> Groups { get; }

    /// <summary>Everything short, to be crossed with anything.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>Names of G-sets.</summary>
    public static IReadOnlyList<string> Sets { get; } =
        ["regular", "points", "trivial", "subsets:2", "tuples:2", "cosets:(1,2)", "cosets:(1,2);(3,4)", "cosets:#3", "blocks:2", "points+regular", "3*points", "points*points", "points+2*trivial", "(points+trivial)*points", "@tests/Eqnn.Cli.Tests/Data/rotation.json"];

    /// <summary>Exact numbers.</summary>
    public static IReadOnlyList<string> Numbers { get; } =
        ["0", "1", "-1/2", "E(5)+E(5)^4", "E(8)-E(8)^3", "√2", "1/2*√3", "zeta_7^3", "-E(9)^4-E(9)^7", "(1+√5)/2", "2^10", "E(3)*E(4)", "√2*√3", "-3/7*E(12)^7+2", "(E(5)+1)^3"];

    /// <summary>Activations.</summary>
    public static IReadOnlyList<string> Activations { get; } = [.. Activation.Known.Select(f => f.Name), "pl:(-1,0) (0,0) (1,2)", "poly:t^2 + t", "poly:1/2*t^3 - t", "leaky-relu:1/10", "relu-bias:0", "pl:(0,0) (1,1)"];

    /// <summary>Permutations and lists of them.</summary>
    public static IReadOnlyList<string> Permutations { get; } = ["(1,2,3)(4,5)", "(1,2);(3,4)", "()", "(1,2,3,4,5)", "[2,1,3]", "(1,2,3);(1,2)", "(1,3)(2,4);(1,2,3,4)", "(10,11)(1,2)"];

    /// <summary>Copies files into <paramref name="folder"/>, makes others there with the tool, and makes it the current folder.</summary>
    /// <param name="folder">An empty folder.</param>
    /// <param name="isSmall">Without lines from the documents and without a catalog, for a short run.</param>
    public static Corpus Prepare(string folder, bool isSmall = false)
    {
        foreach (var name in Folders)
        {
            Copy(Path.Combine(Oracles.Repository(), name), Path.Combine(folder, name));
        }

        Copy(Path.Combine(Oracles.Repository(), "tests/oracles/chambers"), Path.Combine(folder, "tests/oracles/chambers"));
        Environment.CurrentDirectory = folder;
        Make("chambers C5 L1 --certificate chambers.certificate.json");
        Make("maps C8 L1 L3 --enumerate --certificate maps.certificate.json");
        Make("maps S3 L2 L1 --certificate none.certificate.json");
        Make("network random --group C6 --layers 2*regular,regular --out random.json --seed 1");
        Make("network random --group S3 --layers regular,points --npz --out outside.json --seed 1");
        if (!isSmall)
        {
            Make("catalog build --groups cyclic:1..3,S3 --out documents --figures 0");
        }

        return new(folder, isSmall);
    }

    private static void Make(string line)
    {
        using var error = new StringWriter();
        if (EqnnCommandLine.Run(ShellWords.Split(line), new ConsoleHost { Output = TextWriter.Null, Error = error }) != ExitCode.Answered)
        {
            throw new InvalidOperationException($"the corpus needs: eqnn {line}\n{error}");
        }
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        }

        foreach (var inner in Directory.GetDirectories(from))
        {
            Copy(inner, Path.Combine(to, Path.GetFileName(inner)));
        }
    }

    private static IEnumerable<IReadOnlyList<string>> LinesOf(bool isSmall)
    {
        var lines = CommandList.All.Where(command => !command.IsMeasurement).SelectMany(command => command.Examples).Select(example => example.CommandLine);
        if (!isSmall)
        {
            lines = lines.Concat(Directory.GetFiles(Path.Combine(Oracles.Repository(), "docs"), "*.md").Order(StringComparer.Ordinal)
                .Concat(Directory.GetFiles(Path.Combine(Oracles.Repository(), "tests/Eqnn.Cli.Tests/Golden")).Order(StringComparer.Ordinal))
                .SelectMany(file => Transcript().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)));
        }

        // Some lines of the documents stand for a shell: pipes and variables.
        return lines.Distinct().Where(line => !line.Contains('|', StringComparison.Ordinal) && !line.Contains('$', StringComparison.Ordinal) && !line.Contains("bench", StringComparison.Ordinal)).Select(line => ShellWords.Split(line).Skip(1).ToList());
    }

    private static IEnumerable<(string Path, byte[] Content)> FilesOf(string folder) =>
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where(file => new FileInfo(file).Length < 200_000).Select(file => (Path.GetRelativePath(folder, file), File.ReadAllBytes(file)));

    [GeneratedRegex(@"^\$ (eqnn .+)$", RegexOptions.Multiline)]
    private static partial Regex Transcript();
}
