using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Regions;

/// <summary>What all region solvers share: the stack of constraints, and the rule that nothing unverified leaves.</summary>
internal abstract class CertifiedSolver(int dimension) : IRegionSolver
{
    private readonly List<LinearConstraint> _constraints = [];

    public abstract string Name { get; }

    public int Dimension { get; } = dimension;

    public IReadOnlyList<LinearConstraint> Constraints => _constraints.AsReadOnly();

    /// <summary>How many proposals failed and were refined.</summary>
    public int Refinements { get; protected set; }

    public void Push(LinearConstraint constraint)
    {
        ArgumentNullException.ThrowIfNull(constraint);
        if (constraint.Form.Count != Dimension)
        {
            throw new ArgumentException(FormattableString.Invariant($"the constraint has {constraint.Form.Count} coordinates, the solver {Dimension}"), nameof(constraint));
        }

        _constraints.Add(constraint);
        Pushed(constraint);
    }

    public void Pop()
    {
        if (_constraints.Count == 0)
        {
            throw new InvalidOperationException("there is no constraint to remove");
        }

        _constraints.RemoveAt(_constraints.Count - 1);
        Popped();
    }

    public RegionCertificate Check(CancellationToken cancellationToken = default)
    {
        var constraints = _constraints.ToArray().AsReadOnly();
        foreach (var proposal in Propose(constraints, cancellationToken))
        {
            if (proposal.Verify())
            {
                return proposal;
            }

            Refinements++;
        }

        throw new CertificateException("a point satisfies the system or multipliers refute it", FormattableString.Invariant($"{constraints.Count} constraints in dimension {Dimension}, solver {Name}"));
    }

    public abstract void Dispose();

    protected abstract void Pushed(LinearConstraint constraint);

    protected abstract void Popped();

    /// <summary>Proposals, each better than the one before; finitely many.</summary>
    protected abstract IEnumerable<RegionCertificate> Propose(IReadOnlyList<LinearConstraint> constraints, CancellationToken cancellationToken);
}
