using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
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
    public static CouplingSources Of(IsotypicDecomposition decomposition, IEnumerable<SimpleRepresentation> sources) =>
        Of(decomposition, sources, new(() => decomposition.Table.Group.PowerMap(2)));

    /// <summary>The same with the map of squares of classes, which serves many sets S.</summary>
    internal static CouplingSources Of(IsotypicDecomposition decomposition, IEnumerable<SimpleRepresentation> sources, Lazy<IReadOnlyList<int>> squares)
    {
        var present = sources.Where(simple => decomposition.Multiplicity(simple) > 0).DistinctBy(simple => simple.Position).OrderBy(simple => simple.Position).ToList();
        var stabilizers = new List<LineStabilizer>();
        var ofFirst = new List<LineStabilizer?>();
        for (var orbit = 0; orbit < decomposition.Set.Orbits.Count; orbit++)
        {
            var first = decomposition.Set.FirstOrbitLike(orbit);
            var stabilizer = first == orbit ? LineStabilizer.TryOf(decomposition, present, orbit, squares) : ofFirst[first]?.On(orbit);
            ofFirst.Add(stabilizer);
            if (stabilizer is not null)
            {
                stabilizers.Add(stabilizer);
            }
        }

        return new(decomposition, present, stabilizers);
    }

    /// <summary>Whether <c>P_K ∘ f</c> is not identically 0 on V_S. For the empty S, V_S = 0 and only a constant f(0) ≠ 0 couples, to the trivial simple.</summary>
    public bool Couples(SimpleRepresentation target, Activation activation)
    {
        if (_decomposition.Multiplicity(target) == 0)
        {
            return false;
        }

        if (Simples.Count == 0)
        {
            return target.IsTrivial && activation.IsNonZeroAtZero;
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

        if (Simples.Count == 0)
        {
            return new(CouplingCause.Constant, 0, null, Cyclotomic.One);
        }

        var degree = Degrees(activation).First(d => CouplesMonomial(target, d));
        if (degree <= 1)
        {
            return new(degree == 0 ? CouplingCause.Constant : CouplingCause.Linear, degree, null, Cyclotomic.One);
        }

        var stabilizer = _stabilizers.First(s => !TensorNorm(s.Orbit, target, degree).IsZero);
        return new(CouplingCause.Monomial, degree, stabilizer, TensorNorm(stabilizer.Orbit, target, degree));
    }

    /// <summary>All numbers on which the verdict for K rests, orbit by orbit, also where they vanish.</summary>
    internal CouplingAccount Account(SimpleRepresentation target, Activation activation)
    {
        var degrees = Degrees(activation).Where(degree => degree >= 2).ToList();
        return new(
            target,
            TryExplain(target, activation),
            [.. _stabilizers.Select(s => new OrbitAccount(s, s.Line.SumOf(target), s.SignedSumOf(target), [.. degrees.Select(degree => (degree, TensorNorm(s.Orbit, target, degree)))]))]);
    }

    /// <summary>The row of the graph: all nodes that f reaches from S.</summary>
    internal NodeSet RowOf(Activation activation, StabilizerRows rows)
    {
        var nodes = _decomposition.Components;
        var row = NodeSet.Empty(nodes.Count);
        foreach (var stabilizer in Simples.Count == 0 ? [] : _stabilizers)
        {
            row = activation.Even.IsPolynomial ? row : row.Union(rows.FixedBy(stabilizer.Line));
            row = activation.Odd.IsPolynomial ? row : row.Union(rows.SignedBy(stabilizer));
        }

        var fromMonomials = NodeSet.Where(nodes.Count, i => Simples.Count == 0
            ? nodes[i].Simple.IsTrivial && activation.IsNonZeroAtZero
            : !row.Contains(i) && Degrees(activation).Any(degree => CouplesMonomial(nodes[i].Simple, degree, rows, i)));
        return row.Union(fromMonomials);
    }

    private static IEnumerable<int> Degrees(Activation activation) => activation.Even.Degrees.Concat(activation.Odd.Degrees).Order();

    private bool CouplesMonomial(SimpleRepresentation target, int degree) => degree switch
    {
        0 => target.IsTrivial,
        1 => _sourcePositions.Contains(target.Position),
        _ => _stabilizers.Any(s => !TensorNorm(s.Orbit, target, degree).IsZero),
    };

    /// <summary>As <see cref="CouplesMonomial(SimpleRepresentation, int)"/>, through the bounds of the proposition on monomials: never outside the edges of a non-polynomial part of the same parity, all of them from k ≥ [G : B] − 1 on.</summary>
    private bool CouplesMonomial(SimpleRepresentation target, int degree, StabilizerRows rows, int node)
    {
        if (degree <= 1)
        {
            return CouplesMonomial(target, degree);
        }

        foreach (var stabilizer in _stabilizers)
        {
            var bound = degree % 2 == 0 ? rows.FixedBy(stabilizer.Line) : rows.SignedBy(stabilizer);
            if (bound.Contains(node) && (_decomposition.Table.Group.Order / stabilizer.Line.Order <= (BigInteger)degree + 1 || !TensorNorm(stabilizer.Orbit, target, degree).IsZero))
            {
                return true;
            }
        }

        return false;
    }

    private Cyclotomic TensorNorm(int orbit, SimpleRepresentation target, int degree) => MonomialTensor.SquaredNorm(_decomposition, Simples, orbit, target, degree);
}
