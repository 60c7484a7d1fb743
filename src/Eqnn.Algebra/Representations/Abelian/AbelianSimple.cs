using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Numbers.Permutations;

namespace Eqnn.Algebra.Representations.Abelian;

/// <summary>A simple real representation L of an abelian group, by the frequencies a_j of one of its characters: g_j turns by 2π a_j.</summary>
/// <remarks>
/// <para>Dimension 2 and type C, unless 2a is integral: then dimension 1, type R, the generators acting by 1 and −1. Two simples are equal iff they belong to the same dual and have the same frequencies.</para>
/// <para><b>Not</b> a <see cref="SimpleRepresentation"/>, which belongs to a character table.</para>
/// </remarks>
public sealed class AbelianSimple : IEquatable<AbelianSimple>
{
    private readonly Rational[] _frequencies;
    private readonly Lazy<AbelianRelations> _kernel;

    internal AbelianSimple(AbelianDual dual, Rational[] frequencies)
    {
        Dual = dual;
        _frequencies = frequencies;
        _kernel = new(() => AbelianRelations.OfKernel(frequencies));
        ImageOrder = frequencies.Aggregate(BigInteger.One, (lcm, a) => NumberTheory.Lcm(lcm, a.Denominator));
    }

    /// <summary>The dual of the group.</summary>
    public AbelianDual Dual { get; }

    /// <summary>The frequencies at the generators, each in [0, 1): the lexicographically lesser of a and −a.</summary>
    public IReadOnlyList<Rational> Frequencies => Array.AsReadOnly(_frequencies);

    /// <summary>For cyclic groups the frequency k at the chosen generator, 0 ≤ k ≤ n/2; null for others.</summary>
    public BigInteger? Frequency => Dual.FrequencyOf(_frequencies);

    /// <summary>The label; see <see cref="AbelianDual"/>.</summary>
    public string Label => Frequency is { } k ? FormattableString.Invariant($"L{k}") : $"L({string.Join(",", _frequencies)})";

    /// <summary>The order m of the image of the group, a cyclic group: the order of the character.</summary>
    public BigInteger ImageOrder { get; }

    /// <summary>The order of the kernel.</summary>
    public BigInteger KernelOrder => Dual.Group.Order / ImageOrder;

    /// <summary>R for orders 1 and 2, else C.</summary>
    public SimpleType Type => ImageOrder > 2 ? SimpleType.Complex : SimpleType.Real;

    /// <summary>The dimension over the real numbers: 1 or 2. Also that of the endomorphisms.</summary>
    public int Dimension => ImageOrder > 2 ? 2 : 1;

    /// <summary>Whether every element acts as the identity.</summary>
    public bool IsTrivial => ImageOrder.IsOne;

    /// <summary>The simple of the k-th power of the character.</summary>
    public AbelianSimple Multiple(BigInteger k) => Dual.SimpleAt([.. _frequencies.Select(a => a * new Rational(k, 1))]);

    /// <summary>Whether the character is a power of the <paramref name="step"/>-th power of that of <paramref name="source"/>: iff its kernel contains that of the latter.</summary>
    /// <exception cref="ArgumentException">The simples belong to different duals.</exception>
    public bool IsPowerOf(AbelianSimple source, int step = 1)
    {
        RequireSameDual(source);
        return (step == 1 ? source : source.Multiple(step)).Kernel.AnnihilatedBy(_frequencies);
    }

    /// <summary>A word in the generators, by its exponents, that acts trivially on this simple and not on <paramref name="other"/>; null if there is none.</summary>
    /// <exception cref="ArgumentException">The simples belong to different duals.</exception>
    public IReadOnlyList<BigInteger>? TryKernelElementMoving(AbelianSimple other)
    {
        RequireSameDual(other);
        return Kernel.TryMoving(other._frequencies);
    }

    /// <summary>The value ψ_L of the character of L at a word in the generators: 2cos(2πt) with t = Σ v_j a_j, or cos(2πt) = ±1 for type R.</summary>
    /// <exception cref="LimitExceededException">The root of unity has an order beyond 2³¹.</exception>
    public Cyclotomic ValueAt(IReadOnlyList<BigInteger> word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var angle = Rational.Zero;
        for (var j = 0; j < _frequencies.Length; j++)
        {
            angle += _frequencies[j] * new Rational(word[j], 1);
        }

        var root = RootAt(angle);
        return Type == SimpleType.Real ? root : root + root.Conjugate();
    }

    /// <summary>The matrix of a generator: the rotation by its frequency a, ((cos 2πa, −sin 2πa), (sin 2πa, cos 2πa)), orthogonal and exact; ±1 for type R.</summary>
    /// <param name="generator">The place of the generator, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such generator.</exception>
    /// <exception cref="LimitExceededException">The root of unity has an order beyond 2³¹.</exception>
    public Matrix<Cyclotomic> MatrixOf(int generator)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(generator);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(generator, _frequencies.Length);
        var root = RootAt(_frequencies[generator]);
        if (Type == SimpleType.Real)
        {
            return Matrix<Cyclotomic>.FromRows([[root]]);
        }

        // (z - 1/z)/2i, and 1/i = -i.
        var (cosine, sine) = ((root + root.Conjugate()) / 2, (root.Conjugate() - root) * Cyclotomic.E(4) / 2);
        return Matrix<Cyclotomic>.FromRows([[cosine, -sine], [sine, cosine]]);
    }

    private static Cyclotomic RootAt(Rational angle)
    {
        angle = AbelianRelations.Fraction(angle);
        return angle.Denominator <= int.MaxValue
            ? Cyclotomic.E((int)angle.Denominator, (int)angle.Numerator)
            : throw new LimitExceededException("orders of roots of unity", int.MaxValue, angle.Denominator.ToString(System.Globalization.CultureInfo.InvariantCulture), "not possible");
    }

    /// <inheritdoc/>
    public bool Equals(AbelianSimple? other) => other is not null && ReferenceEquals(Dual, other.Dual) && _frequencies.AsSpan().SequenceEqual(other._frequencies);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AbelianSimple);

    /// <inheritdoc/>
    public override int GetHashCode() => _frequencies.Aggregate(0, HashCode.Combine);

    /// <summary>Label, dimension and type.</summary>
    public override string ToString() => FormattableString.Invariant($"{Label} of dimension {Dimension}, type {(Type == SimpleType.Real ? 'R' : 'C')}");

    /// <summary>The words that act trivially.</summary>
    internal AbelianRelations Kernel => _kernel.Value;

    private void RequireSameDual(AbelianSimple other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!ReferenceEquals(other.Dual, Dual))
        {
            throw new ArgumentException($"{Label} and {other.Label} belong to different groups");
        }
    }
}
