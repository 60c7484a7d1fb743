using System.Numerics;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.PiecewiseLinear.Separation;

/// <summary>A subspace of pairs (x, x′) of inputs that networks of a shape cannot tell apart although something else does, with an integer pair from it.</summary>
public sealed class UnseenPairs
{
    internal UnseenPairs(BigInteger[][] echelon, NetworkInput first, NetworkInput second, bool isSmallest)
    {
        Basis = Matrix<Rational>.FromRows(echelon.Select(row => row.Select(entry => new Rational(entry, 1))));
        (First, Second, IsSmallest) = (first, second, isSmallest);
    }

    /// <summary>A basis of the subspace by rows, in echelon form with integer entries: x, then x′.</summary>
    public Matrix<Rational> Basis { get; }

    /// <summary>x.</summary>
    public NetworkInput First { get; }

    /// <summary>x′.</summary>
    public NetworkInput Second { get; }

    /// <summary>Whether no pair of integers in the subspace that serves is smaller, by the largest absolute value, then by the sum of absolute values; else the search for it was cut short.</summary>
    public bool IsSmallest { get; }

    /// <summary>The dimension of the subspace.</summary>
    public int Dimension => Basis.RowCount;
}
