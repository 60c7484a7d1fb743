using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Representations.MatrixGroups;

/// <summary>The union of the orbits of the basis vectors under matrices, and the permutations of it.</summary>
/// <param name="Points">The vectors as columns, the first basis vector first.</param>
/// <param name="Basis">The places of the basis vectors.</param>
/// <param name="Actions">The permutation of each matrix.</param>
internal sealed record VectorOrbits(IReadOnlyList<Matrix<Cyclotomic>> Points, int[] Basis, Permutation[] Actions)
{
    /// <summary>The entries of all points together: about a gigabyte.</summary>
    private const int MaxEntries = 8_000_000;

    /// <summary>Finds the orbits; they are closed under the matrices when nothing new comes.</summary>
    public static VectorOrbits Of(IReadOnlyList<Matrix<Cyclotomic>> generators, GroupLimits limits, CancellationToken cancellationToken)
    {
        var n = generators[0].RowCount;
        var most = Math.Min(limits.MaxDegree, MostIn(n));
        return TryOf(n, generators, most, cancellationToken)
            ?? throw new LimitExceededException("vectors in the orbits of a basis", most, FormattableString.Invariant($"more than {most} vectors, or the group is infinite"), most < limits.MaxDegree ? "not possible in this dimension" : "allow a larger degree");
    }

    /// <summary>The most points that are held in a dimension.</summary>
    public static int MostIn(int dimension) => MaxEntries / dimension;

    /// <summary>Finds the orbits; null if there are more points than <paramref name="most"/>.</summary>
    public static VectorOrbits? TryOf(int dimension, IReadOnlyList<Matrix<Cyclotomic>> generators, int most, CancellationToken cancellationToken)
    {
        var identity = Matrix<Cyclotomic>.Identity(dimension);
        var points = new Numbering<Matrix<Cyclotomic>>();
        var basis = Enumerable.Range(0, dimension).Select(i => points.NumberOf(Matrix<Cyclotomic>.FromColumns([identity.Column(i)]))).ToArray();
        var images = generators.Select(_ => new List<int>()).ToArray();
        for (var at = 0; at < points.Count && points.Count <= most; at++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var i = 0; i < generators.Count; i++)
            {
                images[i].Add(points.NumberOf(generators[i] * points[at]));
            }
        }

        // Injective on a finite set, since the matrices are invertible: FromImages checks it again.
        return points.Count > most ? null : new VectorOrbits(points.Values, basis, [.. images.Select(Permutation.FromImages)]);
    }
}
