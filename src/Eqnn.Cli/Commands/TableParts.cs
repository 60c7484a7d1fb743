using System.CommandLine;
using Eqnn.Algebra.Groups;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Numbers;

namespace Eqnn.Cli.Commands;

/// <summary>The part of a table of values at classes that is shown.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Columns">The classes.</param>
internal sealed record TableParts(TablePart Rows, TablePart Columns)
{
    /// <summary>The largest number of values that is laid out at once: some hundred bytes each.</summary>
    private const long MaxValues = 2_000_000;

    /// <summary>Which classes.</summary>
    public static Option<string> OfClasses { get; } = new("--columns") { HelpName = "LIST", Description = "only these classes, in the same way, as 1..10,5a; not in JSON, where values are listed by the number of the class" };

    /// <summary>The parts that a query asks for; in JSON all rows unless some are named, and all classes.</summary>
    /// <param name="query">The query.</param>
    /// <param name="option">Which rows.</param>
    /// <param name="labels">The labels of all rows.</param>
    /// <param name="row">What a row is, in the singular.</param>
    /// <param name="classes">The classes.</param>
    /// <exception cref="InputException">A row or a class is unknown, or classes are chosen in JSON.</exception>
    /// <exception cref="LimitExceededException">More than two million values would be laid out for reading.</exception>
    public static TableParts Of(Query query, Option<string> option, IReadOnlyList<string> labels, string row, IReadOnlyList<ConjugacyClass> classes)
    {
        var isJson = query.Format == OutputFormat.Json;
        if (isJson && query.Value(OfClasses) is not null)
        {
            throw new InputException($"--columns: values in JSON are listed by the number of the class, all of them; use --rows to restrict the {row}s");
        }

        var rows = isJson && query.Value(option) is null ? new TablePart([.. Enumerable.Range(0, labels.Count)], labels.Count) : TablePart.Of(query, option, labels, row);
        var columns = TablePart.Of(query, OfClasses, ClassNames.Of(classes), "class");

        // JSON and GAP's form are written value by value.
        if (query.Format is not (OutputFormat.Json or OutputFormat.Gap) && (long)rows.Positions.Count * columns.Positions.Count is > MaxValues and var values)
        {
            throw new LimitExceededException("values in a table for reading", MaxValues, FormattableString.Invariant($"{values} ({rows.Positions.Count} rows, {columns.Positions.Count} columns)"), "choose --rows or --columns, or write --format json");
        }

        return new(rows, columns);
    }

    /// <summary>Says what is left out, if anything is.</summary>
    public void Describe(Page page, string rows)
    {
        if (Rows.IsProper || Columns.IsProper)
        {
            page.Line($"{Rows.Describe(rows)}, {Columns.Describe("classes")}; others with --rows and --columns, everything with --full or --format json");
        }
    }
}
