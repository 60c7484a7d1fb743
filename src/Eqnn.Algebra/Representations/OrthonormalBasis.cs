using System.Numerics;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.Algebra.Representations;

/// <summary>Looks for an orthogonal basis of equal lengths over the field at hand: then all group elements act by orthogonal matrices.</summary>
/// <remarks>
/// First among the images of a line that some subgroup fixes: short vectors, often signed permutation matrices. Else by Gram–Schmidt, if the lengths are square roots in the cyclotomic field of the exponent of the group.
/// There need not be one: for the rotation by 2π/n with 4 not dividing n, sin(2π/n) lies outside the field.
/// </remarks>
internal static class OrthonormalBasis
{
    private const int MaxLines = 240;
    private const int MaxSteps = 20_000;
    private const int MaxConductor = 2000;

    /// <summary>The basis as the columns of a matrix in the coordinates of the representation, or <c>null</c>.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Matrix<Cyclotomic>? TryFind(MatrixRepresentation space, CancellationToken cancellationToken = default)
    {
        var identity = Matrix<Cyclotomic>.Identity(space.Dimension);
        if (IsScalar(space.Gram))
        {
            return identity;
        }

        return FixedLines(space, cancellationToken).Select(line => AmongImages(space, line, cancellationToken)).FirstOrDefault(found => found is not null) ?? ByGramSchmidt(space, cancellationToken);
    }

    /// <summary>Whether a matrix is a multiple of the identity.</summary>
    public static bool IsScalar(Matrix<Cyclotomic> gram) =>
        Enumerable.Range(0, gram.RowCount).All(i => Enumerable.Range(0, gram.ColumnCount).All(j => i == j ? gram[i, i] == gram[0, 0] : gram[i, j].IsZero));

    private static IEnumerable<ColumnVector<Cyclotomic>> FixedLines(MatrixRepresentation space, CancellationToken cancellationToken)
    {
        foreach (var generators in MultiplicityOneModel.Candidates(space.Group).Where(generators => generators.Count > 0))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (space.FixedBy(generators).Basis is [var line])
            {
                yield return line;
            }
        }
    }

    private static Matrix<Cyclotomic>? AmongImages(MatrixRepresentation space, ColumnVector<Cyclotomic> line, CancellationToken cancellationToken)
    {
        var steps = space.Group.Generators.Select(space.MatrixOf).ToList();
        var images = new List<ColumnVector<Cyclotomic>> { line };
        for (var next = 0; next < images.Count; next++)
        {
            foreach (var step in steps)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var image = step * images[next];
                var opposite = -image;
                if (!images.Exists(known => known == image || known == opposite))
                {
                    images.Add(image);
                }
            }

            if (images.Count > MaxLines)
            {
                return null;
            }
        }

        // By symmetry the first line may be taken; then a search with a bound, depth first.
        var left = MaxSteps;
        return Extend([images[0]], images) is { } chosen ? Matrix<Cyclotomic>.FromColumns(chosen) : null;

        List<ColumnVector<Cyclotomic>>? Extend(List<ColumnVector<Cyclotomic>> chosen, IReadOnlyList<ColumnVector<Cyclotomic>> free)
        {
            if (chosen.Count == space.Dimension)
            {
                return chosen;
            }

            cancellationToken.ThrowIfCancellationRequested();
            var dual = space.Gram * chosen[^1];
            var candidates = free.Where(v => dual.Dot(v).IsZero).ToList();
            for (var i = 0; i < candidates.Count && candidates.Count - i >= space.Dimension - chosen.Count && left-- > 0; i++)
            {
                if (Extend([.. chosen, candidates[i]], candidates[(i + 1)..]) is { } found)
                {
                    return found;
                }
            }

            return null;
        }
    }

    /// <summary>Gram–Schmidt, where the lengths have square roots in the cyclotomic field of the exponent of the group.</summary>
    private static Matrix<Cyclotomic>? ByGramSchmidt(MatrixRepresentation space, CancellationToken cancellationToken) => ByGramSchmidt(space, value => TrySquareRoot(value, space.Group.Exponent), cancellationToken);

    /// <summary>Gram–Schmidt, where the lengths have square roots.</summary>
    public static Matrix<Cyclotomic>? ByGramSchmidt(MatrixRepresentation space, Func<Cyclotomic, Cyclotomic?> squareRoot, CancellationToken cancellationToken = default)
    {
        var basis = new List<ColumnVector<Cyclotomic>>();
        for (var i = 0; i < space.Dimension; i++)
        {
            var unit = ColumnVector<Cyclotomic>.Unit(space.Dimension, i);
            var vector = basis.Aggregate(unit, (rest, earlier) =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                return rest - ((space.Gram * earlier).Dot(unit) * earlier);
            });
            if (squareRoot((space.Gram * vector).Dot(vector)) is not { } length)
            {
                return null;
            }

            basis.Add(length.Inverse() * vector);
        }

        return Matrix<Cyclotomic>.FromColumns(basis);
    }

    /// <summary>A square root in the cyclotomic field of conductor n of a positive number that is a rational or a rational multiple of some sin²(2πa/n), or nearly so (<see cref="RealCyclotomic.TrySquareRoot"/>).</summary>
    private static Cyclotomic? TrySquareRoot(Cyclotomic value, BigInteger n)
    {
        if (!value.IsRational && (n % 4 != 0 || n > MaxConductor))
        {
            return null;
        }

        return RealCyclotomic.TrySquareRoot((RealCyclotomic)value, n > MaxConductor ? 1 : (int)n) is { } root && n % root.Value.Conductor == 0 ? root.Value : (Cyclotomic?)null;
    }
}
