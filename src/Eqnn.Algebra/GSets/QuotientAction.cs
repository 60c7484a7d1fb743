using Eqnn.Algebra.Groups;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.GSets;

/// <summary>The action on the orbits of a normal subgroup on a G-set, in ascending order of their least points.</summary>
internal sealed class QuotientAction : GroupAction
{
    private readonly GSet _set;
    private readonly List<int> _leastPoints = [];

    public QuotientAction(GSet set, IEnumerable<Permutation> normal)
    {
        _set = set;
        OrbitOf = OrbitPartition.LeastPoints((int)set.Size, [.. normal.Select(n => set.ActionOf(n).Images.ToArray())]);
        for (var x = 0; x < OrbitOf.Length; x++)
        {
            var isLeast = OrbitOf[x] == x;
            OrbitOf[x] = isLeast ? _leastPoints.Count : OrbitOf[OrbitOf[x]];
            if (isLeast)
            {
                _leastPoints.Add(x);
            }
        }
    }

    /// <summary>For each point its orbit.</summary>
    public int[] OrbitOf { get; }

    public override long Size => _leastPoints.Count;

    public override int Apply(Permutation g, int point) => OrbitOf[_set.Apply(g, _leastPoints[point])];
}
