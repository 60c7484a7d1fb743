using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Representations.Abelian;

/// <summary>All simples of an abelian group with one kernel, that is of the characters that generate one cyclic group: φ(m)/2 of them for m > 2, else one. They occur equally often in every permutation representation.</summary>
public sealed class AbelianKernelClass
{
    private readonly IEnumerable<AbelianSimple> _simples;

    internal AbelianKernelClass(AbelianSimple first, BigInteger simpleCount, BigInteger multiplicity, IEnumerable<AbelianSimple> simples)
    {
        First = first;
        SimpleCount = simpleCount;
        Multiplicity = multiplicity;
        _simples = simples;
    }

    /// <summary>The first of them in the order of <see cref="AbelianDecomposition.EnumerateComponents"/>.</summary>
    public AbelianSimple First { get; }

    /// <summary>How many there are.</summary>
    public BigInteger SimpleCount { get; }

    /// <summary>How often each occurs.</summary>
    public BigInteger Multiplicity { get; }

    /// <summary>The order of the image of the group.</summary>
    public BigInteger ImageOrder => First.ImageOrder;

    /// <summary>R or C.</summary>
    public SimpleType Type => First.Type;

    /// <summary>The simples, in order; lazy.</summary>
    public IEnumerable<AbelianSimple> EnumerateSimples() => _simples;

    /// <summary>Label of the first, order of the image and number.</summary>
    public override string ToString() => FormattableString.Invariant($"{SimpleCount} simples as {First.Label}, image of order {ImageOrder}");
}
