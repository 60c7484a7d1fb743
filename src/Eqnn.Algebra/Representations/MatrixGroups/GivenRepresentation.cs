using System.Collections.Concurrent;
using System.Numerics;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.GSets;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Representations.MatrixGroups;

/// <summary>A real representation that is given by the matrices of the generators of its group, as users and files know it.</summary>
/// <remarks>
/// <para><b>Checked.</b> The matrices permute the orbits of the basis vectors; they are a representation iff that is an action of the group, which is proved as for every G-set that is given by permutations. The inner product is symmetric, positive definite and invariant.</para>
/// <para><b>Cost.</b> A matrix times a vector for each point of the orbits, at most |G| times the dimension, and each generator.</para>
/// </remarks>
public sealed class GivenRepresentation : MatrixRepresentation
{
    private readonly VectorOrbits _orbits;
    private readonly GSet _vectors;
    private readonly string _name;
    private readonly ConcurrentDictionary<Permutation, Matrix<Cyclotomic>> _known = new();

    private GivenRepresentation(string name, VectorOrbits orbits, GSet vectors, Matrix<Cyclotomic> gram) => (_name, _orbits, _vectors, Gram) = (name, orbits, vectors, gram);

    /// <inheritdoc/>
    public override FiniteGroup Group => _vectors.Group;

    /// <inheritdoc/>
    public override int Dimension => _orbits.Basis.Length;

    /// <inheritdoc/>
    public override Matrix<Cyclotomic> Gram { get; }

    /// <summary>The representation in which the generators of a group have given matrices.</summary>
    /// <param name="name">How it is called in texts; any text.</param>
    /// <param name="group">The group.</param>
    /// <param name="dimension">The dimension, at least 1.</param>
    /// <param name="generators">A square matrix of real cyclotomics for each of <see cref="FiniteGroup.Generators"/>, in their order; column j is the image of basis vector j.</param>
    /// <param name="gram">The inner products of the basis vectors under an invariant inner product. Where it is absent: the inverse of Σ v vᵀ over the orbits of the basis vectors.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">Another number of matrices, a wrong shape, an entry that is not real, no representation of this group (names the generator where one alone shows it), or an inner product that is none or not invariant.</exception>
    /// <exception cref="LimitExceededException">The orbits of the basis vectors are too large to be listed.</exception>
    public static GivenRepresentation FromGenerators(
        string name, FiniteGroup group, int dimension, IEnumerable<Matrix<Cyclotomic>> generators, Matrix<Cyclotomic>? gram = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(generators);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        Matrix<Cyclotomic>[] matrices = [.. generators];
        RequireGenerators(group, dimension, matrices);
        var bound = group.Order * dimension;
        var most = (int)BigInteger.Min(bound, Math.Min(VectorOrbits.MostIn(dimension), GSet.MaxPoints));
        var orbits = VectorOrbits.TryOf(dimension, matrices, most, cancellationToken) ?? throw (most == bound
            ? new ArgumentException($"the matrices are no representation of {group.Name}: the orbits of the basis vectors are longer than its order", nameof(generators))
            : new LimitExceededException("vectors in the orbits of a basis", most, "more", "not possible in this dimension"));
        GSet vectors;
        try
        {
            vectors = GSet.FromGeneratorActions(group, name, orbits.Points.Count, orbits.Actions);
        }
        catch (ArgumentException)
        {
            throw new ArgumentException($"the matrices are no representation of {group.Name}: a product of generators that is 1 in the group is another matrix", nameof(generators));
        }

        if (gram is not null)
        {
            RequireInvariant(gram, dimension, group, matrices);
        }

        return new(name, orbits, vectors, gram ?? Averaged(orbits));
    }

    /// <inheritdoc/>
    public override Matrix<Cyclotomic> MatrixOf(Permutation g) => _known.Count > 1000 ? Compute(g) : _known.GetOrAdd(g, Compute);

    /// <summary>The name that was given.</summary>
    public override string ToString() => _name;

    private Matrix<Cyclotomic> Compute(Permutation g) => Matrix<Cyclotomic>.FromColumns(_orbits.Basis.Select(place => _orbits.Points[_vectors.Apply(g, place)].Column(0)));

    /// <summary>(Σ v vᵀ)⁻¹ over a set of vectors that spans and is permuted: A (Σ v vᵀ) Aᵀ = Σ v vᵀ.</summary>
    private static Matrix<Cyclotomic> Averaged(VectorOrbits orbits) =>
        orbits.Points.Aggregate(Matrix<Cyclotomic>.Zero(orbits.Basis.Length, orbits.Basis.Length), (sum, point) => sum + (point * point.Transpose())).Inverse();

    private static void RequireGenerators(FiniteGroup group, int dimension, Matrix<Cyclotomic>[] matrices)
    {
        if (matrices.Length != group.Generators.Count)
        {
            throw new ArgumentException(FormattableString.Invariant($"{matrices.Length} matrices for the {group.Generators.Count} generators of {group.Name}"), nameof(matrices));
        }

        var identity = Matrix<Cyclotomic>.Identity(dimension);
        foreach (var (i, matrix) in matrices.Index())
        {
            if (matrix.RowCount != dimension || matrix.ColumnCount != dimension)
            {
                throw new ArgumentException(FormattableString.Invariant($"the matrix of generator {i + 1} is {matrix.RowCount} x {matrix.ColumnCount}, the dimension is {dimension}"), nameof(matrices));
            }

            if (matrix.Rows().SelectMany(row => row).FirstOrDefault(entry => !entry.IsReal) is { IsZero: false } entry)
            {
                throw new ArgumentException(FormattableString.Invariant($"the matrix of generator {i + 1} has the entry {entry}, which is not real"), nameof(matrices));
            }

            var order = group.Generators[i].Order;
            if (Power(matrix, order) != identity)
            {
                throw new ArgumentException(FormattableString.Invariant($"the matrices are no representation of {group.Name}: generator {i + 1} has order {order}, and the power of its matrix with this exponent is not 1"), nameof(matrices));
            }
        }
    }

    private static void RequireInvariant(Matrix<Cyclotomic> gram, int dimension, FiniteGroup group, Matrix<Cyclotomic>[] matrices)
    {
        if (gram.RowCount != dimension || gram.ColumnCount != dimension || gram != gram.Transpose() || gram.Rows().Any(row => row.Any(entry => !entry.IsReal)))
        {
            throw new ArgumentException(FormattableString.Invariant($"the inner products of {dimension} basis vectors are a symmetric real matrix with so many rows"), nameof(gram));
        }

        if (Enumerable.Range(1, dimension).Any(size => Matrix<Cyclotomic>.FromFunction(size, size, (i, j) => gram[i, j]).Determinant().Sign <= 0))
        {
            throw new ArgumentException("the inner product is not positive definite", nameof(gram));
        }

        if (Array.FindIndex(matrices, matrix => matrix.Transpose() * gram * matrix != gram) is >= 0 and var moved)
        {
            throw new ArgumentException(FormattableString.Invariant($"the inner product is not invariant under generator {moved + 1}, {group.Generators[moved]}"), nameof(gram));
        }
    }

    private static Matrix<Cyclotomic> Power(Matrix<Cyclotomic> matrix, BigInteger exponent)
    {
        var (result, square) = (Matrix<Cyclotomic>.Identity(matrix.RowCount), matrix);
        for (var rest = exponent; rest > 0; rest >>= 1)
        {
            result = rest.IsEven ? result : result * square;
            square *= square;
        }

        return result;
    }
}
