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
            "decided-depth", "groups whose network on a G-set, with one input channel, needs this many layers for all that it can populate: the largest number that is decided",
            """
            SELECT g.name AS "group", g."order", max(d.decided) AS layers, sum(d.open) AS open
            FROM depths d JOIN groups g USING (group_id) WHERE d."set" = :set AND d.activation = :activation
            GROUP BY g.group_id HAVING max(d.decided) = :layers ORDER BY g."order", g.small_id, g.name
            """,
            ("layers", "2"), ("activation", "relu"), ("set", "regular")),
        new(
            "by-chambers", "pairs of simples whose number of layers, with one input channel, no rule decides and chambers do; no number is never",
            """
            SELECT g.name AS "group", g."order", d."set", d.source, d.target, d.least, d.decided
            FROM depths d JOIN groups g USING (group_id) WHERE d.activation = :activation AND d.decided IS NOT d.attained AND NOT d.open
            ORDER BY g."order", g.small_id, g.name, d."set", length(d.source), d.source, length(d.target), d.target
            """,
            ("activation", "relu")),
        new(
            "two-tuples", "pairs of inputs that no number of layers on the G-set tells apart and layers on its pairs do",
            """
            SELECT g.name AS "group", g."order", a."set", a.first, a.second, b.layers
            FROM separations a JOIN separations b USING (group_id, "set") JOIN groups g USING (group_id)
            WHERE a.tuples = 1 AND a.every_depth AND b.tuples = 2 AND b.separated ORDER BY g."order", g.small_id, g.name, a."set"
            """),
        new(
            "inseparable", "pairs of inputs in different orbits that not even layers on pairs tell apart, whatever their number",
            """
            SELECT g.name AS "group", g."order", s."set", s.first, s.second
            FROM separations s JOIN groups g USING (group_id) WHERE s.tuples = 2 AND s.every_depth ORDER BY g."order", g.small_id, g.name, s."set"
            """),
        new(
            "energy-into-sign", "the largest shares of energy that ReLU sends from a simple of dimension 2 or more into a sign, a simple of dimension 1 that is not trivial",
            """
            SELECT g.name AS "group", g."order", e.source, e.target, e.decimals AS share
            FROM energies e JOIN groups g USING (group_id) JOIN simples a ON a.group_id = e.group_id AND a.label = e.source JOIN simples b ON b.group_id = e.group_id AND b.label = e.target
            WHERE e."set" = :set AND a.dimension > 1 AND b.dimension = 1 AND b.label <> 'L0' ORDER BY e.share DESC, g."order", g.small_id, g.name, length(e.source), e.source, length(e.target), e.target LIMIT :rows
            """,
            ("rows", "10"), ("set", "regular")),
        new(
            "small-and-separating", "hidden layers of one orbit that tell all orbits of inputs apart without being universal by themselves",
            """
            SELECT g.name AS "group", g."order", h."set", h.hidden, h.points, h.closure_order, h.first_missed
            FROM hidden_layers h JOIN groups g USING (group_id) WHERE h.separates AND NOT h.universal ORDER BY g."order", g.small_id, g.name, h."set", h.hidden
            """),
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
