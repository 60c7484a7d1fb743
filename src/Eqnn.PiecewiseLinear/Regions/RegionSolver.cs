using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Regions;

/// <summary>Decides systems of homogeneous linear inequalities; every answer carries a certificate that has been verified exactly. Whoever brings another solver derives from it and writes <see cref="Propose"/>.</summary>
/// <param name="dimension">The number of coordinates of a point.</param>
/// <remarks>A solver only proposes. What it proposes is checked over the field before it is returned; a proposal that fails is refined, and if that does not help refused with <see cref="CertificateException"/>. Inside constraints come and go one at a time, so that a solver keeps what it learnt. <em>Not</em> thread safe.</remarks>
public abstract class RegionSolver(int dimension) : IDisposable
{
    private readonly List<LinearConstraint> _constraints = [];

    /// <summary>Which solver this is, for the output: <c>simplex</c>, <c>z3 4.8.12</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The number of coordinates.</summary>
    public int Dimension { get; } = dimension;

    /// <summary>The constraints in force, oldest first.</summary>
    internal IReadOnlyList<LinearConstraint> Constraints => _constraints.AsReadOnly();

    /// <summary>How many proposals failed and were refined.</summary>
    public int Refinements { get; protected set; }

    /// <summary>Decides a system.</summary>
    /// <exception cref="ArgumentException">A constraint has another dimension.</exception>
    /// <exception cref="CertificateException">The solver's proposals could not be certified: a bug of the solver or of ours.</exception>
    public RegionCertificate Decide(IEnumerable<LinearConstraint> constraints, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(constraints);
        var before = _constraints.Count;
        try
        {
            foreach (var constraint in constraints)
            {
                Push(constraint);
            }

            return Check(cancellationToken);
        }
        finally
        {
            while (_constraints.Count > before)
            {
                Pop();
            }
        }
    }

    /// <summary>Adds a constraint.</summary>
    internal void Push(LinearConstraint constraint)
    {
        ArgumentNullException.ThrowIfNull(constraint);
        if (constraint.Form.Count != Dimension)
        {
            throw new ArgumentException(FormattableString.Invariant($"the constraint has {constraint.Form.Count} coordinates, the solver {Dimension}"), nameof(constraint));
        }

        _constraints.Add(constraint);
        Pushed(constraint);
    }

    /// <summary>Removes the newest constraint.</summary>
    internal void Pop()
    {
        if (_constraints.Count == 0)
        {
            throw new InvalidOperationException("there is no constraint to remove");
        }

        _constraints.RemoveAt(_constraints.Count - 1);
        Popped();
    }

    /// <summary>Decides the constraints in force.</summary>
    internal RegionCertificate Check(CancellationToken cancellationToken = default)
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
