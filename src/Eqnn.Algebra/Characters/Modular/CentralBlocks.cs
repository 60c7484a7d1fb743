using Eqnn.Algebra.Characters.Rows;
using Eqnn.Numbers;
using Eqnn.Numbers.Modular;

namespace Eqnn.Algebra.Characters.Modular;

/// <summary>Class functions modulo a prime, split by the characters of a central element z of the largest order m: block s holds those with φ(zg) = ζ^s φ(g), ζ of order m.</summary>
/// <remarks>
/// <para>Every irreducible character lies in one block [Isaacs, Lemma 2.27], so the part of a generalised character in a block is one too, and parts in different blocks are orthogonal.</para>
/// <para>Galois conjugation g ↦ g^t takes block s to block ts, and the product with a character λ of degree 1 in block l takes it to block s + l: one block of each orbit tells all.</para>
/// </remarks>
internal sealed class CentralBlocks
{
    private readonly PrimeField _field;
    private readonly int _central;
    private readonly ulong[] _roots;
    private readonly int[] _translation;
    private readonly ulong _scale;

    /// <summary>Finds z and where it takes each class.</summary>
    public CentralBlocks(IClassAlgebra algebra, PrimeField field, ulong root, IReadOnlyList<ulong[]> linear, CancellationToken cancellationToken)
    {
        _field = field;
        _central = Enumerable.Range(0, algebra.ClassCount).Where(c => algebra.Sizes[c] == 1).MaxBy(algebra.Powers.ElementOrder);
        Count = algebra.Powers.ElementOrder(_central);
        _roots = ValuePool.RootTable(field, algebra.Exponent, root, Count);
        _scale = field.Inverse((ulong)Count);
        _translation = new int[algebra.ClassCount];
        for (var c = 0; c < _translation.Length; c++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _translation[c] = Count == 1 ? c : algebra.ProductWithCentral(_central, c);
        }

        // Of s the orbit under s ↦ ts and s ↦ s + (block of λ): the latter are the multiples of a divisor of m.
        var step = linear.Aggregate(Count, (divisor, lambda) => (int)NumberTheory.Gcd(divisor, Of(lambda)));
        Representatives = [.. Enumerable.Range(0, step).Where(s => Enumerable.Range(1, Count).All(t => NumberTheory.Gcd(t, Count) != 1 || (long)s * t % step >= s))];
    }

    /// <summary>The number m of blocks.</summary>
    public int Count { get; }

    /// <summary>The least block of each orbit of blocks under Galois conjugation and products with characters of degree 1, ascending.</summary>
    public IReadOnlyList<int> Representatives { get; }

    /// <summary>The block of an irreducible character.</summary>
    public int Of(ulong[] irreducible) => Array.FindIndex(_roots, zeta => _field.Multiply(irreducible[0], zeta) == irreducible[_central]);

    /// <summary>The part (1/m) Σ_j ζ^(-sj) φ(z^j g) of a class function in block s.</summary>
    public ulong[] Part(ulong[] function, int s)
    {
        if (Count == 1)
        {
            return (ulong[])function.Clone();
        }

        var part = new ulong[function.Length];
        for (var c = 0; c < part.Length; c++)
        {
            var (sum, at, power) = (0UL, c, 0);
            for (var j = 0; j < Count; j++)
            {
                sum = _field.Add(sum, _field.Multiply(_roots[power], function[at]));
                at = _translation[at];
                power -= s;
                power += power < 0 ? Count : 0;
            }

            part[c] = _field.Multiply(_scale, sum);
        }

        return part;
    }
}
