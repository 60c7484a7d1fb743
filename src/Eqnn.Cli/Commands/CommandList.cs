namespace Eqnn.Cli.Commands;

/// <summary>All commands, in the order of the help page.</summary>
internal static class CommandList
{
    /// <summary>The commands. They hold no state.</summary>
    public static IReadOnlyList<EqnnCommand> All { get; } =
    [
        new MapsCommand(),
        new ChambersCommand(),
        new InteractCommand(),
        new SimplesCommand(),
        new CharactersCommand(),
        new NormalSubgroupsCommand(),
        new GroupCommand(),
        new GroupsCommand(),
        new GSetsCommand(),
        new DecomposeCommand(),
        new HomsCommand(),
        new FiltrationCommand(),
        new ActivationsCommand(),
        new HarmonicsCommand(),
    ];
}
