using System.Collections.Concurrent;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Representations.Products;

/// <summary>A simple real representation by exact matrices over real cyclotomics, orthogonal ones where the square roots for them are found.</summary>
/// <remarks>
/// <para><b>Where from.</b> A permutation or monomial representation in which L occurs once (<see cref="SimpleRealization"/>); where there is none, for types C and H, from an eigenline of a subgroup that occurs once in a constituent. <see cref="Origin"/> says which.</para>
/// <para><b>Orthogonal.</b> The field of the exponent need not have the roots: for the rotation of C5 it has no sine, ℚ(ζ_20) has. Roots are looked for as <see cref="RealCyclotomic.TrySquareRoot"/> does, with sines of the angles 2πa/4n, n the exponent of the group, if 4n is at most 240.</para>
/// <para><b>Proved.</b> The traces on all classes are the character of L. <b>Chosen:</b> the basis; the same group and simple give the same one.</para>
/// </remarks>
public sealed class SimpleMatrices : MatrixRepresentation
{
    private const int MaxSineConductor = 240;
    private const int MaxConductor = 2000;

    private readonly MatrixRepresentation _inner;
    private readonly Matrix<Cyclotomic> _change;
    private readonly Matrix<Cyclotomic> _back;
    private readonly ConcurrentDictionary<Permutation, Matrix<Cyclotomic>> _known = new();

    private SimpleMatrices(SimpleRepresentation simple, MatrixRepresentation inner, string origin, IReadOnlyList<Permutation> fixing)
    {
        Simple = simple;
        _inner = inner;
        Origin = origin;
        Fixing = fixing;
        var field = (long)inner.Group.Exponent;
        var found = OrthonormalBasis.IsScalar(inner.Gram) ? null : OrthonormalBasis.ByGramSchmidt(inner, value => SquareRoot(inner.Group, ref field, value));
        _change = found ?? Matrix<Cyclotomic>.Identity(inner.Dimension);
        _back = found?.Inverse() ?? _change;
        Gram = found is null ? inner.Gram[0, 0].Inverse() * inner.Gram : Matrix<Cyclotomic>.Identity(inner.Dimension);
    }

    /// <summary>L.</summary>
    public SimpleRepresentation Simple { get; }

    /// <summary>Where the matrices come from, for people.</summary>
    public string Origin { get; }

    /// <inheritdoc/>
    public override FiniteGroup Group => _inner.Group;

    /// <inheritdoc/>
    public override int Dimension => _inner.Dimension;

    /// <summary>The inner products of the basis vectors under the invariant inner product for which the first one has length 1.</summary>
    public override Matrix<Cyclotomic> Gram { get; }

    /// <summary>Whether the basis is orthonormal; all matrices are then orthogonal.</summary>
    public bool IsOrthonormal => OrthonormalBasis.IsScalar(Gram);

    /// <summary>Elements that fix a linear form of their choice, if they fix any; may be none.</summary>
    internal IReadOnlyList<Permutation> Fixing { get; }

    /// <summary>Matrices of a simple.</summary>
    /// <exception cref="LimitExceededException">None are found: no subgroup within reach has a vector, or a line, that occurs once.</exception>
    /// <exception cref="CertificateException">The traces are not the character: a bug.</exception>
    public static SimpleMatrices Of(SimpleRepresentation simple, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(simple);
        // A model whose own basis is orthonormal has the smallest field; an eigenline comes before the roots of Gram–Schmidt.
        var realization = SimpleRealization.TryFind(simple, cancellationToken: cancellationToken);
        if (realization is { IsOrthonormal: true })
        {
            return OfRealization();
        }

        var line = EigenlineRepresentation.TryFind(simple, cancellationToken) is { } found ? Of(simple, found, found.ToString(), []) : null;
        return line is { IsOrthonormal: true } || (line is not null && realization is null) ? line
            : realization is not null ? OfRealization()
            : throw new LimitExceededException("index of a subgroup", SimpleCopy.MaxModelIndex, $"a larger one, to write {simple.Label} by matrices", "not possible here");

        SimpleMatrices OfRealization() => Of(simple, realization, realization.ToString(), realization.Model.Decomposition.Set.Orbits[0].Stabilizer.Generators);
    }

    /// <summary>A square root among the real cyclotomics, for numbers that come up in representations of a group; null where none is found, or only one that makes the conductor larger than 2000.</summary>
    internal static Cyclotomic? SquareRoot(FiniteGroup group, Cyclotomic value)
    {
        var field = (long)group.Exponent;
        return SquareRoot(group, ref field, value);
    }

    /// <summary>As above; <paramref name="field"/> is the conductor of the field before and, where a root is found, after it was adjoined.</summary>
    private static Cyclotomic? SquareRoot(FiniteGroup group, ref long field, Cyclotomic value)
    {
        if (RealCyclotomic.TrySquareRoot((RealCyclotomic)value, 4 * group.Exponent <= MaxSineConductor ? 4 * (int)group.Exponent : 4)?.Value is not { } root)
        {
            return null;
        }

        var larger = NumberTheory.Lcm(field, root.Conductor);
        if (larger > Math.Max(MaxConductor, field))
        {
            return null;
        }

        field = larger;
        return root;
    }

    /// <summary>The representation in an orthonormal basis, if one is found; its traces are compared with the character.</summary>
    internal static SimpleMatrices Of(SimpleRepresentation simple, MatrixRepresentation inner, string origin, IReadOnlyList<Permutation> fixing)
    {
        var matrices = new SimpleMatrices(simple, inner, origin, fixing);
        foreach (var conjugacyClass in simple.Table.Classes)
        {
            if (inner.MatrixOf(conjugacyClass.Representative).Trace != simple.Character[conjugacyClass.Position])
            {
                throw new CertificateException("the traces of the matrices are the character", FormattableString.Invariant($"{simple.Label} of {simple.Table.Group.Name}, class {conjugacyClass.Position + 1}"));
            }
        }

        return matrices;
    }

    /// <inheritdoc/>
    public override Matrix<Cyclotomic> MatrixOf(Permutation g) => _known.Count > 1000 ? Compute(g) : _known.GetOrAdd(g, Compute);

    /// <inheritdoc/>
    public override string ToString() => $"{Simple.Label} of {Group.Name} by {(IsOrthonormal ? "orthogonal " : "")}matrices";

    private Matrix<Cyclotomic> Compute(Permutation g) => _back * _inner.MatrixOf(g) * _change;
}
