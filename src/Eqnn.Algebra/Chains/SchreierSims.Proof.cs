using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Chains;

/// <content>The proof that the orbits found are those of the stabilisers: all Schreier generators sift out.</content>
internal sealed partial class SchreierSims
{
    /// <summary>Fewer Schreier generators than this are sifted as they are.</summary>
    private const long WorthThinning = 2_000;

    /// <summary>Sifts all Schreier generators, from the last level upwards; whatever is left over is added and its levels are done again. Ends because every addition enlarges an orbit or adds a level.</summary>
    private void Verify()
    {
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

    /// <summary>True if the level's group is abelian and moves no point outside the orbit: then what fixes one point of it fixes all, and every Schreier generator is 1.</summary>
    private bool IsRegularByCommuting(ChainLevel level)
    {
        for (var j = 0; j < level.GeneratorCount; j++)
        {
            var generator = level.Generator(j);
            for (var k = 0; k < j; k++)
            {
                if (!PermutationArrays.Commute(generator, level.Generator(k)))
                {
                    return false;
                }
            }

            for (var x = 0; x < _degree; x++)
            {
                if (generator[x] != x && level.PlaceOf(x) < 0)
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>What remains of the first Schreier generator of level i that does not sift out below; null if all do.</summary>
    private int[]? FirstResidue(List<ChainLevel> levels, int i)
    {
        var level = levels[i];
        if (IsRegularByCommuting(level))
        {
            return null;
        }

        for (var j = 0; j < level.GeneratorCount; j++)
        {
            var generator = level.Generator(j);
            for (var place = 0; place < level.OrbitSize; place++)
            {
                if ((place & 63) == 0)
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
