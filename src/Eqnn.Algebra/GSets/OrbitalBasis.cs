using System.Diagnostics;
using System.Numerics;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.GSets;

/// <summary>The basis of <c>Hom_G(Fun X, Fun Y)</c> by the 0/1 matrices of the G-orbits on Y × X, the orbitals.</summary>
/// <remarks>
/// <para><b>Order.</b> By the orbit of X, then by the least point y with (y, x) in the orbital, x the base point.</para>
/// <para><b>Source.</b> [GTW, §2]; docs/theory.md#orbitals.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class OrbitalBasis
{
    /// <summary>The largest number of entries of a matrix that is written out.</summary>
    public const long MaxMatrixEntries = 4_000_000;

    /// <summary>The largest number of orbitals that are listed.</summary>
    private const long MaxOrbitals = 4_000_000;

    /// <summary>Pairs of an orbit of X and a point of Y, of which each has its number.</summary>
    private const long MaxEntries = 100_000_000;

    /// <summary>Up to so many steps from pair to pair no stabiliser is asked for.</summary>
    private const long ShortWalk = 200_000_000;

    /// <summary>Pairs of one orbit of X with Y that are looked at together.</summary>
    private const long MaxPairsAtOnce = 4_000_000;

    /// <summary>For each orbit of X the orbital of (y, base point), for each y.</summary>
    private readonly int[][] _orbitalOf;
    private readonly int[] _orbitOfSource;

    private OrbitalBasis(GSet source, GSet target, IReadOnlyList<Orbital> orbitals, int[][] orbitalOf, int[] orbitOfSource)
    {
        Source = source;
        Target = target;
        Orbitals = orbitals;
        _orbitalOf = orbitalOf;
        _orbitOfSource = orbitOfSource;
    }

    /// <summary>The set X.</summary>
    public GSet Source { get; }

    /// <summary>The set Y.</summary>
    public GSet Target { get; }

    /// <summary>The orbitals; their number is the dimension of <c>Hom_G(Fun X, Fun Y)</c>.</summary>
    public IReadOnlyList<Orbital> Orbitals { get; }

    /// <summary>The dimension of <c>Hom_G(Fun X, Fun Y)</c> by characters, <c>⟨π_X, π_Y⟩</c>; no pair is listed.</summary>
    /// <exception cref="ArgumentException">The sets belong to different groups.</exception>
    public static BigInteger CountOf(GSet source, GSet target)
    {
        target.RequireSameGroup(source.Group);
        var (left, right) = (source.FixedPointCounts(), target.FixedPointCounts());
        var sum = BigInteger.Zero;
        for (var c = 0; c < left.Count; c++)
        {
            sum += source.Group.ConjugacyClasses[c].Size * left[c] * right[c];
        }

        return sum / source.Group.Order;
    }

    /// <summary>Lists the orbitals: for each orbit of X with base point x the orbits of the stabiliser of x on Y, which are those of the group on the pairs of that orbit and Y.</summary>
    /// <exception cref="ArgumentException">The sets belong to different groups.</exception>
    /// <exception cref="LimitExceededException">A set has more than <see cref="GSet.MaxPoints"/> points, or there are more than 4,000,000 orbitals: what orbits alone show is said before the work.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static OrbitalBasis Of(GSet source, GSet target, CancellationToken cancellationToken = default)
    {
        target.RequireSameGroup(source.Group);
        RequireListed(source);
        RequireListed(target);
        RequireOrbitals((long)source.Orbits.Count * target.Orbits.Count, "at least ");
        if (source.Orbits.Count * target.Size > MaxEntries)
        {
            throw new LimitExceededException("orbits of one G-set times points of the other", MaxEntries, FormattableString.Invariant($"{source.Orbits.Count} times {target.Size}"), "choose G-sets with fewer orbits");
        }

        cancellationToken.ThrowIfCancellationRequested();
        var orbitOfSource = OrbitPositions(source);
        var orbitOfTarget = OrbitPositions(target);
        var orbitals = new List<Orbital>();
        var orbitalOf = new int[source.Orbits.Count][];
        var generators = (source.Size + target.Size) * source.Group.Generators.Count <= MaxEntries ? GeneratorOnBoth.Of(source, target) : [];
        var isShort = generators.Count == source.Group.Generators.Count && generators.Sum(g => (source.Size * g.MovedTargets.Length) + (g.MovedSources * target.Size)) <= ShortWalk;
        for (var i = 0; i < orbitalOf.Length; i++)
        {
            var orbit = source.Orbits[i];
            var firstOf = isShort && orbit.Length * target.Size <= MaxPairsAtOnce
                ? FirstByPairs(orbit, generators, (int)target.Size, cancellationToken)
                : OrbitPartition.LeastPoints((int)target.Size, [.. orbit.Stabilizer.Generators.Select(g => PermutationArrays.Of(target.ActionOf(g)))]);
            var sizes = new int[target.Size];
            foreach (var first in firstOf)
            {
                sizes[first]++;
            }

            var positions = new int[target.Size];
            for (var y = 0; y < positions.Length; y++)
            {
                if ((y & 0xffff) == 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }

                if (firstOf[y] < y)
                {
                    positions[y] = positions[firstOf[y]];
                    continue;
                }

                positions[y] = orbitals.Count;
                orbitals.Add(new Orbital(orbitals.Count, i, orbitOfTarget[y], y, orbit.BasePoint, orbit.Length * sizes[y]));
                RequireOrbitals(orbitals.Count, "more than ");
            }

            orbitalOf[i] = positions;
        }

        return new(source, target, orbitals, orbitalOf, orbitOfSource);
    }

    /// <summary>For each y the least y' with (y', x) in the orbit of (y, x), x the base point: by the orbits of the generators on all pairs.</summary>
    private static int[] FirstByPairs(GSetOrbit orbit, List<GeneratorOnBoth> generators, int size, CancellationToken cancellationToken)
    {
        int[] points = [orbit.BasePoint, .. orbit.Points.Where(point => point != orbit.BasePoint)];
        var placeOf = new Dictionary<int, int>(points.Select((point, place) => KeyValuePair.Create(point, place)));
        var pairs = new DisjointSets(points.Length * size);
        for (var place = 0; place < points.Length; place++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var g in generators)
            {
                var image = g.OnSource[points[place]];
                var (from, to) = (place * size, placeOf[image] * size);
                if (image == points[place])
                {
                    // A pair of fixed points stays where it is.
                    foreach (var y in g.MovedTargets)
                    {
                        pairs.Unite(from + y, from + g.OnTarget[y]);
                    }

                    continue;
                }

                for (var y = 0; y < size; y++)
                {
                    pairs.Unite(from + y, to + g.OnTarget[y]);
                }
            }
        }

        // The pairs with the base point come first, so that the least of an orbit is one of them.
        return pairs.LeastElements()[..size];
    }

    /// <summary>A generator on both sets, with the points that it moves.</summary>
    private sealed record GeneratorOnBoth(Permutation OnSource, Permutation OnTarget, int[] MovedTargets, long MovedSources)
    {
        public static List<GeneratorOnBoth> Of(GSet source, GSet target) =>
            [.. source.GeneratorActions.Zip(target.GeneratorActions, (x, y) => new GeneratorOnBoth(x, y, Moved(y).ToArray(), Moved(x).Count()))];

        private static IEnumerable<int> Moved(Permutation g) => Enumerable.Range(0, g.Degree).Where(point => g[point] != point);
    }

    private static void RequireOrbitals(long count, string how)
    {
        if (count > MaxOrbitals)
        {
            throw new LimitExceededException("orbitals", MaxOrbitals, how + count.ToString(System.Globalization.CultureInfo.InvariantCulture), "choose G-sets with fewer orbits; their number is the sum of the products of multiplicities in the decompositions");
        }
    }

    private static void RequireListed(GSet set)
    {
        if (set.Size > GSet.MaxPoints)
        {
            throw new LimitExceededException("points of a G-set", GSet.MaxPoints, $"{set.Size} points", "choose a smaller G-set");
        }
    }

    /// <summary>The position of the orbital that holds the pair (y, x).</summary>
    public int PositionOf(int y, int x)
    {
        var orbit = _orbitOfSource[x];
        return _orbitalOf[orbit][Target.Apply(Source.Orbits[orbit].ElementTo(x).Inverse(), y)];
    }

    /// <summary>The matrix of an orbital, |Y| × |X| with entries 0 and 1.</summary>
    /// <exception cref="LimitExceededException">|X| · |Y| exceeds <see cref="MaxMatrixEntries"/>.</exception>
    public Matrix<Rational> MatrixOf(Orbital orbital)
    {
        var (rows, columns) = (Target.Size, Source.Size);
        if (rows * columns > MaxMatrixEntries)
        {
            throw new LimitExceededException("entries of a matrix", MaxMatrixEntries, $"{rows * columns}", "ask for PositionOf instead, or choose smaller G-sets");
        }

        var entries = new Rational[rows][];
        for (var y = 0; y < rows; y++)
        {
            entries[y] = new Rational[columns];
            for (var x = 0; x < columns; x++)
            {
                entries[y][x] = PositionOf(y, x) == orbital.Position ? 1 : 0;
            }
        }

        return Matrix<Rational>.FromRows(entries);
    }

    private static int[] OrbitPositions(GSet set)
    {
        var positions = new int[set.Size];
        for (var i = 0; i < set.Orbits.Count; i++)
        {
            foreach (var point in set.Orbits[i].Points)
            {
                positions[point] = i;
            }
        }

        return positions;
    }

    /// <summary>In one line: the sets and the dimension.</summary>
    public override string ToString() => FormattableString.Invariant($"Hom(Fun({Source.Name}), Fun({Target.Name})): {Orbitals.Count} orbitals");
}
