using System.Collections.Concurrent;
using System.CommandLine;
using System.CommandLine.Parsing;
using Eqnn.Cli.Commands;
using Eqnn.Cli.Commands.About;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Syntax;
using Eqnn.Numbers;

namespace Eqnn.Cli;

/// <summary>The words of the command line. System.CommandLine splits and matches them; help, errors and running are ours.</summary>
internal sealed class CommandTree : IToolWords
{
    // No response files: @group.json is a group, not a file of options. No bundling: -fo is a mistake, not -f -o.
    private static readonly ParserConfiguration Configuration = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    private readonly Command _root = new("eqnn");
    private readonly Dictionary<Command, EqnnCommand> _commands = [];
    private readonly Dictionary<string, Command> _families = new(StringComparer.Ordinal);

    private static readonly Lazy<CommandTree> Tool = new(() => new(CommandList.All));

    private static readonly ConcurrentDictionary<string, CommandTree> Single = new(StringComparer.Ordinal);

    /// <summary>The tree of <paramref name="commands"/>.</summary>
    private CommandTree(IReadOnlyList<EqnnCommand> commands)
    {
        Commands = commands;
        _root.Options.Add(CommonOptions.Help);
        _root.Options.Add(CommonOptions.Version);
        foreach (var command in commands)
        {
            var words = command.Name.Split(' ');
            var node = new Command(words[^1], command.Summary);
            foreach (var argument in command.Arguments)
            {
                node.Arguments.Add(argument);
            }

            foreach (var option in command.Options.Concat(CommonOptions.OfEveryCommand))
            {
                node.Options.Add(option);
            }

            _commands.Add(node, command);
            (words.Length == 1 ? _root : FamilyOf(words[0])).Subcommands.Add(node);
        }
    }

    /// <summary>The one tree of all commands. An option remembers every tree it was ever put into, so that a tree for each run would make each slower than the one before.</summary>
    public static CommandTree OfTheTool => Tool.Value;

    /// <summary>A tree in which some words are matched: that of their command alone where they begin with its name, which a process that answers one query builds in a tenth of the time; else the tree of all.</summary>
    public static CommandTree Of(IReadOnlyList<string> words) => CommandList.TryBegin(words) is var (name, make) ? Single.GetOrAdd(name, _ => new([make()])) : OfTheTool;

    /// <summary>All commands, in the order of the help page.</summary>
    public IReadOnlyList<EqnnCommand> Commands { get; }

    /// <summary>Matches <paramref name="args"/> with the tree.</summary>
    /// <returns>The command (null if only <c>eqnn</c> itself was named) and what was matched.</returns>
    /// <exception cref="InputException">A word is unknown, missing or too many.</exception>
    public (EqnnCommand? Command, ParseResult Parse) Match(IReadOnlyList<string> args)
    {
        var parse = _root.Parse(args, Configuration);
        var command = _commands.GetValueOrDefault(parse.CommandResult.Command);
        var family = FamilyNamed(parse);
        if (!parse.GetValue(CommonOptions.Help) && !parse.GetValue(CommonOptions.Version) && args.Count > 0)
        {
            Check(parse, command, family);
        }
        else if (command is null && parse.UnmatchedTokens.Count > 0)
        {
            throw new InputException(Unknown(parse.UnmatchedTokens[0], null, family));
        }

        return (command, parse);
    }

    /// <inheritdoc/>
    public IReadOnlyList<(string Name, string Summary)> Families => CommandList.Families;

    /// <inheritdoc/>
    public bool IsAnswered(IReadOnlyList<string> words) => Match(words).Command is not null;

    /// <inheritdoc/>
    public (EqnnCommand Command, Query Query) Ask(IReadOnlyList<string> words, string group, Query outer)
    {
        words = words[0] == "eqnn" ? [.. words.Skip(1)] : words;
        var named = Commands.FirstOrDefault(c => words.Take(c.Name.Split(' ').Length).SequenceEqual(c.Name.Split(' ')));
        if (named is null || named.Arguments.Count == 0 || named.Arguments[0] != CommonOptions.Group)
        {
            throw new InputException($"each: '{string.Join(' ', words)}' is no command that begins with a group");
        }

        var length = named.Name.Split(' ').Length;
        var (command, parse) = Match([.. words.Take(length), group, .. words.Skip(length)]);
        if (command is null || parse.GetValue(CommonOptions.Help))
        {
            throw new InputException($"each: '{string.Join(' ', words)}' is no command that answers");
        }

        if (!command.Formats.Contains(outer.Format))
        {
            throw new InputException($"--format: {command.Name} has no format '{outer.Format.ToString().ToLowerInvariant()}'");
        }

        return (command, new Query(parse, command.Formats, command.Name) { Files = outer.Files, Format = outer.Format, Progress = outer.Progress, CancellationToken = outer.CancellationToken });
    }

    /// <inheritdoc/>
    public string PageOf(IReadOnlyList<string> words)
    {
        if (words.Count == 0)
        {
            return HelpPage.Of(Commands);
        }

        if (Commands.FirstOrDefault(c => words.SequenceEqual(c.Name.Split(' '))) is { } named)
        {
            return HelpPage.Of(named);
        }

        if (words.Count == 1 && _families.ContainsKey(words[0]))
        {
            return HelpPage.Of(Commands, words[0]);
        }

        // What is left is a mistake: an unknown word, or a command with words of its own behind it.
        var family = _families.ContainsKey(words[0]) ? words[0] : null;
        throw new InputException(Commands.FirstOrDefault(c => c.Name.Split(' ') is var name && words.Take(name.Length).SequenceEqual(name)) is { } command
            ? $"help: '{words[command.Name.Split(' ').Length]}' is one word too many; did you mean eqnn help {command.Name}?"
            : Unknown(words[family is null ? 0 : 1], null, family));
    }

    /// <summary>The first word of the commands that share it (<c>network</c>) where nothing follows it; null elsewhere.</summary>
    public string? FamilyNamed(ParseResult parse) => _families.FirstOrDefault(pair => pair.Value == parse.CommandResult.Command).Key;

    private Command FamilyOf(string word)
    {
        if (!_families.TryGetValue(word, out var family))
        {
            family = new Command(word);
            family.Options.Add(CommonOptions.Help);
            _families.Add(word, family);
            _root.Subcommands.Add(family);
        }

        return family;
    }

    private void Check(ParseResult parse, EqnnCommand? command, string? family)
    {
        // An option that is not known here would stand in for an argument; whoever means a name with hyphens writes -- before it.
        if (command is not null && !parse.Tokens.Any(token => token.Type == TokenType.DoubleDash)
            && parse.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).FirstOrDefault(token => token.Value.StartsWith("--", StringComparison.Ordinal)) is { } swallowed)
        {
            throw new InputException(Unknown(swallowed.Value, command, family));
        }

        if (parse.UnmatchedTokens.Count > 0)
        {
            throw new InputException(Unknown(parse.UnmatchedTokens[0], command, family));
        }

        if (command is not null && parse.Errors.Count > 0)
        {
            foreach (var file in command.FilesRead(argument => parse.GetResult(argument) is { Tokens: [var token, ..] } ? token.Value : null))
            {
                InputFile.Require(file);
            }

            throw new InputException($"{command.Name}: {Problem(parse, command)}; usage: {command.Usage}");
        }
    }

    private string Unknown(string word, EqnnCommand? command, string? family)
    {
        if (word.StartsWith('-'))
        {
            var options = command is null ? [CommonOptions.Help, CommonOptions.Version] : command.Options.Concat(CommonOptions.OfEveryCommand);
            var near = NearestWord.TryFind(word, options.SelectMany(o => o.Aliases.Prepend(o.Name)));
            var where = command is null ? "" : $" of {command.Name}";
            return $"unknown option '{word}'{where}; " + (near is null ? $"see eqnn {(command is null ? "" : command.Name + " ")}--help" : $"did you mean {near}?");
        }

        if (family is not null)
        {
            var members = Commands.Where(c => c.Name.StartsWith(family + " ", StringComparison.Ordinal)).Select(c => c.Name[(family.Length + 1)..]);
            return $"unknown command '{family} {word}'; " + (NearestWord.TryFind(word, members) is { } near ? $"did you mean {family} {near}?" : $"eqnn {family} lists the commands");
        }

        return command is null
            ? $"unknown command '{word}'; " + (NearestWord.TryFind(word, Commands.Select(c => c.Name.Split(' ')[0])) is { } name ? $"did you mean {name}?" : "eqnn --help lists the commands")
            : $"{command.Name}: '{word}' is one word too many (quote names with spaces); usage: {command.Usage}";
    }

    private static string Problem(ParseResult parse, EqnnCommand command)
    {
        foreach (var argument in command.Arguments)
        {
            if (argument.Arity.MinimumNumberOfValues > 0 && parse.GetResult(argument) is null or { Tokens.Count: 0 })
            {
                return $"{argument.Name} is missing";
            }
        }

        foreach (var option in command.Options.Concat(CommonOptions.OfEveryCommand))
        {
            if (parse.GetResult(option) is { Implicit: false, IdentifierTokenCount: var times } result && option.Arity.MaximumNumberOfValues == 1)
            {
                if (result.Tokens.Count == 0 && option.Arity.MinimumNumberOfValues == 1)
                {
                    return $"{option.Name} needs a value";
                }

                if (times > 1)
                {
                    return $"{option.Name} is given {times} times";
                }
            }

            if (parse.GetResult(option) is { Implicit: false } given && option.Arity.MinimumNumberOfValues > 1 && given.Tokens.Count < option.Arity.MinimumNumberOfValues)
            {
                return $"{option.Name} needs {option.Arity.MinimumNumberOfValues} values, {option.Name} {option.HelpName}";
            }

            if (option.Required && parse.GetResult(option) is null or { Implicit: true })
            {
                return $"{option.Name} is missing";
            }
        }

        return parse.Errors[0].Message.TrimEnd('.');
    }
}
