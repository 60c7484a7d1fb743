using Eqnn.Cli.Syntax;

namespace Eqnn.Cli.Commands.About;

/// <summary>What the commands about the tool ask of the whole tool. They stand in its list themselves, and so know it by this alone.</summary>
internal interface IToolWords
{
    /// <summary>All commands.</summary>
    IReadOnlyList<EqnnCommand> Commands { get; }

    /// <summary>First words that several commands share, with their meaning.</summary>
    IReadOnlyList<(string Name, string Summary)> Families { get; }

    /// <summary>The help page of what <paramref name="words"/> name: nothing (the tool), a family or a command.</summary>
    /// <exception cref="Hosting.InputException">They name none of these.</exception>
    string PageOf(IReadOnlyList<string> words);

    /// <summary>Whether <paramref name="words"/> are a command with all it needs, as far as words go.</summary>
    /// <exception cref="Hosting.InputException">A word is unknown, missing or too many.</exception>
    bool IsAnswered(IReadOnlyList<string> words);

    /// <summary>A command with a group put behind its name, and the query that its words make; format, limits and files are those of <paramref name="outer"/>.</summary>
    /// <exception cref="Hosting.InputException">The words are no command that begins with a group, or it has no such format.</exception>
    (EqnnCommand Command, Query Query) Ask(IReadOnlyList<string> words, string group, Query outer);
}
