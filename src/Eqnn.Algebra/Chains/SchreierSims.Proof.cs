using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Chains;

/// <content>The proof that the orbits found are those of the stabilisers: all Schreier generators sift out.</content>
internal sealed partial class SchreierSims
{
    /// <summary>Fewer Schreier generators than this are sifted as they are.</summary>
    private const long WorthThinning = 2_000;

    /// <summary>Fewer images than this are looked at in no time.</summary>
    private const long WorthBounding = 100_000_000;

    /// <summary>More images than this are not compared to see whether the generators of a level commute.</summary>
    private const long MostCompared = 1L << 30;

    /// <summary>From this degree on one representative is work enough to look at the token for.</summary>
    private const int LongImages = 4096;

    /// <summary>Sifts all Schreier generators, from the last level upwards; whatever is left over is added and its levels are done again. Ends because every addition enlarges an orbit or adds a level.</summary>
    private void Verify()
    {
        if (IsAtBound())
        {
            return;
        }

        if (ThinLevels() is { } thin && IsClosed(thin))
        {
            _levels.Clear();
            _levels.AddRange(thin);
            return;
        }

        var i = _levels.Count - 1;
        while (i >= 0)
        {
            if (FirstResidue(_levels, i) is { } residue)
            {
                // It lies below level i: start again at the bottom of what may have changed.
                AddStrongGenerator(residue, i + 1);
                i = _levels.Count - 1;
            }
            else
            {
                i--;
            }
        }
    }

    /// <summary>Whether the orbits multiply to what no group with these orbits and blocks exceeds: then nothing is missing. Asked where sifting would take long.</summary>
    private bool IsAtBound()
    {
        var steps = 0L;
        foreach (var level in _levels)
        {
            steps += (long)level.OrbitSize * level.GeneratorCount;
        }

        return steps * _levels.Count * _degree > WorthBounding
            && OrderBound.TryOf(_degree, [.. Enumerable.Range(0, _levels[0].GeneratorCount).Select(_levels[0].Generator)], _cancellationToken) == OrbitProduct();
    }

    /// <summary>
    /// The same orbits from few generators at each level: those of the next level are random Schreier generators of this one, so the groups H₀ ≥ H₁ ≥ … are nested by construction, and H₀ is the whole group. If then all Schreier generators
    /// sift out, the orbits are those of stabilisers, exactly. Null where the short lists do not give the orbits, or where there is nothing to save.
    /// </summary>
    private List<ChainLevel>? ThinLevels()
    {
        // Five generators at a level are what the short lists have, too.
        var checks = 0L;
        for (var i = 1; i < _levels.Count; i++)
        {
            checks += Math.Max(0, _levels[i].GeneratorCount - 5L) * _levels[i].OrbitSize;
        }

        if (checks < WorthThinning)
        {
            return null;
        }

        var thin = new List<ChainLevel>();
        var memory = new ChainMemory(MemoryBudget);
        var generators = new List<int[]>();
        for (var j = 0; j < _levels[0].GeneratorCount; j++)
        {
            generators.Add(_levels[0].Generator(j));
        }

        for (var i = 0; i < _levels.Count; i++)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var level = new ChainLevel(_degree, _levels[i].BasePoint, memory);
            foreach (var generator in generators)
            {
                level.AddGenerator(generator);
            }

            if (level.OrbitSize != _levels[i].OrbitSize)
            {
                return null;
            }

            thin.Add(level);
            if (i + 1 < _levels.Count && RandomSchreierGenerators(level, generators, _levels[i + 1]) is { } next)
            {
                generators = next;
            }
            else if (i + 1 < _levels.Count)
            {
                return null;
            }
        }

        return thin;
    }

    /// <summary>A few random elements of the stabiliser of the level's base point that have the same orbits as the next level's group, and two more.</summary>
    private List<int[]>? RandomSchreierGenerators(ChainLevel level, List<int[]> generators, ChainLevel next)
    {
        var all = new List<int[]>();
        for (var j = 0; j < next.GeneratorCount; j++)
        {
            all.Add(next.Generator(j));
        }

        var wanted = OrbitPartition.Count(_degree, all);
        var random = new ProductReplacement(_degree, generators);
        var found = new List<int[]>();
        var more = 2;
        for (var attempt = 0; attempt < 40 && more > 0; attempt++)
        {
            var g = random.Next();
            var place = level.PlaceOf(g[level.BasePoint]);
            level.StripFromLeft(place, g);
            var least = PermutationArrays.LeastMovedPoint(g);
            if (least < 0)
            {
                continue;
            }

            if (least < next.BasePoint)
            {
                return null;
            }

            if (found.Count > 0 && OrbitPartition.Count(_degree, found) == wanted)
            {
                more--;
            }

            found.Add(g);
        }

        return OrbitPartition.Count(_degree, found) == wanted ? found : null;
    }

    private bool IsClosed(List<ChainLevel> levels)
    {
        for (var i = levels.Count - 1; i >= 0; i--)
        {
            if (FirstResidue(levels, i) is not null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Generators of the stabiliser of the base point where the generators of the level commute: the words v with g^v fixing it are a lattice, of which one basis has for each generator the first power that carries the base point to a point
    /// that the earlier ones reach, and the word that leads back. Null where they do not commute, or are so many that the pairs are not worth looking at.
    /// </summary>
    private List<int[]>? StabilizerOfCommuting(ChainLevel level)
    {
        var count = level.GeneratorCount;
        if ((long)count * count * _degree > MostCompared)
        {
            return null;
        }

        for (var j = 0; j < count; j++)
        {
            for (var k = 0; k < j; k++)
            {
                if (!PermutationArrays.Commute(level.Generator(j), level.Generator(k)))
                {
                    return null;
                }
            }
        }

        // The point g_1^{v_1} ... g_j^{v_j} b stands at place v_1 + m_1 (v_2 + m_2 (...)), 0 <= v_i < m_i.
        var place = new int[_degree];
        Array.Fill(place, -1);
        place[level.BasePoint] = 0;
        var points = new List<int> { level.BasePoint };
        var orders = new int[count];
        var relations = new List<int[]>();
        for (var j = 0; j < count; j++)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var generator = level.Generator(j);
            var block = points.Count;
            orders[j] = 1;
            for (var image = generator[level.BasePoint]; place[image] < 0; image = generator[image])
            {
                for (var i = 0; i < block; i++)
                {
                    var next = generator[points[points.Count - block]];
                    place[next] = points.Count;
                    points.Add(next);
                }

                orders[j]++;
            }

            var word = PermutationArrays.Power(generator, orders[j]);
            var rest = place[word[level.BasePoint]];
            for (var i = 0; i < j; i++)
            {
                (rest, var digit) = Math.DivRem(rest, orders[i]);
                if (digit > 0)
                {
                    word = PermutationArrays.Product(PermutationArrays.Inverse(PermutationArrays.Power(level.Generator(i), digit)), word);
                }
            }

            relations.Add(word);
        }

        return relations;
    }

    /// <summary>What remains of the first Schreier generator of level i that does not sift out below; null if all do.</summary>
    private int[]? FirstResidue(List<ChainLevel> levels, int i)
    {
        var level = levels[i];
        if (StabilizerOfCommuting(level) is { } stabilizer)
        {
            return stabilizer.Find(word =>
            {
                Divide(levels, i + 1, word);
                return !PermutationArrays.IsIdentity(word);
            });
        }

        for (var j = 0; j < level.GeneratorCount; j++)
        {
            var generator = level.Generator(j);
            for (var place = 0; place < level.OrbitSize; place++)
            {
                if (_degree > LongImages || (place & 63) == 0)
                {
                    _cancellationToken.ThrowIfCancellationRequested();
                }

                if (level.IsTreeEdge(j, place))
                {
                    continue;
                }

                // u_{s(p)}⁻¹ s u_p
                var schreier = PermutationArrays.Product(generator, level.WrittenRepresentative(place) ?? level.Representative(place));
                level.StripFromLeft(level.PlaceOf(schreier[level.BasePoint]), schreier);
                Divide(levels, i + 1, schreier);
                if (!PermutationArrays.IsIdentity(schreier))
                {
                    return schreier;
                }
            }
        }

        return null;
    }
}
