using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Regions;

/// <summary>Decides systems of homogeneous linear inequalities, one constraint more or less at a time; every answer carries a certificate that has been verified exactly.</summary>
/// <remarks>A solver only proposes. What it proposes is checked over the field before it is returned; a proposal that fails is refined, and if that does not help refused with <see cref="CertificateException"/>. <em>Not</em> thread safe.</remarks>
public interface IRegionSolver : IDisposable
{
    /// <summary>Which solver this is, for the output: <c>simplex</c>, <c>z3 4.8.12</c>.</summary>
    string Name { get; }

    /// <summary>The number of coordinates.</summary>
    int Dimension { get; }

    /// <summary>The constraints in force, oldest first.</summary>
    IReadOnlyList<LinearConstraint> Constraints { get; }

    /// <summary>Adds a constraint.</summary>
    /// <exception cref="ArgumentException">It has another dimension.</exception>
    void Push(LinearConstraint constraint);

    /// <summary>Removes the newest constraint.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    void Pop();

    /// <summary>Decides the constraints in force.</summary>
    /// <exception cref="CertificateException">The solver's proposals could not be certified: a bug of the solver or of ours.</exception>
    RegionCertificate Check(CancellationToken cancellationToken = default);
}
