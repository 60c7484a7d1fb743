using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.GSets;

/// <summary>The quotient X/N of a G-set by a normal subgroup: the orbits of N, with the map from X. N acts trivially on it, so it is a set of G/N as well.</summary>
/// <remarks><b>Order.</b> Points of X/N are numbered by the least points of their orbits. <b>Source.</b> <c>Fun(X/N)</c> is the space of N-invariants of <c>Fun(X)</c>; docs/theory.md#invariants.</remarks>
public sealed class GSetQuotient
{
    internal GSetQuotient(GSet source, GSet set, int[] orbitOf)
    {
        Source = source;
        Set = set;
        OrbitOf = Array.AsReadOnly(orbitOf);
    }

    /// <summary>X.</summary>
    public GSet Source { get; }

    /// <summary>X/N as a set of G.</summary>
    public GSet Set { get; }

    /// <summary>The map X → X/N: for each point of X the number of its orbit.</summary>
    public IReadOnlyList<int> OrbitOf { get; }

    /// <summary>X/N as a set of a quotient of G.</summary>
    /// <param name="quotient">G/N, or the quotient by a smaller normal subgroup.</param>
    /// <exception cref="ArgumentException">The kernel of <paramref name="quotient"/> acts on X/N, or it is one of another group.</exception>
    public GSet Over(QuotientGroup quotient)
    {
        ArgumentNullException.ThrowIfNull(quotient);
        var group = Set.Group;
        if (!ReferenceEquals(quotient.Kernel.Lattice.Group, group) || !quotient.Kernel.Generators.All(n => Set.ActionOf(n).IsIdentity))
        {
            throw new ArgumentException($"{quotient.Group.Name} does not act on {Set.Name}", nameof(quotient));
        }

        // The generators of G/N are images of generators of G.
        var images = group.Generators.Select(quotient.Project).ToList();
        return GSet.FromGeneratorActions(quotient.Group, Set.Name, (int)Set.Size, [.. quotient.Group.Generators.Select(g => Set.GeneratorActions[images.IndexOf(g)])]);
    }

    /// <summary>In one line: the sets.</summary>
    public override string ToString() => FormattableString.Invariant($"{Source.Name} -> {Set.Name}");
}
