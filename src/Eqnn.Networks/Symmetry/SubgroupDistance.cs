using Eqnn.Algebra.Groups;

namespace Eqnn.Networks.Symmetry;

/// <summary>A subgroup and how far a network is from equivariant for it.</summary>
public sealed class SubgroupDistance
{
    internal SubgroupDistance(FiniteGroup subgroup, string? structureName, double distance, double functionDistance) =>
        (Subgroup, StructureName, Distance, FunctionDistance) = (subgroup, structureName, distance, functionDistance);

    /// <summary>The subgroup.</summary>
    public FiniteGroup Subgroup { get; }

    /// <summary>Its isomorphism type where a theorem names it.</summary>
    public string? StructureName { get; }

    /// <summary>The largest distance of an element.</summary>
    public double Distance { get; }

    /// <summary>The largest |F(g x) − g F(x)| / |F(x)| of an element, on random inputs.</summary>
    public double FunctionDistance { get; }
}
