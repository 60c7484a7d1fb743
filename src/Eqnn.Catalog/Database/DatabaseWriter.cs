using Microsoft.Data.Sqlite;

namespace Eqnn.Catalog.Database;

/// <summary>Fills the tables of a new database, in one transaction.</summary>
internal sealed class DatabaseWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;
    private readonly Dictionary<string, SqliteCommand> _inserts = new(StringComparer.Ordinal);
    private long _group;

    public DatabaseWriter(SqliteConnection connection)
    {
        _connection = connection;
        Execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 4096;");
        Execute(FormattableString.Invariant($"PRAGMA application_id = {DatabaseSchema.ApplicationId}; PRAGMA user_version = {DatabaseSchema.Version};"));
        _transaction = connection.BeginTransaction();
        Execute(DatabaseSchema.Tables);
    }

    /// <summary>The rows of one document.</summary>
    public void Add(DocumentFacts facts)
    {
        _group++;
        var g = facts.Group;
        Insert("groups", _group, g.Name, g.Order, g.SmallId, g.Description, g.Exponent, g.Degree, g.Classes, g.IsAbelian, g.CentreOrder, g.DerivedOrder, g.File, g.Hash);
        foreach (var row in facts.Simples)
        {
            Insert("simples", _group, row.Label, row.Type, row.Dimension, row.Kernel, row.KernelOrder);
        }

        foreach (var row in facts.NormalSubgroups)
        {
            Insert("normal_subgroups", _group, row.Subgroup, row.Order, row.HasAbelianQuotient, row.IsMinimal, row.IsMaximal);
        }

        foreach (var (lower, upper) in facts.Covers)
        {
            Insert("covers", _group, lower, upper);
        }

        foreach (var row in facts.Pairs)
        {
            Insert("pairs", _group, row.Source, row.Target, row.Exists, row.EqualKernels);
        }

        foreach (var row in facts.Sets)
        {
            Insert("sets", _group, row.Set, row.Size, row.Orbits, row.IsComplete);
        }

        foreach (var (set, simple, multiplicity) in facts.Multiplicities)
        {
            Insert("multiplicities", _group, set, simple, multiplicity);
        }

        foreach (var row in facts.Depths)
        {
            Insert("depths", _group, row.Set, row.Activation, row.Source, row.Target, row.Least, row.Attained, row.Decided, row.IsOpen);
        }

        foreach (var row in facts.Fans)
        {
            Insert("fans", _group, row.Set, row.Source, row.Hyperplanes, row.Chambers, row.Rays, row.IsSimplicial);
        }

        foreach (var row in facts.Maps)
        {
            Insert("maps", _group, row.Set, row.Source, row.Target, row.Dimension, row.Linear, row.OneLayer);
        }

        foreach (var row in facts.Answers.Energies)
        {
            Insert("energies", _group, row.Set, row.Source, row.Target, row.Share, row.Decimals);
        }

        foreach (var row in facts.Answers.Separations)
        {
            Insert("separations", _group, row.Set, row.Tuples, row.Layers, row.First, row.Second, row.IsSeparated, row.IsAtEveryDepth);
        }

        foreach (var row in facts.Answers.HiddenLayers)
        {
            Insert("hidden_layers", _group, row.Set, row.Hidden, row.Points, row.ClosureOrder, row.IsNormal, row.IsUniversal, row.Separates, row.FirstMissed);
        }

        foreach (var row in facts.Limits)
        {
            Insert("limits", _group, row.Section, row.Set, row.Source, row.Target, row.Says);
        }
    }

    /// <summary>Commits.</summary>
    /// <param name="index">The hash of the index of the catalog.</param>
    public void Finish(string index)
    {
        Insert("catalog", "format", "eqnn-catalog-database");
        Insert("catalog", "index", index);
        _transaction.Commit();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var insert in _inserts.Values)
        {
            insert.Dispose();
        }

        _transaction.Dispose();
    }

    private void Insert(string table, params object?[] values)
    {
        if (!_inserts.TryGetValue(table, out var insert))
        {
            insert = _connection.CreateCommand();
            insert.Transaction = _transaction;
            var names = Enumerable.Range(0, values.Length).Select(i => FormattableString.Invariant($":v{i}")).ToList();
            // Names of tables are those of the schema.
#pragma warning disable CA2100 // names of tables are those of the schema
            insert.CommandText = $"INSERT INTO {table} VALUES ({string.Join(", ", names)})";
#pragma warning restore CA2100
            names.ForEach(name => insert.Parameters.Add(new SqliteParameter { ParameterName = name }));
            _inserts.Add(table, insert);
        }

        for (var i = 0; i < values.Length; i++)
        {
            insert.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        insert.ExecuteNonQuery();
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.Transaction = _transaction;
#pragma warning disable CA2100 // names of tables are those of the schema
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
