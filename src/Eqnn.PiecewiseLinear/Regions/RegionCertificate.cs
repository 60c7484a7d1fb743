using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;

namespace Eqnn.PiecewiseLinear.Regions;

/// <summary>Whether a system of homogeneous linear inequalities has a solution, with the reason: a point, or multipliers that make it absurd.</summary>
/// <remarks>
/// <para>Exactly one of the two exists (Motzkin's form of Farkas' lemma, [Ziegler, §1.4]): a point x satisfying all constraints, or numbers y_i ≥ 0, not all 0 on the strict constraints, with Σ y_i form_i = 0.
/// For then 0 = Σ y_i ⟨form_i, x⟩ &gt; 0.</para>
/// <para><see cref="Verify"/> uses field arithmetic and signs only, none of the code that found the certificate.</para>
/// </remarks>
public abstract record RegionCertificate
{
    private RegionCertificate(IReadOnlyList<LinearConstraint> constraints) => Constraints = constraints;

    /// <summary>The system.</summary>
    public IReadOnlyList<LinearConstraint> Constraints { get; }

    /// <summary>Whether the system has a solution.</summary>
    public bool IsFeasible => this is Feasible;

    /// <summary>Takes the branch that holds.</summary>
    public abstract T Match<T>(Func<Feasible, T> feasible, Func<Infeasible, T> infeasible);

    /// <summary>Re-checks the certificate exactly.</summary>
    public bool Verify() => Holds();

    /// <summary>The check of each case; that no other room can write it is why there is no third.</summary>
    private protected abstract bool Holds();

    /// <inheritdoc/>
    public virtual bool Equals(RegionCertificate? other) => other is not null && EqualityContract == other.EqualityContract && Constraints.SequenceEqual(other.Constraints);

    /// <inheritdoc/>
    public override int GetHashCode() => Constraints.Aggregate(Constraints.Count, HashCode.Combine);

    /// <summary>There is a solution.</summary>
    public sealed record Feasible : RegionCertificate
    {
        /// <summary>A point for a system; <see cref="Verify"/> tells whether it is one.</summary>
        public Feasible(IReadOnlyList<LinearConstraint> constraints, IReadOnlyList<Cyclotomic> point)
            : base(constraints) => Point = ColumnVector.Of(point);

        /// <summary>A point that satisfies all constraints.</summary>
        public ColumnVector<Cyclotomic> Point { get; }

        /// <inheritdoc/>
        public override T Match<T>(Func<Feasible, T> feasible, Func<Infeasible, T> infeasible)
        {
            ArgumentNullException.ThrowIfNull(feasible);
            return feasible(this);
        }

        private protected override bool Holds() => Constraints.All(c => c.Form.Count == Point.Count && c.IsSatisfiedBy(Point));

        /// <inheritdoc/>
        public bool Equals(Feasible? other) => other is not null && Constraints.SequenceEqual(other.Constraints) && Point == other.Point;

        /// <inheritdoc/>
        public override int GetHashCode() => Point.Aggregate(Constraints.Count, HashCode.Combine);
    }

    /// <summary>There is no solution.</summary>
    public sealed record Infeasible : RegionCertificate
    {
        /// <summary>Multipliers for a system; <see cref="Verify"/> tells whether they refute it.</summary>
        public Infeasible(IReadOnlyList<LinearConstraint> constraints, IReadOnlyList<Cyclotomic> multipliers)
            : base(constraints) => Multipliers = ColumnVector.Of(multipliers);

        /// <summary>y_i for each constraint, not negative, positive for some strict one, with Σ y_i form_i = 0.</summary>
        public ColumnVector<Cyclotomic> Multipliers { get; }

        /// <inheritdoc/>
        public override T Match<T>(Func<Feasible, T> feasible, Func<Infeasible, T> infeasible)
        {
            ArgumentNullException.ThrowIfNull(infeasible);
            return infeasible(this);
        }

        private protected override bool Holds()
        {
            if (Multipliers.Count != Constraints.Count || !Multipliers.All(y => y.IsReal && y.Sign >= 0)
                || !Constraints.Zip(Multipliers).Any(pair => pair.First.IsStrict && !pair.Second.IsZero))
            {
                return false;
            }

            var dimension = Constraints[0].Form.Count;
            return Constraints.All(c => c.Form.Count == dimension) && ColumnVector.Combination(dimension, Multipliers, [.. Constraints.Select(c => c.Form)]).IsZero;
        }

        /// <inheritdoc/>
        public bool Equals(Infeasible? other) => other is not null && Constraints.SequenceEqual(other.Constraints) && Multipliers.SequenceEqual(other.Multipliers);

        /// <inheritdoc/>
        public override int GetHashCode() => Multipliers.Aggregate(Constraints.Count, HashCode.Combine);
    }
}
