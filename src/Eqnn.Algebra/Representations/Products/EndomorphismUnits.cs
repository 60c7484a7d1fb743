using Eqnn.Algebra.Characters;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.Algebra.Representations.Products;

/// <summary>The units of <c>End_G(M)</c> for a simple M: 1; for type C also i; for type H also i, j, k = ij. A basis over the real numbers.</summary>
/// <remarks>
/// <para>All but 1 are skew for the invariant inner product; <c>i² = j² = k² = -1</c> and <c>ij = -ji</c> where <see cref="AreNormalized"/> holds, else only up to positive factors: for type H the square roots that it needs may not be cyclotomic.</para>
/// <para><b>Chosen.</b> For type C the unit i acts as the number i on the part of the first constituent, so it is unique; for type H the units are chosen.</para>
/// <para><b>Source.</b> Schur's lemma; docs/theory.md#products.</para>
/// </remarks>
public sealed class EndomorphismUnits
{
    private EndomorphismUnits(SimpleMatrices module, IReadOnlyList<Matrix<Cyclotomic>> matrices, bool areNormalized)
    {
        Module = module;
        Matrices = matrices;
        AreNormalized = areNormalized;
    }

    /// <summary>M.</summary>
    public SimpleMatrices Module { get; }

    /// <summary>The matrices of 1, i, j, k: as many as the dimension of End_G(M).</summary>
    public IReadOnlyList<Matrix<Cyclotomic>> Matrices { get; }

    /// <summary>Whether the squares are -1 exactly.</summary>
    public bool AreNormalized { get; }

    /// <summary>The name of a unit: 1, i, j, k.</summary>
    public static string NameOf(int position) => position switch
    {
        0 => "1",
        1 => "i",
        2 => "j",
        3 => "k",
        _ => throw new ArgumentOutOfRangeException(nameof(position), position, "no such unit"),
    };

    /// <summary>The units of a simple representation.</summary>
    /// <exception cref="CertificateException">The endomorphisms have not the dimension that the type says: a bug.</exception>
    public static EndomorphismUnits Of(SimpleMatrices module, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(module);
        var one = Matrix<Cyclotomic>.Identity(module.Dimension);
        if (module.Simple.Type == SimpleType.Real)
        {
            return new(module, [one], true);
        }

        var space = IntertwinerSpace.Of(module, module, cancellationToken);
        RequireDimension(module.Simple, space.Dimension);
        var form = AdjointForm.Of(module);
        var skew = space.Basis.Select(matrix => matrix - form.Adjoint(matrix, form)).Where(matrix => !matrix.IsZero);
        return module.Simple.Type == SimpleType.Complex ? new(module, [one, ImaginaryUnit(module, skew.First())], true) : Quaternions(module, [.. skew]);
    }

    /// <summary>Checks the dimension against the type.</summary>
    /// <exception cref="CertificateException">They differ.</exception>
    internal static void RequireDimension(SimpleRepresentation simple, int dimension)
    {
        if (dimension != simple.EndomorphismDimension)
        {
            throw new CertificateException("the endomorphisms have the dimension that the type says", FormattableString.Invariant($"{simple.Label} of {simple.Table.Group.Name}: {dimension}"));
        }
    }

    /// <summary>On the part of χ the skew endomorphism is a multiple s i, and the trace of i g is -2 Im χ(g): this gives s without a square root.</summary>
    private static Matrix<Cyclotomic> ImaginaryUnit(SimpleMatrices module, Matrix<Cyclotomic> skew)
    {
        var character = module.Simple.Constituents[0].Values;
        var class_ = module.Simple.Table.Classes.First(c => !character[c.Position].IsReal);
        var scale = (skew * module.MatrixOf(class_.Representative)).Trace / (-2 * character[class_.Position].ImaginaryPart());
        return scale.Inverse() * skew;
    }

    private static EndomorphismUnits Quaternions(SimpleMatrices module, IReadOnlyList<Matrix<Cyclotomic>> skew)
    {
        var (i, first) = Unit(module, skew);
        var across = skew.Select(matrix => matrix - (Product(matrix, i) / Product(i, i) * i)).Where(matrix => !matrix.IsZero).ToList();
        var (j, second) = Unit(module, across);
        return new(module, [Matrix<Cyclotomic>.Identity(module.Dimension), i, j, i * j], first && second);
    }

    /// <summary>The first of some short combinations whose norm has a square root, divided by it; else the first vector as it is.</summary>
    private static (Matrix<Cyclotomic> Unit, bool IsNormalized) Unit(SimpleMatrices module, IReadOnlyList<Matrix<Cyclotomic>> span)
    {
        var sums = span.SelectMany((a, i) => span.Take(i).SelectMany(b => (Matrix<Cyclotomic>[])[b + a, b - a])).Where(matrix => !matrix.IsZero);
        foreach (var candidate in span.Concat(sums))
        {
            if (SimpleMatrices.SquareRoot(module.Group, Product(candidate, candidate)) is { } norm)
            {
                return (norm.Inverse() * candidate, true);
            }
        }

        return (span[0], false);
    }

    /// <summary>The number -(ab + ba)/2, for skew endomorphisms a, b of type H: their inner product.</summary>
    private static Cyclotomic Product(Matrix<Cyclotomic> a, Matrix<Cyclotomic> b) => -((a * b)[0, 0] + (b * a)[0, 0]) / 2;

    /// <summary>In one line: the units.</summary>
    public override string ToString() => FormattableString.Invariant($"End({Module}): {string.Join(", ", Enumerable.Range(0, Matrices.Count).Select(NameOf))}");
}
