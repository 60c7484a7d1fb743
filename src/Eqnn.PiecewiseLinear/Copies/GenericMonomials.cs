using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Copies;

/// <summary>For almost every copy of L in <c>Fun(G/U)</c>: to which simples K a monomial t^k couples it.</summary>
/// <remarks>
/// The copy of u in <c>L^U</c> couples to K iff <c>q(u) = Σ_g ⟨g u, u⟩^k ψ_K(g) ≠ 0</c>, a polynomial of degree 2k in the m coordinates of u. It is not the zero polynomial iff it is not 0 at one point of the grid {0, ..., 2k}^m, and then almost every u couples.
/// </remarks>
internal sealed class GenericMonomials
{
    /// <summary>The most products of group elements and grid points.</summary>
    public const long MaxWork = 1_000_000;

    private readonly List<(Cyclotomic[,] Form, int ClassPosition)> _elements;
    private readonly int _dimension;
    private readonly CancellationToken _cancellationToken;

    private GenericMonomials(List<(Cyclotomic[,] Form, int ClassPosition)> elements, int dimension, CancellationToken cancellationToken) => (_elements, _dimension, _cancellationToken) = (elements, dimension, cancellationToken);

    /// <summary>Prepares the forms <c>⟨g u, u⟩</c> of all elements.</summary>
    /// <exception cref="ArgumentException">No exact matrices of L were found.</exception>
    /// <exception cref="LimitExceededException">The grid for the largest degree times the order of the group is above <see cref="MaxWork"/>.</exception>
    public static GenericMonomials Of(IsotypicDecomposition cosets, SimpleRepresentation source, int degree, CancellationToken cancellationToken)
    {
        var group = cosets.Table.Group;
        var dimension = (int)(cosets.Multiplicity(source) * source.EndomorphismDimension);
        var work = group.Order * BigInteger.Pow((2 * degree) + 1, dimension);
        if (work > MaxWork)
        {
            throw new LimitExceededException("elements times grid points for a power on a generic copy", MaxWork, $"{work}", "not adjustable; take a smaller degree or a larger symmetry");
        }

        var copy = SimpleCopy.TryFind(cosets, source, cancellationToken: cancellationToken) ?? throw new ArgumentException($"no exact matrices of {source.Label} were found");
        var basis = copy.FixedBy(cosets.Set.Orbits[0].Stabilizer.Generators).Basis;
        var duals = basis.Select(vector => copy.Gram * vector).ToList();
        var elements = new List<(Cyclotomic[,], int)>();
        foreach (var g in group.EnumerateElements())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var images = basis.Select(vector => copy.MatrixOf(g) * vector).ToList();
            var form = new Cyclotomic[basis.Count, basis.Count];
            for (var i = 0; i < basis.Count; i++)
            {
                for (var j = 0; j < basis.Count; j++)
                {
                    form[i, j] = images[i].Dot(duals[j]);
                }
            }

            elements.Add((form, group.ClassPositionOf(g)));
        }

        return new(elements, basis.Count, cancellationToken);
    }

    /// <summary>Whether almost every copy couples to K by t^k, k ≥ 2.</summary>
    public bool Couples(SimpleRepresentation target, int degree)
    {
        var point = new int[_dimension];
        do
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var sum = Cyclotomic.Zero;
            foreach (var (form, position) in _elements)
            {
                var value = Cyclotomic.Zero;
                for (var i = 0; i < _dimension; i++)
                {
                    for (var j = 0; j < _dimension; j++)
                    {
                        value += form[i, j] * (Rational)(point[i] * point[j]);
                    }
                }

                sum += Cyclotomic.Pow(value, degree) * target.Character[position];
            }

            if (!sum.IsZero)
            {
                return true;
            }
        }
        while (Next(point, 2 * degree));

        return false;
    }

    private static bool Next(int[] point, int most)
    {
        for (var i = 0; i < point.Length; i++)
        {
            if (point[i] < most)
            {
                point[i]++;
                return true;
            }

            point[i] = 0;
        }

        return false;
    }
}
