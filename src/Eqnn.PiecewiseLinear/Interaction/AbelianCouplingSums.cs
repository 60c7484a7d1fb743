using System.Numerics;

namespace Eqnn.PiecewiseLinear.Interaction;

/// <summary>The numbers of Theorem 2 for two simples L, K of an abelian group. They are the same on every orbit on which L occurs.</summary>
public sealed record AbelianCouplingSums
{
    internal AbelianCouplingSums(BigInteger vectorOrder, BigInteger lineOrder, BigInteger evenSum, BigInteger oddSum, BigInteger orbits) =>
        (VectorOrder, LineOrder, EvenSum, OddSum, Orbits) = (vectorOrder, lineOrder, evenSum, oddSum, orbits);

    /// <summary>|A|, A the kernel of the character of L: what fixes the vector.</summary>
    public BigInteger VectorOrder { get; }

    /// <summary>|B|, B where the character of L is 1 or −1: what fixes the line.</summary>
    public BigInteger LineOrder { get; }

    /// <summary>Σ_B ψ_K: |B| dim K or 0.</summary>
    public BigInteger EvenSum { get; }

    /// <summary>Σ_B ε ψ_K: |B| dim K or 0.</summary>
    public BigInteger OddSum { get; }

    /// <summary>The number of orbits on which L occurs.</summary>
    public BigInteger Orbits { get; }
}
