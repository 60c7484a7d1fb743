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
        var points = Enumerable.Range(0, dimension).Select(i => Matrix<Cyclotomic>.FromColumns([identity.Column(i)])).ToList();
        var places = points.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        var images = generators.Select(_ => new List<int>()).ToArray();
        for (var at = 0; at < points.Count && points.Count <= most; at++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var i = 0; i < generators.Count; i++)
            {
                var image = generators[i] * points[at];
                if (!places.TryGetValue(image, out var place))
                {
                    places.Add(image, place = points.Count);
                    points.Add(image);
                }

                images[i].Add(place);
            }
        }

        // Injective on a finite set, since the matrices are invertible: FromImages checks it again.
        return points.Count > most ? null : new VectorOrbits(points, [.. Enumerable.Range(0, dimension)], [.. images.Select(Permutation.FromImages)]);
    }
}
