using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.PiecewiseLinear.Regions;

/// <summary>A homogeneous linear inequality ⟨form, x⟩ &gt; 0 or ⟨form, x⟩ ≥ 0 over a real cyclotomic field.</summary>
/// <remarks>An equation is the pair of ⟨form, x⟩ ≥ 0 and ⟨-form, x⟩ ≥ 0. <em>Not</em> affine: put the constant into an extra coordinate that is required to be positive.</remarks>
public sealed class LinearConstraint : IEquatable<LinearConstraint>
{
    private LinearConstraint(ColumnVector<Cyclotomic> form, bool isStrict)
    {
        Form = form;
        IsStrict = isStrict;
    }

    /// <summary>The coefficients of the linear form.</summary>
    public ColumnVector<Cyclotomic> Form { get; }

    /// <summary>Whether the form must be positive; otherwise it must not be negative.</summary>
    public bool IsStrict { get; }

    /// <summary>⟨form, x⟩ &gt; 0.</summary>
    /// <exception cref="ArgumentException">A coefficient is not real.</exception>
    public static LinearConstraint Positive(IEnumerable<Cyclotomic> form) => new(Checked(form), true);

    /// <summary>⟨form, x⟩ ≥ 0.</summary>
    /// <exception cref="ArgumentException">A coefficient is not real.</exception>
    public static LinearConstraint NonNegative(IEnumerable<Cyclotomic> form) => new(Checked(form), false);

    /// <summary>Whether a point satisfies it, exactly.</summary>
    /// <exception cref="ArgumentException">The point has another dimension.</exception>
    public bool IsSatisfiedBy(IReadOnlyList<Cyclotomic> point)
    {
        ArgumentNullException.ThrowIfNull(point);
        if (point.Count != Form.Count)
        {
            throw new ArgumentException(FormattableString.Invariant($"the point has {point.Count} coordinates, the form {Form.Count}"), nameof(point));
        }

        var sum = Form.Dot(point);
        return sum.IsReal && (IsStrict ? sum.Sign > 0 : sum.Sign >= 0);
    }

    /// <inheritdoc/>
    public bool Equals(LinearConstraint? other) => other is not null && IsStrict == other.IsStrict && Form == other.Form;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LinearConstraint);

    /// <inheritdoc/>
    public override int GetHashCode() => Form.Aggregate(IsStrict ? 1 : 0, HashCode.Combine);

    /// <summary><c>[1, -1/2] > 0</c>.</summary>
    public override string ToString() => "[" + string.Join(", ", Form) + "]" + (IsStrict ? " > 0" : " >= 0");

    private static ColumnVector<Cyclotomic> Checked(IEnumerable<Cyclotomic> form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var list = ColumnVector.Of(form);
        for (var i = 0; i < list.Count; i++)
        {
            if (!list[i].IsReal)
            {
                throw new ArgumentException(FormattableString.Invariant($"coefficient {i + 1} is {list[i]}, not real"), nameof(form));
            }
        }

        return list;
    }
}
