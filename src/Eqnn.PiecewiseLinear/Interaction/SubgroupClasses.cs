using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Interaction;

/// <summary>A subgroup B of G known only by how many of its elements lie in each conjugacy class of G: enough for every sum of a character over B.</summary>
/// <remarks>Equal values need not be equal subgroups, not even conjugate ones; they have the same permutation character.</remarks>
public sealed class SubgroupClasses : IEquatable<SubgroupClasses>
{
    private readonly int[] _positions;
    private readonly BigInteger[] _counts;

    internal SubgroupClasses(int[] positions, BigInteger[] counts, bool isNormal)
    {
        _positions = positions;
        _counts = counts;
        IsNormal = isNormal;
        Order = counts.Aggregate(BigInteger.Zero, (sum, count) => sum + count);
    }

    /// <summary>|B|.</summary>
    public BigInteger Order { get; }

    /// <summary>The positions of the classes of G that meet B, ascending.</summary>
    public IReadOnlyList<int> ClassPositions => _positions;

    /// <summary>The number of elements of B in each of <see cref="ClassPositions"/>.</summary>
    public IReadOnlyList<BigInteger> ClassCounts => _counts;

    /// <summary>Whether B is a union of classes, that is normal in G.</summary>
    public bool IsNormal { get; }

    /// <summary><c>Σ_{b ∈ B} ψ_K(b)</c>, which is |B| times the dimension of the vectors of K fixed by B.</summary>
    public Cyclotomic SumOf(SimpleRepresentation simple)
    {
        var sum = Cyclotomic.Zero;
        for (var i = 0; i < _positions.Length; i++)
        {
            sum += simple.Character[_positions[i]] * new Rational(_counts[i], 1);
        }

        return sum;
    }

    /// <summary>The dimension of the vectors of K that B fixes.</summary>
    /// <exception cref="Eqnn.Numbers.CertificateException">It is not a natural number: the counts are not those of a subgroup, a bug.</exception>
    public long FixedDimension(SimpleRepresentation simple)
    {
        if (IsNormal)
        {
            // The vectors fixed by a normal subgroup are 0 or everything.
            return Array.TrueForAll(_positions, c => simple.Character[c] == simple.Character[0]) ? simple.Dimension : 0;
        }

        var dimension = SumOf(simple) / new Rational(Order, 1);
        return dimension.IsInteger && dimension.Sign >= 0
            ? (long)dimension.ToRational().Numerator
            : throw new Eqnn.Numbers.CertificateException("a fixed space has a natural dimension", $"{simple.Label} of {simple.Table.Group.Name} under a subgroup of order {Order}: {dimension}");
    }

    /// <summary>Whether K has a nonzero vector fixed by B, that is whether K occurs in <c>ℝ[G/B]</c>.</summary>
    public bool Fixes(SimpleRepresentation simple) => FixedDimension(simple) > 0;

    /// <inheritdoc/>
    public bool Equals(SubgroupClasses? other) =>
        other is not null && (ReferenceEquals(this, other) || (Order == other.Order && _positions.AsSpan().SequenceEqual(other._positions) && _counts.AsSpan().SequenceEqual(other._counts)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SubgroupClasses);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Order);
        foreach (var position in _positions)
        {
            hash.Add(position);
        }

        return hash.ToHashCode();
    }

    /// <summary>The order.</summary>
    public override string ToString() => $"order {Order}{(IsNormal ? ", normal" : "")}";

    /// <summary>The normal subgroup made of the classes at <paramref name="positions"/>, ascending.</summary>
    internal static SubgroupClasses Normal(FiniteGroup group, IEnumerable<int> positions)
    {
        int[] list = [.. positions];
        return new(list, [.. list.Select(c => group.ConjugacyClasses[c].Size)], isNormal: true);
    }

    /// <summary>The subgroup with the given counts, one for each class of the group.</summary>
    internal static SubgroupClasses FromCounts(FiniteGroup group, IReadOnlyList<BigInteger> counts)
    {
        int[] positions = [.. Enumerable.Range(0, counts.Count).Where(c => !counts[c].IsZero)];
        return new(positions, [.. positions.Select(c => counts[c])], Array.TrueForAll(positions, c => counts[c] == group.ConjugacyClasses[c].Size));
    }
}
