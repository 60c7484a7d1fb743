using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Regions;

/// <summary>What all region solvers share: the stack of constraints, and the rule that nothing unverified leaves. Whoever brings another solver derives from it and writes <see cref="Propose"/>.</summary>
/// <param name="dimension">The number of coordinates of a point.</param>
public abstract class CertifiedRegionSolver(int dimension) : IRegionSolver
{
    private readonly List<LinearConstraint> _constraints = [];

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public int Dimension { get; } = dimension;

    /// <inheritdoc/>
    public IReadOnlyList<LinearConstraint> Constraints => _constraints.AsReadOnly();

    /// <summary>How many proposals failed and were refined.</summary>
    public int Refinements { get; protected set; }

    /// <inheritdoc/>
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

    /// <inheritdoc/>
    public void Pop()
    {
        if (_constraints.Count == 0)
        {
            throw new InvalidOperationException("there is no constraint to remove");
        }

        _constraints.RemoveAt(_constraints.Count - 1);
        Popped();
    }

    /// <inheritdoc/>
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

    /// <summary>Frees what the solver holds.</summary>
    public abstract void Dispose();

    /// <summary>Told the constraint that is the newest from now on; its dimension has been checked.</summary>
    protected abstract void Pushed(LinearConstraint constraint);

    /// <summary>Told that the newest constraint is gone.</summary>
    protected abstract void Popped();

    /// <summary>Proposals for the constraints in force, each better than the one before; finitely many.</summary>
    protected abstract IEnumerable<RegionCertificate> Propose(IReadOnlyList<LinearConstraint> constraints, CancellationToken cancellationToken);
}
