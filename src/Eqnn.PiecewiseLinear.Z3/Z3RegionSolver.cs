using System.Numerics;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Regions;

namespace Eqnn.PiecewiseLinear.Z3;

/// <summary>Z3's linear arithmetic as a region solver.</summary>
/// <remarks>
/// <para><b>Rational constraints</b> are handed over as they are. "Yes" comes with a rational point; "no" with a set of constraints that cannot hold together, whose multipliers are computed over the field.</para>
/// <para><b>Irrational constraints</b> are handed over with coefficients rounded to 2^-p, strict ones as "at least 1", inside a box of half width R, with 2^-p far below 1/R: a point then satisfies the true constraints,
/// and a contradiction names constraints that cannot be satisfied <em>by more than a hair</em> within the box. If these have no multipliers over the field, R and p grow. That ends: a feasible system has a point in some box,
/// and an infeasible one has finitely many subsystems, each feasible one of which fits into some box.</para>
/// <para>The two sides of a cone of smaller dimension (an equation given as two weak constraints) are feasible without interior; a point on them need not be rational. There the exact simplex decides the constraints in question.</para>
/// </remarks>
internal sealed class Z3RegionSolver : RegionSolver
{
    private const int FirstBits = 32;
    private const int LastBits = 4096;
    private readonly Z3Context _z3 = new();
    private readonly nint[] _variables;
    private readonly List<Entry> _entries = [];
    private readonly Dictionary<int, nint> _boxes = [];

    public Z3RegionSolver(int dimension)
        : base(dimension) => _variables = [.. Enumerable.Range(0, dimension).Select(_ => _z3.NewReal())];

    public override string Name => "z3 " + Z3Library.Version;

    public override void Dispose() => _z3.Dispose();

    protected override void Pushed(LinearConstraint constraint) => _entries.Add(new Entry(constraint));

    protected override void Popped() => _entries.RemoveAt(_entries.Count - 1);

    protected override IEnumerable<RegionCertificate> Propose(IReadOnlyList<LinearConstraint> constraints, CancellationToken cancellationToken)
    {
        if (_entries.TrueForAll(e => e.IsRational))
        {
            return ProposeRational(constraints, cancellationToken);
        }

        return ProposeRounded(constraints, cancellationToken);
    }

    private IEnumerable<RegionCertificate> ProposeRational(IReadOnlyList<LinearConstraint> constraints, CancellationToken cancellationToken)
    {
        var labels = _entries.Select(e => e.LabelFor(0, this)).ToArray();
        var answer = _z3.Check(labels, cancellationToken);
        if (answer == true)
        {
            yield return new RegionCertificate.Feasible(constraints, Point());
        }
        else if (answer == false && Refute(constraints, _z3.Core(labels), cancellationToken) is { } refutation)
        {
            yield return refutation;
        }
    }

    private IEnumerable<RegionCertificate> ProposeRounded(IReadOnlyList<LinearConstraint> constraints, CancellationToken cancellationToken)
    {
        for (var bits = FirstBits; bits <= LastBits; bits *= 2)
        {
            if (!_boxes.TryGetValue(bits, out var box))
            {
                _boxes[bits] = box = Box(bits);
            }

            nint[] labels = [.. _entries.Select(e => e.LabelFor(bits, this)), box];
            var answer = _z3.Check(labels, cancellationToken);
            if (answer == true)
            {
                yield return new RegionCertificate.Feasible(constraints, Point());
            }
            else if (answer == false && Refute(constraints, [.. _z3.Core(labels).Where(p => p < constraints.Count)], cancellationToken) is { } refutation)
            {
                yield return refutation;
            }
            else
            {
                Refinements++;
            }

            // Weak constraints may leave a cone without interior, where no rounding can help.
            if (bits >= 4 * FirstBits && constraints.Any(c => !c.IsStrict) && ExactOn(constraints, [.. Enumerable.Range(0, constraints.Count)], cancellationToken) is { } exact)
            {
                yield return exact;
            }
        }
    }

    /// <summary>Multipliers over the field for a contradictory set of constraints, or null if it is not contradictory exactly.</summary>
    private RegionCertificate.Infeasible? Refute(IReadOnlyList<LinearConstraint> constraints, int[] core, CancellationToken cancellationToken) =>
        ExactOn(constraints, core, cancellationToken) as RegionCertificate.Infeasible;

    private RegionCertificate? ExactOn(IReadOnlyList<LinearConstraint> constraints, int[] core, CancellationToken cancellationToken)
    {
        using var simplex = RegionSolvers.Simplex(Dimension);
        return simplex.Decide(core.Select(place => constraints[place]), cancellationToken).Match<RegionCertificate?>(
            feasible => core.Length == constraints.Count ? new RegionCertificate.Feasible(constraints, feasible.Point) : null,
            infeasible =>
            {
                var multipliers = new Cyclotomic[constraints.Count];
                for (var i = 0; i < core.Length; i++)
                {
                    multipliers[core[i]] = infeasible.Multipliers[i];
                }

                return new RegionCertificate.Infeasible(constraints, Array.AsReadOnly(multipliers));
            });
    }

    private IReadOnlyList<Cyclotomic> Point() => [.. _z3.Values(_variables).Select(text => (Cyclotomic)Rational.Parse(text, null))];

    /// <summary>-R ≤ x_i ≤ R with R = 2^(p/4).</summary>
    private nint Box(int bits)
    {
        var label = _z3.NewBoolean();
        var size = BigInteger.One << (bits / 4);
        var above = _z3.Number(size.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var below = _z3.Number((-size).ToString(System.Globalization.CultureInfo.InvariantCulture));
        foreach (var variable in _variables)
        {
            _z3.AssertUnder(label, _z3.AtLeast(above, variable));
            _z3.AssertUnder(label, _z3.AtLeast(variable, below));
        }

        return label;
    }

    /// <summary>A constraint with its statements, one for each precision used.</summary>
    private sealed class Entry(LinearConstraint constraint)
    {
        private readonly Dictionary<int, nint> _labels = [];

        public bool IsRational { get; } = constraint.Form.All(x => x.IsRational);

        /// <summary>The label of the statement at a precision; 0 means exact.</summary>
        public nint LabelFor(int bits, Z3RegionSolver solver)
        {
            if (_labels.TryGetValue(bits, out var known))
            {
                return known;
            }

            var z3 = solver._z3;
            var label = z3.NewBoolean();
            var terms = new List<nint>();
            for (var i = 0; i < constraint.Form.Count; i++)
            {
                var coefficient = bits == 0 ? constraint.Form[i].ToRational() : Rounded(constraint.Form[i], bits);
                if (!coefficient.IsZero)
                {
                    terms.Add(z3.Product(z3.Number(coefficient.ToString()), solver._variables[i]));
                }
            }

            var sum = z3.Sum([.. terms]);
            var statement = bits == 0
                ? constraint.IsStrict ? z3.Greater(sum, z3.Number("0")) : z3.AtLeast(sum, z3.Number("0"))
                : z3.AtLeast(sum, z3.Number(constraint.IsStrict ? "1" : "0"));
            z3.AssertUnder(label, statement);
            return _labels[bits] = label;
        }

        private static Rational Rounded(Cyclotomic value, int bits) =>
            value.IsRational ? value.ToRational() : new Rational(((RealCyclotomic)(value * (BigInteger.One << bits))).Floor(), BigInteger.One << bits);
    }
}
