using System.Diagnostics;
using System.Numerics;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

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

    private readonly Dictionary<(int SourceOrbit, int Target), int> _orbitalOf;
    private readonly int[] _orbitOfSource;

    private OrbitalBasis(GSet source, GSet target, IReadOnlyList<Orbital> orbitals, Dictionary<(int SourceOrbit, int Target), int> orbitalOf, int[] orbitOfSource)
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

    /// <summary>Lists the orbitals: for each orbit of X with base point x the orbits of the stabiliser of x on Y.</summary>
    /// <exception cref="ArgumentException">The sets belong to different groups.</exception>
    /// <exception cref="LimitExceededException">A set has more than <see cref="GSet.MaxPoints"/> points.</exception>
    public static OrbitalBasis Of(GSet source, GSet target)
    {
        target.RequireSameGroup(source.Group);
        var orbitOfSource = OrbitPositions(source);
        var orbitOfTarget = OrbitPositions(target);
        var orbitals = new List<Orbital>();
        var orbitalOf = new Dictionary<(int, int), int>();
        for (var i = 0; i < source.Orbits.Count; i++)
        {
            var orbit = source.Orbits[i];
            var generators = orbit.Stabilizer.Generators.Select(target.ActionOf).ToList();
            for (var start = 0; start < orbitOfTarget.Length; start++)
            {
                if (!orbitalOf.TryAdd((i, start), orbitals.Count))
                {
                    continue;
                }

                var suborbit = new List<int> { start };
                for (var next = 0; next < suborbit.Count; next++)
                {
                    foreach (var g in generators)
                    {
                        var image = g[suborbit[next]];
                        if (orbitalOf.TryAdd((i, image), orbitals.Count))
                        {
                            suborbit.Add(image);
                        }
                    }
                }

                orbitals.Add(new Orbital(orbitals.Count, i, orbitOfTarget[start], start, orbit.BasePoint, orbit.Length * suborbit.Count));
            }
        }

        return new(source, target, orbitals, orbitalOf, orbitOfSource);
    }

    /// <summary>The position of the orbital that holds the pair (y, x).</summary>
    public int PositionOf(int y, int x)
    {
        var orbit = _orbitOfSource[x];
        return _orbitalOf[(orbit, Target.Apply(Source.Orbits[orbit].ElementTo(x).Inverse(), y))];
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
        if (set.Size > GSet.MaxPoints)
        {
            throw new LimitExceededException("points of a G-set", GSet.MaxPoints, $"{set.Size} points", "choose a smaller G-set");
        }

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
