using System.Numerics;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Chains;

/// <summary>Builds stabiliser chains: a random fill with a fixed seed, then a deterministic proof that nothing is missing.</summary>
/// <remarks>
/// <para><b>Base.</b> Always the canonical one: the next base point is the least point moved by the stabiliser reached. So base, orbits and order of the numbering depend on the group only, not on its generators.</para>
/// <para><b>Proof.</b> Either the product of the orbit sizes reaches an order known by a theorem (it never exceeds the true order) or a bound (<see cref="OrderBound"/>), or every Schreier generator of every level is sifted to the identity ([Seress, §4.2]).</para>
/// </remarks>
internal sealed partial class SchreierSims
{
    /// <summary>Entries of representatives kept while building, and again in the finished chain.</summary>
    private const long MemoryBudget = 1L << 23;

    /// <summary>A proper subgroup misses a random element with probability at least 1/2: so many hits in a row say "probably complete", which <see cref="Verify"/> then proves or repairs.</summary>
    private const int QuietElements = 16;

    /// <summary>The same where the order is known and not reached.</summary>
    private const int PatientElements = 256;

    private readonly int _degree;
    private readonly List<int[]> _strong = [];
    private readonly List<int[]> _inverses = [];
    private readonly List<int> _leastMoved = [];
    private readonly List<ChainLevel> _levels = [];
    private readonly List<int[]> _needed = [];
    private readonly ChainMemory _memory = new(MemoryBudget);
    private readonly CancellationToken _cancellationToken;

    private SchreierSims(int degree, CancellationToken cancellationToken)
    {
        _degree = degree;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The finished levels of ⟨generators⟩. <paramref name="knownOrder"/> must be a theorem; a wrong one is noticed.</summary>
    public static ChainLevel[] Build(int degree, IReadOnlyList<int[]> generators, BigInteger? knownOrder, CancellationToken cancellationToken)
    {
        if (knownOrder is { } order)
        {
            ChainMemory.RequireChain(degree, order);
        }

        var builder = new SchreierSims(degree, cancellationToken);
        builder.Start(generators, knownOrder);
        if (knownOrder is null || builder.OrbitProduct() != knownOrder)
        {
            builder.Verify();
            if (knownOrder is { } claimed && builder.OrbitProduct() != claimed)
            {
                throw new CertificateException("the order known by theory", FormattableString.Invariant($"a group of degree {degree} and order {builder.OrbitProduct()}, claimed {claimed}"));
            }
        }

        return builder.FinishedLevels();
    }

    /// <summary>Whether the elements generate a group of at least this order; "no" may be wrong (seldom), "yes" never is.</summary>
    public static bool Reaches(int degree, IReadOnlyList<int[]> generators, BigInteger order, CancellationToken cancellationToken)
    {
        var builder = new SchreierSims(degree, cancellationToken);
        builder.Start(generators, order);
        return builder.OrbitProduct() >= order;
    }

    /// <summary>A part of the generators that generates the same group: none is a product that the chain of the earlier ones shows.</summary>
    public static List<int[]> Essential(int degree, IReadOnlyList<int[]> generators, BigInteger? knownOrder, CancellationToken cancellationToken = default)
    {
        try
        {
            ChainMemory.RequireChain(degree, knownOrder ?? BigInteger.One);
            return new SchreierSims(degree, cancellationToken).Start(generators, knownOrder);
        }
        catch (LimitExceededException)
        {
            // All of them generate the group, too.
            return [.. generators];
        }
    }

    /// <summary>A chain that grows, for closures: what it contains is in the group generated so far, what it does not contain may be.</summary>
    public static SchreierSims Growing(int degree, IReadOnlyList<int[]> generators, CancellationToken cancellationToken = default)
    {
        var builder = new SchreierSims(degree, cancellationToken);
        builder._needed.AddRange(builder.Start(generators, null));
        return builder;
    }

    /// <summary>Takes one more generator in, unless it is a product of representatives already.</summary>
    public bool TryGrow(int[] generator)
    {
        if (SiftsOut(generator))
        {
            return false;
        }

        AddStrongGenerator((int[])generator.Clone(), 0);
        _needed.Add(generator);
        Fill(_needed, null);
        return true;
    }

    /// <summary>The product of the orbit sizes, at most the order of the group generated.</summary>
    public BigInteger OrbitProduct()
    {
        var product = BigInteger.One;
        foreach (var level in _levels)
        {
            product *= level.OrbitSize;
        }

        return product;
    }

    private ChainLevel[] FinishedLevels()
    {
        var memory = new ChainMemory(MemoryBudget);
        var finished = new ChainLevel[_levels.Count];
        for (var i = 0; i < finished.Length; i++)
        {
            finished[i] = _levels[i].Finished(memory);
        }

        return finished;
    }

    /// <summary>Takes the generators in and fills the chain. Many generators are taken one by one, so that those which earlier ones generate are dropped: the proof counts generators.</summary>
    private List<int[]> Start(IReadOnlyList<int[]> generators, BigInteger? knownOrder)
    {
        var needed = new List<int[]>();
        foreach (var generator in generators)
        {
            if (generators.Count > 4)
            {
                if (needed.Count > 0 && SiftsOut(generator))
                {
                    continue;
                }

                AddStrongGenerator((int[])generator.Clone(), 0);
                needed.Add(generator);
                Fill(needed, knownOrder);
            }
            else
            {
                AddStrongGenerator((int[])generator.Clone(), 0);
                needed.Add(generator);
            }
        }

        // Where the order is known it says when to stop, and more elements cost less than a proof: products of many generators are far from random at first.
        Fill(needed, knownOrder, knownOrder is null ? QuietElements : PatientElements);
        return needed;
    }

    /// <summary>True only if g is a product of representatives.</summary>
    private bool SiftsOut(int[] g)
    {
        var rest = (int[])g.Clone();
        Divide(_levels, 0, rest);
        return PermutationArrays.IsIdentity(rest);
    }

    private void Fill(IReadOnlyList<int[]> generators, BigInteger? knownOrder, int most = QuietElements)
    {
        if (_levels.Count == 0 || (knownOrder is { } order && OrbitProduct() == order))
        {
            return;
        }

        var random = new ProductReplacement(_degree, generators);
        int[]? element = null;
        for (var quiet = 0; quiet < most;)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            random.Next(element ??= new int[_degree]);
            if (SiftOut(element, 0))
            {
                quiet++;
                continue;
            }

            // It is a strong generator now.
            element = null;
            quiet = 0;
            if (knownOrder is { } target && OrbitProduct() == target)
            {
                return;
            }
        }
    }

    /// <summary>Sifts g (which is overwritten) from a level on; a residue becomes a strong generator. True iff nothing was left.</summary>
    private bool SiftOut(int[] g, int from)
    {
        Divide(_levels, from, g);
        if (PermutationArrays.IsIdentity(g))
        {
            return true;
        }

        AddStrongGenerator(g, Math.Max(from, 1));
        return false;
    }

    /// <summary>Replaces g by what remains after dividing representatives off, from a level on. Stops where g leaves an orbit or moves a point in front of the next base point.</summary>
    private static void Divide(List<ChainLevel> levels, int from, int[] g)
    {
        var point = 0;
        for (var i = from; i < levels.Count; i++)
        {
            var level = levels[i];
            while (point < level.BasePoint && g[point] == point)
            {
                point++;
            }

            if (point < level.BasePoint)
            {
                return;
            }

            var place = level.PlaceOf(g[point]);
            if (place < 0)
            {
                return;
            }

            if (place > 0)
            {
                level.StripFromLeft(place, g);
            }
        }
    }

    /// <summary>Adds g to the levels from <paramref name="from"/> on whose base points it fixes, and one more; g lies in the groups of the earlier levels already.</summary>
    private void AddStrongGenerator(int[] g, int from)
    {
        var least = PermutationArrays.LeastMovedPoint(g);
        if (least < 0)
        {
            return;
        }

        _memory.Charge(2L * _degree);
        var inverse = PermutationArrays.Inverse(g);
        _strong.Add(g);
        _inverses.Add(inverse);
        _leastMoved.Add(least);
        var at = 0;
        while (at < _levels.Count && _levels[at].BasePoint < least)
        {
            if (at >= from)
            {
                _levels[at].AddGenerator(g, inverse);
            }

            at++;
        }

        if (at < _levels.Count && _levels[at].BasePoint == least)
        {
            _levels[at].AddGenerator(g, inverse);
            return;
        }

        var level = new ChainLevel(_degree, least, _memory);
        for (var i = 0; i < _strong.Count; i++)
        {
            if (_leastMoved[i] >= least)
            {
                level.AddGenerator(_strong[i], _inverses[i]);
            }
        }

        _levels.Insert(at, level);
    }
}
