using System.CommandLine;
using System.Globalization;
using System.Numerics;
using Eqnn.Catalog.Database;
using Eqnn.Cli.Hosting;
using Eqnn.Cli.Output;
using Eqnn.Cli.Syntax;
using Eqnn.Numbers;
using Eqnn.Records.Json;

namespace Eqnn.Cli.Commands.Catalogs;

/// <summary><c>eqnn catalog search QUESTION</c>.</summary>
internal sealed class CatalogSearchCommand : EqnnCommand
{
    private static readonly Argument<string> Question = new("QUESTION") { Description = "the name of a question; without it the questions are listed", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string> Sql = new("--sql") { HelpName = "SELECT", Description = "a question of your own: one statement that reads, on the tables of docs/catalog.md" };
    private static readonly Option<string[]> With = new("--with") { HelpName = "NAME=VALUE", Description = "another value of a parameter of the question, as type=H", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string> Database = new("--database") { HelpName = "FILE", Description = "the database (default: the one in the catalog)" };

    /// <inheritdoc/>
    public override string Name => "catalog search";

    /// <inheritdoc/>
    public override string Summary => "questions across all documents: named ones, or SQL";

    /// <inheritdoc/>
    public override string Details => "eqnn catalog index makes the database; it is asked again for when the documents have changed. Questions only read.";

    /// <inheritdoc/>
    public override IReadOnlyList<(string CommandLine, string Shows)> Examples { get; } = [("eqnn catalog search", "the questions that have names")];

    /// <inheritdoc/>
    public override IReadOnlyList<Argument> Arguments => [Question];

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [Sql, With, CatalogOptions.Folder, Database];

    /// <inheritdoc/>
    public override IReadOnlyList<OutputFormat> Formats => [OutputFormat.Text, OutputFormat.Json, OutputFormat.Csv, OutputFormat.Markdown, OutputFormat.Latex];

    /// <inheritdoc/>
    public override Report Answer(Query query)
    {
        var (name, sql, values) = (query.Value(Question), query.Value(Sql), Values(query));
        if (name is not null && sql is not null)
        {
            throw new InputException($"--sql: a question with a name ({name}) and one in SQL; which is meant?");
        }

        if (name is null && sql is null)
        {
            return values.Count == 0 ? new Questions() : throw new InputException("--with: a value for which question? eqnn catalog search lists them");
        }

        var database = Opened(query);
        if (sql is not null)
        {
            return new Result("SQL", database.Query(sql, values, cancellationToken: query.CancellationToken));
        }

        var question = CatalogQuestion.TryFind(name!) ?? throw new InputException($"no question is named '{name}'; " + (NearestWord.TryFind(name!, CatalogQuestion.All.Select(known => known.Name)) is { } near ? $"did you mean {near}?" : "eqnn catalog search lists them"));
        return new Result(question.ToString(), Border.Read("--with", () => question.Ask(database, values, query.CancellationToken)));
    }

    private static CatalogDatabase Opened(Query query)
    {
        var folder = query.Value(CatalogOptions.Folder) ?? CatalogOptions.Known();
        var named = query.Value(Database);
        var file = named ?? Path.Combine(folder, CatalogDatabase.FileName);
        if (!File.Exists(file))
        {
            throw new InputException($"there is no database {file}; eqnn catalog index makes it from the documents");
        }

        var database = CatalogOptions.Read(() => CatalogDatabase.Open(file));

        // A database elsewhere may outlive its documents; beside them it must be theirs.
        return named is not null || database.IsOf(folder) ? database : throw new InputException($"{file} was made from other documents than those of {folder}; eqnn catalog index makes it again");
    }

    private static Dictionary<string, string> Values(Query query)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in query.Values(With) ?? [])
        {
            var parts = text.Split('=', 2);
            if (parts.Length < 2 || parts[0].Length == 0 || !values.TryAdd(parts[0], parts[1]))
            {
                throw new InputException($"--with: '{text}' is no name with a value, as type=H, or names one twice");
            }
        }

        return values;
    }

    private sealed class Questions : OutlinedReport
    {
        public override void WriteCsv(TextWriter csv)
        {
            csv.Write("name,asks\n");
            foreach (var question in CatalogQuestion.All)
            {
                csv.Write($"{Quoted(question.Name)},{Quoted(question.Asks)}\n");
            }
        }

        protected override void Describe(Outline outline)
        {
            outline.Heading("Questions");
            outline.Objects("queries", "questions", CatalogQuestion.All, columns => columns
                .Text("name", "name", question => question.Name)
                .Text("asks for", "asks", question => question.Asks)
                .Left("parameters", question => string.Join(", ", question.Parameters.Select(parameter => $"{parameter.Name}={parameter.Default}")))
                .Fields((json, question) => json.Records("parameters", question.Parameters, parameter =>
                {
                    json.Field("name", parameter.Name);
                    json.Field("default", parameter.Default);
                }))
                .Fields((json, question) => json.Field("sql", question.Sql)));
        }
    }

    private sealed class Result(string title, SearchResult result) : OutlinedReport
    {
        public override void WriteCsv(TextWriter csv)
        {
            csv.Write(string.Join(',', result.Columns.Select(Quoted)) + "\n");
            foreach (var row in result.Rows)
            {
                csv.Write(string.Join(',', row.Select(cell => Quoted(cell.Text))) + "\n");
            }
        }

        protected override void Describe(Outline outline)
        {
            outline.Heading(title);
            outline.Line(CatalogOptions.Count(result.Rows.Count, "row"));
            outline.Field("sql", result.Sql);
            outline.Row("columns", result.Columns);
            outline.Records("found", "rows", result.Rows, columns =>
            {
                foreach (var (at, name) in result.Columns.Index())
                {
                    var isText = result.Rows.Any(row => row[at].Kind == SearchCellKind.Text);
                    _ = isText ? columns.Left(name, Cell) : columns.Right(name, Cell);
                    columns.Fields((json, row) => Write(json, name, row[at]));

                    Prose Cell(IReadOnlyList<SearchCell> row) => row[at].Kind == SearchCellKind.Null ? "-" : row[at].Text;
                }
            }, result.Rows.Count > 0);
        }

        private static void Write(JsonOutput json, string name, SearchCell cell)
        {
            switch (cell.Kind)
            {
                case SearchCellKind.Null:
                    json.Null(name);
                    break;
                case SearchCellKind.Whole:
                    json.Field(name, BigInteger.Parse(cell.Text, CultureInfo.InvariantCulture));
                    break;
                case SearchCellKind.Real:
                    json.Measured(name, double.Parse(cell.Text, CultureInfo.InvariantCulture));
                    break;
                default:
                    json.Field(name, cell.Text);
                    break;
            }
        }
    }

    /// <summary>A field of CSV (RFC 4180): quoted where it holds a comma, a quote or a line break.</summary>
    private static string Quoted(string text) => text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
