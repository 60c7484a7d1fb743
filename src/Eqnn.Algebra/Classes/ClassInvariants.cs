using Eqnn.Algebra.Chains;

namespace Eqnn.Algebra.Classes;

/// <summary>Numbers that conjugate elements share: cheap, and enough to tell most classes apart.</summary>
/// <remarks>
/// <para>Summed over all points x: the length of the cycle of x, the orbit of x and, where the group has more than two orbits on pairs of points (and the degree is at most <see cref="MaxPairDegree"/>), the orbits of the pairs (x, g^j x)
/// for all j. The number is a hash: elements with different numbers are not conjugate; equal numbers say nothing.</para>
/// </remarks>
internal sealed class ClassInvariants
{
    /// <summary>A table of degree² entries is kept.</summary>
    private const int MaxPairDegree = 1024;

    private readonly int[] _orbitOf;
    private readonly int[]? _pairOrbits;
    private readonly int _degree;

    public ClassInvariants(StabilizerNode group, int degree)
    {
        _degree = degree;
        _orbitOf = group.Least;
        if (degree <= MaxPairDegree)
        {
            _pairOrbits = PairOrbits(group, degree);
        }
    }

    /// <summary>The number of an element.</summary>
    public ulong Of(int[] g)
    {
        // Wraps around on purpose.
        unchecked
        {
            Span<int> cycle = _degree <= MaxPairDegree ? stackalloc int[_degree] : new int[_degree];
            Span<bool> seen = _degree <= MaxPairDegree ? stackalloc bool[_degree] : new bool[_degree];
            seen.Clear();
            var sum = 0UL;
            for (var x = 0; x < g.Length; x++)
            {
                if (seen[x])
                {
                    continue;
                }

                var length = 0;
                for (var y = x; !seen[y]; y = g[y])
                {
                    seen[y] = true;
                    cycle[length++] = y;
                }

                if (_pairOrbits is null || length == 1)
                {
                    sum += Mixed(((ulong)length << 32) | (uint)_orbitOf[x]) * (ulong)length;
                    continue;
                }

                for (var i = 0; i < length; i++)
                {
                    var row = cycle[i] * _degree;
                    var hash = (ulong)length;
                    // j up to half the length: (x, g^-j x) is the reverse of a pair met elsewhere on the cycle.
                    for (int j = 1, at = i; 2 * j <= length; j++)
                    {
                        at = at + 1 == length ? 0 : at + 1;
                        hash = (hash + (ulong)_pairOrbits[row + cycle[at]]) * 0x9E3779B97F4A7C15UL;
                        hash ^= hash >> 31;
                    }

                    sum += Mixed(hash);
                }
            }

            return sum;
        }
    }

    private static ulong Mixed(ulong x)
    {
        unchecked
        {
            x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
            x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
            return x ^ (x >> 31);
        }
    }

    /// <summary>The number of the orbit of each pair; null where pairs say no more than their points.</summary>
    private static int[]? PairOrbits(StabilizerNode group, int degree)
    {
        var orbits = new int[degree * degree];
        Array.Fill(orbits, -1);
        var count = 0;
        var pointOrbits = 0;
        var queue = new int[degree * degree];
        for (var x = 0; x < degree; x++)
        {
            if (group.Least[x] != x)
            {
                continue;
            }

            pointOrbits++;
            for (var y = 0; y < degree; y++)
            {
                if (orbits[(x * degree) + y] >= 0)
                {
                    continue;
                }

                var size = 1;
                queue[0] = (x * degree) + y;
                orbits[queue[0]] = count;
                for (var i = 0; i < size; i++)
                {
                    var (a, b) = Math.DivRem(queue[i], degree);
                    foreach (var generator in group.Generators)
                    {
                        var image = (generator[a] * degree) + generator[b];
                        if (orbits[image] < 0)
                        {
                            orbits[image] = count;
                            queue[size++] = image;
                        }
                    }
                }

                count++;
            }
        }

        return count == pointOrbits * (pointOrbits + 1) ? null : orbits;
    }
}
