using Eqnn.Algebra.Chains;
using Eqnn.Algebra.Characters.Rows;
using Eqnn.Algebra.Classes;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Modular;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Characters;

/// <summary>The class algebra of an enumerated permutation group, computed from its elements.</summary>
internal sealed class GroupClassAlgebra : IClassAlgebra
{
    private readonly FiniteGroup _group;
    private readonly List<Permutation>?[] _elements;
    private readonly int[]?[] _baseImages;
    private readonly ClassEnumeration?[] _enumerations;

    /// <summary>Prepares the algebra; power maps are computed at once, matrices when asked for.</summary>
    /// <exception cref="LimitExceededException">The order is 2^62 or more.</exception>
    public GroupClassAlgebra(FiniteGroup group, ClassPowers powers)
    {
        _group = group;
        const long limit = 1L << 62;
        if (group.Order >= limit)
        {
            throw new LimitExceededException("group order for modular characters", limit, LimitExceededException.Shown(group.Order), "not possible in this version");
        }

        Order = (long)group.Order;
        Exponent = (long)group.Exponent;
        Sizes = [.. group.ConjugacyClasses.Select(c => (long)c.Size)];
        Powers = powers;
        NaturalCharacters = group.Partition is SearchedClasses ? FixedPointCounts(group) : [];
        _elements = new List<Permutation>?[ClassCount];
        _baseImages = new int[]?[ClassCount];
        _enumerations = new ClassEnumeration?[ClassCount];
    }

    /// <inheritdoc/>
    public int ClassCount => Sizes.Count;

    /// <inheritdoc/>
    public long Order { get; }

    /// <inheritdoc/>
    public long Exponent { get; }

    /// <inheritdoc/>
    public IReadOnlyList<long> Sizes { get; }

    /// <inheritdoc/>
    public ClassPowers Powers { get; }

    /// <inheritdoc/>
    public IReadOnlyList<long[]> NaturalCharacters { get; }

    /// <inheritdoc/>
    public IEnumerable<ulong[]> InducedFromCentralizers(PrimeField field, ulong root, CancellationToken cancellationToken) =>
        _group.Partition is SearchedClasses searched ? CentralizerInduction.Characters(_group, searched, Powers, field, Exponent, root, cancellationToken) : [];

    /// <summary>For each orbit with more than one point the numbers of fixed points in it, by class.</summary>
    private static List<long[]> FixedPointCounts(FiniteGroup group)
    {
        var least = OrbitPartition.LeastPoints(group.Degree, group.EssentialGenerators);
        var counts = new Dictionary<int, long[]>();
        for (var x = 0; x < least.Length; x++)
        {
            if (least[x] != x)
            {
                counts.TryAdd(least[x], new long[group.ConjugacyClasses.Count]);
            }
        }

        foreach (var c in group.ConjugacyClasses)
        {
            for (var x = 0; x < least.Length; x++)
            {
                if (c.Representative[x] == x && counts.TryGetValue(least[x], out var count))
                {
                    count[c.Position]++;
                }
            }
        }

        return [.. counts.OrderBy(orbit => orbit.Key).Select(orbit => orbit.Value)];
    }

    /// <summary>The power maps, from the powers of one representative for every class of cyclic subgroups.</summary>
    public static ClassPowers PowersOf(FiniteGroup group, CancellationToken cancellationToken)
    {
        var partition = group.Partition;
        return ClassPowers.Of(partition.Count, c =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return partition.PowerPositions(c);
        });
    }

    /// <inheritdoc/>
    public int ProductWithCentral(int central, int c) =>
        _group.Partition.PositionOf(PermutationArrays.Product(_group.Partition.Representative(central).RawImages, _group.Partition.Representative(c).RawImages));

    /// <inheritdoc/>
    public void AddStructureRow(int j, int i, Span<long> counts, CancellationToken cancellationToken)
    {
        // #{x ∈ C_j : x g_i ∈ C_k} |C_i| = #{(x, y) ∈ C_j × C_i : xy ∈ C_k} = #{y ∈ C_i : g_j y ∈ C_k} |C_j|, and g_j y is conjugate to y g_j: enumerate the smaller class.
        if (Sizes[i] >= Sizes[j])
        {
            Count(j, i, counts, cancellationToken);
            return;
        }

        Count(i, j, counts, cancellationToken);
        for (var k = 0; k < counts.Length; k++)
        {
            counts[k] = checked((long)((Int128)counts[k] * Sizes[j] / Sizes[i]));
        }
    }

    private void Count(int enumerated, int fixedClass, Span<long> counts, CancellationToken cancellationToken)
    {
        var g = _group.Partition.Representative(fixedClass).RawImages;
        if (_group.Partition is EnumeratedClasses partition)
        {
            CountNumbered(partition, _baseImages[enumerated] ??= partition.BaseImagesOf(enumerated), g, counts, cancellationToken);
            return;
        }

        if (_group.Partition is SearchedClasses searched)
        {
            CountOrbits(searched, enumerated, fixedClass, counts, cancellationToken);
            return;
        }

        var elements = _elements[enumerated] ??= [.. _group.ConjugacyClasses[enumerated].EnumerateElements()];
        for (var at = 0; at < elements.Count; at++)
        {
            if ((at & 0xFFF) == 0xFFF)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            counts[_group.Partition.PositionOf(PermutationArrays.Product(g, elements[at].RawImages))]++;
        }
    }

    private void CountOrbits(SearchedClasses searched, int enumerated, int fixedClass, Span<long> counts, CancellationToken cancellationToken)
    {
        var g = searched.Member(fixedClass);
        var elements = _enumerations[enumerated] ??= new ClassEnumeration(searched.Member(enumerated), FewGenerators.Of(_group, cancellationToken), cancellationToken);
        foreach (var (x, size) in elements.Orbits(searched.CentralizerOfMember(fixedClass)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            counts[searched.PositionOf(PermutationArrays.Product(g, x))] += size;
        }
    }

    /// <summary>Only the images of the base points are needed to recognise g x: they are g applied to those of x.</summary>
    private static void CountNumbered(EnumeratedClasses partition, int[] baseImages, int[] g, Span<long> counts, CancellationToken cancellationToken)
    {
        var numbering = partition.Numbering;
        var classOf = partition.ClassOfNumber;
        var depth = numbering.Depth;
        Span<int> images = depth <= 64 ? stackalloc int[depth] : new int[depth];
        for (var at = 0; at < baseImages.Length; at += depth)
        {
            if ((at & 0xFFFF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            for (var i = 0; i < depth; i++)
            {
                images[i] = g[baseImages[at + i]];
            }

            counts[classOf[numbering.NumberOfBaseImages(images)]]++;
        }
    }
}
