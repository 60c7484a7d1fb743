using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.GSets;

/// <summary>The action on one point: nothing has to be checked or looked up, however large the group.</summary>
internal sealed class OnePointAction : GroupAction
{
    public override long Size => 1;

    public override int Apply(Permutation g, int point) => 0;
}
