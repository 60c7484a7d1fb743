using System.Numerics;
using Eqnn.Algebra.Chains;
using Eqnn.Algebra.Families;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers.Modular;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.NormalSubgroups;

/// <summary>All normal subgroups of a permutation group, without its classes: down a chief series, factor by factor.</summary>
/// <remarks>
/// <para><b>Step.</b> Let N/M be a chief factor and all normal subgroups that contain N be known. A normal subgroup U ≥ M that does not contain N has U ∩ N = M, and V = UN is one of those known, V/M = U/M × N/M. If N/M is not abelian, U ≤ C = C_G(N/M)
/// and U = V ∩ C, for every V with [V : V ∩ C] = [N : M]. If N/M is an elementary abelian p-group, it is central in V/M, and U ≥ R = V′V^pM: the U are the submodules of V/R that complement NR/R, the kernels of the projections that commute with G,
/// solutions of linear equations modulo p; there are none unless N ∩ R = M.</para>
/// <para><b>Source.</b> [Hulpke1998]; docs/theory.md#normal-subgroups.</para>
/// </remarks>
internal sealed class NormalSubgroupSearch
{
    /// <summary>In larger degrees blocks and chains take minutes.</summary>
    private const int MaxDegree = 20_000;

    /// <summary>Images of points in the chains of all subgroups together: with their generators about a gigabyte.</summary>
    private const long MaxKeptImages = 100_000_000;

    private readonly FiniteGroup _group;
    private readonly int _maximumCount;
    private readonly CancellationToken _cancellationToken;

    private NormalSubgroupSearch(FiniteGroup group, int maximumCount, CancellationToken cancellationToken)
    {
        _group = group;
        _maximumCount = maximumCount;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The normal subgroups of a group, each once, as permutation groups on its points, and for each the positions of those that contain it, itself included. Null where the chief series cannot be proved to be one, or there are more than a number.</summary>
    public static FoundSubgroups? TryOf(FiniteGroup group, int maximumCount, CancellationToken cancellationToken)
    {
        if (group.Kind != GroupKind.General && group.Degree >= 5)
        {
            // A_n is simple, and the only normal subgroup of S_n besides 1 and S_n.
            var trivial = group.TrivialSubgroup(group.Name);
            return group.Kind == GroupKind.Symmetric
                ? new([trivial, group.DerivedSubgroup, group], [[0, 1, 2], [1, 2], [2]])
                : new([trivial, group], [[0, 1], [1]]);
        }

        if (group.Facts is AffineFacts affine)
        {
            return affine.NormalSubgroupOrders.Count <= maximumCount ? KnownNormalSubgroups.Of(group, affine, cancellationToken) : null;
        }

        if (group.Facts is FamilyFacts facts)
        {
            return KnownNormalSubgroups.Of(group, facts, cancellationToken) is { } known && known.Groups.Count <= maximumCount ? known : null;
        }

        if (group.Degree > MaxDegree)
        {
            return null;
        }

        var generators = group.EssentialGenerators;
        var tower = BlockTower.Of(group.Degree, generators, cancellationToken);
        var acting = FiniteGroup.OfKnownOrder(group.Name, tower.Size, [.. generators.Select(g => PermutationArrays.ToPermutation(tower.Extend(g)))], group.Order, group.Limits);
        var most = (int)Math.Min(maximumCount, MaxKeptImages / ImagesOf(acting.ComputeChain(cancellationToken)));
        if (ChiefFactorSearch.TryOf(tower, acting, cancellationToken) is not { } factors || new NormalSubgroupSearch(acting, most, cancellationToken).TryDescend(factors) is not { } found)
        {
            return null;
        }

        return new([.. found.Select(node => node.Group == acting ? group : Restricted(node.Group))], [.. found.Select(node => (IReadOnlyList<int>)[.. node.Above])]);

        FiniteGroup Restricted(FiniteGroup subgroup) =>
            FiniteGroup.OfKnownOrder("normal subgroup of " + group.Name, group.Degree, [.. subgroup.EssentialGenerators.Select(g => PermutationArrays.ToPermutation(tower.Restrict(g)))], subgroup.Order, group.Limits);
    }

    /// <summary>About as many images as a chain keeps: a few arrays for each level, and representatives as far as they are written.</summary>
    private static long ImagesOf(StabilizerChain chain)
    {
        const long mostWritten = 1L << 23;
        return 1 + (chain.Degree * 3L * chain.OrbitSizes.Count) + Math.Min(mostWritten, chain.OrbitSizes.Sum(size => (long)size) * chain.Degree);
    }

    /// <summary>A normal subgroup found, and the places of those that contain it.</summary>
    private sealed record Node(FiniteGroup Group, SortedSet<int> Above);

    private List<Node>? TryDescend(IReadOnlyList<ChiefFactor> factors)
    {
        var found = new List<Node> { new(_group, [0]) };
        foreach (var factor in factors)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var known = found.Count;
            var joinOf = new Dictionary<int, int>();
            var central = factor is NonabelianFactor { Level.IsInFirstOrbit: false } nonabelian ? nonabelian.Level : null;
            for (var v = 0; v < known; v++)
            {
                var upper = found[v].Group;
                var below = upper.Order == factor.Upper.Order ? [factor.Lower]
                    : factor is AbelianFactor abelian ? Complements(upper, abelian)
                    : central is not null ? Centralizing(upper, factor, central, _cancellationToken)
                    : [];
                foreach (var subgroup in below)
                {
                    joinOf.Add(found.Count, v);
                    found.Add(new(subgroup, [found.Count]));
                    if (found.Count > _maximumCount)
                    {
                        return null;
                    }
                }
            }

            for (var u = known; u < found.Count; u++)
            {
                // U ≤ W iff UN ≤ W for W ≥ N; and U ≤ U' only if UN ≤ U'N.
                found[u].Above.UnionWith(found[joinOf[u]].Above);
                for (var other = known; other < found.Count; other++)
                {
                    if (joinOf[other] != joinOf[u] && found[joinOf[u]].Above.Contains(joinOf[other]) && (factor is NonabelianFactor || found[u].Group.IsSubgroupOf(found[other].Group)))
                    {
                        found[u].Above.Add(other);
                    }
                }
            }
        }

        return found;
    }

    /// <summary>V ∩ C, if it has the index of M in N.</summary>
    private static IEnumerable<FiniteGroup> Centralizing(FiniteGroup upper, ChiefFactor factor, BlockTower.Level level, CancellationToken cancellationToken)
    {
        var meet = PointStabilizers.Of(upper, level.Start, level.Size, cancellationToken);
        return meet.Order * factor.Upper.Order == upper.Order * factor.Lower.Order ? [meet] : [];
    }

    /// <summary>The normal subgroups U with UN = V and U ∩ N = M.</summary>
    private IEnumerable<FiniteGroup> Complements(FiniteGroup upper, AbelianFactor factor)
    {
        var (lower, p) = (factor.Lower, factor.Prime);
        var generators = upper.EssentialGenerators;
        if (generators.Any(v => factor.Basis.Any(x => !lower.Chain.Contains(PermutationArrays.Commutator(v, x)))))
        {
            return [];
        }

        var relations = new List<Permutation>();
        for (var i = 0; i < generators.Count; i++)
        {
            relations.Add(PermutationArrays.ToPermutation(PermutationArrays.Power(generators[i], p)));
            for (var j = 0; j < i; j++)
            {
                relations.Add(PermutationArrays.ToPermutation(PermutationArrays.Commutator(generators[i], generators[j])));
            }
        }

        var radical = NormalClosures.Of(_group, relations, _group.Name, lower, cancellationToken: _cancellationToken);
        _ = radical.ComputeOrder(_cancellationToken);
        if (radical.Chain.Contains(factor.Basis[0]))
        {
            return [];
        }

        var layer = ElementaryLayer.Of(upper, radical, p, [.. factor.Basis, .. generators]);
        return ModuleComplements.Of(PrimeField.Of(p), factor.Basis.Count, layer.Basis.Count, layer.Action(_group.EssentialGenerators), _maximumCount).Select(layer.Subgroup);
    }
}
