using System.Diagnostics;
using System.Numerics;
using Eqnn.Algebra.Characters.Rows;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Characters;

/// <summary>A simple representation L of a finite group over the real numbers, up to isomorphism, given by its character ψ.</summary>
/// <remarks>
/// <para>ψ = χ for type R, χ + χ̄ for type C, 2χ for type H; dimension χ(1), 2χ(1), 2χ(1) [Serre, §13.2]; docs/theory.md#objects.</para>
/// <para>Not a choice of matrices. Two simples are the same object exactly if they are isomorphic and come from the same table.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class SimpleRepresentation
{
    internal SimpleRepresentation(CharacterTable table, int position, SimpleType type, IReadOnlyList<IrreducibleCharacter> constituents)
    {
        Table = table;
        Position = position;
        Type = type;
        Constituents = constituents;
        var row = constituents[0].Row;
        Character = new ClassFunction(table, new LazyValues(table.Classes.Count, type switch
        {
            SimpleType.Real => c => table.Pool.Value(row.Id(c)),
            SimpleType.Complex => c => table.Pool.Trace(row.Id(c)),
            _ => c => 2 * table.Pool.Value(row.Id(c)),
        }), isGaloisStable: true);
    }

    /// <summary>The table.</summary>
    public CharacterTable Table { get; }

    /// <summary>The place in <see cref="CharacterTable.Simples"/>, from 0.</summary>
    public int Position { get; }

    /// <summary><c>L0</c> (trivial), <c>L1</c>, ...: the place counted from 0, for cyclic groups the frequency.</summary>
    public string Label => FormattableString.Invariant($"L{Position}");

    /// <summary>Other names under which <see cref="CharacterTable.SimpleNamed"/> finds this simple; see there. May be empty.</summary>
    public IReadOnlyList<string> Aliases => Table.AliasesOf(this);

    /// <summary>Real, complex or quaternionic.</summary>
    public SimpleType Type { get; }

    /// <summary>The dimension over the real numbers.</summary>
    public long Dimension => Type == SimpleType.Real ? Constituents[0].Degree : 2 * Constituents[0].Degree;

    /// <summary>The character ψ of L; its values are real.</summary>
    public ClassFunction Character { get; }

    /// <summary>The irreducible characters in ψ, by position: one for types R and H, a pair of conjugates for type C.</summary>
    public IReadOnlyList<IrreducibleCharacter> Constituents { get; }

    /// <summary>How often each constituent occurs in ψ: 1 for types R and C, 2 for type H.</summary>
    public int ConstituentMultiplicity => Type == SimpleType.Quaternionic ? 2 : 1;

    /// <summary>The dimension of End_G(L) over the real numbers: 1, 2, 4 for types R, C, H.</summary>
    public int EndomorphismDimension => Type switch
    {
        SimpleType.Real => 1,
        SimpleType.Complex => 2,
        _ => 4,
    };

    /// <summary>The positions of the classes on which ψ(g) = ψ(1), that is, of the elements that act as the identity; ascending.</summary>
    public IReadOnlyList<int> KernelClassPositions => Constituents[0].KernelClassPositions;

    /// <summary>The order of the kernel.</summary>
    public BigInteger KernelOrder => Constituents[0].KernelOrder;

    /// <summary>The order of the image of G in GL(L): |G| / <see cref="KernelOrder"/>.</summary>
    public BigInteger ImageOrder => Table.Group.Order / KernelOrder;

    /// <summary>Whether every element acts as the identity.</summary>
    public bool IsTrivial => Position == 0;

    /// <summary>[V : L], how often L occurs in a real representation V, from the character of V.</summary>
    /// <param name="character">The character of a real representation.</param>
    /// <exception cref="ArgumentException">The class function belongs to another table, or is not the character of a real representation: the multiplicity would not be a natural number.</exception>
    public BigInteger MultiplicityIn(ClassFunction character)
    {
        ArgumentNullException.ThrowIfNull(character);
        var count = character.InnerProduct(Constituents[0].Values) / ConstituentMultiplicity;
        return count.IsInteger && count.ToRational() is { Sign: >= 0 } natural
            ? natural.Numerator
            : throw new ArgumentException($"not the character of a real representation: {Label} would occur {count} times", nameof(character));
    }

    /// <summary>Label, dimension and type.</summary>
    public override string ToString() => FormattableString.Invariant($"{Label} of dimension {Dimension}, type {TypeLetter}");

    /// <summary>R, C or H.</summary>
    public char TypeLetter => Type.Letter()[0];

    /// <summary>The kernel as bits.</summary>
    internal ClassSet Kernel => Constituents[0].Kernel;
}
