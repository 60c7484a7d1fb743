using System.Numerics;
using Eqnn.Algebra.Representations.Abelian;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;

namespace Eqnn.PiecewiseLinear.Existence;

/// <summary>Theorem 1 for simples of an abelian group by frequencies: a nonzero piecewise linear equivariant map L → K exists iff ker L ≤ ker K, that is iff the character of K is a power of that of L.</summary>
/// <remarks>Agrees with <see cref="KernelCriterion"/> and needs no table. <b>Source.</b> docs/theory.md#kernel-criterion, docs/theory.md#frequencies.</remarks>
public sealed class AbelianKernelCriterion
{
    private AbelianKernelCriterion(AbelianSimple source, AbelianSimple target, IReadOnlyList<BigInteger>? moving)
    {
        Source = source;
        Target = target;
        Obstruction = moving;
    }

    /// <summary>The simple L.</summary>
    public AbelianSimple Source { get; }

    /// <summary>The simple K.</summary>
    public AbelianSimple Target { get; }

    /// <summary>Whether there is a map.</summary>
    public bool Exists => Obstruction is null;

    /// <summary>Whether a linear one exists: iff L = K (Schur).</summary>
    public bool LinearExists => Source.Equals(Target);

    /// <summary>The exponents at the generators of an element that acts trivially on L and not on K; null if there is a map.</summary>
    public IReadOnlyList<BigInteger>? Obstruction { get; }

    /// <summary>The bias β of the witness F(v) = P_K relu(v − β) on the regular representation: half-way between the two largest coordinates of the point P_L e_1.</summary>
    /// <remarks>The coordinate of that point at g is ψ_L(g)/|G|: the largest is dim L/|G|, on ker L; the next (2cos 2π/m)/|G| for the image order m > 2, −1/|G| for m = 2. For L trivial all are equal and β = 0.</remarks>
    /// <exception cref="LimitExceededException">The image order is beyond 2³¹.</exception>
    public Cyclotomic Bias
    {
        get
        {
            if (Source.IsTrivial)
            {
                return Cyclotomic.Zero;
            }

            if (Source.ImageOrder > int.MaxValue)
            {
                throw new LimitExceededException("orders of roots of unity", int.MaxValue, Source.ImageOrder.ToString(System.Globalization.CultureInfo.InvariantCulture), "not possible");
            }

            var root = Cyclotomic.E((int)Source.ImageOrder);
            var second = Source.Dimension == 2 ? root + root.Conjugate() : root;
            return ((Cyclotomic)Source.Dimension + second) * new Rational(BigInteger.One, 2 * Source.Dual.Group.Order);
        }
    }

    /// <summary>The coordinate of the point P_L e_1 at 1: dim L/|G|.</summary>
    public Rational PointAtIdentity => new(Source.Dimension, Source.Dual.Group.Order);

    /// <summary>The coordinate of F at 1 at that point, positive if there is a map: (dim L/|G| − β) |ker L| dim K/|G|.</summary>
    public Cyclotomic ValueAtIdentity => ((Cyclotomic)PointAtIdentity - Bias) * new Rational(Source.KernelOrder * Target.Dimension, Source.Dual.Group.Order);

    /// <summary>Decides, and says why.</summary>
    /// <exception cref="ArgumentException">The simples belong to different groups.</exception>
    /// <exception cref="CertificateException">The element that decides does not do what it should: a bug.</exception>
    public static AbelianKernelCriterion Decide(AbelianSimple source, AbelianSimple target)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        return Checked(source, target, source.TryKernelElementMoving(target));
    }

    /// <summary>The verdict by an element of ker L that moves K, or by the absence of one, checked by another route.</summary>
    /// <exception cref="CertificateException">It does not hold.</exception>
    internal static AbelianKernelCriterion Checked(AbelianSimple source, AbelianSimple target, IReadOnlyList<BigInteger>? moving)
    {
        var verdict = new AbelianKernelCriterion(source, target, moving);
        var holds = moving is null
            // The character of K is a power of that of L: its order divides.
            ? (source.ImageOrder % target.ImageOrder).IsZero
            : Turn(source, moving).IsZero && !Turn(target, moving).IsZero;
        return holds ? verdict : throw new CertificateException("kernel criterion", $"{source.Label} -> {target.Label} of {source.Dual.Group.Name}");
    }

    /// <summary>Σ v_j a_j modulo the integers.</summary>
    private static Rational Turn(AbelianSimple simple, IReadOnlyList<BigInteger> word)
    {
        var sum = Rational.Zero;
        for (var j = 0; j < word.Count; j++)
        {
            sum += simple.Frequencies[j] * new Rational(word[j], 1);
        }

        return sum - new Rational(sum.Floor(), 1);
    }
}
