using Eqnn.Numbers;

namespace Eqnn.Catalog.Database;

/// <summary>A question with a name, in words and in SQL.</summary>
public sealed class CatalogQuestion
{
    private CatalogQuestion(string name, string asks, string sql, params (string Name, string Default)[] parameters)
    {
        Name = name;
        Asks = asks;
        Sql = sql;
        Parameters = Array.AsReadOnly(parameters);
    }

    /// <summary>The questions, in the order of the help page.</summary>
    public static IReadOnlyList<CatalogQuestion> All { get; } = Array.AsReadOnly<CatalogQuestion>(
    [
        new(
            "unjoined", "pairs of simples of one type with equal kernels that one layer of an activation does not join",
            """
            SELECT g.name AS "group", g."order", d.source, d.target, a.dimension AS source_dimension, b.dimension AS target_dimension, d.least AS layers
            FROM depths d JOIN groups g USING (group_id) JOIN pairs p USING (group_id, source, target)
            JOIN simples a ON a.group_id = d.group_id AND a.label = d.source JOIN simples b ON b.group_id = d.group_id AND b.label = d.target
            WHERE d."set" = :set AND d.activation = :activation AND p.equal_kernels AND a.type = :type AND b.type = :type AND (d.least IS NULL OR d.least > 1)
            ORDER BY g."order", g.small_id, g.name, length(d.source), d.source, length(d.target), d.target
            """,
            ("type", "C"), ("activation", "relu"), ("set", "regular")),
        new(
            "depth", "groups whose network on a G-set needs this many layers: the largest number after which a simple can be reached for the first time",
            """
            SELECT g.name AS "group", g."order", max(d.least) AS layers
            FROM depths d JOIN groups g USING (group_id) WHERE d."set" = :set AND d.activation = :activation
            GROUP BY g.group_id HAVING max(d.least) = :layers ORDER BY g."order", g.small_id, g.name
            """,
            ("layers", "2"), ("activation", "relu"), ("set", "regular")),
        new(
            "nonabelian-kernel-quotient", "groups with a simple of a type whose group modulo its kernel is not abelian, the smallest first",
            """
            SELECT g.name AS "group", g."order", s.label AS simple, s.dimension, g."order" / s.kernel_order AS quotient_order
            FROM simples s JOIN groups g USING (group_id) JOIN normal_subgroups n ON n.group_id = s.group_id AND n.subgroup = s.kernel
            WHERE s.type = :type AND NOT n.abelian_quotient ORDER BY g."order", g.small_id, g.name, length(s.label), s.label
            """,
            ("type", "H")),
        new(
            "type", "groups with a simple of a type, with how many",
            """
            SELECT g.name AS "group", g."order", count(*) AS simples, min(s.dimension) AS least_dimension, max(s.dimension) AS largest_dimension
            FROM simples s JOIN groups g USING (group_id) WHERE s.type = :type GROUP BY g.group_id ORDER BY g."order", g.small_id, g.name
            """,
            ("type", "H")),
        new(
            "never", "pairs of simples with a nonzero piecewise linear map that no number of layers of an activation joins",
            """
            SELECT g.name AS "group", g."order", d.source, d.target
            FROM depths d JOIN groups g USING (group_id) JOIN pairs p USING (group_id, source, target)
            WHERE d."set" = :set AND d.activation = :activation AND p."exists" AND d.least IS NULL ORDER BY g."order", g.small_id, g.name, length(d.source), d.source, length(d.target), d.target
            """,
            ("activation", "abs"), ("set", "regular")),
        new(
            "beyond-one-layer", "pairs of simples where one hidden layer of ReLU does not give every map on the fan",
            """
            SELECT g.name AS "group", g."order", m.source, m.target, m.dimension, m.one_layer
            FROM maps m JOIN groups g USING (group_id) WHERE m."set" = :set AND m.one_layer < m.dimension ORDER BY g."order", g.small_id, g.name, length(m.source), m.source, length(m.target), m.target
            """,
            ("set", "regular")),
        new(
            "largest-fans", "the fans with the most chambers",
            """
            SELECT g.name AS "group", g."order", f."set", f.source, f.hyperplanes, f.chambers, f.rays
            FROM fans f JOIN groups g USING (group_id) WHERE f.chambers IS NOT NULL ORDER BY f.chambers DESC, g."order", g.small_id, g.name, f."set", length(f.source), f.source LIMIT :rows
            """,
            ("rows", "10")),
        new(
            "one-minimal-normal", "groups with exactly one minimal normal subgroup",
            """
            SELECT g.name AS "group", g."order", min(n."order") AS minimal_order
            FROM normal_subgroups n JOIN groups g USING (group_id) WHERE n.minimal GROUP BY g.group_id HAVING count(*) = 1 ORDER BY g."order", g.small_id, g.name
            """),
        new(
            "no-faithful-simple", "groups without a faithful simple",
            """
            SELECT g.name AS "group", g."order", min(s.kernel_order) AS least_kernel
            FROM simples s JOIN groups g USING (group_id) GROUP BY g.group_id HAVING min(s.kernel_order) > 1 ORDER BY g."order", g.small_id, g.name
            """),
        new(
            "selfish", "simples that are not trivial and have nonzero maps to themselves and the trivial simple only",
            """
            SELECT g.name AS "group", g."order", p.source AS simple, s.type, s.dimension
            FROM pairs p JOIN groups g USING (group_id) JOIN simples s ON s.group_id = p.group_id AND s.label = p.source
            WHERE p."exists" AND p.source <> 'L0' GROUP BY p.group_id, p.source HAVING count(*) = 2 ORDER BY g."order", g.small_id, g.name, length(p.source), p.source
            """),
        new(
            "named-twice", "groups that have two documents, under two names",
            """
            SELECT a.name AS "group", b.name AS also, a."order", a.small_id FROM groups a JOIN groups b ON a."order" = b."order" AND a.small_id = b.small_id AND a.name < b.name ORDER BY a."order", a.small_id, a.name, b.name
            """),
        new(
            "limits", "what limits of the format stopped",
            """
            SELECT g.name AS "group", g."order", l.section, l."set", l.source, l.target, l.says
            FROM limits l JOIN groups g USING (group_id) ORDER BY g."order", g.small_id, g.name, l.section, l."set", length(l.source), l.source, length(l.target), l.target
            """),
    ]);

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>What it asks, in words.</summary>
    public string Asks { get; }

    /// <summary>The statement; parameters are written <c>:name</c>.</summary>
    public string Sql { get; }

    /// <summary>The parameters with their defaults.</summary>
    public IReadOnlyList<(string Name, string Default)> Parameters { get; }

    /// <summary>The question of a name; null if there is none.</summary>
    public static CatalogQuestion? TryFind(string name) => All.FirstOrDefault(question => string.Equals(question.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Asks it.</summary>
    /// <param name="database">The database.</param>
    /// <param name="values">Values of parameters, by name; the defaults for others.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">There is no parameter of such a name.</exception>
    public SearchResult Ask(CatalogDatabase database, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(values);
        if (values.Keys.FirstOrDefault(name => Parameters.All(parameter => parameter.Name != name)) is { } unknown)
        {
            throw new ArgumentException($"the question {Name} has no parameter '{unknown}'" + (Parameters.Count == 0 ? "" : $"; it has {string.Join(", ", Parameters.Select(parameter => parameter.Name))}"), nameof(values));
        }

        return database.Query(Sql, Parameters.ToDictionary(parameter => parameter.Name, parameter => values.GetValueOrDefault(parameter.Name, parameter.Default)), cancellationToken: cancellationToken);
    }

    /// <summary>Name and words.</summary>
    public override string ToString() => $"{Name}: {Asks}";
}
