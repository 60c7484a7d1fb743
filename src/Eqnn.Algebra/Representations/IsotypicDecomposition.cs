using System.Collections.Concurrent;
using System.Diagnostics;
using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.Algebra.Representations;

/// <summary>The decomposition of a permutation representation <c>V = Fun(X, ℝ)</c> into isotypic components: <c>V = ⊕ V_L</c>, unique.</summary>
/// <remarks>
/// <para><b>Formula.</b> The projector onto V_L is <c>P_L = (dim L / (dim End(L) · |G|)) Σ_g ψ_L(g⁻¹) g</c>, for types R, C, H alike; it equals <c>(χ(1)/|G|) Σ θ_L(g⁻¹) g</c> with θ = χ, χ + χ̄, χ.</para>
/// <para><b>Source.</b> [Serre, §2.6, §13.2]; docs/theory.md#isotypic.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class IsotypicDecomposition
{
    /// <summary>The largest number of entries of a projector that is written out.</summary>
    public const long MaxMatrixEntries = OrbitalBasis.MaxMatrixEntries;

    private readonly ConcurrentDictionary<(int Simple, int Orbit), IReadOnlyList<Cyclotomic>> _values = new();
    private readonly long[] _multiplicities;

    private IsotypicDecomposition(CharacterTable table, GSet set, long[] multiplicities)
    {
        Table = table;
        Set = set;
        _multiplicities = multiplicities;
        Components = [.. table.Simples.Where(simple => multiplicities[simple.Position] > 0).Select(simple => new IsotypicComponent(simple, multiplicities[simple.Position]))];
    }

    /// <summary>The character table of the group.</summary>
    public CharacterTable Table { get; }

    /// <summary>The G-set X.</summary>
    public GSet Set { get; }

    /// <summary>The simples that occur, in the order of <see cref="CharacterTable.Simples"/>.</summary>
    public IReadOnlyList<IsotypicComponent> Components { get; }

    /// <summary>Decomposes <c>Fun(X, ℝ)</c> by characters; no matrix is formed.</summary>
    /// <remarks>By Frobenius reciprocity <c>[ℝ[G/H] : L] = (1/|H|) Σ_{h ∈ H} ψ_L(h) / dim End(L)</c> for each orbit G/H.</remarks>
    /// <exception cref="ArgumentException">The set belongs to another group than the table.</exception>
    /// <exception cref="CertificateException">A multiplicity is not a natural number: the table or the action is wrong.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IsotypicDecomposition Of(CharacterTable table, GSet set, CancellationToken cancellationToken = default)
    {
        set.RequireSameGroup(table.Group);
        var multiplicities = new long[table.Simples.Count];
        foreach (var alike in set.OrbitKinds)
        {
            var orbit = set.Orbits[alike.First];
            for (var i = 0; i < multiplicities.Length; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                multiplicities[i] += alike.Count * MultiplicityIn(orbit, table.Simples[i]);
            }
        }

        return new(table, set, multiplicities);
    }

    /// <summary>The position of the first orbit on which a simple occurs; null if it occurs on none.</summary>
    public int? FirstOrbitOf(SimpleRepresentation simple)
    {
        RequireSameTable(simple);
        for (var i = 0; i < Set.Orbits.Count; i++)
        {
            if (MultiplicityIn(Set.Orbits[i], simple) > 0)
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>The multiplicity of <paramref name="simple"/> in the permutation representation on one orbit.</summary>
    /// <exception cref="CertificateException">It is not a natural number: the table or the action is wrong.</exception>
    public static long MultiplicityIn(GSetOrbit orbit, SimpleRepresentation simple)
    {
        var stabilizerOrder = simple.Table.Group.Order / orbit.Length;
        var sum = Sum(orbit.Pieces[0], simple) / new Rational(stabilizerOrder * simple.EndomorphismDimension, 1);
        return sum.IsInteger && sum.Sign >= 0
            ? (long)sum.ToRational().Numerator
            : throw new CertificateException("a multiplicity is a natural number", $"{simple.Label} of {simple.Table.Group.Name} on an orbit of {orbit.Length} points: {sum}");
    }

    /// <summary>[V : L]; 0 if <paramref name="simple"/> does not occur.</summary>
    /// <exception cref="ArgumentException"><paramref name="simple"/> belongs to another table.</exception>
    public long Multiplicity(SimpleRepresentation simple)
    {
        RequireSameTable(simple);
        return _multiplicities[simple.Position];
    }

    /// <summary>The values of <c>P_L</c> on an orbit with base point x: for each of the orbit's pieces the entry at (y, x), y in the piece.</summary>
    /// <remarks>The spherical function of L on the orbit. The entry at any pair (z, w) is the value at the piece <see cref="GSetOrbit.PieceOfPair"/>.</remarks>
    /// <param name="simple">The simple representation L.</param>
    /// <param name="orbit">The position of the orbit in <see cref="GSet.Orbits"/>.</param>
    public IReadOnlyList<Cyclotomic> ProjectorValues(SimpleRepresentation simple, int orbit)
    {
        RequireSameTable(simple);
        return _values.GetOrAdd((simple.Position, Set.FirstOrbitLike(orbit)), key =>
        {
            var scale = new Rational(simple.Dimension, Table.Group.Order * simple.EndomorphismDimension);
            return [.. Set.Orbits[key.Orbit].Pieces.Select(piece => Sum(piece, simple) * scale)];
        });
    }

    /// <summary>The vector <c>P_L e_x</c> as its |X| coordinates.</summary>
    public ColumnVector<Cyclotomic> ProjectedPoint(SimpleRepresentation simple, int x)
    {
        var column = new Cyclotomic[Set.Size];
        for (var i = 0; i < Set.Orbits.Count; i++)
        {
            var orbit = Set.Orbits[i];
            var points = orbit.Points;
            if (points.Contains(x))
            {
                var values = ProjectorValues(simple, i);
                foreach (var y in points)
                {
                    column[y] = values[orbit.PieceOfPair(y, x)];
                }
            }
        }

        return [.. column];
    }

    /// <summary>The projectors onto all components, by the positions of their simples.</summary>
    /// <exception cref="LimitExceededException">They have more than <see cref="MaxMatrixEntries"/> entries together.</exception>
    public IReadOnlyDictionary<int, Matrix<Cyclotomic>> Projectors()
    {
        var entries = Components.Count * (BigInteger)Set.Size * Set.Size;
        return entries <= MaxMatrixEntries ? Components.ToDictionary(component => component.Simple.Position, component => Projector(component.Simple))
            : throw new LimitExceededException("entries of a projector", MaxMatrixEntries, FormattableString.Invariant($"{entries} ({Components.Count} projectors on {Set.Size} points)"), "ask for ProjectorValues instead, or choose a smaller G-set");
    }

    /// <summary>The orthogonal projector <c>P_L</c> of V onto V_L.</summary>
    /// <remarks>|X| × |X|, symmetric, P² = P; row y, column x is the coefficient of e_y in P e_x. Entries are real cyclotomics whose conductor divides exp(G).</remarks>
    /// <returns>The zero matrix if <paramref name="simple"/> does not occur in X.</returns>
    /// <exception cref="ArgumentException"><paramref name="simple"/> belongs to another table.</exception>
    /// <exception cref="LimitExceededException">|X|² exceeds <see cref="MaxMatrixEntries"/>.</exception>
    public Matrix<Cyclotomic> Projector(SimpleRepresentation simple)
    {
        RequireSameTable(simple);
        if ((decimal)Set.Size * Set.Size > MaxMatrixEntries)
        {
            throw new LimitExceededException("entries of a projector", MaxMatrixEntries, $"{(BigInteger)Set.Size * Set.Size}", "ask for ProjectorValues instead, or choose a smaller G-set");
        }

        var rows = new Cyclotomic[Set.Size][];
        for (var y = 0; y < rows.Length; y++)
        {
            rows[y] = new Cyclotomic[Set.Size];
        }

        for (var i = 0; i < Set.Orbits.Count; i++)
        {
            var orbit = Set.Orbits[i];
            var values = ProjectorValues(simple, i);
            var points = orbit.Points;
            foreach (var w in points)
            {
                foreach (var z in points)
                {
                    rows[z][w] = values[orbit.PieceOfPair(z, w)];
                }
            }
        }

        return Matrix<Cyclotomic>.FromRows(rows);
    }

    internal void RequireSameTable(SimpleRepresentation simple)
    {
        if (!ReferenceEquals(simple.Table, Table))
        {
            throw new ArgumentException($"{simple.Label} belongs to a table of {simple.Table.Group.Name}, not to this table of {Table.Group.Name}");
        }
    }

    /// <summary><c>Σ ψ_L(g)</c> over the elements g that send the base point to one point of the piece.</summary>
    private static Cyclotomic Sum(OrbitPiece piece, SimpleRepresentation simple)
    {
        var sum = Cyclotomic.Zero;
        foreach (var (position, count) in piece.ClassCounts)
        {
            sum += simple.Character[position] * new Rational(count, 1);
        }

        return sum;
    }

    /// <summary>In one line: the sum of simples.</summary>
    public override string ToString() => FormattableString.Invariant($"Fun({Set.Name}) of {Table.Group.Name} = {string.Join(" + ", Components.Select(part => part.Multiplicity == 1 ? part.Simple.Label : FormattableString.Invariant($"{part.Multiplicity}*{part.Simple.Label}")))}");
}
