using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Representations;

/// <summary>The sum <c>V_S = ⊕_{L ∈ S} V_L</c> of whole isotypic components of <c>Fun(X, ℝ)</c>, with exact coordinates.</summary>
/// <remarks><b>Basis.</b> For each simple of S, orbit by orbit, a <see cref="ProjectedBasis"/>. The subspace is unique, the basis chosen. <b>Source.</b> docs/theory.md#isotypic.</remarks>
public sealed class IsotypicSubspace : Subrepresentation
{
    /// <summary>The most coefficients of forms, points times dimension: about 1 GB.</summary>
    internal const int MaxCoefficients = 20_000_000;

    private readonly IReadOnlyList<ProjectedBasis> _blocks;

    private IsotypicSubspace(IsotypicDecomposition decomposition, IReadOnlyList<SimpleRepresentation> simples, IReadOnlyList<ProjectedBasis> blocks, int dimension, Cyclotomic[][] forms)
        : base(decomposition, simples, dimension, [.. forms.Select(ColumnVector.Of)]) => _blocks = blocks;

    /// <summary>The inner products of the basis vectors; different blocks are orthogonal, and within a block all basis vectors have length 1.</summary>
    public override Matrix<Cyclotomic> Gram => Diagonal(_blocks.Select(block => block.Gram));

    /// <summary>The sum of the components of the given simples.</summary>
    /// <exception cref="ArgumentException">None of the simples occurs in X, or one belongs to another table.</exception>
    /// <exception cref="LimitExceededException">Points times dimension exceed 20,000,000.</exception>
    public static IsotypicSubspace Of(IsotypicDecomposition decomposition, IEnumerable<SimpleRepresentation> simples)
    {
        var present = simples.Where(simple => decomposition.Multiplicity(simple) > 0).DistinctBy(simple => simple.Position).OrderBy(simple => simple.Position).ToList();
        if (present.Count == 0)
        {
            throw new ArgumentException($"none of the simples occurs in {decomposition.Set.Name}", nameof(simples));
        }

        // Known before the work: the points of a regular set are as many as the group has elements.
        var size = decomposition.Components.Where(component => present.Contains(component.Simple)).Aggregate(BigInteger.Zero, (sum, component) => sum + component.Dimension);
        if (size * decomposition.Set.Size > MaxCoefficients)
        {
            throw new LimitExceededException("coefficients of the forms v_x on a subspace", MaxCoefficients, FormattableString.Invariant($"{decomposition.Set.Size} points times dimension {size}"), "choose a smaller G-set, e.g. the points");
        }

        var dimension = (int)size;
        var forms = new Cyclotomic[decomposition.Set.Size][];
        for (var x = 0; x < forms.Length; x++)
        {
            forms[x] = new Cyclotomic[dimension];
        }

        var blocks = new List<ProjectedBasis>();
        var offset = 0;
        foreach (var simple in present)
        {
            for (var i = 0; i < decomposition.Set.Orbits.Count; i++)
            {
                var orbit = decomposition.Set.Orbits[i];
                var multiplicity = IsotypicDecomposition.MultiplicityIn(orbit, simple);
                if (multiplicity == 0)
                {
                    continue;
                }

                var block = ProjectedBasis.Of(decomposition, simple, i, (int)(multiplicity * simple.Dimension));
                foreach (var x in orbit.Points)
                {
                    var form = block.FormAt(x);
                    for (var j = 0; j < form.Count; j++)
                    {
                        forms[x][offset + j] = form[j];
                    }
                }

                offset += block.Points.Count;
                blocks.Add(block);
            }
        }

        return new(decomposition, present, blocks, dimension, forms);
    }

    /// <inheritdoc/>
    public override Matrix<Cyclotomic> MatrixOf(Permutation g) => Diagonal(_blocks.Select(block => block.MatrixOf(g)));

    /// <inheritdoc/>
    public override string ToString() => $"the isotypic component of {string.Join(" + ", Simples.Select(simple => simple.Label))} in {Decomposition.Set.Name}";

    private Matrix<Cyclotomic> Diagonal(IEnumerable<Matrix<Cyclotomic>> blocks)
    {
        var rows = new List<Cyclotomic[]>();
        var offset = 0;
        foreach (var block in blocks)
        {
            for (var i = 0; i < block.RowCount; i++)
            {
                var row = new Cyclotomic[Dimension];
                for (var j = 0; j < block.ColumnCount; j++)
                {
                    row[offset + j] = block[i, j];
                }

                rows.Add(row);
            }

            offset += block.ColumnCount;
        }

        return Matrix<Cyclotomic>.FromRows(rows);
    }
}
