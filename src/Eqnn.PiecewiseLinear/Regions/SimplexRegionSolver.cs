using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Regions;

/// <summary>The built-in exact simplex as a region solver; over ℚ as long as all constraints are rational.</summary>
internal sealed class SimplexRegionSolver(int dimension) : RegionSolver(dimension)
{
    private readonly ExactSimplex<Rational> _rational = new(dimension);
    private readonly ExactSimplex<RealCyclotomic> _real = new(dimension);
    private int _irrational;

    public override string Name => "simplex";

    public override void Dispose()
    {
    }

    protected override void Pushed(LinearConstraint constraint)
    {
        var irrational = !constraint.Form.All(x => x.IsRational);
        if (_irrational > 0 || irrational)
        {
            _irrational++;
        }
        else
        {
            _rational.Push([.. constraint.Form.Select(x => x.ToRational())], constraint.IsStrict);
        }

        _real.Push([.. constraint.Form.Select(x => (RealCyclotomic)x)], constraint.IsStrict);
    }

    protected override void Popped()
    {
        _real.Pop();
        if (_irrational > 0)
        {
            _irrational--;
        }
        else
        {
            _rational.Pop();
        }
    }

    protected override IEnumerable<RegionCertificate> Propose(IReadOnlyList<LinearConstraint> constraints, CancellationToken cancellationToken)
    {
        if (_irrational == 0)
        {
            var (point, multipliers) = _rational.Solve(cancellationToken);
            yield return point is not null
                ? new RegionCertificate.Feasible(constraints, [.. point.Select(x => (Cyclotomic)x)])
                : new RegionCertificate.Infeasible(constraints, [.. multipliers!.Select(x => (Cyclotomic)x)]);
        }
        else
        {
            var (point, multipliers) = _real.Solve(cancellationToken);
            yield return point is not null
                ? new RegionCertificate.Feasible(constraints, [.. point.Select(x => x.Value)])
                : new RegionCertificate.Infeasible(constraints, [.. multipliers!.Select(x => x.Value)]);
        }
    }
}
