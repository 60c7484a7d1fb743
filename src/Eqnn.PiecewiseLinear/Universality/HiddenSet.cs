using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Subgroups;
using Eqnn.PiecewiseLinear.Isotropy;
using Eqnn.PiecewiseLinear.Separation;

namespace Eqnn.PiecewiseLinear.Universality;

/// <summary>What networks with one hidden layer G/H can approximate and tell apart, H up to conjugacy. It depends on the closure of H only.</summary>
public sealed class HiddenSet
{
    internal HiddenSet(SubgroupClass stabiliser, FiniteGroup closure, ShallowClass shallow) => (Stabiliser, Closure, Class) = (stabiliser, closure, shallow);

    /// <summary>The class of H.</summary>
    public SubgroupClass Stabiliser { get; }

    /// <summary>The pointwise stabiliser of V^H, for the representative H; contains it.</summary>
    public FiniteGroup Closure { get; }

    /// <summary>The closure of these networks, shared by all H with conjugate closures.</summary>
    public ShallowClass Class { get; }

    /// <summary>The number of points of the hidden layer.</summary>
    public int Points => Stabiliser.Index;

    /// <summary>Whether everything that networks with this hidden layer approximate is approximated with the other one: whether a conjugate of the other stabiliser lies in the closure of this one.</summary>
    /// <exception cref="ArgumentException">The other set belongs to another group.</exception>
    public bool IsContainedIn(HiddenSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.Stabiliser.IsContainedIn(Class.Type.Subgroups);
    }
}

/// <summary>A closure of networks with one hidden layer that is one orbit: one for each orbit type of the input.</summary>
public sealed class ShallowClass
{
    internal ShallowClass(OrbitType type, bool isUniversal, bool? separates, UnseenPairs? unseen, DegreeDeficit? deficit, int lastDegree) =>
        (Type, IsUniversal, Separates, Unseen, FirstMissed, LastDegree) = (type, isUniversal, separates, unseen, deficit, lastDegree);

    /// <summary>The orbit type; its stabiliser is the closed subgroup.</summary>
    public OrbitType Type { get; }

    /// <summary>Whether one hidden layer approximates every continuous invariant function, for outputs Fun(Z) every continuous equivariant map: whether the closed subgroup acts trivially on the input.</summary>
    public bool IsUniversal { get; }

    /// <summary>Whether one hidden layer reaches all continuous invariant functions that are constant on the inputs it cannot tell apart; else further layers on one point, a readout, reach more. True iff the closed subgroup is normal.</summary>
    public bool NeedsNoReadout => Type.IsNormal;

    /// <summary>Whether one hidden layer with invariant outputs separates all orbits of inputs: so whether it is universal with a readout. Null if a limit stopped the search.</summary>
    public bool? Separates { get; }

    /// <summary>Inputs in different orbits that one layer does not separate, where they were searched for.</summary>
    public UnseenPairs? Unseen { get; }

    /// <summary>The first degree in which polynomials are missed; null if there is none up to <see cref="LastDegree"/>.</summary>
    public DegreeDeficit? FirstMissed { get; }

    /// <summary>The last degree that was looked at.</summary>
    public int LastDegree { get; }

    /// <summary>Whether the functions of this class are among those of the other.</summary>
    /// <exception cref="ArgumentException">The other class belongs to another group.</exception>
    public bool IsContainedIn(ShallowClass other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.Type.Subgroups.IsContainedIn(Type.Subgroups);
    }
}

/// <summary>A hidden layer of several orbits, one for each shallow class listed.</summary>
public sealed record HiddenUnion
{
    internal HiddenUnion(IReadOnlyList<ShallowClass> classes, long points, bool isProvedSmallest)
    {
        Classes = classes;
        Points = points;
        IsProvedSmallest = isProvedSmallest;
    }

    /// <summary>The classes, none of which is contained in another.</summary>
    public IReadOnlyList<ShallowClass> Classes { get; }

    /// <summary>The number of points.</summary>
    public long Points { get; }

    /// <summary>Whether all smaller sets are known not to serve; else a limit stopped the search.</summary>
    public bool IsProvedSmallest { get; }

    /// <summary>Equality of the lists.</summary>
    public bool Equals(HiddenUnion? other) => other is not null && Points == other.Points && IsProvedSmallest == other.IsProvedSmallest && Classes.SequenceEqual(other.Classes);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Points, IsProvedSmallest, Classes.Count);
}
