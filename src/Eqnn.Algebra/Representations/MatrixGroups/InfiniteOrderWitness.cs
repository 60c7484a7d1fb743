using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.Algebra.Representations.MatrixGroups;

/// <summary>A product of matrices that has infinite order, shown by the trace of one of its powers.</summary>
/// <remarks>
/// The eigenvalues of a matrix of finite order are n roots of unity. So the trace of each of its powers is an algebraic integer, no conjugate of it exceeds n in absolute value, and where it is n the power is the identity.
/// One power that breaks this proves infinite order. docs/theory.md#matrix-groups.
/// </remarks>
public sealed class InfiniteOrderWitness
{
    /// <summary>Powers looked at. Elements of finite order that have larger orders are no witnesses, whatever the bound.</summary>
    private const int MaxPower = 60;

    /// <summary>Random products looked at after generators and products of two.</summary>
    private const int RandomProducts = 24;

    private readonly IReadOnlyList<Matrix<Cyclotomic>> _generators;

    private InfiniteOrderWitness(IReadOnlyList<Matrix<Cyclotomic>> generators, IReadOnlyList<int> word, int power, Cyclotomic trace, string reason)
    {
        _generators = generators;
        Word = word;
        Power = power;
        Trace = trace;
        Reason = reason;
    }

    /// <summary>The product, by positions of generators from 0, multiplied from left to right.</summary>
    public IReadOnlyList<int> Word { get; }

    /// <summary>The power whose trace shows it.</summary>
    public int Power { get; }

    /// <summary>The trace of that power.</summary>
    public Cyclotomic Trace { get; }

    /// <summary>What a matrix of finite order would not do, in words.</summary>
    public string Reason { get; }

    /// <summary>Whether the trace shows infinite order: computed again from the generators.</summary>
    public bool Verify()
    {
        var power = Product(_generators, Word);
        var element = power;
        for (var k = 1; k < Power; k++)
        {
            power *= element;
        }

        return power.Trace == Trace && Obstruction(power) == Reason;
    }

    /// <summary>The product and its trace.</summary>
    public override string ToString() => FormattableString.Invariant($"({string.Join("*", Word.Select(i => FormattableString.Invariant($"g{i + 1}")))})^{Power} has trace {Trace}: {Reason}");

    internal static InfiniteOrderWitness? TryFind(IReadOnlyList<Matrix<Cyclotomic>> generators, CancellationToken cancellationToken)
    {
        foreach (var word in Words(generators.Count))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var element = Product(generators, word);
            var power = element;
            for (var k = 1; k <= MaxPower; k++)
            {
                if (Obstruction(power) is { } reason)
                {
                    return new InfiniteOrderWitness(generators, Array.AsReadOnly(word), k, power.Trace, reason);
                }

                if (IsIdentity(power))
                {
                    break;
                }

                power *= element;
            }
        }

        return null;
    }

    /// <summary>What shows that no power of a matrix of finite order is like this one; null if nothing does.</summary>
    private static string? Obstruction(Matrix<Cyclotomic> power)
    {
        var (trace, n) = (power.Trace, (Cyclotomic)power.RowCount);
        if (!trace.IsIntegral)
        {
            return "not an algebraic integer, so no sum of roots of unity";
        }

        if (trace == n && !IsIdentity(power))
        {
            return "as large as the dimension, and the power is not the identity";
        }

        return trace.GaloisConjugates().Any(conjugate => Cyclotomic.CompareReal(conjugate * conjugate.Conjugate(), n * n) > 0)
            ? "a conjugate of it exceeds the dimension in absolute value, so it is no sum of that many roots of unity" : null;
    }

    private static bool IsIdentity(Matrix<Cyclotomic> matrix) => matrix == Matrix<Cyclotomic>.Identity(matrix.RowCount);

    private static Matrix<Cyclotomic> Product(IReadOnlyList<Matrix<Cyclotomic>> generators, IReadOnlyList<int> word) => word.Skip(1).Aggregate(generators[word[0]], (product, i) => product * generators[i]);

    /// <summary>The generators, products of two, then longer ones of fixed seed.</summary>
    private static IEnumerable<int[]> Words(int count)
    {
        for (var i = 0; i < count; i++)
        {
            yield return [i];
        }

        var most = Math.Min(count, 12);
        for (var i = 0; i < most; i++)
        {
            for (var j = 0; j < i; j++)
            {
                yield return [i, j];
            }
        }

        var state = 1U;
        for (var i = 0; i < RandomProducts && count > 1; i++)
        {
            var word = new int[3 + (i % 6)];
            for (var j = 0; j < word.Length; j++)
            {
                // A linear congruence modulo 2^32: wrap-around is its arithmetic.
                state = unchecked((state * 1664525U) + 1013904223U);
                word[j] = (int)((state >> 16) % (uint)count);
            }

            yield return word;
        }
    }
}
