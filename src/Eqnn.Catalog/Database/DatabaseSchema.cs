namespace Eqnn.Catalog.Database;

/// <summary>The tables of a database made from documents, and the marks by which one is known. docs/catalog.md#database lists them.</summary>
internal static class DatabaseSchema
{
    /// <summary>SQLite's application_id: "EQNN" in ASCII.</summary>
    public const int ApplicationId = 0x45514E4E;

    /// <summary>SQLite's user_version; raised when a table changes its meaning.</summary>
    public const int Version = 2;

    /// <summary>Statements that make the tables.</summary>
    public const string Tables =
        """
        CREATE TABLE catalog (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE groups (
            group_id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, "order" INTEGER NOT NULL, small_id INTEGER, description TEXT, exponent INTEGER NOT NULL, degree INTEGER NOT NULL,
            classes INTEGER NOT NULL, abelian INTEGER NOT NULL, centre_order INTEGER NOT NULL, derived_order INTEGER NOT NULL, file TEXT NOT NULL, hash TEXT NOT NULL);
        CREATE TABLE simples (
            group_id INTEGER NOT NULL REFERENCES groups, label TEXT NOT NULL, type TEXT NOT NULL, dimension INTEGER NOT NULL, kernel INTEGER NOT NULL, kernel_order INTEGER NOT NULL, PRIMARY KEY (group_id, label)) WITHOUT ROWID;
        CREATE TABLE normal_subgroups (
            group_id INTEGER NOT NULL REFERENCES groups, subgroup INTEGER NOT NULL, "order" INTEGER NOT NULL, abelian_quotient INTEGER NOT NULL, minimal INTEGER NOT NULL, maximal INTEGER NOT NULL, PRIMARY KEY (group_id, subgroup)) WITHOUT ROWID;
        CREATE TABLE covers (group_id INTEGER NOT NULL REFERENCES groups, lower INTEGER NOT NULL, upper INTEGER NOT NULL, PRIMARY KEY (group_id, lower, upper)) WITHOUT ROWID;
        CREATE TABLE pairs (
            group_id INTEGER NOT NULL REFERENCES groups, source TEXT NOT NULL, target TEXT NOT NULL, "exists" INTEGER NOT NULL, equal_kernels INTEGER NOT NULL, PRIMARY KEY (group_id, source, target)) WITHOUT ROWID;
        CREATE TABLE sets (group_id INTEGER NOT NULL REFERENCES groups, "set" TEXT NOT NULL, size INTEGER NOT NULL, orbits INTEGER NOT NULL, complete INTEGER, PRIMARY KEY (group_id, "set")) WITHOUT ROWID;
        CREATE TABLE multiplicities (group_id INTEGER NOT NULL REFERENCES groups, "set" TEXT NOT NULL, simple TEXT NOT NULL, multiplicity INTEGER NOT NULL, PRIMARY KEY (group_id, "set", simple)) WITHOUT ROWID;
        CREATE TABLE depths (
            group_id INTEGER NOT NULL REFERENCES groups, "set" TEXT NOT NULL, activation TEXT NOT NULL, source TEXT NOT NULL, target TEXT NOT NULL, least INTEGER, attained INTEGER, decided INTEGER, open INTEGER NOT NULL,
            PRIMARY KEY (group_id, "set", activation, source, target)) WITHOUT ROWID;
        CREATE TABLE fans (
            group_id INTEGER NOT NULL REFERENCES groups, "set" TEXT NOT NULL, source TEXT NOT NULL, hyperplanes INTEGER, chambers INTEGER, rays INTEGER, simplicial INTEGER, PRIMARY KEY (group_id, "set", source)) WITHOUT ROWID;
        CREATE TABLE maps (
            group_id INTEGER NOT NULL REFERENCES groups, "set" TEXT NOT NULL, source TEXT NOT NULL, target TEXT NOT NULL, dimension INTEGER, linear INTEGER, one_layer INTEGER, PRIMARY KEY (group_id, "set", source, target)) WITHOUT ROWID;
        CREATE TABLE energies (
            group_id INTEGER NOT NULL REFERENCES groups, "set" TEXT NOT NULL, source TEXT NOT NULL, target TEXT NOT NULL, share REAL NOT NULL, decimals TEXT NOT NULL, PRIMARY KEY (group_id, "set", source, target)) WITHOUT ROWID;
        CREATE TABLE separations (
            group_id INTEGER NOT NULL REFERENCES groups, "set" TEXT NOT NULL, tuples INTEGER NOT NULL, layers INTEGER NOT NULL, first TEXT NOT NULL, second TEXT NOT NULL, separated INTEGER NOT NULL, every_depth INTEGER NOT NULL,
            PRIMARY KEY (group_id, "set", tuples, layers)) WITHOUT ROWID;
        CREATE TABLE hidden_layers (
            group_id INTEGER NOT NULL REFERENCES groups, "set" TEXT NOT NULL, hidden INTEGER NOT NULL, points INTEGER NOT NULL, closure_order INTEGER NOT NULL, normal INTEGER NOT NULL, universal INTEGER NOT NULL, separates INTEGER, first_missed INTEGER,
            PRIMARY KEY (group_id, "set", hidden)) WITHOUT ROWID;
        CREATE TABLE limits (group_id INTEGER NOT NULL REFERENCES groups, section TEXT NOT NULL, "set" TEXT, source TEXT, target TEXT, says TEXT NOT NULL);
        """;
}
