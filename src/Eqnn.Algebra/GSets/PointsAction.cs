using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.GSets;

/// <summary>The natural action of a permutation group on the points it is given on.</summary>
internal sealed class PointsAction(int degree) : GroupAction
{
    public override long Size => degree;

    public override int Apply(Permutation g, int point) => g[point];
}
