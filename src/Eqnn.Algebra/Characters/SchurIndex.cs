using Eqnn.Numbers;

namespace Eqnn.Algebra.Characters;

/// <summary>What is proved about the Schur index of a complex irreducible character χ over the rational numbers: the least m such that m χ is the character of a representation over the field ℚ(χ).</summary>
/// <remarks>
/// <para>Over the real numbers the index is 2 for type H and 1 for types R and C. Over ℚ no method for all groups is used here; <see cref="Exact"/> is null where the facts below do not decide.</para>
/// <para><b>Facts.</b> m divides χ(1), and the multiplicity of χ in every character of a rational representation, so in every permutation character; here those on the cosets of all cyclic subgroups and on the points of the group
/// [Isaacs, Cor 10.2]. ℚ(χ) contains the m-th roots of unity [BenardSchacher1972]; for real χ this is the theorem of Brauer and Speiser, m ≤ 2. For type H the index is even, so it is 2. For a group of
/// prime power order m = 1 unless χ has type H [Roquette1958]. Symmetric groups have m = 1 throughout [JamesKerber, §7.1]. Where χ is induced from a normal subgroup with cyclic quotient that is cyclic modulo the kernel, its simple algebra is a cyclic one, and its index comes from local norms, in most cases exactly. docs/theory.md#schur.</para>
/// </remarks>
public sealed record SchurIndex
{
    private SchurIndex(int divides, int? exact, string reason)
    {
        Divides = divides;
        Exact = exact;
        Reason = reason;
    }

    /// <summary>A number that m divides.</summary>
    public int Divides { get; }

    /// <summary>m, where it is proved.</summary>
    public int? Exact { get; }

    /// <summary>The fact that decides, or why none does; a clause.</summary>
    public string Reason { get; }

    /// <summary>What is proved about a character.</summary>
    public static SchurIndex Of(IrreducibleCharacter character)
    {
        ArgumentNullException.ThrowIfNull(character);
        if (character.Degree == 1)
        {
            return new(1, 1, "degree 1");
        }

        if (character.Indicator < 0)
        {
            return new(2, 2, "type H: even, and at most 2 by Brauer and Speiser");
        }

        var group = character.Table.Group;
        if (group.Kind == GroupKind.Symmetric)
        {
            return new(1, 1, "a symmetric group (Specht modules are rational)");
        }

        if (group.Exponent <= long.MaxValue && NumberTheory.PrimeFactors((long)group.Exponent).Count == 1)
        {
            return new(1, 1, "a p-group and not type H (Roquette)");
        }

        var divisor = (long)RootsOfUnityIn(AbelianField.GeneratedBy(character.Values.Values));
        divisor = NumberTheory.Gcd(divisor, character.Degree);
        if (divisor == 1)
        {
            return new(1, 1, character.Indicator > 0 ? "real of odd degree (Brauer and Speiser)" : "the degree is prime to the number of roots of unity in the field (Benard and Schacher)");
        }

        for (var c = 0; c < character.Table.Classes.Count && divisor > 1; c++)
        {
            divisor = NumberTheory.Gcd(divisor, FixedByCyclic(character, c));
        }

        if (divisor > 1)
        {
            divisor = NumberTheory.Gcd(divisor, OnPoints(character));
        }

        if (divisor > 1 && CyclicAlgebraIndex.TryOf(character) is var (index, reason))
        {
            return new(index, index, reason);
        }

        return divisor == 1
            ? new(1, 1, "multiplicities in permutation characters without a common divisor")
            : new((int)divisor, null, FormattableString.Invariant($"degree, field and permutation characters leave the divisors of {divisor}"));
    }

    /// <summary>m, or the divisors that are left, for people: <c>1</c>, <c>2</c>, <c>1 or 2</c>, <c>divides 4</c>.</summary>
    public override string ToString() => Exact is { } exact ? FormattableString.Invariant($"{exact}") : Divides == 2 ? "1 or 2" : FormattableString.Invariant($"divides {Divides}");

    /// <summary>The number of roots of unity in the field: with conductor n the largest of those in ℚ(ζ_n) that the stabiliser fixes.</summary>
    private static int RootsOfUnityIn(AbelianField field)
    {
        var whole = field.Conductor % 2 == 0 ? field.Conductor : 2 * field.Conductor;
        return Enumerable.Range(1, whole).Last(w => whole % w == 0 && w % 2 == 0 && field.Stabilizer.All(k => Fixes(k, w, field.Conductor)));
    }

    /// <summary>Whether ζ_n ↦ ζ_n^k fixes the w-th roots of unity, w even; ±1 are fixed anyway, so the odd part and, for n divisible by 4, the 2-part count.</summary>
    private static bool Fixes(int k, int w, int n)
    {
        var inside = n % 2 == 0 ? w : w / 2;
        return (k - 1) % inside == 0;
    }

    /// <summary>The multiplicity of χ in the permutation character on the cosets of ⟨g⟩: the dimension of the fixed vectors of g.</summary>
    private static long FixedByCyclic(IrreducibleCharacter character, int c)
    {
        var order = character.Table.Classes[c].ElementOrder;
        var sum = Cyclotomic.Zero;
        for (long k = 0; k < order; k++)
        {
            sum += character[character.Table.PowerOfClass(c, k)];
        }

        return (long)(sum / (Cyclotomic)order).ToRational().Numerator;
    }

    private static long OnPoints(IrreducibleCharacter character)
    {
        var points = ClassFunction.FromValues(character.Table, character.Table.Classes.Select(c => (Cyclotomic)c.Representative.FixedPointCount));
        return (long)points.InnerProduct(character.Values).ToRational().Numerator;
    }
}
