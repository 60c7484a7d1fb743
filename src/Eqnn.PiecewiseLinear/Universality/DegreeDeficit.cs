namespace Eqnn.PiecewiseLinear.Universality;

/// <summary>A degree in which one hidden layer misses polynomials: of the invariant homogeneous polynomials of that degree it approximates only a subspace.</summary>
public sealed record DegreeDeficit
{
    internal DegreeDeficit(int degree, int reached, int all)
    {
        Degree = degree;
        Reached = reached;
        All = all;
    }

    /// <summary>The degree.</summary>
    public int Degree { get; }

    /// <summary>The dimension of the polynomials that lie in the closure of the networks.</summary>
    public int Reached { get; }

    /// <summary>The dimension of all: the Molien coefficient, for outputs Fun(Z) that of the equivariant polynomial maps.</summary>
    public int All { get; }
}
