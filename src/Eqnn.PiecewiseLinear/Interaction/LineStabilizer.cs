using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Interaction;

/// <summary>
/// For an orbit O with base point x and a set S of simples: the stabiliser <c>A = {g : g r = r}</c> of the vector <c>r = P_S e_x</c>, the stabiliser
/// <c>B = {g : g r = ± r}</c> of its line, and the sign ε on B.
/// </summary>
/// <remarks>
/// <para><b>How.</b> <c>g r = r</c> iff <c>⟨g r, r⟩ = ⟨r, r⟩</c> iff for every L in S the entry of P_L at (g x, x) equals that at (x, x), as none can exceed it; with −1 likewise.
/// So A and B consist of whole <see cref="OrbitPiece"/>s: no element is enumerated, no matrix formed. On a regular orbit A is the intersection of the kernels, and an element of B outside A has its square in A.</para>
/// <para><b>Source.</b> docs/theory.md#stabilisers (the lemma on stabilisers without projectors).</para>
/// </remarks>
public sealed class LineStabilizer
{
    internal LineStabilizer(int orbit, SubgroupClasses vector, SubgroupClasses line)
    {
        Orbit = orbit;
        Vector = vector;
        Line = line;
    }

    /// <summary>The position of the orbit in <see cref="GSet.Orbits"/>.</summary>
    public int Orbit { get; }

    /// <summary>A, the stabiliser of r.</summary>
    public SubgroupClasses Vector { get; }

    /// <summary>B, the stabiliser of the line of r; A itself or twice as large.</summary>
    public SubgroupClasses Line { get; }

    /// <summary>Whether some element sends r to −r, that is A ≠ B and ε is not constant.</summary>
    public bool HasSign => Line.Order != Vector.Order;

    /// <summary>The stabilisers of <c>P_S e_x</c>, or <c>null</c> if no simple of S occurs on the orbit (then r = 0).</summary>
    /// <param name="decomposition">The decomposition of <c>Fun(X, ℝ)</c>.</param>
    /// <param name="sources">The set S.</param>
    /// <param name="orbit">The position of the orbit.</param>
    public static LineStabilizer? TryOf(IsotypicDecomposition decomposition, IEnumerable<SimpleRepresentation> sources, int orbit) =>
        TryOf(decomposition, sources, orbit, new(() => decomposition.Table.Group.PowerMap(2)));

    /// <summary>The same with the map of squares of classes, which serves many sets of simples.</summary>
    internal static LineStabilizer? TryOf(IsotypicDecomposition decomposition, IEnumerable<SimpleRepresentation> sources, int orbit, Lazy<IReadOnlyList<int>> squares)
    {
        var list = sources.ToList();
        return decomposition.Set.Orbits[orbit].Length == decomposition.Table.Group.Order
            ? OnRegularOrbit(decomposition, list, orbit, squares.Value)
            : OnPieces(decomposition, list, orbit);
    }

    /// <summary><c>Σ_{b ∈ B} ε(b) ψ_K(b) = 2 Σ_A ψ_K − Σ_B ψ_K</c> if A ≠ B, and <c>Σ_B ψ_K</c> if A = B.</summary>
    public Cyclotomic SignedSumOf(SimpleRepresentation simple) =>
        HasSign ? (Vector.SumOf(simple) * new Rational(2, 1)) - Line.SumOf(simple) : Line.SumOf(simple);

    /// <summary>Whether K occurs in <c>ℝ[G/B]</c>: the coupling by an even part that is not a polynomial.</summary>
    public bool CouplesEven(SimpleRepresentation simple) => Line.Fixes(simple);

    /// <summary>Whether K occurs in <c>Ind_B^G ε</c>: the coupling by an odd part that is not a polynomial.</summary>
    /// <remarks>As <c>ℝ[G/A] = ℝ[G/B] ⊕ Ind_B^G ε</c> for A ≠ B, it does iff A fixes more vectors of K than B.</remarks>
    public bool CouplesOdd(SimpleRepresentation simple) => HasSign ? Vector.FixedDimension(simple) > Line.FixedDimension(simple) : Line.Fixes(simple);

    /// <summary>The same stabilisers on an orbit that looks like this one.</summary>
    internal LineStabilizer On(int orbit) => new(orbit, Vector, Line);

    private static LineStabilizer? OnRegularOrbit(IsotypicDecomposition decomposition, List<SimpleRepresentation> sources, int orbit, IReadOnlyList<int> squares)
    {
        if (sources.Count == 0)
        {
            return null;
        }

        var group = decomposition.Table.Group;
        var inKernels = new int[squares.Count];
        foreach (var source in sources)
        {
            foreach (var c in source.KernelClassPositions)
            {
                inKernels[c]++;
            }
        }

        int[] vector = [.. Enumerable.Range(0, inKernels.Length).Where(c => inKernels[c] == sources.Count)];
        var opposite = new List<int>();
        for (var c = 0; c < inKernels.Length; c++)
        {
            if (inKernels[squares[c]] == sources.Count && inKernels[c] < sources.Count && sources.TrueForAll(source => source.Character[c] == -source.Character[0]))
            {
                opposite.Add(c);
            }
        }

        var stabilizer = SubgroupClasses.Normal(group, vector);
        return new(orbit, stabilizer, opposite.Count == 0 ? stabilizer : SubgroupClasses.Normal(group, vector.Concat(opposite).Order()));
    }

    private static LineStabilizer? OnPieces(IsotypicDecomposition decomposition, List<SimpleRepresentation> sources, int orbit)
    {
        var values = new List<IReadOnlyList<Cyclotomic>>();
        foreach (var source in sources)
        {
            var entries = decomposition.ProjectorValues(source, orbit);
            if (!entries[0].IsZero)
            {
                values.Add(entries);
            }
        }

        if (values.Count == 0)
        {
            return null;
        }

        var group = decomposition.Set.Group;
        var pieces = decomposition.Set.Orbits[orbit].Pieces;
        var vector = new BigInteger[group.ConjugacyClasses.Count];
        var line = new BigInteger[vector.Length];
        for (var piece = 0; piece < pieces.Count; piece++)
        {
            var isVector = values.TrueForAll(entries => entries[piece] == entries[0]);
            if (!isVector && !values.TrueForAll(entries => entries[piece] == -entries[0]))
            {
                continue;
            }

            foreach (var (position, count) in pieces[piece].ClassCounts)
            {
                line[position] += count * pieces[piece].Length;
                if (isVector)
                {
                    vector[position] += count * pieces[piece].Length;
                }
            }
        }

        return new(orbit, SubgroupClasses.FromCounts(group, vector), SubgroupClasses.FromCounts(group, line));
    }
}
