using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Representations.Abelian;

/// <summary>The quotient of a cyclic group G through which given simples factor, C_m with m the least common multiple of their image orders, acting on X/N: N the intersection of the kernels.</summary>
/// <remarks>The N-invariant functions on X are those on X/N, and every equivariant layer keeps them: what is true of these simples on X is true on X/N. <b>Source.</b> docs/theory.md#invariants, docs/theory.md#frequencies.</remarks>
public sealed class CyclicQuotient
{
    private CyclicQuotient(AbelianDecomposition decomposition, BigInteger step, GSet set)
    {
        Decomposition = decomposition;
        Step = step;
        Set = set;
    }

    /// <summary>The decomposition that is looked at.</summary>
    public AbelianDecomposition Decomposition { get; }

    /// <summary>X/N, a set of the group C_m, orbits of one length in the order in which they are met in X.</summary>
    public GSet Set { get; }

    /// <summary>C_m; its generator is the image of the chosen generator of G.</summary>
    public FiniteGroup Group => Set.Group;

    /// <summary>|N| = n/m: the frequency k of G is k/|N| of C_m.</summary>
    public BigInteger Step { get; }

    /// <summary>The quotient for some simples.</summary>
    /// <exception cref="ArgumentException">The group is not cyclic.</exception>
    /// <exception cref="LimitExceededException">X/N has more than <see cref="GSet.MaxPoints"/> points, or m exceeds the degree that the limits of the group allow.</exception>
    public static CyclicQuotient Of(AbelianDecomposition decomposition, IEnumerable<AbelianSimple> simples)
    {
        ArgumentNullException.ThrowIfNull(decomposition);
        ArgumentNullException.ThrowIfNull(simples);
        var group = decomposition.Dual.Group;
        if (!decomposition.Dual.IsCyclic)
        {
            throw new ArgumentException($"{group.Name} is not cyclic", nameof(decomposition));
        }

        var order = simples.Aggregate(BigInteger.One, (lcm, simple) => NumberTheory.Lcm(lcm, simple.ImageOrder));
        group.Limits.RequireDegree(order);
        CharacterTable.RequireRoomForElements(FormattableString.Invariant($"the quotient C{order}"), order, (int)order);
        var quotient = FiniteGroup.Parse(FormattableString.Invariant($"C{order}"), group.Limits);
        var images = new List<int>();
        foreach (var (length, count) in decomposition.OrbitLengths)
        {
            var orbit = (int)BigInteger.GreatestCommonDivisor(length, order);
            if (images.Count + (count * orbit) > GSet.MaxPoints)
            {
                throw new LimitExceededException("points of a G-set", GSet.MaxPoints, "more, for the orbits of a subgroup", "choose a smaller G-set");
            }

            for (var copy = 0; copy < count; copy++)
            {
                var start = images.Count;
                for (var i = 0; i < orbit; i++)
                {
                    images.Add(start + ((i + 1) % orbit));
                }
            }
        }

        var set = GSet.FromGeneratorActions(quotient, $"({decomposition.Set.Name})/N", images.Count, quotient.Generators.Select(_ => Permutation.FromImages(images)));
        return new(decomposition, group.Order / order, set);
    }

    /// <summary>The same simple as one of C_m.</summary>
    /// <exception cref="ArgumentException">N does not act trivially on it, or the table is not that of <see cref="Group"/>.</exception>
    public SimpleRepresentation ImageOf(AbelianSimple simple, CharacterTable table)
    {
        ArgumentNullException.ThrowIfNull(simple);
        ArgumentNullException.ThrowIfNull(table);
        var frequency = simple.Frequency ?? throw new ArgumentException($"{simple.Label} belongs to a group that is not cyclic", nameof(simple));
        Set.RequireSameGroup(table.Group);
        return (frequency % Step).IsZero ? table.Simples[(int)(frequency / Step)] : throw new ArgumentException($"{simple.Label} is no representation of the quotient {Group.Name}", nameof(simple));
    }
}
