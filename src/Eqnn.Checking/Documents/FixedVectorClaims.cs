using Eqnn.Checking.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.Checking.Documents;

/// <summary>Vectors of a listed representation that a set of elements fixes, in reduced form.</summary>
internal static class FixedVectorClaims
{
    public static IReadOnlyList<ColumnVector<Cyclotomic>> Of(ListedRepresentation representation, IReadOnlyList<int> elements) =>
        Subspace<Cyclotomic>.FixedBy(representation.Matrices[0].RowCount, elements.Select(g => representation.Matrices[g]).Distinct()).Basis;

    /// <summary>The first vectors whose orbits under the endomorphisms are independent: v is independent of earlier ones iff the matrices E with E g = g E send them all to independent vectors.</summary>
    public static IReadOnlyList<ColumnVector<Cyclotomic>> OverEndomorphisms(ListedRepresentation representation, ListedGroup group, IReadOnlyList<ColumnVector<Cyclotomic>> vectors, int endomorphisms)
    {
        if (endomorphisms == 1 || vectors.Count == 0)
        {
            return vectors;
        }

        if (vectors[0].Count == endomorphisms)
        {
            // The endomorphisms are a field or the quaternions: they send one vector everywhere.
            return [vectors[0]];
        }

        // Averages of elementary matrices over the group span the endomorphisms.
        var dimension = vectors[0].Count;
        var span = new List<Matrix<Cyclotomic>>();
        for (var entry = 0; span.Count < endomorphisms; entry++)
        {
            var (row, column) = (entry / dimension, entry % dimension);
            var average = Matrix<Cyclotomic>.FromFunction(dimension, dimension, (i, j) => Enumerable.Range(0, group.Order)
                .Aggregate(Cyclotomic.Zero, (sum, g) => sum + (representation.Matrices[g][i, row] * representation.Matrices[group.Inverse[g]][column, j])));
            if (Matrix<Cyclotomic>.FromRows(span.Append(average).Select(matrix => matrix.Rows().SelectMany(r => r))).Rank > span.Count)
            {
                span.Add(average);
            }
        }

        var (chosen, images) = (new List<ColumnVector<Cyclotomic>>(), new List<ColumnVector<Cyclotomic>>());
        foreach (var vector in vectors)
        {
            var wider = images.Concat(span.Select(e => e * vector)).ToList();
            if (Matrix<Cyclotomic>.FromRows(wider).Rank == wider.Count)
            {
                images = wider;
                chosen.Add(vector);
            }
        }

        return chosen;
    }
}
