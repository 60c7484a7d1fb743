using Eqnn.Algebra.Groups;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.GSets;

/// <summary>The action on the orbits of a normal subgroup on the points, in ascending order of their least points.</summary>
internal sealed class NormalOrbitsAction : GroupAction
{
    private readonly int[] _orbitOf;
    private readonly List<int> _leastPoint = [];

    public NormalOrbitsAction(FiniteGroup normal)
    {
        _orbitOf = Enumerable.Repeat(-1, normal.Degree).ToArray();
        var points = new PointsAction(normal.Degree);
        for (var x = 0; x < _orbitOf.Length; x++)
        {
            if (_orbitOf[x] < 0)
            {
                foreach (var y in PointOrbits.PointsOfOrbit(normal, points, x))
                {
                    _orbitOf[y] = _leastPoint.Count;
                }

                _leastPoint.Add(x);
            }
        }
    }

    public override long Size => _leastPoint.Count;

    public override int Apply(Permutation g, int point) => _orbitOf[g[_leastPoint[point]]];
}
