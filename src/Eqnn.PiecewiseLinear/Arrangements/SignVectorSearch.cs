using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.PiecewiseLinear.Regions;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>All chambers by asking a region solver, hyperplane by hyperplane, which signs are possible: slow, and independent of rays and wall crossings.</summary>
internal static class SignVectorSearch
{
    /// <summary>The sign vectors of the chambers (1 or -1 for each hyperplane, by position), in lexicographic order with 1 before -1. The symmetry of the arrangement is not used.</summary>
    /// <remarks>Each extension of a partial sign vector that the point at hand does not show possible is decided by a certificate. Cost: up to N certificates for each chamber.</remarks>
    /// <exception cref="LimitExceededException">More chambers than <paramref name="maxChambers"/>.</exception>
    /// <exception cref="CertificateException">A verdict could not be certified.</exception>
    public static IReadOnlyList<IReadOnlyList<int>> Chambers(
        Arrangement arrangement,
        RegionSolver solver,
        long maxChambers = 1_000_000,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var (found, isComplete) = Search(arrangement, solver, maxChambers, progress, cancellationToken);
        return isComplete
            ? found
            : throw new LimitExceededException("chambers", maxChambers, FormattableString.Invariant($"more; partial count when stopped: {found.Count} chambers"), "ChamberSearchOptions.MaxOrbits", ChamberLimits.Tenfold(maxChambers), "time and memory grow with the number");
    }

    /// <summary>The sign vectors, and whether these are all or the limit was reached.</summary>
    public static (IReadOnlyList<IReadOnlyList<int>> Found, bool IsComplete) Search(Arrangement arrangement, RegionSolver solver, long maxChambers, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(arrangement);
        ArgumentNullException.ThrowIfNull(solver);
        if (solver.Dimension != arrangement.AmbientDimension || solver.Constraints.Count != 0)
        {
            throw new ArgumentException(FormattableString.Invariant($"a solver without constraints in dimension {arrangement.AmbientDimension} is needed"), nameof(solver));
        }

        var found = new List<IReadOnlyList<int>>();
        var signs = new int[arrangement.Hyperplanes.Count];
        var isComplete = Extend(0, ColumnVector<Cyclotomic>.Zero(arrangement.AmbientDimension));
        return (found.AsReadOnly(), isComplete);

        // The point satisfies the first signs strictly. False at the limit.
        bool Extend(int at, ColumnVector<Cyclotomic> point)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (at == signs.Length)
            {
                if (found.Count >= maxChambers)
                {
                    return false;
                }

                found.Add(Array.AsReadOnly((int[])signs.Clone()));
                progress?.Report(new WorkProgress("chambers", found.Count, 0));
                return true;
            }

            var normal = arrangement.Hyperplanes[at].Normal;
            var side = normal.Dot(point).Sign;
            foreach (var sign in new[] { 1, -1 })
            {
                signs[at] = sign;
                solver.Push(LinearConstraint.Positive(sign > 0 ? normal : normal.Select(x => -x)));
                var next = side == sign ? point : (solver.Check(cancellationToken) as RegionCertificate.Feasible)?.Point;
                var goOn = next is null || Extend(at + 1, next);
                solver.Pop();
                if (!goOn)
                {
                    return false;
                }
            }

            return true;
        }
    }
}
