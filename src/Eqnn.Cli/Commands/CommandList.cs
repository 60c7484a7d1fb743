namespace Eqnn.Cli.Commands;

/// <summary>All commands, in the order of the help page.</summary>
internal static class CommandList
{
    /// <summary>A fresh list: commands hold no state, and none is needed before one is chosen.</summary>
    public static IReadOnlyList<EqnnCommand> All { get; } =
    [
    ];
}
