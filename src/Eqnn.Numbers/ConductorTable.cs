using System.Collections.Concurrent;

namespace Eqnn.Numbers;

/// <summary>What is needed of one cyclotomic field Q(ζ_n), n not 2 modulo 4: its Zumbroich basis and how other powers of ζ_n are written in it.</summary>
/// <remarks>
/// <para>Write i modulo n by its residues t_q, i = Σ t_q · n/q^k over the prime powers q^k exactly dividing n. The basis consists of the ζ^i whose every t_q is good:
/// for q = 2 the good ones are 0 ≤ t &lt; 2^(k-1); for odd q they are those not congruent to a number of absolute value at most (q^(k-1) - 1)/2.</para>
/// <para>A bad residue of 2 is replaced by ζ^i = -ζ^(i+n/2), one of an odd q by ζ^i = -Σ_{j=1}^{q-1} ζ^(i+jn/q); the steps for different primes do not disturb each other.
/// Every basis element receives from at most one bad power per prime, so a step at most doubles the largest absolute coefficient.</para>
/// <para>Source: [Breuer1997]; this is the basis that GAP prints.</para>
/// </remarks>
internal sealed class ConductorTable
{
    /// <summary>The largest conductor handled, GAP's default as well.</summary>
    public const int LargestConductor = 1_000_000;

    private const int LargestCached = 4096;
    private const int LargestCachedCount = 64;

    private static readonly ConductorTable?[] Small = new ConductorTable?[LargestCached + 1];
    private static readonly ConcurrentDictionary<int, ConductorTable> Large = new();

    private readonly Lazy<IReadOnlyList<GaloisStep>> _steps;

    private ConductorTable(int n)
    {
        Conductor = n;
        Primes = [.. NumberTheory.Factor(n).Select(f => new PrimePart(n, (int)f.Prime, f.Exponent))];
        var bad = new bool[n];
        foreach (var part in Primes)
        {
            foreach (var i in part.BadExponents)
            {
                bad[i] = true;
            }
        }

        Basis = [.. Enumerable.Range(0, n).Where(i => !bad[i])];
        var area = new long[n];
        area[0] = 1;
        CyclotomicKernel<long>.ToBasis(area, this);
        (OneExponents, OneCoefficients) = CyclotomicKernel<long>.Collect(area, this);
        _steps = new Lazy<IReadOnlyList<GaloisStep>>(() => GaloisStep.ChainOf(this));
    }

    /// <summary>n.</summary>
    public int Conductor { get; }

    /// <summary>The prime powers of n, primes ascending.</summary>
    public PrimePart[] Primes { get; }

    /// <summary>The exponents of the basis, ascending; their number is φ(n).</summary>
    public int[] Basis { get; }

    /// <summary>The exponents of the number 1 in the basis.</summary>
    public int[] OneExponents { get; }

    /// <summary>The coefficients of the number 1 in the basis, all 1 or -1.</summary>
    public long[] OneCoefficients { get; }

    /// <summary>Automorphisms that climb from the trivial group to the whole Galois group by prime steps.</summary>
    public IReadOnlyList<GaloisStep> GaloisChain => _steps.Value;

    /// <summary>The table of a conductor that is not 2 modulo 4.</summary>
    /// <exception cref="LimitExceededException">The conductor is larger than <see cref="LargestConductor"/>.</exception>
    public static ConductorTable Of(int n)
    {
        // Publish once: two threads may build the same table, they are equal and either may win.
        if (n <= LargestCached)
        {
            return Volatile.Read(ref Small[n]) ?? Interlocked.CompareExchange(ref Small[n], new ConductorTable(n), null) ?? Small[n]!;
        }

        CheckConductor(n);
        if (Large.TryGetValue(n, out var known))
        {
            return known;
        }

        if (Large.Count >= LargestCachedCount)
        {
            Large.Clear();
        }

        return Large.GetOrAdd(n, static m => new ConductorTable(m));
    }

    /// <summary>The conductor of the smallest cyclotomic field that holds both fields.</summary>
    public static int CommonConductor(int m, int n)
    {
        if (m == n)
        {
            return m;
        }

        var common = NumberTheory.Lcm(m, n);
        CheckConductor(common);
        return (int)common;
    }

    /// <summary>Refuses conductors beyond the limit.</summary>
    public static void CheckConductor(long n)
    {
        if (n > LargestConductor)
        {
            throw new LimitExceededException("the conductor of a cyclotomic number", LargestConductor, n.ToString(System.Globalization.CultureInfo.InvariantCulture),
                "use numbers of smaller conductor, this limit is fixed");
        }
    }
}
