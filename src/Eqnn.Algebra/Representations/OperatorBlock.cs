using Eqnn.Algebra.Characters;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Representations;

/// <summary>What an equivariant linear map of a permutation representation does to one simple, up to the choice of a basis: the characteristic polynomial of its block.</summary>
/// <remarks>
/// <para>The block belongs to the first of <see cref="SimpleRepresentation.Constituents"/>, χ, which occurs [V : L] times (2 [V : L] times for type H). For type C the block of the
/// conjugate of χ is the conjugate one. On V each eigenvalue occurs χ(1) times for each constituent.</para>
/// <para><b>Source.</b> docs/theory.md#layers.</para>
/// </remarks>
public sealed class OperatorBlock
{
    internal OperatorBlock(SimpleRepresentation simple, long multiplicity, Cyclotomic[] characteristicPolynomial)
    {
        Simple = simple;
        Multiplicity = multiplicity;
        CharacteristicPolynomial = Array.AsReadOnly(characteristicPolynomial);
    }

    /// <summary>The simple L.</summary>
    public SimpleRepresentation Simple { get; }

    /// <summary>[V : L].</summary>
    public long Multiplicity { get; }

    /// <summary>The characteristic polynomial of the block, monic: the coefficient of t^k at k.</summary>
    public IReadOnlyList<Cyclotomic> CharacteristicPolynomial { get; }

    /// <summary>Whether the block is one number: [V : χ] = 1.</summary>
    public bool IsNumber => CharacteristicPolynomial.Count == 2;

    /// <summary>That number: real for type R, else the eigenvalue on χ. For type C and a symmetric map it is real, too.</summary>
    /// <exception cref="InvalidOperationException">The block is larger.</exception>
    public Cyclotomic Eigenvalue => IsNumber
        ? -CharacteristicPolynomial[0]
        : throw new InvalidOperationException(FormattableString.Invariant($"the block of {Simple.Label} has {CharacteristicPolynomial.Count - 1} eigenvalues; ask for its characteristic polynomial"));

    /// <summary>Label and eigenvalue, or the coefficients of the polynomial from the highest power down.</summary>
    public override string ToString() => IsNumber ? $"{Simple.Label}: {Eigenvalue}" : $"{Simple.Label}: [{string.Join(", ", CharacteristicPolynomial.Reverse())}]";
}
