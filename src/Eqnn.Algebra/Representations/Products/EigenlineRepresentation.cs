using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Subgroups;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Representations.Products;

/// <summary>A simple real representation of type C or H as the complex representation of one constituent χ, real and imaginary parts apart: <c>z_1 = x_1 + i y_1, …</c> become <c>(x_1, y_1, x_2, y_2, …)</c>.</summary>
/// <remarks>
/// Let λ be a character of degree 1 of a subgroup H that occurs once in χ, on the line of a vector v of length 1. Then <c>φ(x) = ⟨v, xv⟩ = (1/|H|) Σ_h λ(h⁻¹) χ(hx)</c>, so the inner products of the vectors <c>g_i v</c>,
/// and with them the matrices in a basis of such vectors, follow from the character alone.
/// </remarks>
internal sealed class EigenlineRepresentation : MatrixRepresentation
{
    private const int MaxElements = 4096;
    private const int MaxOrderForLinearCharacters = 512;

    private readonly IrreducibleCharacter _character;
    private readonly IReadOnlyList<(Permutation Element, Cyclotomic Weight)> _line;
    private readonly string _subgroup;
    private readonly IReadOnlyList<Permutation> _basis;
    private readonly Matrix<Cyclotomic> _inverse;

    private EigenlineRepresentation(FiniteGroup group, IrreducibleCharacter character, IReadOnlyList<(Permutation Element, Cyclotomic Weight)> line, string subgroup)
    {
        Group = group;
        _character = character;
        _line = line;
        _subgroup = subgroup;
        _basis = BasisElements();
        var gram = Products(Permutation.Identity(group.Degree));
        _inverse = gram.Inverse();
        Gram = RealForm(gram);
    }

    /// <inheritdoc/>
    public override FiniteGroup Group { get; }

    /// <inheritdoc/>
    public override int Dimension => 2 * (int)_character.Degree;

    /// <inheritdoc/>
    public override Matrix<Cyclotomic> Gram { get; }

    /// <summary>Looks for a line: of cyclic subgroups first, then, in groups of order at most 512, of all subgroups up to conjugacy; takes the subgroup of smallest index, of these the first.</summary>
    /// <returns><c>null</c> for type R, and if no line is found.</returns>
    public static EigenlineRepresentation? TryFind(SimpleRepresentation simple, CancellationToken cancellationToken = default)
    {
        if (simple.Type == SimpleType.Real)
        {
            return null;
        }

        var group = simple.Table.Group;
        var character = simple.Constituents[0];
        foreach (var g in simple.Table.Classes.OrderByDescending(c => c.ElementOrder).Select(c => c.Representative))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (OfCyclic(simple, character, g) is { } line)
            {
                return new(group, character, line, FormattableString.Invariant($"the cyclic subgroup of {g}"));
            }
        }

        if (group.Order > MaxOrderForLinearCharacters)
        {
            return null;
        }

        foreach (var subgroup in group.ComputeSubgroups(null, cancellationToken).Classes.Select(c => c.Representative).Where(h => !h.IsCyclic).OrderByDescending(h => h.Order))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (OfLinearCharacters(simple.Table, character, subgroup) is { } line)
            {
                return new(group, character, line, FormattableString.Invariant($"a subgroup of order {subgroup.Order}"));
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public override Matrix<Cyclotomic> MatrixOf(Permutation g) => RealForm(_inverse * Products(g));

    /// <inheritdoc/>
    public override string ToString() => $"{_character.Label} from an eigenline of {_subgroup}, real and imaginary parts apart";

    /// <summary>An eigenvalue of one element that occurs once: by the values of the character on its powers.</summary>
    private static List<(Permutation Element, Cyclotomic Weight)>? OfCyclic(SimpleRepresentation simple, IrreducibleCharacter character, Permutation g)
    {
        var powers = Powers(g);
        var n = powers.Count;
        var values = powers.Select(power => character.Values[simple.Table.Group.ClassPositionOf(power)]).ToList();
        for (var j = 0; j < n; j++)
        {
            var count = values.Select((value, k) => value * Cyclotomic.E(n, -(long)j * k)).Aggregate(Cyclotomic.Zero, (sum, term) => sum + term) / n;
            if (count.IsOne)
            {
                return [.. powers.Select((power, k) => (power, Cyclotomic.E(n, -(long)j * k) / n))];
            }
        }

        return null;
    }

    private static List<(Permutation Element, Cyclotomic Weight)>? OfLinearCharacters(CharacterTable table, IrreducibleCharacter character, FiniteGroup subgroup)
    {
        var fusion = ClassFusion.Of(subgroup, table);
        foreach (var linear in fusion.Subgroup.Irreducibles.Where(lower => lower.Degree == 1))
        {
            if (fusion.Multiplicity(character.Position, linear.Position) == 1)
            {
                return [.. subgroup.EnumerateElements().Select(h => (h, linear.Values[subgroup.ClassPositionOf(h)].Conjugate() / (Cyclotomic)subgroup.Order))];
            }
        }

        return null;
    }

    private static List<Permutation> Powers(Permutation g)
    {
        var powers = new List<Permutation> { Permutation.Identity(g.Degree) };
        for (var power = g; power != powers[0]; power *= g)
        {
            powers.Add(power);
        }

        return powers;
    }

    /// <summary>Elements whose images of v are independent: the first ones, words in the generators by length.</summary>
    private List<Permutation> BasisElements()
    {
        var (basis, seen) = (new List<Permutation>(), new HashSet<Permutation> { Permutation.Identity(Group.Degree) });
        var queue = new Queue<Permutation>(seen);
        while (basis.Count < _character.Degree && queue.TryDequeue(out var element))
        {
            var longer = (List<Permutation>)[.. basis, element];
            if (Matrix<Cyclotomic>.FromFunction(longer.Count, longer.Count, (i, j) => Spherical(longer[i].Inverse() * longer[j])).Rank == longer.Count)
            {
                basis = longer;
            }

            foreach (var g in Group.Generators.Where(_ => seen.Count < MaxElements))
            {
                if (seen.Add(g * element))
                {
                    queue.Enqueue(g * element);
                }
            }
        }

        return basis.Count == _character.Degree ? basis : throw new LimitExceededException("elements tried for a basis", MaxElements, "more", "not possible here");
    }

    private Matrix<Cyclotomic> Products(Permutation x) => Matrix<Cyclotomic>.FromFunction(_basis.Count, _basis.Count, (i, j) => Spherical(_basis[i].Inverse() * x * _basis[j]));

    private Cyclotomic Spherical(Permutation x) =>
        _line.Aggregate(Cyclotomic.Zero, (sum, term) => sum + (term.Weight * _character.Values[Group.ClassPositionOf(term.Element * x)]));

    /// <summary>Each entry a + ib becomes the block [a, -b; b, a].</summary>
    private static Matrix<Cyclotomic> RealForm(Matrix<Cyclotomic> complex) =>
        Matrix<Cyclotomic>.FromFunction(2 * complex.RowCount, 2 * complex.ColumnCount, (i, j) => (i % 2, j % 2) switch
        {
            (0, 1) => -complex[i / 2, j / 2].ImaginaryPart(),
            (1, 0) => complex[i / 2, j / 2].ImaginaryPart(),
            _ => complex[i / 2, j / 2].RealPart(),
        });
}
