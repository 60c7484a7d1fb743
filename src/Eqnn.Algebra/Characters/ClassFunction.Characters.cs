using System.Numerics;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Characters;

/// <content>What makes a class function a character, and the subgroups that belong to it.</content>
public sealed partial class ClassFunction
{
    /// <summary>True iff all multiplicities ⟨this, χ⟩ are integers: a difference of two characters.</summary>
    public bool IsVirtualCharacter => Coefficients().All(coefficient => coefficient.IsInteger);

    /// <summary>True iff this is the character of a representation that is not zero: all multiplicities are natural numbers.</summary>
    public bool IsCharacter => !Degree.IsZero && Coefficients().All(coefficient => coefficient.IsInteger && coefficient.ToRational().Sign >= 0);

    /// <summary>True iff this is one of <see cref="CharacterTable.Irreducibles"/>.</summary>
    public bool IsIrreducible => Table.Irreducibles.Any(chi => chi.Values == this);

    /// <summary>The simples that occur, with their multiplicities, in the order of the table, if a real representation, or a difference of two, has this character; null otherwise.</summary>
    public IReadOnlyList<(SimpleRepresentation Simple, BigInteger Multiplicity)>? RealDecomposition()
    {
        if (!IsVirtualCharacter)
        {
            return null;
        }

        var of = Decomposition().ToDictionary(part => part.Character, part => part.Multiplicity);
        var simples = new List<(SimpleRepresentation, BigInteger)>();
        foreach (var simple in Table.Simples)
        {
            var counts = simple.Constituents.Select(character => of.GetValueOrDefault(character)).Distinct().ToList();
            if (counts.Count > 1 || !(counts[0] % simple.ConstituentMultiplicity).IsZero)
            {
                return null;
            }

            if (!counts[0].IsZero)
            {
                simples.Add((simple, counts[0] / simple.ConstituentMultiplicity));
            }
        }

        return simples;
    }

    /// <summary>The irreducible characters that occur, with their multiplicities, in the order of the table; negative ones for a virtual character.</summary>
    /// <exception cref="ArgumentException">Not a virtual character; the message names a multiplicity that is no integer.</exception>
    public IReadOnlyList<(IrreducibleCharacter Character, BigInteger Multiplicity)> Decomposition()
    {
        var parts = new List<(IrreducibleCharacter, BigInteger)>();
        foreach (var (chi, multiplicity) in Table.Irreducibles.Zip(Coefficients()))
        {
            if (!multiplicity.IsInteger)
            {
                throw new ArgumentException($"not a difference of characters: {chi.Label} would occur {multiplicity} times");
            }

            if (!multiplicity.IsZero)
            {
                parts.Add((chi, multiplicity.ToRational().Numerator));
            }
        }

        return parts.AsReadOnly();
    }

    /// <summary>The positions of the classes on which this(g) = this(1), ascending; for a character the kernel of the representation.</summary>
    public IReadOnlyList<int> KernelClassPositions => PositionsWhere(value => value == Degree);

    /// <summary>The positions of the classes on which |this(g)| = |this(1)|, ascending; for a character χ its centre Z(χ), the elements that act as scalars.</summary>
    public IReadOnlyList<int> CentreClassPositions => PositionsWhere(value => value * value.Conjugate() == Degree * Degree.Conjugate());

    /// <summary>A rational condition: it holds for all conjugates of a value or for none.</summary>
    private IReadOnlyList<int> PositionsWhere(Func<Cyclotomic, bool> holds)
    {
        var found = new bool[Values.Count];
        foreach (var c in DecidingPositions)
        {
            found[c] = holds(Values[c]);
        }

        return Array.AsReadOnly(Enumerable.Range(0, found.Length).Where(c => found[IsGaloisStable ? Table.Powers.Leader(c) : c]).ToArray());
    }
}
