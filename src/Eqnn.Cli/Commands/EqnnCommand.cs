using System.CommandLine;
using System.Text;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;

namespace Eqnn.Cli.Commands;

/// <summary>One command: its words, its help, and the answer to a query. A command parses, calls the library and hands over a <see cref="Report"/>; it holds no mathematics.</summary>
internal abstract class EqnnCommand
{
    /// <summary>The word after <c>eqnn</c>.</summary>
    public abstract string Name { get; }

    /// <summary>One line, in lower case, without a full stop.</summary>
    public abstract string Summary { get; }

    /// <summary>A paragraph or two for the help page; lines are broken as written.</summary>
    public virtual string Details => "";

    /// <summary>Real examples, each a command line and what it shows. A test runs every one of them.</summary>
    public abstract IReadOnlyList<(string CommandLine, string Shows)> Examples { get; }

    /// <summary>The arguments in their order.</summary>
    public virtual IReadOnlyList<Argument> Arguments => [];

    /// <summary>The options beside <see cref="CommonOptions.OfEveryCommand"/>.</summary>
    public virtual IReadOnlyList<Option> Options => [];

    /// <summary>The formats in which this command can answer, the default first.</summary>
    public virtual IReadOnlyList<OutputFormat> Formats => [OutputFormat.Text, OutputFormat.Json, OutputFormat.Markdown, OutputFormat.Latex];

    /// <summary>What <c>--out</c> means where the command writes a file of its own there (a network, an array) and the answer still goes to stdout; null elsewhere.</summary>
    public virtual string? OutDescription => null;

    /// <summary>Whether <c>--out</c> names a folder that the command fills by its own rules (a catalog), and no file of the answer.</summary>
    public virtual bool IsOutFolder => false;

    /// <summary>Whether the answer holds measured times, so that two runs differ.</summary>
    public virtual bool IsMeasurement => false;

    /// <summary>The files that are read, as arguments name them: where one is not there, that is said before anything about options.</summary>
    /// <param name="valueOf">The value of an argument; null where it was left out.</param>
    public virtual IEnumerable<string> FilesRead(Func<Argument<string>, string?> valueOf) => [];

    /// <summary>The usage line.</summary>
    public string Usage
    {
        get
        {
            var usage = new StringBuilder("eqnn " + Name);
            var open = false;
            foreach (var argument in Arguments)
            {
                // Several arguments that may be left out stand together, or none of them.
                var opens = !open && argument.Arity.MinimumNumberOfValues == 0;
                usage.Append(opens ? " [" : " ").Append(argument.Name);
                open |= opens;
            }

            usage.Append(open ? "]" : "");
            foreach (var option in Options)
            {
                usage.Append(option.Required ? $" {option.Name} {option.HelpName}" : $" [{Label(option)}]");
            }

            return usage.ToString();
        }
    }

    /// <summary>An option with the name of its value.</summary>
    public static string Label(Option option) => option.HelpName is { } value ? $"{option.Name} {value}" : option.Name;

    /// <summary>The answer.</summary>
    public abstract Report Answer(Query query);
}
