using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Arrangements;

namespace Eqnn.PiecewiseLinear.Answers;

/// <summary>The couplings of one simple L to all others without any theorem: <c>P_K ∘ f</c> on every chamber of <c>V_L</c>, or at random points.</summary>
/// <remarks>
/// <para><b>Chambers.</b> For piecewise linear f the hyperplanes <c>v_x = b</c>, b the kinks, cut V_L; on each chamber <c>P_K f(v)</c> is affine with known matrix, and Φ = 0 iff all these vanish. Exact in both directions.</para>
/// <para><b>Points.</b> Integer combinations of projected points, evaluated exactly: a nonzero value proves an edge, zeros prove nothing.</para>
/// <para>A cross-check of Theorem 2 for small sets; the theorem itself is <see cref="Interaction.InteractionGraph"/>.</para>
/// </remarks>
public sealed class BruteForceRow
{
    /// <summary>The largest number of chambers looked at for one simple.</summary>
    public const long MaxChambers = 5000;

    /// <summary>The largest G-set.</summary>
    public const int MaxPoints = 64;

    /// <summary>The number of points tried where chambers are too many.</summary>
    public const int PointCount = 12;

    private BruteForceRow(SimpleRepresentation source, string method, long count, IReadOnlyList<BruteForceVerdict> verdicts)
    {
        Source = source;
        Method = method;
        Count = count;
        Verdicts = verdicts;
    }

    /// <summary>The simple L.</summary>
    public SimpleRepresentation Source { get; }

    /// <summary><c>chambers</c> or <c>points</c>.</summary>
    public string Method { get; }

    /// <summary>The number of orbits of chambers, or of points.</summary>
    public long Count { get; }

    /// <summary>One verdict for each component of the decomposition.</summary>
    public IReadOnlyList<BruteForceVerdict> Verdicts { get; }

    /// <summary>Decides the row by chambers where there are few enough, else by points.</summary>
    /// <param name="decomposition">The decomposition of <c>Fun(X, ℝ)</c>.</param>
    /// <param name="source">A simple that occurs in it.</param>
    /// <param name="activation">A piecewise linear function or a polynomial.</param>
    /// <param name="seed">The seed of the points.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="ArgumentException">f has no exact values.</exception>
    /// <exception cref="LimitExceededException">X has more than <see cref="MaxPoints"/> points.</exception>
    public static BruteForceRow Of(IsotypicDecomposition decomposition, SimpleRepresentation source, Activation activation, int seed = 1, CancellationToken cancellationToken = default)
    {
        if (!activation.IsExact)
        {
            throw new ArgumentException($"{activation.Name} has no exact values, and floating point misjudges couplings; take a piecewise linear function or a polynomial", nameof(activation));
        }

        if (decomposition.Set.Size > MaxPoints)
        {
            throw new LimitExceededException("points of a G-set for brute force", MaxPoints, $"{decomposition.Set.Size}", "take the theorem, which has no such limit");
        }

        var space = IsotypicSpace.Of(decomposition, source);
        var targets = decomposition.Components.Select(component =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return IsotypicSpace.Of(decomposition, component.Simple);
        }).ToList();
        if (activation.PiecewiseLinear is { } pieces)
        {
            try
            {
                return ByChambers(decomposition, space, targets, pieces, cancellationToken);
            }
            catch (LimitExceededException)
            {
                // Too many chambers: points remain.
            }
        }

        return ByPoints(space, targets, activation, seed, cancellationToken);
    }

    private static BruteForceRow ByChambers(IsotypicDecomposition decomposition, IsotypicSpace space, List<IsotypicSpace> targets, PiecewiseLinearFunction f, CancellationToken cancellationToken)
    {
        var size = (int)decomposition.Set.Size;
        IReadOnlyList<Rational> kinks = f.Kinks.Count == 0 ? [Rational.Zero] : f.Kinks;

        // The forms v_x − b z on V_L ⊕ ℝ, and z itself: chambers with z > 0 are those of the affine arrangement v_x = b.
        var rows = kinks.SelectMany(kink => Enumerable.Range(0, size).Select(x => space.Basis.Row(x).Append(-kink)))
            .Append(Enumerable.Repeat(Cyclotomic.Zero, space.Basis.ColumnCount).Append(Cyclotomic.One));
        var enumeration = ChamberEnumeration.Of(Arrangement.FromRows(rows), ChamberSearchOptions.Default.WithMaxOrbits(2 * MaxChambers).WithZaslavskyBudget(0), null, cancellationToken);
        var verdicts = Enumerable.Repeat(BruteForceVerdict.Zero, targets.Count).ToArray();
        var count = 0L;
        foreach (var orbit in enumeration.Orbits)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var signs = orbit.Representative.RowSigns;
            if (signs[^1] < 0)
            {
                continue;
            }

            count++;
            var pieces = Enumerable.Range(0, size).Select(x => PieceOf(f, kinks, j => signs[(j * size) + x])).ToList();
            for (var k = 0; k < targets.Count; k++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (verdicts[k] == BruteForceVerdict.Zero && !VanishesOn(space, targets[k], pieces))
                {
                    verdicts[k] = BruteForceVerdict.NonZero;
                }
            }
        }

        return new(space.Simple, "chambers", count, verdicts);
    }

    /// <summary>Slope and intercept of f where the signs of <c>v_x − b_j</c> are given; 0 counts as either side, as f is continuous.</summary>
    private static (Rational Slope, Rational Intercept) PieceOf(PiecewiseLinearFunction f, IReadOnlyList<Rational> kinks, Func<int, int> signAt)
    {
        var above = Enumerable.Range(0, f.Kinks.Count).Count(j => signAt(j) > 0 || (signAt(j) == 0 && kinks[j].Sign < 0));
        var anchor = f.IsAffine ? Rational.Zero : f.Kinks[Math.Max(above - 1, 0)];
        return (f.Slopes[above], f.Evaluate(anchor) - (f.Slopes[above] * anchor));
    }

    private static bool VanishesOn(IsotypicSpace space, IsotypicSpace target, List<(Rational Slope, Rational Intercept)> pieces)
    {
        for (var i = 0; i < target.Basis.ColumnCount; i++)
        {
            for (var j = -1; j < space.Basis.ColumnCount; j++)
            {
                var sum = Cyclotomic.Zero;
                for (var x = 0; x < pieces.Count; x++)
                {
                    sum += target.Basis[x, i] * (j < 0 ? pieces[x].Intercept : space.Basis[x, j] * pieces[x].Slope);
                }

                if (!sum.IsZero)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static BruteForceRow ByPoints(IsotypicSpace space, List<IsotypicSpace> targets, Activation activation, int seed, CancellationToken cancellationToken)
    {
        var random = new Random(seed);
        var verdicts = Enumerable.Repeat(BruteForceVerdict.NotFound, targets.Count).ToArray();
        var size = space.Basis.RowCount;
        for (var point = 0; point < PointCount; point++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var coefficients = Enumerable.Range(0, space.Basis.ColumnCount).Select(_ => (Cyclotomic)random.Next(-9, 10)).ToList();

            // Integers of growing size on the unit scale of the projected points, so that kinks away from 0 are met.
            var scale = new Rational(1 + (point * point), 1);
            var values = (space.Basis * coefficients).Select(c => activation.Evaluate((RealCyclotomic)(c * scale)).Value).ToList();
            for (var k = 0; k < targets.Count; k++)
            {
                for (var i = 0; i < targets[k].Basis.ColumnCount && verdicts[k] == BruteForceVerdict.NotFound; i++)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    var sum = Enumerable.Range(0, size).Aggregate(Cyclotomic.Zero, (total, x) => total + (targets[k].Basis[x, i] * values[x]));
                    verdicts[k] = sum.IsZero ? BruteForceVerdict.NotFound : BruteForceVerdict.NonZero;
                }
            }
        }

        return new(space.Simple, "points", PointCount, verdicts);
    }

    /// <summary>A basis of an isotypic component by columns of its projector, scaled to unit diagonal.</summary>
    private sealed record IsotypicSpace(SimpleRepresentation Simple, Matrix<Cyclotomic> Basis)
    {
        public static IsotypicSpace Of(IsotypicDecomposition decomposition, SimpleRepresentation simple)
        {
            var projector = decomposition.Projector(simple);
            var echelon = projector.ReducedRowEchelonForm();
            var pivots = Enumerable.Range(0, projector.Rank).Select(row => Enumerable.Range(0, echelon.ColumnCount).First(column => !echelon[row, column].IsZero)).ToList();
            return new(simple, Matrix<Cyclotomic>.FromColumns(pivots.Select(pivot => projector.Column(pivot).Select(c => c / projector[pivot, pivot]))));
        }
    }
}
