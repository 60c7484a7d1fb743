using Eqnn.Algebra.Groups;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.GSets;

/// <summary>What is known of one orbit of an action, in the numbering of that action; shared by all its copies in sums.</summary>
internal abstract class OrbitStructure
{
    /// <summary>The structure that stands for all orbits known to be isomorphic to this one with equal stabilisers of the base points: this one, or an earlier one.</summary>
    public virtual OrbitStructure Kind => this;

    public abstract int BasePoint { get; }

    public abstract FiniteGroup Stabilizer { get; }

    public abstract IReadOnlyList<int> Points { get; }

    public abstract IReadOnlyList<OrbitPiece> Pieces { get; }

    public abstract int PieceOfPair(int z, int w);

    public abstract Permutation ElementTo(int point);
}
