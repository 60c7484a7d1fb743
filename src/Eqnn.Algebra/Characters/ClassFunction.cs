using System.Diagnostics;
using System.Numerics;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Characters;

/// <summary>A function on a finite group that is constant on conjugacy classes, with values in the cyclotomic numbers.</summary>
/// <remarks>
/// <para>Belongs to one <see cref="CharacterTable"/>; class functions of different tables do not mix (<see cref="ArgumentException"/>). Equality is that of the table (the same object) and of all values.</para>
/// <para>Not necessarily a character: sums, differences and multiples are class functions too. The product is the pointwise one, the character of the tensor product.</para>
/// <para>A character commutes with the Galois group, χ(g^t) = σ_t(χ(g)) for t prime to the order of g, and so does what is made of characters by rational combinations, products and powers: these are computed at one class of each orbit
/// g ↦ g^t, and inner products are sums of traces (docs/theory.md#galois-classes).</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial class ClassFunction : IEquatable<ClassFunction>
{
    // Published once; made twice at the same moment it is equal.
    private IReadOnlyList<Cyclotomic>? _coefficients;

    internal ClassFunction(CharacterTable table, IReadOnlyList<Cyclotomic> values, bool isGaloisStable = false)
    {
        Table = table;
        Values = values;
        IsGaloisStable = isGaloisStable;
    }

    /// <summary>The table to which the function belongs.</summary>
    public CharacterTable Table { get; }

    /// <summary>The values, in the order of <see cref="CharacterTable.Classes"/>.</summary>
    public IReadOnlyList<Cyclotomic> Values { get; }

    /// <summary>The value at the identity; for a character its degree.</summary>
    public Cyclotomic Degree => Values[0];

    /// <summary>Whether f(g^t) = σ_t(f(g)) is known for all g and all t prime to the order of g; so f(g) lies in the field of the roots of unity of that order.</summary>
    internal bool IsGaloisStable { get; }

    /// <summary>The value at the class at a position.</summary>
    public Cyclotomic this[int classPosition] => Values[classPosition];

    /// <summary>The class function with given values.</summary>
    /// <param name="table">The table.</param>
    /// <param name="values">One value for each class, in the order of <see cref="CharacterTable.Classes"/>.</param>
    /// <exception cref="ArgumentException">The number of values is not the number of classes.</exception>
    public static ClassFunction FromValues(CharacterTable table, IEnumerable<Cyclotomic> values)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(values);
        var list = values.ToArray();
        return list.Length == table.Classes.Count
            ? new ClassFunction(table, Array.AsReadOnly(list))
            : throw new ArgumentException(FormattableString.Invariant($"{list.Length} values for {table.Classes.Count} classes of {table.Group.Name}"), nameof(values));
    }

    /// <summary>Reads an expression in the characters of a table, such as <c>standard*standard</c>, <c>sym(2,L3) - L0</c>, <c>ext(2,X.4)</c>, <c>L1^3</c>.</summary>
    /// <remarks>Names are those of <see cref="CharacterTable.SimpleNamed"/> and <c>X.1</c>, <c>X.2</c>, … for complex characters; <c>regular</c>; operations <c>sym(n,·)</c>, <c>ext(n,·)</c>, <c>adams(n,·)</c>, <c>galois(k,·)</c>, <c>dual(·)</c>, <c>det(·)</c>; a number n alone is n times the trivial character; <c>^n</c> is the tensor power.</remarks>
    /// <exception cref="AlgebraFormatException">The text is no such expression; the message names the place.</exception>
    /// <exception cref="LimitExceededException">Nested powers have values of too many digits.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ClassFunction Parse(CharacterTable table, string text, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(text);
        return new ClassFunctionParser(table, text, cancellationToken).Parse();
    }

    /// <summary>The value at an element of the group.</summary>
    /// <exception cref="ArgumentException"><paramref name="element"/> is not an element of the group.</exception>
    public Cyclotomic ValueAt(Permutation element) => Values[Table.Group.ClassPositionOf(element)];

    /// <summary>⟨this, other⟩ = |G|⁻¹ Σ_g this(g) · conj(other(g)): for characters the dimension of the space of homomorphisms.</summary>
    /// <exception cref="ArgumentException"><paramref name="other"/> belongs to another table.</exception>
    public Cyclotomic InnerProduct(ClassFunction other)
    {
        RequireSameTable(other);
        var sum = IsGaloisStable && other.IsGaloisStable ? SumOfTraces(other) : SumOverClasses(other);
        return sum / (Cyclotomic)Table.Group.Order;
    }

    private Cyclotomic SumOverClasses(ClassFunction other)
    {
        var sum = Cyclotomic.Zero;
        for (var c = 0; c < Values.Count; c++)
        {
            var (a, b) = (Values[c], other.Values[c]);
            if (!a.IsZero && !b.IsZero)
            {
                sum += a * b.Conjugate() * (Cyclotomic)Table.Classes[c].Size;
            }
        }

        return sum;
    }

    /// <summary>The classes of an orbit g^t have one size, and the values there are the conjugates of the first, each equally often: their mean is its trace from ℚ(ζ_m), divided by φ(m).</summary>
    private Cyclotomic SumOfTraces(ClassFunction other)
    {
        var (sum, powers) = (Rational.Zero, Table.Powers);
        for (var c = 0; c < Values.Count; c++)
        {
            if (powers.Leader(c) == c && Values[c] is { IsZero: false } a && other.Values[c] is { IsZero: false } b)
            {
                var value = a * b.Conjugate();
                var mean = value.IsRational ? value.ToRational() : value.Trace() / NumberTheory.EulerPhi(value.Conductor);
                sum += mean * (Table.Classes[c].Size * powers.OrbitSize(c));
            }
        }

        return sum;
    }

    /// <summary>The multiplicities ⟨this, χ⟩ of the irreducible characters, in the order of <see cref="CharacterTable.Irreducibles"/>: this = Σ ⟨this, χ⟩ χ.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public IReadOnlyList<Cyclotomic> Coefficients(CancellationToken cancellationToken = default) => _coefficients ?? LazyInitializer.EnsureInitialized(ref _coefficients, () => Array.AsReadOnly(Table.Irreducibles.Select(chi =>
    {
        cancellationToken.ThrowIfCancellationRequested();
        return InnerProduct(chi.Values);
    }).ToArray()));

    /// <summary>Whether table and all values are equal.</summary>
    public bool Equals(ClassFunction? other) => other is not null && (ReferenceEquals(this, other) || (ReferenceEquals(Table, other.Table) && Values.SequenceEqual(other.Values)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ClassFunction);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var value in Values)
        {
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    /// <summary>The values in GAP notation, in brackets, separated by commas.</summary>
    public override string ToString() => $"[{string.Join(", ", Values)}]";

    private void RequireSameTable(ClassFunction other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!ReferenceEquals(Table, other.Table))
        {
            throw new ArgumentException($"class functions of two tables are combined, of {Table.Group.Name} and of {other.Table.Group.Name}", nameof(other));
        }
    }

    /// <summary>The class function with these values; where it is known to commute with the Galois group, each is asked for at the first class of its orbit only.</summary>
    private ClassFunction Map(Func<int, Cyclotomic> value, bool isGaloisStable)
    {
        var values = new Cyclotomic[Values.Count];
        for (var c = 0; c < values.Length; c++)
        {
            // The first class of an orbit stands before the others.
            values[c] = isGaloisStable && Table.Powers.Leader(c) is var leader && leader < c ? values[leader].GaloisConjugate(Table.Powers.Shift(c)) : value(c);
        }

        return new ClassFunction(Table, Array.AsReadOnly(values), isGaloisStable);
    }

    /// <summary>The values at <see cref="DecidingPositions"/>.</summary>
    internal IEnumerable<Cyclotomic> DecidingValues => DecidingPositions.Select(c => Values[c]);

    /// <summary>Positions of classes that are enough to know the function: the first ones of the orbits where it commutes with the Galois group, else all.</summary>
    private IEnumerable<int> DecidingPositions => Enumerable.Range(0, Values.Count).Where(c => !IsGaloisStable || Table.Powers.Leader(c) == c);
}
