namespace Eqnn.PiecewiseLinear.Universality;

/// <summary>A degree in which one hidden layer misses polynomials: of the invariant homogeneous polynomials of that degree it approximates only a subspace.</summary>
/// <param name="Degree">The degree.</param>
/// <param name="Reached">The dimension of the polynomials that lie in the closure of the networks.</param>
/// <param name="All">The dimension of all: the Molien coefficient, for outputs Fun(Z) that of the equivariant polynomial maps.</param>
public sealed record DegreeDeficit(int Degree, int Reached, int All);
