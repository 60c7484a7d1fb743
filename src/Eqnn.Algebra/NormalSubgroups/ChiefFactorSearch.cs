using System.Numerics;
using Eqnn.Algebra.Chains;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers.Modular;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.NormalSubgroups;

/// <summary>A chief series of a permutation group, from the top, found without elements and classes.</summary>
/// <remarks>
/// <para>Let K &gt; L be the kernels of the action on the first levels of a <see cref="BlockTower"/>, without and with one level Δ. Derived subgroups K′L, K″L, … end in S with S/L perfect. The abelian layers between are taken apart as modules
/// (<see cref="ModuleSeries"/>). If S ≠ L, the primitive group B of a block (on the blocks of Δ inside it) must be almost simple with socle T (<see cref="PrimitiveGroups"/>): then S acts on each block as T, so S/L is a subdirect
/// product of copies of T, hence T^k, and G permutes the factors transitively as it does the blocks: S/L is a chief factor. If moreover the stabiliser in S of a point of Δ fixes no other, only 1 commutes with S on Δ.
/// docs/theory.md#normal-subgroups.</para>
/// </remarks>
internal sealed class ChiefFactorSearch
{
    private readonly BlockTower _tower;
    private readonly FiniteGroup _group;
    private readonly CancellationToken _cancellationToken;
    private readonly List<ChiefFactor> _factors = [];

    private ChiefFactorSearch(BlockTower tower, FiniteGroup group, CancellationToken cancellationToken)
    {
        _tower = tower;
        _group = group;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The factors, from the top; null where a factor cannot be proved to be one by these means.</summary>
    /// <param name="tower">The tower.</param>
    /// <param name="group">The group as it acts on all levels.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static IReadOnlyList<ChiefFactor>? TryOf(BlockTower tower, FiniteGroup group, CancellationToken cancellationToken)
    {
        var search = new ChiefFactorSearch(tower, group, cancellationToken);
        var kernel = group;
        foreach (var level in tower.Levels)
        {
            var next = PointStabilizers.Before(group, level.Start + level.Size, cancellationToken);
            if (next.Order != kernel.Order && !search.TryDescend(kernel, next, level))
            {
                return null;
            }

            kernel = next;
        }

        return search._factors;
    }

    private bool TryDescend(FiniteGroup kernel, FiniteGroup next, BlockTower.Level level)
    {
        while (kernel.Order != next.Order)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var derived = Derived(kernel, next);
            if (derived.Order == kernel.Order)
            {
                return TryTakeNonabelian(kernel, next, level);
            }

            if (!TryTakeAbelian(kernel, derived))
            {
                return false;
            }

            kernel = derived;
        }

        return true;
    }

    private FiniteGroup Derived(FiniteGroup kernel, FiniteGroup next)
    {
        var generators = kernel.EssentialGenerators;
        var commutators = new List<Permutation>();
        for (var i = 0; i < generators.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                commutators.Add(PermutationArrays.ToPermutation(PermutationArrays.Commutator(generators[i], generators[j])));
            }
        }

        // The chain of what lies above is not built again if all commutators are in it.
        return commutators.TrueForAll(c => next.ComputeChain(_cancellationToken).Contains(c.RawImages)) ? next : Chained(NormalClosures.Of(_group, commutators, _group.Name, next, kernel, cancellationToken: _cancellationToken));
    }

    /// <summary>The same group, with its chain: what asks for it later cannot be stopped.</summary>
    private FiniteGroup Chained(FiniteGroup group)
    {
        _ = group.ComputeOrder(_cancellationToken);
        return group;
    }

    /// <summary>Takes the abelian section X/Z apart: the largest elementary abelian quotient X/Y for a prime, then the rest.</summary>
    private bool TryTakeAbelian(FiniteGroup upper, FiniteGroup lower)
    {
        while (upper.Order != lower.Order)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var prime = LeastPrimeFactor(upper.Order / lower.Order);
            var powers = upper.EssentialGenerators.Select(g => PermutationArrays.Power(g, prime)).Where(g => !lower.ComputeChain(_cancellationToken).Contains(g)).Select(g => PermutationArrays.ToPermutation(g)).ToArray();
            var next = powers.Length == 0 ? lower : Chained(FiniteGroup.FromTrusted(_group.Name, _group.Degree, [.. lower.Generators, .. powers], _group.Limits));
            var layer = ElementaryLayer.Of(upper, next, prime, upper.EssentialGenerators);
            var dimension = layer.Basis.Count;
            if (ModuleSeries.Of(PrimeField.Of(prime), dimension, dimension == 1 ? [] : layer.Action(_group.EssentialGenerators)) is not { } blocks)
            {
                return false;
            }

            var groups = new List<FiniteGroup> { next };
            for (var i = 1; i < blocks.Count; i++)
            {
                groups.Add(layer.Subgroup([.. blocks.Take(i).SelectMany(block => block)]));
            }

            groups.Add(upper);
            for (var i = blocks.Count; i > 0; i--)
            {
                _factors.Add(new AbelianFactor(groups[i], groups[i - 1], prime, [.. blocks[i - 1].Select(layer.Element)]));
            }

            upper = next;
        }

        return true;
    }

    private bool TryTakeNonabelian(FiniteGroup perfect, FiniteGroup next, BlockTower.Level level)
    {
        if (!PrimitiveGroups.IsAlmostSimple(BlockGroup(level, next)) || !FixesNothingElse(perfect, level))
        {
            return false;
        }

        _factors.Add(new NonabelianFactor(perfect, next, level));
        return true;
    }

    /// <summary>The stabiliser of the first block of the level before, as it acts on the blocks inside; the whole group for the first level of an orbit.</summary>
    private FiniteGroup BlockGroup(BlockTower.Level level, FiniteGroup kernel)
    {
        var (start, size) = (level.Start, level.Size);
        if (level.Parent is not { } parent)
        {
            var actions = _group.EssentialGenerators.Select(g => PermutationArrays.ToPermutation([.. Enumerable.Range(start, size).Select(x => g[x] - start)]));
            var action = FiniteGroup.FromTrusted(_group.Name, size, [.. actions], _group.Limits);

            // On the first level of all the kernel is what fixes it: the order of the action is known, and needs no proof.
            return start == 0 && action.Kind == GroupKind.General ? FiniteGroup.OfKnownOrder(action.Name, size, [.. action.Generators], _group.Order / kernel.Order, _group.Limits) : action;
        }

        // Schreier generators of the stabiliser, on the blocks inside.
        var above = start - (parent.Max() + 1);
        var inside = Enumerable.Range(0, size).Where(b => parent[b] == 0).ToArray();
        var place = new int[size];
        for (var i = 0; i < inside.Length; i++)
        {
            place[inside[i]] = i;
        }

        var orbit = new ChainLevel(_group.Degree, above, new ChainMemory(1L << 20));
        foreach (var generator in _group.EssentialGenerators)
        {
            orbit.AddGenerator(generator);
        }

        var generators = new HashSet<Permutation>();
        for (var at = 0; at < orbit.OrbitSize; at++)
        {
            var representative = orbit.Representative(at);
            foreach (var generator in _group.EssentialGenerators)
            {
                var g = PermutationArrays.Product(generator, representative);
                orbit.StripFromLeft(orbit.PlaceOf(g[above]), g);
                generators.Add(PermutationArrays.ToPermutation([.. inside.Select(b => place[g[start + b] - start])]));
            }
        }

        return FiniteGroup.FromTrusted(_group.Name, inside.Length, [.. generators], _group.Limits);
    }

    /// <summary>Whether elements are found that fix one block of a level and no other: then nothing but 1 commutes with the normal subgroup on the level, since the group permutes the blocks transitively.</summary>
    private static bool FixesNothingElse(FiniteGroup normal, BlockTower.Level level)
    {
        var (_, stabilizer) = StabilizerNode.Root(normal.Degree, normal.EssentialGenerators, normal.Order, 8).Fix(level.Start);
        return !Enumerable.Range(level.Start + 1, level.Size - 1).Any(x => stabilizer.Generators.All(g => g[x] == x));
    }

    private static long LeastPrimeFactor(BigInteger n)
    {
        // A prime that divides the order of a permutation group is at most the degree.
        var p = 2L;
        while (!(n % p).IsZero)
        {
            p++;
        }

        return p;
    }
}
