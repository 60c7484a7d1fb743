using System.CommandLine;
using System.Text;
using Eqnn.Cli.Commands;
using Eqnn.Cli.Syntax;

namespace Eqnn.Cli;

/// <summary>The help of the tool and of each command: what for, usage, words, and examples that work.</summary>
internal static class HelpPage
{
    /// <summary>The page of one command.</summary>
    public static string Of(EqnnCommand command)
    {
        var page = new StringBuilder();
        page.Append($"eqnn {command.Name}: {command.Summary}\n\n");
        if (command.Details.Length > 0)
        {
            page.Append(command.Details.ReplaceLineEndings("\n")).Append("\n\n");
        }

        page.Append($"Usage\n  {command.Usage} [options]\n");
        Section(page, "Arguments", command.Arguments.Select(a => (a.Name, a.Description ?? "")));
        Section(page, "Options", command.Options.Concat(CommonOptions.OfEveryCommand).Select(o => (Labels(o), DescriptionOf(o, command))));
        Section(page, "Examples", command.Examples);
        return page.ToString();
    }

    /// <summary>The page of the tool.</summary>
    public static string Of(IReadOnlyList<EqnnCommand> commands)
    {
        var page = new StringBuilder();
        page.Append("eqnn: exact piecewise linear representation theory of finite groups\n\nUsage\n  eqnn COMMAND ... [options]\n");
        foreach (var (topic, names) in CommandList.Topics)
        {
            Section(page, topic, names.Select(name => commands.Single(c => c.Name == name)).Select(c => (c.Name.PadRight(NameWidth), c.Summary)));
        }

        Section(page, "Families of commands", CommandList.Families.Select(family => (family.Name.PadRight(NameWidth), family.Summary)));
        Section(page, "Options", [(Labels(CommonOptions.Help), "show help with examples; eqnn COMMAND --help for one command"), (Labels(CommonOptions.Version), "show the version")]);
        Section(page, "Examples", Shown.Select(name => commands.Single(c => c.Name == name).Examples[0]));
        page.Append("\nExit codes: 0 answered (\"none exists\" is an answer), 2 bad input, 3 a limit or timeout was hit, 130 cancelled, 1 a bug.\n");
        return page.ToString();
    }

    /// <summary>The page of the commands that share their first word.</summary>
    public static string Of(IReadOnlyList<EqnnCommand> commands, string family)
    {
        var members = commands.Where(command => command.Name.StartsWith(family + " ", StringComparison.Ordinal)).ToList();
        var page = new StringBuilder();
        page.Append($"eqnn {family}: {CommandList.Families.Single(pair => pair.Name == family).Summary}\n\nUsage\n  eqnn {family} COMMAND ... [options]\n");
        Section(page, "Commands", members.Select(c => (c.Name, c.Summary)));
        Section(page, "Examples", members.Select(c => c.Examples[0]));
        page.Append($"\nEach command has a page: eqnn {family} COMMAND --help\n");
        return page.ToString();
    }

    /// <summary>The commands whose first examples stand on the page of the tool.</summary>
    private static readonly string[] Shown = ["maps", "interact", "simples", "group", "chambers"];

    private static readonly int NameWidth = CommandList.Topics.SelectMany(topic => topic.Names).Max(name => name.Length);

    private static void Section(StringBuilder page, string title, IEnumerable<(string Left, string Right)> rows)
    {
        var list = rows.ToList();
        if (list.Count == 0)
        {
            return;
        }

        var width = list.Max(row => row.Left.Length);
        page.Append('\n').Append(title).Append('\n');
        foreach (var (left, right) in list)
        {
            page.Append($"  {left.PadRight(width)}  {right}".TrimEnd()).Append('\n');
        }
    }

    private static string DescriptionOf(Option option, EqnnCommand command) => option == CommonOptions.Format
        ? $"how to write the answer: {string.Join(", ", command.Formats.Select(Query.NameOf))}"
        : option == CommonOptions.Out && command.OutDescription is { } what ? what
        : option.Description ?? "";

    private static string Labels(Option option) => string.Join(", ", option.Aliases.Where(a => a.Length == 2 && a != "-?").Append(EqnnCommand.Label(option)));
}
