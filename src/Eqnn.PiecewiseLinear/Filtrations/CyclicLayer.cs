using System.Numerics;
using Eqnn.Algebra.Representations.Abelian;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.PiecewiseLinear.Filtrations;

/// <summary>The invariant functions of one subgroup N of a cyclic group: a step of <see cref="CyclicFiltration"/>.</summary>
public sealed class CyclicLayer
{
    internal CyclicLayer(BigInteger order, BigInteger dimension, IReadOnlyList<AbelianKernelClass> classes, IReadOnlyList<KeyValuePair<BigInteger, BigInteger>> orbitLengths, Rational compression)
    {
        Order = order;
        Dimension = dimension;
        KernelClasses = classes;
        OrbitLengths = orbitLengths;
        Compression = compression;
    }

    /// <summary>|N|.</summary>
    public BigInteger Order { get; }

    /// <summary>dim V^N = |X/N|.</summary>
    public BigInteger Dimension { get; }

    /// <summary>The simples L with N ≤ ker L, in classes of one kernel: V^N is the sum of their components.</summary>
    public IReadOnlyList<AbelianKernelClass> KernelClasses { get; }

    /// <summary>The lengths of the orbits on X/N with their numbers, in the order of those on X.</summary>
    public IReadOnlyList<KeyValuePair<BigInteger, BigInteger>> OrbitLengths { get; }

    /// <summary>|X| / |X/N|.</summary>
    public Rational Compression { get; }
}
