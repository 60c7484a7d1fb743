using System.Diagnostics;
using Eqnn.Algebra.Characters;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Existence;

/// <summary>
/// An explicit nonzero piecewise linear equivariant map V_L → V_K between the isotypic components of L and K in <c>Fun(G, ℝ)</c>: one hidden ReLU layer with bias,
/// <c>F(v) = P_K ReLU(v − β · 1)</c>, and a point at which it is nonzero. It gives one between the simples themselves.
/// </summary>
/// <remarks>
/// <para>F is equivariant: the bias is constant, ReLU acts on each coordinate, P_K commutes with G. Let r = P_L e_1. Its coordinate at g is
/// <c>⟨g r, r⟩ = κ_L ψ_L(g)</c> with <c>κ_L = dim L / (dim End(L) |G|)</c>; it equals <c>|r|² = κ_L ψ_L(1)</c> exactly for g in ker L and is smaller otherwise.
/// With β strictly between, ReLU leaves exactly the coordinates in ker L, so <c>F(r) = (|r|² − β) P_K 1_{ker L}</c>, whose coordinate at 1 is
/// <c>(|r|² − β) κ_K Σ_{ker L} ψ_K</c>, positive as ker L ≤ ker K.</para>
/// <para><b>Between the simples.</b> The translates of r span all of V_L, which is L only if L occurs once. A map L → K has the same shape with a vector u of L whose stabiliser is ker L, any w ≠ 0 of K, and β between the two largest
/// values of <c>⟨g u, u⟩</c>: <c>v ↦ Σ_g ReLU(⟨g u, v⟩ − β) g w</c>, with the value <c>(|u|² − β) |ker L| w</c> at u.</para>
/// <para><b>Chosen:</b> β is half-way between the two largest values. <b>Source.</b> docs/theory.md#witness (proved there).</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record MapWitness
{
    internal MapWitness(SimpleRepresentation source, SimpleRepresentation target, Cyclotomic bias)
    {
        Source = source;
        Target = target;
        Bias = bias;
    }

    /// <summary>The simple L.</summary>
    public SimpleRepresentation Source { get; }

    /// <summary>The simple K.</summary>
    public SimpleRepresentation Target { get; }

    /// <summary>The bias β, a real cyclotomic.</summary>
    public Cyclotomic Bias { get; }

    /// <summary>The largest coordinate <c>|r|² = κ_L dim L</c> of the point r = P_L e_1: its coordinate at every g in ker L.</summary>
    public Cyclotomic PointAtIdentity => Scale(Source) * Source.Character[0];

    /// <summary>The coordinate of F(r) at 1, positive.</summary>
    public Cyclotomic ValueAtIdentity => (PointAtIdentity - Bias) * Scale(Target) * KernelSums.Over(Source, Target);

    /// <summary>The coordinate of r = P_L e_1 at the elements of a class: <c>κ_L ψ_L</c>.</summary>
    public Cyclotomic PointAt(int classPosition) => Scale(Source) * Source.Character[classPosition];

    /// <summary>
    /// Checks from the character values alone that the bias lies below the coordinates of r at ker L and not below any other, and that the value is positive.
    /// </summary>
    public bool Verify()
    {
        if (!ReferenceEquals(Source.Table, Target.Table) || !Bias.IsReal)
        {
            return false;
        }

        foreach (var c in Source.Table.Classes)
        {
            var active = Cyclotomic.CompareReal(PointAt(c.Position), Bias) > 0;
            if (active != (Source.Character[c.Position] == Source.Character[0]))
            {
                return false;
            }
        }

        return ValueAtIdentity.Sign > 0;
    }

    /// <summary>One line with the map, the point and the value.</summary>
    public override string ToString() =>
        $"F(v) = P_{Target.Label} ReLU(v - β), β = {Bias}, on the regular representation; at v = P_{Source.Label} e_1 its coordinate at 1 is {ValueAtIdentity}";

    private static Rational Scale(SimpleRepresentation simple) => new(simple.Dimension, simple.Table.Group.Order * simple.EndomorphismDimension);
}
