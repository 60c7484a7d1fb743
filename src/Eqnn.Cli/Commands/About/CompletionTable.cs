using System.CommandLine;
using Eqnn.Cli.Syntax;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.Cli.Commands.About;

/// <summary>What may stand where on the command line, for the completions of shells: read off the commands, so that a new command or option is completed at once.</summary>
internal static class CompletionTable
{
    /// <summary>The shells for which there is a script.</summary>
    public static IReadOnlyList<string> Shells { get; } = ["bash", "zsh", "fish", "powershell"];

    /// <summary>First words that several commands share.</summary>
    public static IReadOnlyList<string> Families { get; } = [.. CommandList.Families.Select(family => family.Name)];

    /// <summary>The place before any command, each family, each command.</summary>
    public static IReadOnlyList<CompletionPlace> Places()
    {
        var first = CommandList.All.Where(command => !command.Name.Contains(' ', StringComparison.Ordinal)).Select(command => (command.Name, command.Summary)).Concat(CommandList.Families).ToList();
        return
        [
            new("", first, [Of(CommonOptions.Help, []), Of(CommonOptions.Version, [])]),
            .. CommandList.Families.Select(family => new CompletionPlace(
                family.Name,
                [.. CommandList.All.Where(command => command.Name.StartsWith(family.Name + " ", StringComparison.Ordinal)).Select(command => (command.Name[(family.Name.Length + 1)..], command.Summary))],
                [Of(CommonOptions.Help, [])])),
            .. CommandList.All.Select(command => new CompletionPlace(
                command.Name,
                command switch
                {
                    HelpCommand or CiteCommand => first,
                    CompletionsCommand => [.. Shells.Select(shell => (shell, "the script of " + shell))],
                    _ => [],
                },
                [.. command.Options.Concat(CommonOptions.OfEveryCommand).Select(option => Of(option, ValuesOf(option, command)))])),
        ];
    }

    /// <summary>The values of an option that can be listed; empty where they cannot (a number, a file, a group).</summary>
    private static IReadOnlyList<string> ValuesOf(Option option, EqnnCommand command) => option.Name switch
    {
        "--format" => [.. command.Formats.Select(Query.NameOf)],
        "--numbers" => ["radicals", "gap", "decimals"],
        "--activation" => [.. Activation.Known.Select(activation => activation.Name)],
        "--on" or "--to" when option.HelpName == CommonOptions.On.HelpName => ["regular", "points", "trivial"],
        "--style" => CiteCommand.Styles,
        _ => [],
    };

    private static CompletionOption Of(Option option, IReadOnlyList<string> values) =>
        new([.. option.Aliases.Append(option.Name).Where(name => name != "-?").Order(StringComparer.Ordinal)], option.Description ?? "", option.Arity.MaximumNumberOfValues > 0 && option is not Option<bool>, values);
}

/// <summary>What may follow the words <paramref name="Path"/> (empty, a family, a command): words with their meaning, and options.</summary>
internal sealed record CompletionPlace(string Path, IReadOnlyList<(string Word, string Meaning)> Words, IReadOnlyList<CompletionOption> Options);

/// <summary>An option with its spellings, whether a value follows, and the values that can be listed.</summary>
internal sealed record CompletionOption(IReadOnlyList<string> Names, string Meaning, bool HasValue, IReadOnlyList<string> Values);
