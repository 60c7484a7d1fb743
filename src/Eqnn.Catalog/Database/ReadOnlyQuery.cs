using System.Globalization;
using Eqnn.Numbers;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Eqnn.Catalog.Database;

/// <summary>One statement that only reads, and its rows.</summary>
internal static class ReadOnlyQuery
{
    private const string What = "question in SQL";
    private const string Example = "SELECT name, \"order\" FROM groups ORDER BY \"order\" LIMIT 10";

    public static SearchResult Run(SqliteConnection connection, string sql, IReadOnlyDictionary<string, string> parameters, int maxRows, CancellationToken cancellationToken)
    {
        // Opened for reading is not enough: VACUUM INTO and ATTACH would make files.
        raw.sqlite3_set_authorizer(connection.Handle, (strdelegate_authorizer)Authorize, null);
        using var stop = cancellationToken.Register(() => raw.sqlite3_interrupt(connection.Handle));
        try
        {
            RequireOneStatement(connection, sql);
            using var command = connection.CreateCommand();
            // The user's own question: nothing but reading is possible, see above.
#pragma warning disable CA2100 // the user's own question; the connection can only read
            command.CommandText = sql;
#pragma warning restore CA2100
            foreach (var (name, value) in parameters)
            {
                command.Parameters.AddWithValue(":" + name, long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : value);
            }

            using var reader = command.ExecuteReader();
            var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToArray();
            var rows = new List<IReadOnlyList<SearchCell>>();
            while (reader.Read())
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (rows.Count == maxRows)
                {
                    throw new LimitExceededException("rows of an answer", maxRows, FormattableString.Invariant($"more than {maxRows}"), "ask for less with WHERE or LIMIT");
                }

                rows.Add(Array.AsReadOnly(Enumerable.Range(0, columns.Length).Select(i => Cell(reader, i)).ToArray()));
            }

            return new(sql, Array.AsReadOnly(columns), rows.AsReadOnly());
        }
        catch (SqliteException e)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new AlgebraFormatException(What, sql, 0, e.SqliteErrorCode == raw.SQLITE_AUTH ? "only questions are answered: nothing is written, attached or set" : SqliteLibrary.Plain(e), Nearest(e));
        }
        catch (InvalidOperationException e)
        {
            throw new AlgebraFormatException(What, sql, 0, e.Message.Split('\n')[0].TrimEnd('.'), Example);
        }
    }

    private static string Nearest(SqliteException e) => e.SqliteErrorCode == raw.SQLITE_AUTH || e.Message.Contains("syntax error", StringComparison.Ordinal) ? Example : "";

    private static void RequireOneStatement(SqliteConnection connection, string sql)
    {
        var code = raw.sqlite3_prepare_v2(connection.Handle, sql, out var statement, out var tail);
        using (statement)
        {
            SqliteException.ThrowExceptionForRC(code, connection.Handle);
            if (statement.IsInvalid)
            {
                throw new AlgebraFormatException(What, sql, 0, "there is no statement", Example);
            }

            if (raw.sqlite3_stmt_readonly(statement) == 0)
            {
                throw new AlgebraFormatException(What, sql, 0, "only questions are answered: nothing is written, attached or set", Example);
            }
        }

        if (tail.Trim(' ', '\n', '\r', '\t', ';').Length > 0)
        {
            throw new AlgebraFormatException(What, sql, sql.Length - tail.Length, "a second statement follows; one question at a time");
        }
    }

    private static int Authorize(object userData, int action, string first, string second, string database, string trigger) => action switch
    {
        raw.SQLITE_SELECT or raw.SQLITE_READ or raw.SQLITE_RECURSIVE => raw.SQLITE_OK,
        raw.SQLITE_FUNCTION => second is "load_extension" ? raw.SQLITE_DENY : raw.SQLITE_OK,
        _ => raw.SQLITE_DENY,
    };

    private static SearchCell Cell(SqliteDataReader reader, int column) => reader.GetValue(column) switch
    {
        DBNull => new("", SearchCellKind.Null),
        long number => new(number.ToString(CultureInfo.InvariantCulture), SearchCellKind.Whole),
        double number => new(number.ToString("R", CultureInfo.InvariantCulture), SearchCellKind.Real),
        string text => new(text, SearchCellKind.Text),
        byte[] bytes => new(Convert.ToHexStringLower(bytes), SearchCellKind.Text),
        var other => new(Convert.ToString(other, CultureInfo.InvariantCulture) ?? "", SearchCellKind.Text),
    };
}
