using Eqnn.Algebra.GSets;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Numbers.Permutations;

namespace Eqnn.PiecewiseLinear.Activations;

/// <summary>Which activations commute with a group of matrices in a given basis: <c>f(A x) = A f(x)</c>, f applied to every coordinate.</summary>
/// <remarks>
/// <para>f that is not affine: every A must be monomial with entries in <see cref="ScalingGroup"/> of f. f linear: always. f affine with f(0) ≠ 0: all rows must sum to 1. It is enough to look at generators.</para>
/// <para><b>Source.</b> docs/theory.md#activations (proved there); [GTW], compare [Pacini2024].</para>
/// </remarks>
public sealed class ActivationAdmission
{
    private readonly Matrix<RealCyclotomic>[] _generators;

    private ActivationAdmission(Matrix<RealCyclotomic>[] generators) => _generators = generators;

    /// <summary>The matrices.</summary>
    public IReadOnlyList<Matrix<RealCyclotomic>> Generators => _generators;

    /// <summary>The number of coordinates.</summary>
    public int Dimension => _generators.Length == 0 ? 0 : _generators[0].RowCount;

    /// <summary>The kind of the matrices.</summary>
    public MatrixShape Shape
    {
        get
        {
            var entries = NonzeroEntries().Select(entry => entry.Value).ToList();
            return !_generators.All(IsMonomial) ? MatrixShape.General
                : entries.TrueForAll(a => a == RealCyclotomic.One) ? MatrixShape.Permutation
                : entries.TrueForAll(a => a == RealCyclotomic.One || a == -RealCyclotomic.One) ? MatrixShape.SignedPermutation
                : entries.TrueForAll(a => a.Sign > 0) ? MatrixShape.PositiveMonomial
                : MatrixShape.Monomial;
        }
    }

    /// <summary>Whether every row of every matrix sums to 1, that is whether the vector of ones is fixed: then constants may be added.</summary>
    public bool FixesOnes => _generators.All(matrix => Enumerable.Range(0, Dimension).All(row => RowSum(matrix, row) == RealCyclotomic.One));

    /// <summary>The most points of a G-set whose permutation matrices are written out.</summary>
    public const int MaxPoints = 500;

    /// <summary>Prepares the query for the permutation matrices of the generators on a G-set.</summary>
    /// <exception cref="LimitExceededException">The set has more than <see cref="MaxPoints"/> points.</exception>
    public static ActivationAdmission Of(GSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return set.Size > MaxPoints
            ? throw new LimitExceededException("points written out as matrices", MaxPoints, $"{set.Size}", "every permutation representation allows every activation; choose a smaller G-set to see it checked")
            : Of(set.GeneratorActions.Select(g => Matrix<RealCyclotomic>.FromFunction(g.Degree, g.Degree, (y, x) => g[x] == y ? RealCyclotomic.One : RealCyclotomic.Zero)));
    }

    /// <summary>For each activation that has a name what forbids it; null where it is allowed.</summary>
    public IReadOnlyList<(Activation Activation, AdmissionObstruction? Obstruction)> OfKnown() => [.. Activation.Known.Select(f => (f, TryFindObstruction(f)))];

    /// <summary>Prepares the query.</summary>
    /// <param name="generators">Invertible square matrices of one size.</param>
    /// <exception cref="ArgumentException">The sizes differ, or a matrix is not square or not invertible.</exception>
    public static ActivationAdmission Of(IEnumerable<Matrix<RealCyclotomic>> generators)
    {
        Matrix<RealCyclotomic>[] list = [.. generators];
        for (var i = 0; i < list.Length; i++)
        {
            if (list[i].RowCount != list[i].ColumnCount || list[i].RowCount != list[0].RowCount)
            {
                throw new ArgumentException(FormattableString.Invariant($"matrix {i + 1} is {list[i].RowCount} x {list[i].ColumnCount}, matrix 1 has {list[0].RowCount} rows"), nameof(generators));
            }

            if (list[i].Rank < list[i].RowCount)
            {
                throw new ArgumentException(FormattableString.Invariant($"matrix {i + 1} is not invertible, so it belongs to no representation"), nameof(generators));
            }
        }

        return new(list);
    }

    /// <summary>Whether f is allowed.</summary>
    public bool Allows(Activation activation) => TryFindObstruction(activation) is null;

    /// <summary>The first generator and entry that forbid f, with a vector on which <c>f(A x) ≠ A f(x)</c>; <c>null</c> if f is allowed.</summary>
    /// <exception cref="CertificateException">No vector was found although f is forbidden: a bug.</exception>
    public AdmissionObstruction? TryFindObstruction(Activation activation)
    {
        if (activation.Scaling == ScalingGroup.NonZero)
        {
            return null;
        }

        for (var g = 0; g < _generators.Length; g++)
        {
            for (var row = 0; row < Dimension; row++)
            {
                var columns = Enumerable.Range(0, Dimension).Where(column => !_generators[g][row, column].IsZero).ToList();
                var forbidden = activation.Scaling == ScalingGroup.Affine
                    ? RowSum(_generators[g], row) != RealCyclotomic.One
                    : columns.Count > 1 || !Contains(activation.Scaling, _generators[g][row, columns[0]]);
                if (forbidden)
                {
                    return new(g, row, columns, [.. columns.Select(column => _generators[g][row, column])], FailingVector.Find(_generators[g], row, columns, activation));
                }
            }
        }

        return null;
    }

    private static bool Contains(ScalingGroup group, RealCyclotomic a) => group switch
    {
        ScalingGroup.One => a == RealCyclotomic.One,
        ScalingGroup.PlusMinusOne => a == RealCyclotomic.One || a == -RealCyclotomic.One,
        ScalingGroup.Positive => a.Sign > 0,
        _ => true,
    };

    private static RealCyclotomic RowSum(Matrix<RealCyclotomic> matrix, int row) => matrix.Row(row).Aggregate(RealCyclotomic.Zero, (sum, a) => sum + a);

    private static bool IsMonomial(Matrix<RealCyclotomic> matrix) => matrix.Rows().All(row => row.Count(a => !a.IsZero) == 1);

    private IEnumerable<(int Generator, RealCyclotomic Value)> NonzeroEntries() =>
        _generators.SelectMany((matrix, g) => matrix.Rows().SelectMany(row => row).Where(a => !a.IsZero).Select(a => (g, a)));
}
