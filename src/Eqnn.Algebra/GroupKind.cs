namespace Eqnn.Algebra;

/// <summary>Which groups have a combinatorial description besides their generators.</summary>
internal enum GroupKind
{
    /// <summary>Only the generators are known.</summary>
    General,

    /// <summary>All permutations of the points.</summary>
    Symmetric,

    /// <summary>All even permutations of at least 3 points.</summary>
    Alternating,
}
