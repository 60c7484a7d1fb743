using System.Numerics;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Refinement;

/// <summary>Exact functions as columns of machine integers such that two sums of values are equal iff the sums of all columns are, modulo the modulus of the column where it has one.</summary>
/// <remarks>
/// <para>The coefficients of a number in a basis of one cyclotomic field, times a common denominator, are integers. Where sums could exceed 64 bits they are taken modulo primes whose product exceeds twice every sum.</para>
/// </remarks>
internal sealed class IntegerChannels
{
    private IntegerChannels(long[][][] values, long[] moduli)
    {
        Values = values;
        Moduli = moduli;
    }

    /// <summary>For each copy and column the value at each point.</summary>
    public long[][][] Values { get; }

    /// <summary>For each column its modulus, 0 where there is none.</summary>
    public long[] Moduli { get; }

    /// <summary>The columns of copies with equally many channels on equally many points.</summary>
    public static IntegerChannels Of(IReadOnlyList<IReadOnlyList<IReadOnlyList<Cyclotomic>>> copies)
    {
        var columns = new List<long[][]>();
        var moduli = new List<long>();
        for (var channel = 0; channel < copies[0].Count; channel++)
        {
            var values = copies.Select(copy => copy[channel]).ToArray();
            var conductor = 1;
            foreach (var value in values.SelectMany(copy => copy))
            {
                conductor = (int)NumberTheory.Lcm(conductor, value.Conductor);
            }

            IEnumerable<Rational[][]> bases = conductor == 1 ? [Array.ConvertAll(values, copy => copy.Select(value => value.ToRational()).ToArray())] : Coefficients(values, conductor);
            foreach (var column in bases)
            {
                Add(column, columns, moduli);
            }
        }

        return new([.. copies.Select((_, c) => columns.Select(column => column[c]).ToArray())], [.. moduli]);
    }

    /// <summary>The sum, brought into the form in which equal sums are equal numbers.</summary>
    public long Reduce(int column, long sum) => Moduli[column] == 0 ? sum : ((sum % Moduli[column]) + Moduli[column]) % Moduli[column];

    private static IEnumerable<Rational[][]> Coefficients(IReadOnlyList<Cyclotomic>[] values, int conductor)
    {
        var field = new CommonField(conductor);
        var coefficients = Array.ConvertAll(values, copy => copy.Select(field.CoefficientsOf).ToArray());
        return Enumerable.Range(0, field.Degree).Select(k => Array.ConvertAll(coefficients, copy => Array.ConvertAll(copy, number => number[k]))).Where(column => column.Any(copy => copy.Any(value => !value.IsZero)));
    }

    private static void Add(Rational[][] column, List<long[][]> columns, List<long> moduli)
    {
        var denominator = column.SelectMany(copy => copy).Aggregate(BigInteger.One, (lcm, value) => value.IsInteger ? lcm : lcm / BigInteger.GreatestCommonDivisor(lcm, value.Denominator) * value.Denominator);
        var integers = column.Select(copy => copy.Select(value => value.Numerator * (denominator / value.Denominator)).ToArray()).ToArray();
        var bound = integers.Max(copy => copy.Length == 0 ? 0 : copy.Max(value => BigInteger.Abs(value)) * copy.Length);
        if (bound < long.MaxValue)
        {
            columns.Add([.. integers.Select(copy => copy.Select(value => (long)value).ToArray())]);
            moduli.Add(0);
            return;
        }

        // Residues below 2^31 of at most 2^31 points sum to less than 2^62.
        var product = BigInteger.One;
        for (long prime = (1L << 31) - 1; product <= 2 * bound; prime -= 2)
        {
            if (NumberTheory.IsPrime(prime))
            {
                var p = prime;
                columns.Add([.. integers.Select(copy => copy.Select(value => (long)(((value % p) + p) % p)).ToArray())]);
                moduli.Add(p);
                product *= p;
            }
        }
    }
}
