using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Isotropy;

/// <summary>The orbit types of a real representation V, and what equivariant maps can output at vectors of each type: <c>{F(v) : F : V → K continuous, equivariant} = K^H</c>, H the stabiliser of v.</summary>
/// <remarks>
/// <para>So the simple K is forced to 0 at v iff H fixes no vector of K but 0, for networks of every depth and every activation: what is symmetric stays symmetric.</para>
/// <para><b>Order.</b> By ascending order of H, then by the order of the classes of subgroups: the generic type first.</para>
/// <para><b>Source.</b> docs/theory.md#outputs.</para>
/// </remarks>
public sealed class OrbitTypes
{
    private OrbitTypes(CharacterTable table, string space, int dimension, IReadOnlyList<OrbitType> types) => (Table, Space, Dimension, Types) = (table, space, dimension, types);

    /// <summary>The simples of the group.</summary>
    public CharacterTable Table { get; }

    /// <summary>V in words: <c>Fun(points)</c>, <c>L1 + L3</c>.</summary>
    public string Space { get; }

    /// <summary>dim V.</summary>
    public int Dimension { get; }

    /// <summary>The orbit types.</summary>
    public IReadOnlyList<OrbitType> Types { get; }

    /// <summary>The orbit types of Fun(X).</summary>
    /// <exception cref="ArgumentException">Table and set belong to different groups.</exception>
    /// <exception cref="LimitExceededException">The group is too large for its subgroups.</exception>
    public static OrbitTypes Of(CharacterTable table, GSet set, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(set);
        return ReferenceEquals(table.Group, set.Group)
            ? new(table, $"Fun({set.Name})", checked((int)set.Size), List(IsotropyGroups.Of(set, progress, cancellationToken), progress, cancellationToken))
            : throw new ArgumentException($"the G-set belongs to {set.Group.Name}, the table to {table.Group.Name}", nameof(set));
    }

    /// <summary>The orbit types of a sum of simples.</summary>
    /// <exception cref="ArgumentException">There is no simple, or they belong to different tables.</exception>
    /// <exception cref="LimitExceededException">The group is too large for its subgroups.</exception>
    public static OrbitTypes Of(IReadOnlyList<SimpleRepresentation> simples, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(simples);
        return simples.Count > 0 && simples.All(simple => ReferenceEquals(simple.Table, simples[0].Table))
            ? new(simples[0].Table, string.Join(" + ", simples.Select(simple => simple.Label)), checked((int)simples.Sum(simple => simple.Dimension)), List(IsotropyGroups.Of(simples, progress, cancellationToken), progress, cancellationToken))
            : throw new ArgumentException("at least one simple is needed, and all of one table", nameof(simples));
    }

    /// <summary>For every simple K, in the order of the table, dim K^H at vectors of a type.</summary>
    public IReadOnlyList<(SimpleRepresentation Simple, int Dimension)> OutputsAt(OrbitType type) => [.. Table.Simples.Select(simple => (simple, OutputDimension(type, simple)))];

    /// <summary>The pairs of types of which the second contains a translate of the first.</summary>
    public IEnumerable<(OrbitType Small, OrbitType Large)> Inclusions() => Types.SelectMany(small => Types.Where(large => large.ContainsTranslateOf(small)).Select(large => (small, large)));

    /// <summary>dim K^H: the dimension of what equivariant maps V → K can output at vectors of the type; 0 if K is forced to 0 there.</summary>
    /// <exception cref="ArgumentException">The simple belongs to another table.</exception>
    public int OutputDimension(OrbitType type, SimpleRepresentation simple)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(simple);
        if (!ReferenceEquals(simple.Table, Table))
        {
            throw new ArgumentException($"{simple.Label} belongs to another table", nameof(simple));
        }

        var sum = Cyclotomic.Zero;
        for (var c = 0; c < type.Subgroups.ClassCounts.Count; c++)
        {
            sum += type.Subgroups.ClassCounts[c] * simple.Character[c];
        }

        return (int)(sum / type.Subgroups.Order).ToRational().Numerator;
    }

    internal static IReadOnlyList<OrbitType> List(IsotropyGroups groups, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var types = new List<OrbitType>();
        foreach (var subgroups in groups.Lattice.Classes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new("orbit types", subgroups.Position, groups.Lattice.Classes.Count));
            var closure = groups.ClosureOf(subgroups);
            if (closure.Order == subgroups.Order)
            {
                types.Add(new OrbitType(types.Count, closure, subgroups, groups.FixedDimension(subgroups)));
            }
        }

        return types.AsReadOnly();
    }

    /// <summary>In one line: the space and the number of types.</summary>
    public override string ToString() => FormattableString.Invariant($"{Table.Group.Name}: {Types.Count} orbit types of {Space}, dimension {Dimension}");
}
