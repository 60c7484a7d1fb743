using Eqnn.Algebra.Groups;

namespace Eqnn.Algebra.Characters;

/// <summary>The class algebra of an enumerated permutation group, computed from its elements.</summary>
internal sealed class GroupClassAlgebra : IClassAlgebra
{
    private readonly FiniteGroup _group;
    private readonly List<Permutation>?[] _elements;

    /// <summary>Prepares the algebra; power maps are computed at once, matrices when asked for.</summary>
    /// <exception cref="LimitExceededException">The order is 2^60 or more.</exception>
    public GroupClassAlgebra(FiniteGroup group, ClassPowers powers)
    {
        _group = group;
        const long limit = 1L << 60;
        if (group.Order >= limit)
        {
            throw new LimitExceededException("group order for modular characters", limit, FormattableString.Invariant($"{group.Order}"), "not possible in this version");
        }

        Order = (long)group.Order;
        Exponent = (long)group.Exponent;
        Sizes = [.. group.ConjugacyClasses.Select(c => (long)c.Size)];
        Powers = powers;
        _elements = new List<Permutation>?[ClassCount];
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

    /// <summary>The power maps, from the powers of one representative for every class of cyclic subgroups.</summary>
    public static ClassPowers PowersOf(FiniteGroup group, CancellationToken cancellationToken)
    {
        var partition = group.Partition;
        return ClassPowers.Of(partition.Count, c =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            var powers = new int[checked((int)partition.ElementOrder(c))];
            var representative = partition.Representative(c).RawImages;
            var power = representative;
            for (var s = 1; s < powers.Length; s++)
            {
                powers[s] = s == 1 ? c : partition.PositionOf(power);
                power = PermutationArrays.Product(power, representative);
            }

            return powers;
        });
    }

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
        var partition = _group.Partition;
        var g = partition.Representative(fixedClass).RawImages;
        var elements = _elements[enumerated] ??= [.. _group.ConjugacyClasses[enumerated].EnumerateElements()];
        for (var at = 0; at < elements.Count; at++)
        {
            if ((at & 0xFFF) == 0xFFF)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            counts[partition.PositionOf(PermutationArrays.Product(elements[at].RawImages, g))]++;
        }
    }
}
