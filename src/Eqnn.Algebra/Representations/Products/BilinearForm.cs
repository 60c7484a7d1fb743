using Eqnn.Numbers;

namespace Eqnn.Algebra.Representations.Products;

/// <summary>One coordinate of a bilinear map, <c>factor · Σ c v_l w_k</c>, the first coefficient c being 1: the shortest way to write it.</summary>
public sealed class BilinearForm
{
    internal BilinearForm(Cyclotomic factor, IReadOnlyList<(int Left, int Right, Cyclotomic Coefficient)> terms)
    {
        Factor = factor;
        Terms = terms;
    }

    /// <summary>The factor in front; 0 for the form that is zero.</summary>
    public Cyclotomic Factor { get; }

    /// <summary>The terms that are not zero, by l and then by k, both from 0.</summary>
    public IReadOnlyList<(int Left, int Right, Cyclotomic Coefficient)> Terms { get; }
}
