using Eqnn.Algebra.Representations;

namespace Eqnn.PiecewiseLinear.Interaction;

/// <summary>For subgroups B of G the nodes K with a vector fixed by B. Many simples share the same stabilisers, so each subgroup is looked at once.</summary>
internal sealed class StabilizerRows
{
    private readonly IReadOnlyList<IsotypicComponent> _nodes;
    private readonly Lazy<int[][]> _kernels;
    private readonly Dictionary<SubgroupClasses, long[]> _fixed = [];
    private readonly Dictionary<SubgroupClasses, NodeSet> _rows = [];
    private readonly Dictionary<(SubgroupClasses, SubgroupClasses), NodeSet> _signedRows = [];

    public StabilizerRows(IsotypicDecomposition decomposition)
    {
        _nodes = decomposition.Components;
        Squares = new(() => decomposition.Table.Group.PowerMap(2));
        _kernels = new(() => [.. _nodes.Select(node => node.Simple.KernelClassPositions.ToArray())]);
    }

    /// <summary>The map of squares of classes.</summary>
    public Lazy<IReadOnlyList<int>> Squares { get; }

    /// <summary>The nodes in <c>ℝ[G/B]</c>.</summary>
    public NodeSet FixedBy(SubgroupClasses subgroup)
    {
        if (!_rows.TryGetValue(subgroup, out var row))
        {
            var dimensions = DimensionsUnder(subgroup);
            _rows.Add(subgroup, row = NodeSet.Where(_nodes.Count, i => dimensions[i] > 0));
        }

        return row;
    }

    /// <summary>The nodes in <c>Ind_B^G ε</c>: those of which A fixes more than B, or all that B fixes if A = B.</summary>
    public NodeSet SignedBy(LineStabilizer stabilizer)
    {
        if (!stabilizer.HasSign)
        {
            return FixedBy(stabilizer.Line);
        }

        var key = (stabilizer.Vector, stabilizer.Line);
        if (!_signedRows.TryGetValue(key, out var row))
        {
            var (vector, line) = (DimensionsUnder(stabilizer.Vector), DimensionsUnder(stabilizer.Line));
            _signedRows.Add(key, row = NodeSet.Where(_nodes.Count, i => vector[i] > line[i]));
        }

        return row;
    }

    private long[] DimensionsUnder(SubgroupClasses subgroup)
    {
        if (!_fixed.TryGetValue(subgroup, out var dimensions))
        {
            // A normal subgroup fixes K iff it lies in ker K: no character value is needed, the kernels decide.
            dimensions = subgroup.IsNormal
                ? [.. _nodes.Select((node, i) => subgroup.ClassPositions.All(c => Array.BinarySearch(_kernels.Value[i], c) >= 0) ? node.Simple.Dimension : 0)]
                : [.. _nodes.Select(node => subgroup.FixedDimension(node.Simple))];
            _fixed.Add(subgroup, dimensions);
        }

        return dimensions;
    }
}
