using Eqnn.Algebra.Characters;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.Algebra.Representations.Products;

/// <summary>How a simple M lies in a product L ⊗ K: projections <c>T_1, …, T_m</c> onto its copies, which are orthogonal to each other, and the units of End_G(M). The maps <c>u T_a</c> are a basis of Hom_G(L ⊗ K, M).</summary>
/// <remarks><c>T_a T_b* = 0</c> for a ≠ b, and <c>T_a T_a* = c_a</c>, a positive number; c_a = 1 where its square root was found (<see cref="IsOrthonormal"/>). The adjoint is that of the invariant inner products, scaled so that the first basis vectors have length 1.</remarks>
public sealed class ClebschGordanComponent
{
    private ClebschGordanComponent(SimpleMatrices target, EndomorphismUnits units, IReadOnlyList<Matrix<Cyclotomic>> projections, IReadOnlyList<Cyclotomic> squares, IReadOnlyList<ClebschGordanTensor> tensors)
    {
        Target = target;
        Units = units;
        Projections = projections;
        Squares = squares;
        Tensors = tensors;
    }

    /// <summary>M.</summary>
    public SimpleRepresentation Simple => Target.Simple;

    /// <summary>M by matrices.</summary>
    public SimpleMatrices Target { get; }

    /// <summary>The units of End_G(M).</summary>
    public EndomorphismUnits Units { get; }

    /// <summary>How often M occurs in L ⊗ K.</summary>
    public int Multiplicity => Projections.Count;

    /// <summary>The projections T_a.</summary>
    public IReadOnlyList<Matrix<Cyclotomic>> Projections { get; }

    /// <summary>The numbers c_a.</summary>
    public IReadOnlyList<Cyclotomic> Squares { get; }

    /// <summary>All maps u T_a, copy by copy; their number is dim End(M) times the multiplicity.</summary>
    public IReadOnlyList<ClebschGordanTensor> Tensors { get; }

    /// <summary>Whether all c_a are 1 and the units have squares ±1.</summary>
    public bool IsOrthonormal => Units.AreNormalized && Squares.All(square => square.IsOne);

    internal static ClebschGordanComponent Of(TensorProductRepresentation product, AdjointForm form, SimpleMatrices target, int multiplicity, CancellationToken cancellationToken)
    {
        var units = EndomorphismUnits.Of(target, cancellationToken);
        var space = multiplicity == 0 ? null : IntertwinerSpace.Of(product, target, cancellationToken);
        RequireCount(target.Simple, multiplicity, space?.Dimension ?? 0);
        var (projections, squares) = Orthogonal(space?.Basis ?? [], form, AdjointForm.Of(target), target, cancellationToken);
        var tensors = new List<ClebschGordanTensor>();
        foreach (var (projection, copy) in projections.Select((projection, copy) => (projection, copy)))
        {
            for (var unit = 0; unit < units.Matrices.Count; unit++)
            {
                tensors.Add(new(copy, unit, product.Right.Dimension, unit == 0 ? projection : units.Matrices[unit] * projection));
            }
        }

        return new(target, units, projections, squares, tensors.AsReadOnly());
    }

    /// <summary>Two routes to one number: the multiplicity by characters, and the dimension of the space of solutions.</summary>
    /// <exception cref="CertificateException">They contradict each other.</exception>
    internal static void RequireCount(SimpleRepresentation simple, int multiplicity, int dimension)
    {
        if (dimension != multiplicity * simple.EndomorphismDimension)
        {
            throw new CertificateException(
                "the intertwiners have dimension dim End times the multiplicity", FormattableString.Invariant($"{simple.Label} of {simple.Table.Group.Name}: {multiplicity} by characters, {dimension} solutions"));
        }
    }

    /// <summary>Gram–Schmidt over the skew field End_G(M): h(S, T) = S T*.</summary>
    private static (IReadOnlyList<Matrix<Cyclotomic>> Projections, IReadOnlyList<Cyclotomic> Squares) Orthogonal(
        IReadOnlyList<Matrix<Cyclotomic>> basis, AdjointForm source, AdjointForm target, SimpleMatrices module, CancellationToken cancellationToken)
    {
        var (projections, adjoints, squares) = (new List<Matrix<Cyclotomic>>(), new List<Matrix<Cyclotomic>>(), new List<Cyclotomic>());
        foreach (var candidate in basis)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var rest = candidate;
            for (var a = 0; a < projections.Count; a++)
            {
                rest -= squares[a].Inverse() * (candidate * adjoints[a]) * projections[a];
            }

            if (rest.IsZero)
            {
                continue;
            }

            var adjoint = source.Adjoint(rest, target);
            var square = RequireNumber(module.Simple, rest * adjoint);
            var scale = SimpleMatrices.SquareRoot(module.Group, square)?.Inverse() ?? Cyclotomic.One;
            projections.Add(scale * rest);
            adjoints.Add(scale * adjoint);
            squares.Add(scale * scale * square);
        }

        return (projections.AsReadOnly(), squares.AsReadOnly());
    }

    /// <summary>By Schur's lemma a self-adjoint endomorphism of a simple representation is a number.</summary>
    /// <exception cref="CertificateException">It is none.</exception>
    internal static Cyclotomic RequireNumber(SimpleRepresentation simple, Matrix<Cyclotomic> endomorphism) =>
        endomorphism == endomorphism[0, 0] * Matrix<Cyclotomic>.Identity(endomorphism.RowCount)
            ? endomorphism[0, 0]
            : throw new CertificateException("a self-adjoint endomorphism of a simple representation is a number", $"{simple.Label} of {simple.Table.Group.Name}");

    /// <summary>In one line: the simple and its multiplicity.</summary>
    public override string ToString() => FormattableString.Invariant($"{(Multiplicity == 1 ? "" : FormattableString.Invariant($"{Multiplicity}*"))}{Simple.Label}");
}
