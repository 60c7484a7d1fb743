using System.Numerics;

namespace Eqnn.Algebra.Groups;

/// <summary>Builds stabiliser chains: a random fill with a fixed seed, then a deterministic proof that nothing is missing.</summary>
/// <remarks>
/// <para><b>Base.</b> Always the canonical one: the next base point is the least point moved by the stabiliser reached. So base, orbits and order of the numbering depend on the group only, not on its generators.</para>
/// <para><b>Proof.</b> Either the product of the orbit sizes reaches an order known by a theorem (it never exceeds the true order), or every Schreier generator of every level is sifted to the identity ([Seress, §4.2]).</para>
/// </remarks>
internal sealed class SchreierSims
{
    /// <summary>Entries of representatives kept while building, and again in the finished chain.</summary>
    private const long MemoryBudget = 1L << 23;

    private readonly int _degree;
    private readonly List<int[]> _strong = [];
    private readonly List<int> _leastMoved = [];
    private readonly List<ChainLevel> _levels = [];
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
        var builder = new SchreierSims(degree, cancellationToken);
        foreach (var generator in generators)
        {
            builder.AddStrongGenerator((int[])generator.Clone(), 0);
        }

        builder.Fill(generators, knownOrder);
        if (knownOrder is null || builder.OrbitProduct() != knownOrder)
        {
            builder.Verify();
            if (knownOrder is { } claimed && builder.OrbitProduct() != claimed)
            {
                throw new CertificateException("the order known by theory", FormattableString.Invariant($"a group of degree {degree} and order {builder.OrbitProduct()}, claimed {claimed}"));
            }
        }

        var memory = new ChainMemory(MemoryBudget);
        var finished = new ChainLevel[builder._levels.Count];
        for (var i = 0; i < finished.Length; i++)
        {
            finished[i] = builder._levels[i].Finished(memory);
        }

        return finished;
    }

    /// <summary>Whether the elements generate a group of at least this order; "no" may be wrong (seldom), "yes" never is.</summary>
    public static bool Reaches(int degree, IReadOnlyList<int[]> generators, BigInteger order, CancellationToken cancellationToken)
    {
        var builder = new SchreierSims(degree, cancellationToken);
        foreach (var generator in generators)
        {
            builder.AddStrongGenerator((int[])generator.Clone(), 0);
        }

        builder.Fill(generators, order);
        return builder.OrbitProduct() >= order;
    }

    private BigInteger OrbitProduct()
    {
        var product = BigInteger.One;
        foreach (var level in _levels)
        {
            product *= level.OrbitSize;
        }

        return product;
    }

    private void Fill(IReadOnlyList<int[]> generators, BigInteger? knownOrder)
    {
        if (_levels.Count == 0 || (knownOrder is { } order && OrbitProduct() == order))
        {
            return;
        }

        var random = new ProductReplacement(_degree, generators);
        // A proper subgroup misses a random element with probability at least 1/2: sixteen hits in a row say "probably complete", which Verify then proves or repairs.
        for (var quiet = 0; quiet < 16;)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (SiftOut(random.Next(), 0))
            {
                quiet++;
                continue;
            }

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
        var point = 0;
        for (var i = from; i < _levels.Count; i++)
        {
            var level = _levels[i];
            while (point < level.BasePoint && g[point] == point)
            {
                point++;
            }

            if (point < level.BasePoint)
            {
                break;
            }

            var place = level.PlaceOf(g[point]);
            if (place < 0)
            {
                break;
            }

            if (place > 0)
            {
                level.StripFromLeft(place, g);
            }
        }

        if (PermutationArrays.IsIdentity(g))
        {
            return true;
        }

        AddStrongGenerator(g, Math.Max(from, 1));
        return false;
    }

    /// <summary>Adds g to the levels from <paramref name="from"/> on whose base points it fixes, and one more; g lies in the groups of the earlier levels already.</summary>
    private void AddStrongGenerator(int[] g, int from)
    {
        var least = PermutationArrays.LeastMovedPoint(g);
        if (least < 0)
        {
            return;
        }

        _strong.Add(g);
        _leastMoved.Add(least);
        var at = 0;
        while (at < _levels.Count && _levels[at].BasePoint < least)
        {
            if (at >= from)
            {
                _levels[at].AddGenerator(g);
            }

            at++;
        }

        if (at < _levels.Count && _levels[at].BasePoint == least)
        {
            _levels[at].AddGenerator(g);
            return;
        }

        var level = new ChainLevel(_degree, least, _memory);
        for (var i = 0; i < _strong.Count; i++)
        {
            if (_leastMoved[i] >= least)
            {
                level.AddGenerator(_strong[i]);
            }
        }

        _levels.Insert(at, level);
    }

    /// <summary>Sifts all Schreier generators, from the last level upwards; whatever is left over is added and its levels are done again. Ends because every addition enlarges an orbit or adds a level.</summary>
    private void Verify()
    {
        // Deep trees make long words: cheap to flatten, expensive to walk.
        foreach (var level in _levels)
        {
            level.Flatten();
        }

        var i = _levels.Count - 1;
        while (i >= 0)
        {
            if (LevelIsClosed(i))
            {
                i--;
            }
            else
            {
                // The residue lies below level i: restart at the bottom of what may have changed.
                i = _levels.Count - 1;
            }
        }
    }

    private bool LevelIsClosed(int i)
    {
        var level = _levels[i];
        for (var label = 0; label < level.GeneratorCount; label++)
        {
            var generator = level.Generator(label);
            for (var place = 0; place < level.OrbitSize; place++)
            {
                if ((place & 63) == 0)
                {
                    _cancellationToken.ThrowIfCancellationRequested();
                }

                if (level.IsTreeEdge(label, place))
                {
                    continue;
                }

                // u_{s(p)}⁻¹ s u_p
                var schreier = PermutationArrays.Product(generator, level.WrittenRepresentative(place) ?? level.Representative(place));
                level.StripFromLeft(level.PlaceOf(schreier[level.BasePoint]), schreier);
                if (!SiftOut(schreier, i + 1))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
