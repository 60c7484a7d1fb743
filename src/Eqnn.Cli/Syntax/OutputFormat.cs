namespace Eqnn.Cli.Syntax;

/// <summary>How an answer is written. The value of <c>--format</c> is the name in lower case.</summary>
internal enum OutputFormat
{
    /// <summary>For people, on a screen.</summary>
    Text,

    /// <summary>For programs: the documented contract of docs/cli.md.</summary>
    Json,

    /// <summary>A document to paste into a paper: tables by booktabs, formulas in math mode.</summary>
    Latex,

    /// <summary>GitHub flavoured.</summary>
    Markdown,

    /// <summary>In the manner of GAP: tables as its <c>Display</c>, objects as input that GAP reads.</summary>
    Gap,

    /// <summary>A graph for Graphviz.</summary>
    Dot,

    /// <summary>A table for spreadsheets, RFC 4180 with a line of names.</summary>
    Csv,
}
