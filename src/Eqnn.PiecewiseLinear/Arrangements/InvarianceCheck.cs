using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>Whether signed permutations of rows are induced by linear maps of their span.</summary>
internal static class InvarianceCheck
{
    /// <summary>Throws with the generator and the hyperplane at which a linear map fails.</summary>
    /// <remarks>If T maps the basis rows b to ± row g(b), it is the only candidate; then every row r must satisfy r T = ± row g(r). On the basis columns no information is lost.</remarks>
    /// <param name="rows">The rows.</param>
    /// <param name="generators">The signed permutations.</param>
    /// <param name="affine">Whether these are affine forms, with the hyperplane at infinity in front, which is not counted in messages.</param>
    public static void Require(RowSystem rows, IReadOnlyList<SignedPermutation> generators, bool affine = false)
    {
        var first = affine ? 0 : 1;
        var columns = rows.BasisColumns;
        ColumnVector<Cyclotomic> Restricted(int row) => [.. columns.Select(c => rows.Rows[row][c])];
        var basis = rows.BasisHyperplanes.Select(h => rows.Hyperplanes[h].Rows[0].Row).ToArray();
        var inverse = basis.Length == 0 ? null : Matrix<Cyclotomic>.FromRows(basis.Select(Restricted)).Inverse();
        for (var g = 0; g < generators.Count; g++)
        {
            var generator = generators[g];
            if (generator.Degree != rows.Rows.Count)
            {
                throw new ArgumentException(FormattableString.Invariant($"generator {g + 1} acts on {generator.Degree} rows, the arrangement has {rows.Rows.Count}"), nameof(generators));
            }

            ColumnVector<Cyclotomic> Image(int row) => [.. Restricted(generator.Image(row)).Select(x => generator.SignAt(row) < 0 ? -x : x)];

            // Columns of T transposed: rows times T is T transposed times columns.
            var map = inverse is null ? null : (inverse * Matrix<Cyclotomic>.FromRows(basis.Select(Image))).Transpose();
            for (var r = 0; r < rows.Rows.Count; r++)
            {
                var actual = Image(r);
                var expected = map is null ? actual : map * Restricted(r);
                if (!expected.SequenceEqual(actual))
                {
                    var position = rows.HyperplaneOf[r] + first;
                    var hyperplane = rows.HyperplaneOf[r] < 0 ? "a zero row" : position == 0 ? "a constant" : FormattableString.Invariant($"hyperplane {position}");
                    throw new ArgumentException(
                        FormattableString.Invariant($"the arrangement is not invariant under generator {g + 1}: no {(affine ? "affine" : "linear")} map sends row {r + first} ({hyperplane}) to row {generator.SignAt(r) * (generator.Image(r) + first)}"),
                        nameof(generators));
                }
            }
        }
    }
}
