using System.Numerics;
using Eqnn.Algebra.Characters;

namespace Eqnn.PiecewiseLinear.Depth;

/// <summary>What t layers can populate from one simple, and what walks in the interaction graphs would suggest instead.</summary>
/// <remarks>Made by <see cref="DepthAnalysis"/> alone.</remarks>
public sealed class DepthStep
{
    internal DepthStep(int layers, IReadOnlyList<ReachedSimple> reached, IReadOnlyList<(SimpleRepresentation Simple, BigInteger Count)> walks, IReadOnlyList<ChamberBlocks> blocks)
    {
        Layers = layers;
        Reached = reached;
        Walks = walks;
        Blocks = blocks;
    }

    /// <summary>t.</summary>
    public int Layers { get; }

    /// <summary><c>J_t</c>, in the order of the table; what is populated is in it.</summary>
    public IReadOnlyList<ReachedSimple> Reached { get; }

    /// <summary>The simples at the end of a walk of t edges, with the number of walks; in the order of the table. Neither an upper bound nor always attained.</summary>
    public IReadOnlyList<(SimpleRepresentation Simple, BigInteger Count)> Walks { get; }

    /// <summary>The blocks of the last G-set on each chamber of the input, where they decided; else empty.</summary>
    public IReadOnlyList<ChamberBlocks> Blocks { get; }

    /// <summary>Whether every simple of <c>J_t</c> is known to be populated.</summary>
    public bool IsAttained => Reached.All(reached => reached.IsAttained);

    /// <summary>Whether of every simple of <c>J_t</c> it is known whether it is populated.</summary>
    public bool IsDecided => Reached.All(reached => reached.Populated is not null);
}
