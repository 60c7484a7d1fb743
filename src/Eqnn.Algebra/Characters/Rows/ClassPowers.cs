using Eqnn.Numbers;

namespace Eqnn.Algebra.Characters.Rows;

/// <summary>The power maps of the conjugacy classes of a group, through one list for every class of cyclic subgroups.</summary>
/// <remarks>
/// Two classes are <em>Galois conjugate</em> if they generate conjugate cyclic subgroups: c' = c^t with t prime to the element order. Each such orbit has a leader (its first class) with
/// the list of the classes of all powers; every other class c = leader^t reads its powers from there.
/// </remarks>
internal sealed class ClassPowers
{
    private readonly int[] _leader;
    private readonly int[] _shift;
    private readonly int[][] _powersOfLeader;
    private readonly int[] _orbitSize;

    private ClassPowers(int[] leader, int[] shift, int[][] powersOfLeader)
    {
        _leader = leader;
        _shift = shift;
        _powersOfLeader = powersOfLeader;
        _orbitSize = new int[leader.Length];
        foreach (var first in leader)
        {
            _orbitSize[first]++;
        }
    }

    /// <summary>The number of classes.</summary>
    public int ClassCount => _leader.Length;

    /// <summary>Builds the maps from the lists of powers of representatives.</summary>
    /// <param name="classCount">The number of classes.</param>
    /// <param name="powersOf">For a class, the classes of g^0, g^1, ..., g^(o-1) for its representative g of order o; asked once per orbit.</param>
    public static ClassPowers Of(int classCount, Func<int, int[]> powersOf)
    {
        var leader = new int[classCount];
        Array.Fill(leader, -1);
        var shift = new int[classCount];
        var powers = new int[classCount][];
        for (var c = 0; c < classCount; c++)
        {
            if (leader[c] >= 0)
            {
                continue;
            }

            powers[c] = powersOf(c);
            for (var t = 0; t < powers[c].Length; t++)
            {
                var d = powers[c][t];
                if (leader[d] < 0 && NumberTheory.Gcd(t, powers[c].Length) == 1)
                {
                    leader[d] = c;
                    shift[d] = t;
                }
            }

            // A class is its own leader through t = 1, also where the trivial group has only t = 0.
            leader[c] = c;
            shift[c] = 1;
        }

        return new ClassPowers(leader, shift, powers);
    }

    /// <summary>The order of the elements of a class.</summary>
    public int ElementOrder(int c) => _powersOfLeader[_leader[c]].Length;

    /// <summary>The first class in the Galois orbit of c.</summary>
    public int Leader(int c) => _leader[c];

    /// <summary>The number of classes in the Galois orbit of c.</summary>
    public int OrbitSize(int c) => _orbitSize[_leader[c]];

    /// <summary>A number t prime to the element order with c = Leader(c)^t.</summary>
    public int Shift(int c) => _shift[c];

    /// <summary>The class of the k-th powers of the elements of class c, for any integer k.</summary>
    public int Power(int c, long k)
    {
        var powers = _powersOfLeader[_leader[c]];
        var reduced = k % powers.Length;
        return powers[(int)((reduced < 0 ? reduced + powers.Length : reduced) * _shift[c] % powers.Length)];
    }

    /// <summary>The class of the inverses.</summary>
    public int Inverse(int c) => Power(c, -1);

    /// <summary>The permutation of the classes by c ↦ c^k.</summary>
    public int[] Map(long k)
    {
        var map = new int[ClassCount];
        for (var c = 0; c < map.Length; c++)
        {
            map[c] = Power(c, k);
        }

        return map;
    }

    /// <summary>Numbers prime to <paramref name="exponent"/> whose classes generate the units modulo it: for each prime power in it a generator (for powers of 2: -1 and 5), 1 modulo the others.</summary>
    public static IReadOnlyList<long> UnitGenerators(long exponent)
    {
        var generators = new List<long>();
        foreach (var q in NumberTheory.PrimeFactors(exponent))
        {
            var power = q;
            while (exponent / power % q == 0)
            {
                power *= q;
            }

            var rest = exponent / power;
            if (q == 2)
            {
                if (power >= 4)
                {
                    generators.Add(Combine(power - 1, power, rest));
                }

                if (power >= 8)
                {
                    generators.Add(Combine(5, power, rest));
                }
            }
            else
            {
                generators.Add(Combine(NumberTheory.PrimitiveRoot(power), power, rest));
            }
        }

        return generators;
    }

    private static long Combine(long value, long power, long rest)
    {
        // The number congruent to value modulo power and to 1 modulo rest: value + power·x with power·x ≡ 1 - value.
        var x = rest == 1 ? 0 : (long)(NumberTheory.Mod(1 - value, rest) * (Int128)NumberTheory.ModInverse(power, rest) % rest);
        return value + (power * x);
    }
}
