using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Representations.Products;

/// <summary><c>Hom_G(V, M)</c>: the equivariant linear maps from a representation to a simple one, by exact matrices.</summary>
/// <remarks>
/// <para><b>How.</b> A map T is known from one of its coordinates f = uT, u a linear form on M whose images span all forms: then <c>(u g) T = f g</c> gives T, and each linear relation between images of u is one that f has to satisfy.
/// The relations for a subgroup that fixes u come first; by Frobenius reciprocity few f are left after them. So the unknowns are the dim V coefficients of f instead of the dim V · dim M entries of T.</para>
/// <para><b>Unique or chosen.</b> The space is unique, the basis is chosen. <b>Field.</b> That of the matrices. <b>Checked:</b> every basis element commutes with all generators, exactly.</para>
/// <para><b>Source.</b> docs/theory.md#products.</para>
/// </remarks>
public sealed class IntertwinerSpace
{
    private IntertwinerSpace(MatrixRepresentation source, SimpleMatrices target, IReadOnlyList<Matrix<Cyclotomic>> basis)
    {
        Source = source;
        Target = target;
        Basis = basis;
    }

    /// <summary>V.</summary>
    public MatrixRepresentation Source { get; }

    /// <summary>M.</summary>
    public SimpleMatrices Target { get; }

    /// <summary>A basis over the real numbers: matrices with dim M rows and dim V columns.</summary>
    public IReadOnlyList<Matrix<Cyclotomic>> Basis { get; }

    /// <summary>The dimension over the real numbers: dim End(M) times the multiplicity of M in V.</summary>
    public int Dimension => Basis.Count;

    /// <summary>All intertwiners.</summary>
    /// <param name="source">V.</param>
    /// <param name="target">M.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">The representations belong to different groups.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="CertificateException">A solution does not commute with a generator: a bug.</exception>
    public static IntertwinerSpace Of(MatrixRepresentation source, SimpleMatrices target, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        if (!source.Group.Generators.SequenceEqual(target.Group.Generators))
        {
            throw new ArgumentException($"a representation of {source.Group.Name} and one of {target.Group.Name} have no intertwiners", nameof(target));
        }

        var basis = Spin(new SourceMatrices(source), target, cancellationToken);
        foreach (var matrix in basis)
        {
            RequireEquivariant(source, target, matrix);
        }

        return new(source, target, basis);
    }

    /// <summary>Checks <c>T g = g T</c> on the generators.</summary>
    /// <exception cref="CertificateException">It does not hold.</exception>
    internal static void RequireEquivariant(MatrixRepresentation source, MatrixRepresentation target, Matrix<Cyclotomic> matrix)
    {
        var matrices = new SourceMatrices(source);
        foreach (var g in source.Group.Generators)
        {
            if (matrices.Times(matrix, g) != target.MatrixOf(g) * matrix)
            {
                throw new CertificateException("an intertwiner commutes with the generators", $"{source} to {target}, {g}");
            }
        }
    }

    private static Matrix<Cyclotomic>[] Spin(SourceMatrices source, SimpleMatrices target, CancellationToken cancellationToken)
    {
        var fixing = target.Fixing;
        var start = Subspace<Cyclotomic>.FixedBy(target.Dimension, fixing.Select(h => target.MatrixOf(h).Transpose()));
        var forms = new List<ColumnVector<Cyclotomic>> { start.Dimension > 0 ? start.Basis[0] : ColumnVector<Cyclotomic>.Unit(target.Dimension, 0) };
        var images = new List<Matrix<Cyclotomic>> { Matrix<Cyclotomic>.Identity(source.Dimension) };
        var steps = source.Generators.Select(g => (Element: g, Transposed: target.MatrixOf(g).Transpose())).ToList();
        if (start.Dimension > 0)
        {
            foreach (var h in fixing)
            {
                Impose(source.Times(images[0], h) - images[0]);
            }
        }

        // Invariant: forms[j] = u g for some g, independent; images[j] has a row f g for each f that is left, and these f satisfy every relation met so far.
        for (var i = 0; i < forms.Count && images[0].RowCount > 0; i++)
        {
            foreach (var (element, transposed) in steps)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var form = transposed * forms[i];
                var image = source.Times(images[i], element);
                if (Matrix<Cyclotomic>.FromColumns(forms).Solve(form) is not { } coordinates)
                {
                    forms.Add(form);
                    images.Add(image);
                    continue;
                }

                for (var k = 0; k < forms.Count; k++)
                {
                    image = coordinates[k].IsZero ? image : image - (coordinates[k] * images[k]);
                }

                Impose(image);
            }
        }

        if (images[0].RowCount == 0)
        {
            return [];
        }

        // The reduced basis of the forms f that are left: it does not depend on how they were found.
        var (back, old) = (Matrix<Cyclotomic>.FromRows(forms).Inverse(), images[0].Transpose());
        var changes = images[0].ReducedRowEchelonForm().Rows().Select(row => Matrix<Cyclotomic>.FromRows([old.Solve(row)!]));
        return [.. changes.Select(change => back * Matrix<Cyclotomic>.FromRows(images.Select(image => (change * image).Row(0))))];

        void Impose(Matrix<Cyclotomic> mustVanish)
        {
            if (mustVanish.IsZero)
            {
                return;
            }

            var left = mustVanish.Transpose().NullSpace();
            var columns = images[0].ColumnCount;
            for (var k = 0; k < images.Count; k++)
            {
                images[k] = left.Count == 0 ? Matrix<Cyclotomic>.Zero(0, columns) : Matrix<Cyclotomic>.FromRows(left) * images[k];
            }
        }
    }

    /// <summary>The matrices of a representation, each computed once; those of a tensor product are not written out.</summary>
    private sealed class SourceMatrices(MatrixRepresentation source)
    {
        private readonly Dictionary<Permutation, (Matrix<Cyclotomic> Left, Matrix<Cyclotomic>? Right)> _known = [];

        public int Dimension => source.Dimension;

        public IReadOnlyList<Permutation> Generators => source.Group.Generators;

        /// <summary>Rows times the matrix of an element.</summary>
        public Matrix<Cyclotomic> Times(Matrix<Cyclotomic> rows, Permutation g)
        {
            if (!_known.TryGetValue(g, out var matrices))
            {
                matrices = source is TensorProductRepresentation product ? (product.Left.MatrixOf(g), product.Right.MatrixOf(g)) : (source.MatrixOf(g), null);
                _known.Add(g, matrices);
            }

            return matrices.Right is { } right ? TensorProductRepresentation.TimesKronecker(rows, matrices.Left, right) : rows * matrices.Left;
        }
    }

    /// <summary>In one line: the dimension.</summary>
    public override string ToString() => FormattableString.Invariant($"Hom({Source}, {Target}) of dimension {Dimension}");
}
