using System.Globalization;
using System.Numerics;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Representations.Abelian;

/// <summary>The characters of a finite abelian group by frequencies: χ(g_j) = exp(2πi a_j) for the generators g_j, a_j rational. Nothing of the size of the group is made.</summary>
/// <remarks>
/// <para><b>Not</b> a character table: classes and characters are not listed, only those that are asked for are made. For groups that have a table the simples are the same, and for cyclic groups the labels too.</para>
/// <para><b>Labels.</b> For a cyclic group of order n <c>L0</c>, <c>L1</c>, ...: the frequency k, 0 ≤ k ≤ n/2, at the chosen generator of <see cref="Characters.CharacterTable"/>; for other groups the frequencies, as <c>L(1/7,0)</c>, the lesser of a and −a.</para>
/// <para><b>Source.</b> [Serre, §2, §3.1]; docs/theory.md#frequencies.</para>
/// </remarks>
public sealed class AbelianDual
{
    /// <summary>Cyclic groups of larger order are answered by frequencies.</summary>
    private const int LargestTabulated = 1000;

    private readonly BigInteger[]? _chosen;
    private readonly Lazy<BigInteger[]> _logarithms;
    private readonly Lazy<AbelianRelations> _relations;

    private AbelianDual(FiniteGroup group, BigInteger[]? chosen)
    {
        Group = group;
        _chosen = chosen;
        _logarithms = new(() => chosen is null ? [] : CyclicGenerator.LogarithmsOf(group, chosen));
        _relations = new(() => AbelianRelations.OfGroup(group));
    }

    /// <summary>The group.</summary>
    public FiniteGroup Group { get; }

    /// <summary>Whether one element generates the group: then frequencies are integers modulo the order.</summary>
    public bool IsCyclic => _chosen is not null;

    /// <summary>The trivial simple.</summary>
    public AbelianSimple Trivial => SimpleAt(new Rational[Group.Generators.Count]);

    /// <summary>Whether questions about a group are answered by frequencies rather than by its table: it is abelian and the table would be long, cyclic of order above 1000 (whose labels are the same either way), or not cyclic and beyond the limits of tables.</summary>
    public static bool IsPreferredFor(FiniteGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return group.IsAbelian && group.Order > LargestTabulated && (group.Order > Math.Min(group.Limits.MaxEnumeratedOrder, group.Limits.MaxClasses) || group.IsCyclic);
    }

    /// <summary>Whether a group is abelian and too large for a character table: then frequencies are the only answer.</summary>
    public static bool IsOnlyWayFor(FiniteGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return IsPreferredFor(group) && (group.Order > Math.Min(group.Limits.MaxEnumeratedOrder, group.Limits.MaxClasses) || !Characters.CharacterTable.HasRoomForElements(group.Order, group.Degree));
    }

    /// <summary>The dual of an abelian group.</summary>
    /// <exception cref="ArgumentException">The group is not abelian.</exception>
    public static AbelianDual Of(FiniteGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return group.IsAbelian
            ? new AbelianDual(group, group.IsCyclic ? CyclicGenerator.ExponentsOf(group) : null)
            : throw new ArgumentException($"{group.Name} is not abelian: its characters have no frequencies", nameof(group));
    }

    /// <summary>The simple of a label.</summary>
    /// <exception cref="AlgebraFormatException">There is no such simple.</exception>
    public AbelianSimple SimpleNamed(string label)
    {
        ArgumentNullException.ThrowIfNull(label);
        var name = string.Concat(label.Where(c => !char.IsWhiteSpace(c)));
        if (name.Equals("trivial", StringComparison.OrdinalIgnoreCase))
        {
            return Trivial;
        }

        if (IsCyclic && name.Equals("sign", StringComparison.OrdinalIgnoreCase) && Group.Order.IsEven)
        {
            return AtFrequency(Group.Order / 2);
        }

        if (name.Length > 1 && name[0] is 'L' or 'l')
        {
            if (IsCyclic && BigInteger.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var frequency) && 2 * frequency <= Group.Order)
            {
                return AtFrequency(frequency);
            }

            if (!IsCyclic && TryVector(name) is { } simple)
            {
                return simple;
            }
        }

        var form = IsCyclic
            ? FormattableString.Invariant($"{Group.Name} has the simples L0 to L{Group.Order / 2}")
            : FormattableString.Invariant($"simples of {Group.Name} are written by their frequencies at the {Group.Generators.Count} generators");
        throw new AlgebraFormatException("simple", label, 0, form, Trivial.Label);
    }

    /// <summary>The simple of a cyclic group that turns by 2πk/n under the chosen generator.</summary>
    /// <param name="frequency">k, any integer.</param>
    /// <exception cref="InvalidOperationException">The group is not cyclic.</exception>
    public AbelianSimple AtFrequency(BigInteger frequency)
    {
        if (_chosen is null)
        {
            throw new InvalidOperationException($"{Group.Name} is not cyclic: a simple has a frequency at each generator");
        }

        // c = Π g_j^{e_j} generates the group, so g_j = c^{t_j}: the frequency of g_j is k t_j / n.
        return SimpleAt([.. _logarithms.Value.Select(t => new Rational(frequency * t, Group.Order))]);
    }

    /// <summary>The simple that contains the character with given frequencies at the generators; integers do not matter.</summary>
    /// <exception cref="ArgumentException">There is no such character: a relation between the generators is not respected, or the number of frequencies is wrong.</exception>
    public AbelianSimple Simple(IEnumerable<Rational> frequencies)
    {
        ArgumentNullException.ThrowIfNull(frequencies);
        var list = frequencies.ToArray();
        return list.Length == Group.Generators.Count && OfGroup.AnnihilatedBy(list)
            ? SimpleAt(list)
            : throw new ArgumentException(FormattableString.Invariant($"{Group.Name} has no character with these frequencies at its {Group.Generators.Count} generators"), nameof(frequencies));
    }

    /// <summary>The relations between the generators of the group.</summary>
    internal AbelianRelations OfGroup => _relations.Value;

    /// <summary>The frequency at the chosen generator, 0 ≤ k ≤ n/2; null for groups that are not cyclic.</summary>
    internal BigInteger? FrequencyOf(IReadOnlyList<Rational> vector)
    {
        if (_chosen is not { } chosen)
        {
            return null;
        }

        var sum = Rational.Zero;
        for (var j = 0; j < chosen.Length; j++)
        {
            sum += vector[j] * new Rational(chosen[j], 1);
        }

        var k = (AbelianRelations.Fraction(sum) * new Rational(Group.Order, 1)).Numerator;
        return BigInteger.Min(k, Group.Order - k);
    }

    /// <summary>The simple with frequencies that are known to respect the relations.</summary>
    internal AbelianSimple SimpleAt(Rational[] vector)
    {
        var (plus, minus) = (new Rational[vector.Length], new Rational[vector.Length]);
        for (var j = 0; j < vector.Length; j++)
        {
            plus[j] = AbelianRelations.Fraction(vector[j]);
            minus[j] = AbelianRelations.Fraction(-vector[j]);
        }

        return new AbelianSimple(this, Compare(plus, minus) <= 0 ? plus : minus);
    }

    /// <summary>The lexicographic order of frequencies.</summary>
    internal static int Compare(IReadOnlyList<Rational> a, IReadOnlyList<Rational> b)
    {
        for (var j = 0; j < a.Count; j++)
        {
            if (a[j].CompareTo(b[j]) is not 0 and var order)
            {
                return order;
            }
        }

        return 0;
    }

    private AbelianSimple? TryVector(string name)
    {
        if (name is not [_, '(', .., ')'])
        {
            return null;
        }

        var parts = name[2..^1].Split(',');
        var vector = new List<Rational>();
        foreach (var part in parts)
        {
            if (!Rational.TryParse(part, CultureInfo.InvariantCulture, out var value))
            {
                return null;
            }

            vector.Add(value);
        }

        return vector.Count == Group.Generators.Count && OfGroup.AnnihilatedBy(vector) ? SimpleAt([.. vector]) : null;
    }
}
