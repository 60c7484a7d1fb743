using Eqnn.Cli.Commands;
using Eqnn.Cli.Commands.About;
using Eqnn.Cli.Commands.Catalogs;
using Eqnn.Cli.Commands.Networks;

namespace Eqnn.Cli;

/// <summary>All commands, in the order of the help page.</summary>
internal static class CommandList
{
    /// <summary>First words that several commands share, in the order of the help page.</summary>
    public static IReadOnlyList<(string Name, string Summary)> Families { get; } =
    [
        ("network", "equivariant networks: read from ONNX, check, run, explain, compress (eqnn network lists the commands)"),
        ("catalog", "documents with everything about one group, citable and checkable (eqnn catalog lists the commands)"),
    ];

    /// <summary>The commands of one word, by what people ask, in the order of the help page.</summary>
    public static IReadOnlyList<(string Title, IReadOnlyList<string> Names)> Topics { get; } =
    [
        ("Piecewise linear maps and networks", ["maps", "interact", "apply", "separate", "universal", "orbits", "explore", "chambers", "homs", "activations", "harmonics", "filtration", "verify"]),
        ("Groups and their representations", ["group", "identify", "groups", "simples", "characters", "normal-subgroups", "gsets", "decompose", "products", "branching"]),
        ("The tool itself", ["each", "help", "examples", "version", "cite", "completions"]),
    ];

    private static readonly (string Name, Func<EqnnCommand> Make)[] Makers =
    [
        ("maps", () => new MapsCommand()),
        ("chambers", () => new ChambersCommand()),
        ("verify", () => new VerifyCommand()),
        ("interact", () => new InteractCommand()),
        ("apply", () => new ApplyCommand()),
        ("separate", () => new SeparateCommand()),
        ("universal", () => new UniversalCommand()),
        ("orbits", () => new OrbitsCommand()),
        ("explore", () => new ExploreCommand()),
        ("simples", () => new SimplesCommand()),
        ("characters", () => new CharactersCommand()),
        ("normal-subgroups", () => new NormalSubgroupsCommand()),
        ("group", () => new GroupCommand()),
        ("identify", () => new IdentifyCommand()),
        ("groups", () => new GroupsCommand()),
        ("gsets", () => new GSetsCommand()),
        ("decompose", () => new DecomposeCommand()),
        ("products", () => new ProductsCommand()),
        ("branching", () => new BranchingCommand()),
        ("homs", () => new HomsCommand()),
        ("filtration", () => new FiltrationCommand()),
        ("activations", () => new ActivationsCommand()),
        ("harmonics", () => new HarmonicsCommand()),
        ("network states", () => new StatesCommand()),
        ("network import", () => new ImportCommand()),
        ("network check", () => new CheckCommand()),
        ("network discover", () => new DiscoverCommand()),
        ("network symmetry", () => new SymmetryCommand()),
        ("network eval", () => new EvalCommand()),
        ("network decompose", () => new NetworkDecomposeCommand()),
        ("network explain", () => new ExplainCommand()),
        ("network reach", () => new ReachCommand()),
        ("network compress", () => new CompressCommand()),
        ("network cut", () => new CutCommand()),
        ("network restrict", () => new RestrictCommand()),
        ("network export", () => new ExportCommand()),
        ("network random", () => new RandomCommand()),
        ("network plan", () => new PlanCommand()),
        ("network bench", () => new BenchCommand()),
        ("catalog build", () => new CatalogBuildCommand()),
        ("catalog verify", () => new CatalogVerifyCommand()),
        ("catalog list", () => new CatalogListCommand()),
        ("catalog show", () => new CatalogShowCommand()),
        ("catalog cite", () => new CatalogCiteCommand()),
        ("catalog merge", () => new CatalogMergeCommand()),
        ("catalog site", () => new CatalogSiteCommand()),
        ("catalog plan", () => new CatalogPlanCommand()),
        ("catalog pack", () => new CatalogPackCommand()),
        ("catalog index", () => new CatalogIndexCommand()),
        ("catalog search", () => new CatalogSearchCommand()),
        ("each", () => new EachCommand(() => CommandTree.OfTheTool)),
        ("help", () => new HelpCommand(() => CommandTree.OfTheTool)),
        ("examples", () => new ExamplesCommand()),
        ("version", () => new VersionCommand()),
        ("cite", () => new CiteCommand(() => CommandTree.OfTheTool)),
        ("completions", () => new CompletionsCommand(() => CommandTree.OfTheTool)),
    ];

    private static readonly Lazy<IReadOnlyList<EqnnCommand>> Made = new(() => [.. Makers.Select(maker => maker.Make())]);

    /// <summary>The commands. They hold no state.</summary>
    public static IReadOnlyList<EqnnCommand> All => Made.Value;

    /// <summary>The name of the command with which some words begin, and how it is made; null if they begin otherwise.</summary>
    /// <remarks>One query needs one command: the others, with all their options, are left unmade.</remarks>
    public static (string Name, Func<EqnnCommand> Make)? TryBegin(IReadOnlyList<string> words)
    {
        var (one, two) = (words.Count > 0 ? words[0] : "", words.Count > 1 ? $"{words[0]} {words[1]}" : "");
        foreach (var maker in Makers)
        {
            if (maker.Name == one || maker.Name == two)
            {
                return maker;
            }
        }

        return null;
    }
}
