using Eqnn.Cli.Commands;
using Eqnn.Cli.Commands.About;
using Eqnn.Cli.Commands.Catalogs;
using Eqnn.Cli.Commands.Explorer;
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
        ("The tool itself", ["each", "help", "version", "cite", "completions"]),
    ];

    /// <summary>The commands. They hold no state.</summary>
    public static IReadOnlyList<EqnnCommand> All { get; } =
    [
        new MapsCommand(),
        new ChambersCommand(),
        new VerifyCommand(),
        new InteractCommand(),
        new ApplyCommand(),
        new SeparateCommand(),
        new UniversalCommand(),
        new OrbitsCommand(),
        new ExploreCommand(),
        new SimplesCommand(),
        new CharactersCommand(),
        new NormalSubgroupsCommand(),
        new GroupCommand(),
        new IdentifyCommand(),
        new GroupsCommand(),
        new GSetsCommand(),
        new DecomposeCommand(),
        new ProductsCommand(),
        new BranchingCommand(),
        new HomsCommand(),
        new FiltrationCommand(),
        new ActivationsCommand(),
        new HarmonicsCommand(),
        new StatesCommand(),
        new ImportCommand(),
        new CheckCommand(),
        new DiscoverCommand(),
        new SymmetryCommand(),
        new EvalCommand(),
        new NetworkDecomposeCommand(),
        new ExplainCommand(),
        new ReachCommand(),
        new CompressCommand(),
        new CutCommand(),
        new RestrictCommand(),
        new ExportCommand(),
        new RandomCommand(),
        new PlanCommand(),
        new BenchCommand(),
        new CatalogBuildCommand(),
        new CatalogVerifyCommand(),
        new CatalogListCommand(),
        new CatalogShowCommand(),
        new CatalogCiteCommand(),
        new CatalogMergeCommand(),
        new CatalogSiteCommand(),
        new CatalogPlanCommand(),
        new CatalogPackCommand(),
        new CatalogIndexCommand(),
        new CatalogSearchCommand(),
        new EachCommand(() => CommandTree.OfTheTool),
        new HelpCommand(() => CommandTree.OfTheTool),
        new VersionCommand(),
        new CiteCommand(() => CommandTree.OfTheTool),
        new CompletionsCommand(() => CommandTree.OfTheTool),
    ];
}
