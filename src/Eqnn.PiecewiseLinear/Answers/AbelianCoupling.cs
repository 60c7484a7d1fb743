using System.Numerics;
using Eqnn.PiecewiseLinear.Interaction;

namespace Eqnn.PiecewiseLinear.Answers;

/// <summary>Why one layer couples two simples of an abelian group.</summary>
public sealed class AbelianCoupling
{
    internal AbelianCoupling(CouplingCause cause, int degree, BigInteger lineOrder, BigInteger sum)
    {
        Cause = cause;
        Degree = degree;
        LineOrder = lineOrder;
        Sum = sum;
    }

    /// <summary>The part of the activation that couples.</summary>
    public CouplingCause Cause { get; }

    /// <summary>The degree of the monomial, where the cause is one.</summary>
    public int Degree { get; }

    /// <summary>The order of B, the stabiliser of the line.</summary>
    public BigInteger LineOrder { get; }

    /// <summary>The sum of the character of K over B, signed for an odd part.</summary>
    public BigInteger Sum { get; }
}
