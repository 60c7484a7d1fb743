using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.PiecewiseLinear.Refinement;

namespace Eqnn.PiecewiseLinear.Depth;

/// <summary>For f = αt + β|t| (and a constant), β ≠ 0: one chamber of <c>{v_x = 0}</c> on <c>V_L(X_1)</c> from each G-orbit, and on each the partitions π_2, π_3, ... of the later G-sets into the points that no network tells apart.</summary>
/// <remarks>
/// On a chamber f(v) = D v (plus constants) with a diagonal D, and <c>y ↦ (sums of D v over the orbitals at y)</c> are linear forms: equal forms, one block of π_2. From then on colour refinement by counts.
/// <para><b>Source.</b> docs/theory.md#depth, Theorem 5 (c), (d); the chambers are certified complete by the enumeration.</para>
/// </remarks>
internal sealed class ChamberPartitions
{
    private readonly IReadOnlyList<IReadOnlyList<ColumnVector<Cyclotomic>>> _firstLayers;
    private readonly Func<GSet, GSet, OrbitalRefinement> _refinement;
    private readonly Dictionary<int, Colouring[]> _known = [];

    private ChamberPartitions(IsotypicSubspace space, IReadOnlyList<ChamberOrbit> chambers, IReadOnlyList<IReadOnlyList<ColumnVector<Cyclotomic>>> firstLayers, Func<GSet, GSet, OrbitalRefinement> refinement)
    {
        Space = space;
        Chambers = chambers;
        _firstLayers = firstLayers;
        _refinement = refinement;
    }

    /// <summary><c>V_L(X_1)</c>.</summary>
    public IsotypicSubspace Space { get; }

    /// <summary>The orbits of chambers.</summary>
    public IReadOnlyList<ChamberOrbit> Chambers { get; }

    /// <summary>Finds the chambers.</summary>
    /// <param name="first">X_1.</param>
    /// <param name="source">L.</param>
    /// <param name="kind">f, of class <see cref="DepthClass.Kind.KinkAtZero"/>.</param>
    /// <param name="options">The limits.</param>
    /// <param name="refinement">The refinements of pairs of G-sets, shared among sources.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="LimitExceededException">The forms are too many, or the chambers are likely to be or are.</exception>
    public static ChamberPartitions Of(
        IsotypicDecomposition first, SimpleRepresentation source, DepthClass kind, DepthOptions options, Func<GSet, GSet, OrbitalRefinement> refinement, CancellationToken cancellationToken)
    {
        var points = (int)first.Set.Size;
        var dimension = first.Multiplicity(source) * source.Dimension;
        if (points * (BigInteger)dimension > options.MaxFormEntries)
        {
            throw new LimitExceededException("coefficients of the forms v_x on a component", options.MaxFormEntries, FormattableString.Invariant($"{points} points times dimension {dimension}"), "DepthOptions.MaxFormEntries");
        }

        var space = IsotypicSubspace.Of(first, [source]);
        var arrangement = Arrangement.FromRows(Enumerable.Range(0, points).Select(space.FormAt)).WithSymmetry(first.Set.GeneratorActions);
        var expected = Bound(arrangement.Hyperplanes.Count, arrangement.Dimension) / (first.Table.Group.Order / source.KernelOrder);
        // The bound is for hyperplanes in general position: usual arrangements have fewer chambers.
        if (expected > 4 * (BigInteger)options.MaxChamberOrbits)
        {
            throw new LimitExceededException("orbits of chambers", options.MaxChamberOrbits, FormattableString.Invariant($"up to {expected}, for {arrangement.Hyperplanes.Count} hyperplanes in dimension {arrangement.Dimension}"), "DepthOptions.MaxChamberOrbits");
        }

        var enumeration = ChamberEnumeration.Of(arrangement, ChamberSearchOptions.Default.WithMaxOrbits(options.MaxChamberOrbits), null, cancellationToken);
        var (below, above) = ((Cyclotomic)kind.Below, (Cyclotomic)kind.Above);
        return new(space, enumeration.Orbits, [.. enumeration.Orbits.Select(orbit => FirstLayer(orbit.Representative))], refinement);

        // One function on X_1 for each coordinate of V_L: together the linear forms (D v)_x.
        IReadOnlyList<ColumnVector<Cyclotomic>> FirstLayer(Chamber chamber)
        {
            var signs = chamber.RowSigns;
            return [.. Enumerable.Range(0, space.Dimension).Select(j => (ColumnVector<Cyclotomic>)[.. Enumerable.Range(0, points).Select(x => signs[x] == 0 ? Cyclotomic.Zero : space.FormAt(x)[j] * (signs[x] > 0 ? above : below))])];
        }
    }

    /// <summary>The coefficients of the forms of h_1 on a chamber: by coordinate of V_L, then point.</summary>
    public IReadOnlyList<ColumnVector<Cyclotomic>> FirstLayerOn(int chamber) => _firstLayers[chamber];

    /// <summary>π_t on every chamber, t ≥ 2.</summary>
    /// <param name="layers">The layer of each depth from 1.</param>
    /// <param name="t">t.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public Colouring[] At(Func<int, IsotypicDecomposition> layers, int t, CancellationToken cancellationToken)
    {
        if (!_known.TryGetValue(t, out var colourings))
        {
            var refinement = _refinement(layers(t).Set, layers(t - 1).Set);
            colourings = t == 2
                ? [.. _firstLayers.Select(forms => refinement.BySums([forms], cancellationToken))]
                : [.. At(layers, t - 1, cancellationToken).Select(colouring => refinement.ByCounts(colouring, cancellationToken))];
            _known.Add(t, colourings);
        }

        return colourings;
    }

    /// <summary>An integer vector w on X_1 such that |G| P_L w lies in a chamber; <c>null</c> if the chamber is too thin for numbers below 10⁸.</summary>
    public IReadOnlyList<int>? InputIn(int chamber)
    {
        var (representative, points) = (Chambers[chamber].Representative, (int)Space.Decomposition.Set.Size);
        var inside = representative.InteriorPoint;
        double[] values = [.. Enumerable.Range(0, points).Select(x => Space.FormAt(x).Dot(inside).ToDouble())];
        var largest = values.Max(Math.Abs);
        if (largest == 0)
        {
            return null;
        }

        // Rounding moves the projection by at most √n/2: a scale at which every coordinate is larger than that will do; smaller numbers are nicer, so two smaller ones are tried first.
        var least = values.Where((_, x) => representative.RowSigns[x] != 0).Min(Math.Abs) / largest;
        var enough = Math.Sqrt(points) / 2 / least;
        foreach (var scale in new[] { Math.Ceiling(enough / 16), Math.Ceiling(enough / 4), Math.Ceiling(enough) + 1 }.Where(scale => scale < 1e8))
        {
            int[] rounded = [.. values.Select(value => (int)Math.Round(value / largest * scale))];
            if (DepthWitness.Projected(Space.Decomposition, Space.Simples[0], rounded).Select(value => value.Sign).SequenceEqual(representative.RowSigns))
            {
                return rounded;
            }
        }

        return null;
    }

    /// <summary>The most chambers that m hyperplanes can have in dimension d: 2 Σ_{i &lt; d} C(m − 1, i).</summary>
    private static BigInteger Bound(int m, int d)
    {
        BigInteger sum = 0, term = 1;
        for (var i = 0; i < d && i < m; i++)
        {
            sum += term;
            term = term * (m - 1 - i) / (i + 1);
        }

        return 2 * sum;
    }
}
