using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Representations;

namespace Eqnn.Networks.Simples;

/// <summary>S_n or A_n on its points, or on one point: trivial and standard, by one Householder reflection.</summary>
internal sealed class SymmetricFrame(GSet set, IReadOnlyList<NetworkSimple> simples) : IsotypicFrame(set, set.Size > 1 ? [1, 1] : [1, 0], simples)
{
    public override void Forward(ReadOnlySpan<double> vector, Span<double> coordinates)
    {
        vector.CopyTo(coordinates);
        Reflect(coordinates);
    }

    public override void Backward(ReadOnlySpan<double> coordinates, Span<double> vector)
    {
        coordinates.CopyTo(vector);
        Reflect(vector);
    }

    /// <summary>The reflection that exchanges e_0 and the unit vector of equal entries: it is its own inverse.</summary>
    private void Reflect(Span<double> v)
    {
        if (Size == 1)
        {
            return;
        }

        // w = u - e_0 with u = (1, ..., 1)/√n; |w|² = 2 - 2/√n.
        var root = 1 / Math.Sqrt(Size);
        var sum = 0.0;
        foreach (var x in v)
        {
            sum += x;
        }

        var factor = 2 * ((sum * root) - v[0]) / (2 - (2 * root));
        for (var i = 0; i < v.Length; i++)
        {
            v[i] -= factor * root;
        }

        v[0] += factor;
    }
}
