using Eqnn.Algebra.Groups;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.GSets;

/// <summary>A left action of a group on the points 0 .. Size - 1, evaluated one point at a time: <c>(g h) x = g (h x)</c>.</summary>
/// <remarks>The one thing a new kind of G-set must implement. Orbits, stabilisers and characters are computed from it once, in <see cref="GSet"/>.</remarks>
internal abstract class GroupAction
{
    /// <summary>The number of points.</summary>
    public abstract long Size { get; }

    /// <summary>The point <c>g x</c>.</summary>
    public abstract int Apply(Permutation g, int point);

    /// <summary>The point <c>g x</c> for a generator of the group, where its images may be at hand.</summary>
    public virtual int ApplyGenerator(IReadOnlyList<Permutation> generators, int generator, int point) => Apply(generators[generator], point);

    /// <summary>The permutation x ↦ g x, where the action has it whole; else null, and it is made point by point.</summary>
    public virtual Permutation? TryImageOf(Permutation g) => null;

    /// <summary>The orbits, each by its first point in ascending order.</summary>
    public virtual IReadOnlyList<GSetOrbit> ComputeOrbits(FiniteGroup group) => PointOrbits.Of(group, this);
}
