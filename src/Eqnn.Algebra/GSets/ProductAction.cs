using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.GSets;

/// <summary>The diagonal action on pairs (x, y), numbered <c>x · |Y| + y</c>.</summary>
internal sealed class ProductAction(GSet left, GSet right) : GroupAction
{
    public override long Size => left.Size * right.Size;

    public override int Apply(Permutation g, int point)
    {
        var columns = (int)right.Size;
        return (left.Apply(g, point / columns) * columns) + right.Apply(g, point % columns);
    }
}
