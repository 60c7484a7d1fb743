using Eqnn.Cli.Hosting;
using Eqnn.Numbers;
using Eqnn.Records.Json;

namespace Eqnn.Cli.Output;

/// <summary>An answer, ready to be written in any of the formats of its command.</summary>
internal abstract class Report
{
    /// <summary>Lays the answer out for people: screen, Markdown and LaTeX come from the same page.</summary>
    public abstract void Describe(Page page);

    /// <summary>Writes the JSON document of docs/cli.md. The order of fields is part of it.</summary>
    public abstract void WriteJson(JsonOutput json);

    /// <summary>The limit that made this a partial answer: it is written, and then the run ends with exit code 3 and this line. Null for a whole answer.</summary>
    public virtual LimitExceededException? Limit => null;

    /// <summary>Whether the answer is too long to be held: then <see cref="StreamTo"/> writes it while it is found.</summary>
    public virtual bool IsStream => false;

    /// <summary>Writes the answer while it is found, as JSON where a report does not say otherwise; may end with an exception after a part of it.</summary>
    public virtual void StreamTo(TextWriter output, CancellationToken cancellationToken)
    {
        using var json = new JsonOutput(output, cancellationToken) { Producer = ToolVersion.Producer };
        WriteJson(json);
        json.Finish();
    }

    /// <summary>Writes the answer in the manner of GAP. Only called where the command lists that format.</summary>
    public virtual void WriteGap(TextWriter gap) => throw new InputException("this answer has no GAP form");

    /// <summary>Writes the answer as comma-separated values. Only called where the command lists that format.</summary>
    public virtual void WriteCsv(TextWriter csv) => throw new InputException("this answer is no table");

    /// <summary>Writes the answer as a graph for Graphviz. Only called where the command lists that format.</summary>
    public virtual void WriteDot(TextWriter dot) => throw new InputException("this answer is no graph");
}
