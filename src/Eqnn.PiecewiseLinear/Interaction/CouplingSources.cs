using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Numbers;
using Eqnn.Algebra.Representations;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.PiecewiseLinear.Interaction;

/// <summary>Theorem 2 for one set S of simples on one G-set: decides for every simple K whether <c>P_K ∘ f</c> is nonzero on <c>V_S</c>.</summary>
/// <remarks>By characters and stabilisers alone, for every continuous f; chambers are never enumerated. <b>Source.</b> docs/theory.md#interaction.</remarks>
public sealed class CouplingSources
{
    private readonly IsotypicDecomposition _decomposition;
    private readonly HashSet<int> _sourcePositions;
    private readonly IReadOnlyList<LineStabilizer> _stabilizers;

    private CouplingSources(IsotypicDecomposition decomposition, IReadOnlyList<SimpleRepresentation> sources, IReadOnlyList<LineStabilizer> stabilizers)
    {
        _decomposition = decomposition;
        Simples = sources;
        _sourcePositions = [.. sources.Select(simple => simple.Position)];
        _stabilizers = stabilizers;
    }

    /// <summary>The simples of S that occur in X, in the order of the table.</summary>
    public IReadOnlyList<SimpleRepresentation> Simples { get; }

    /// <summary>The stabilisers of <c>P_S e_x</c>, one for each orbit that meets S.</summary>
    public IReadOnlyList<LineStabilizer> Stabilizers => _stabilizers;

    /// <summary>Prepares S; simples that do not occur in X are left out.</summary>
    /// <exception cref="ArgumentException">A simple belongs to another table.</exception>
    public static CouplingSources Of(IsotypicDecomposition decomposition, IEnumerable<SimpleRepresentation> sources)
    {
        var present = sources.Where(simple => decomposition.Multiplicity(simple) > 0).DistinctBy(simple => simple.Position).OrderBy(simple => simple.Position).ToList();
        var stabilizers = new List<LineStabilizer>();
        for (var orbit = 0; orbit < decomposition.Set.Orbits.Count; orbit++)
        {
            if (LineStabilizer.TryOf(decomposition, present, orbit) is { } stabilizer)
            {
                stabilizers.Add(stabilizer);
            }
        }

        return new(decomposition, present, stabilizers);
    }

    /// <summary>Whether <c>P_K ∘ f</c> is not identically 0 on V_S.</summary>
    public bool Couples(SimpleRepresentation target, Activation activation)
    {
        if (Simples.Count == 0 || _decomposition.Multiplicity(target) == 0)
        {
            return false;
        }

        return (!activation.Even.IsPolynomial && _stabilizers.Any(s => s.CouplesEven(target)))
            || (!activation.Odd.IsPolynomial && _stabilizers.Any(s => s.CouplesOdd(target)))
            || Degrees(activation).Any(degree => CouplesMonomial(target, degree));
    }

    /// <summary>The row of Theorem 2 that makes <c>P_K ∘ f</c> nonzero on V_S, or <c>null</c> if it is 0.</summary>
    public Coupling? TryExplain(SimpleRepresentation target, Activation activation)
    {
        if (!Couples(target, activation))
        {
            return null;
        }

        if (!activation.Even.IsPolynomial && _stabilizers.FirstOrDefault(s => s.CouplesEven(target)) is { } even)
        {
            return new(CouplingCause.Even, 0, even, even.Line.SumOf(target));
        }

        if (!activation.Odd.IsPolynomial && _stabilizers.FirstOrDefault(s => s.CouplesOdd(target)) is { } odd)
        {
            return new(CouplingCause.Odd, 0, odd, odd.SignedSumOf(target));
        }

        var degree = Degrees(activation).First(d => CouplesMonomial(target, d));
        if (degree <= 1)
        {
            return new(degree == 0 ? CouplingCause.Constant : CouplingCause.Linear, degree, null, Cyclotomic.One);
        }

        var stabilizer = _stabilizers.First(s => !TensorNorm(s.Orbit, target, degree).IsZero);
        return new(CouplingCause.Monomial, degree, stabilizer, TensorNorm(stabilizer.Orbit, target, degree));
    }

    private static IEnumerable<int> Degrees(Activation activation) => activation.Even.Degrees.Concat(activation.Odd.Degrees).Order();

    private bool CouplesMonomial(SimpleRepresentation target, int degree) => degree switch
    {
        0 => target.IsTrivial,
        1 => _sourcePositions.Contains(target.Position),
        _ => _stabilizers.Any(s => !TensorNorm(s.Orbit, target, degree).IsZero),
    };

    /// <summary>
    /// The squared norm of <c>T = Σ_{y ∈ O} r_y^{⊗k} ⊗ P_K e_y</c> divided by |O|. Since <c>⟨r_y, r_z⟩</c> and <c>⟨P_K e_y, P_K e_z⟩</c> are entries of projectors,
    /// <c>|T|² = Σ_{y,z} P_S(y,z)^k P_K(y,z) = |O| Σ_pieces |piece| · P_S^k · P_K</c>: a sum over pieces, and T = 0 iff it is 0.
    /// </summary>
    private Cyclotomic TensorNorm(int orbit, SimpleRepresentation target, int degree)
    {
        var pieces = _decomposition.Set.Orbits[orbit].Pieces;
        var ofTarget = _decomposition.ProjectorValues(target, orbit);
        var ofSources = Simples.Select(simple => _decomposition.ProjectorValues(simple, orbit)).ToList();
        var sum = Cyclotomic.Zero;
        for (var piece = 0; piece < pieces.Count; piece++)
        {
            var entry = ofSources.Aggregate(Cyclotomic.Zero, (total, values) => total + values[piece]);
            sum += Cyclotomic.Pow(entry, degree) * ofTarget[piece] * new Rational(pieces[piece].Length, 1);
        }

        return sum;
    }
}
