using Microsoft.Data.Sqlite;

namespace Eqnn.Catalog.Database;

/// <summary>Opens connections; says what to install where SQLite's native library is not there.</summary>
internal static class SqliteLibrary
{
    /// <exception cref="InvalidDataException">The file cannot be opened, or the native library is missing.</exception>
    public static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        CarriedLibrary.Require();
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ConnectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch (Exception e) when (e is DllNotFoundException or TypeInitializationException)
        {
            throw new InvalidDataException("SQLite's native library is not there: it comes with the packages of this tool, and inside the tool of one file", e);
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw new InvalidDataException($"{path} cannot be opened: {Plain(e)}", e);
        }
    }

    /// <summary>What SQLite says, without its wrapping.</summary>
    public static string Plain(SqliteException e)
    {
        var message = e.Message;
        var start = message.IndexOf('\'', StringComparison.Ordinal);
        var end = message.LastIndexOf('\'');
        return (start >= 0 && end > start ? message[(start + 1)..end] : message).TrimEnd('.', ' ');
    }
}
