using System.Numerics;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Subgroups;

namespace Eqnn.PiecewiseLinear.Isotropy;

/// <summary>An orbit type of a real representation V: a conjugacy class of stabilisers of vectors. The vectors of this type are the <em>stratum</em>, an open dense part of the union of the fixed spaces of the class.</summary>
public sealed class OrbitType
{
    internal OrbitType(int position, FiniteGroup stabiliser, SubgroupClass subgroups, int fixedDimension) =>
        (Position, Stabiliser, Subgroups, FixedDimension) = (position, stabiliser, subgroups, fixedDimension);

    /// <summary>The place in the list, from 0.</summary>
    public int Position { get; }

    /// <summary>H, one of the stabilisers.</summary>
    public FiniteGroup Stabiliser { get; }

    /// <summary>The class of H among all subgroups.</summary>
    public SubgroupClass Subgroups { get; }

    /// <summary>dim V^H, which is also the dimension of the stratum.</summary>
    public int FixedDimension { get; }

    /// <summary>[G : H], the length of the orbits.</summary>
    public BigInteger OrbitLength => Subgroups.Index;

    /// <summary>The number of fixed spaces of the class, [G : N(H)].</summary>
    public int FixedSpaceCount => Subgroups.ConjugateCount;

    /// <summary>Whether H is normal in G.</summary>
    public bool IsNormal => Subgroups.IsNormal;

    /// <summary>Whether V^K, K the representative of another type, has a translate inside V^H: whether some conjugate of H lies in K.</summary>
    internal bool ContainsTranslateOf(OrbitType other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Subgroups.IsContainedIn(other.Subgroups);
    }

    /// <summary>Order of the stabiliser and dimension.</summary>
    public override string ToString() => FormattableString.Invariant($"stabiliser of order {Stabiliser.Order}, fixed space of dimension {FixedDimension}");
}
