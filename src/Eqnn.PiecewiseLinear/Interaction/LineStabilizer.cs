using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Numbers;
using Eqnn.Algebra.Representations;

namespace Eqnn.PiecewiseLinear.Interaction;

/// <summary>
/// For an orbit O with base point x and a set S of simples: the stabiliser <c>A = {g : g r = r}</c> of the vector <c>r = P_S e_x</c>, the stabiliser
/// <c>B = {g : g r = ± r}</c> of its line, and the sign ε on B.
/// </summary>
/// <remarks>
/// <para><b>How.</b> <c>g r = r</c> iff <c>⟨g r, r⟩ = ⟨r, r⟩</c> iff for every L in S the entry of P_L at (g x, x) equals that at (x, x), as none can exceed it; with −1 likewise.
/// So A and B consist of whole <see cref="OrbitPiece"/>s: no element is enumerated, no matrix formed.</para>
/// <para><b>Source.</b> docs/theory.md#stabilisers (the lemma on stabilisers without projectors).</para>
/// </remarks>
public sealed class LineStabilizer
{
    private LineStabilizer(int orbit, SubgroupClasses vector, SubgroupClasses line)
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
    public static LineStabilizer? TryOf(IsotypicDecomposition decomposition, IEnumerable<SimpleRepresentation> sources, int orbit)
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

        return new(orbit, new SubgroupClasses(group, vector), new SubgroupClasses(group, line));
    }

    /// <summary><c>Σ_{b ∈ B} ε(b) ψ_K(b) = 2 Σ_A ψ_K − Σ_B ψ_K</c> if A ≠ B, and <c>Σ_B ψ_K</c> if A = B.</summary>
    public Cyclotomic SignedSumOf(SimpleRepresentation simple) =>
        HasSign ? Vector.SumOf(simple) * new Rational(2, 1) - Line.SumOf(simple) : Line.SumOf(simple);

    /// <summary>Whether K occurs in <c>ℝ[G/B]</c>: the coupling by an even part that is not a polynomial.</summary>
    public bool CouplesEven(SimpleRepresentation simple) => Line.Fixes(simple);

    /// <summary>Whether K occurs in <c>Ind_B^G ε</c>: the coupling by an odd part that is not a polynomial.</summary>
    public bool CouplesOdd(SimpleRepresentation simple)
    {
        if (!HasSign)
        {
            return Line.Fixes(simple);
        }

        // If A and B are normal the vectors fixed by A are 0 or all of K, and so are those fixed by B: ε occurs iff the two differ.
        return Vector.IsNormal && Line.IsNormal ? Vector.Fixes(simple) && !Line.Fixes(simple) : !SignedSumOf(simple).IsZero;
    }
}
