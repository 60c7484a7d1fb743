using Eqnn.Algebra.Characters.Proofs;
using Eqnn.Algebra.Characters.Rows;
using Eqnn.Numbers;
using Eqnn.Numbers.Modular;

namespace Eqnn.Algebra.Characters.Modular;

/// <summary>The irreducible characters of degree above 1: modular splitting by class matrices (or, where these are dear, reduction of a lattice of generalised characters), lifting, and the exact proof of orthogonality.</summary>
/// <remarks>The answer does not depend on the prime. [Dixon1967], [Schneider1990].</remarks>
internal static class DixonSchneider
{
    // Large primes make one of them enough for the proof of orthogonality of most tables; two products still fit below 2^63.
    private const long PreferredPrime = 1L << 30;

    /// <summary>Beyond this number of classes class matrices come before the reduction, whose cost grows with the fourth power, as long as they are cheap.</summary>
    private const int ManyClasses = 120;

    /// <summary>How many elements the classes may have together whose matrices come first (measured: M_12 wr C_2, GL(4,4), the cube).</summary>
    private const long CheapElements = 7_500;

    /// <summary>The characters, in no particular order, with their values modulo the field that is given with them.</summary>
    /// <param name="algebra">The class algebra.</param>
    /// <param name="linear">All characters of degree 1.</param>
    /// <param name="pool">Where the values go.</param>
    /// <param name="progress">Told the number of characters found.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static (IReadOnlyList<StoredRow> Rows, PrimeField Field) Characters(IClassAlgebra algebra, IReadOnlyList<LinearRow> linear, ValuePool pool, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var above = Math.Max(PreferredPrime, 2 * SquareRoot(algebra.Order));
        above = algebra.Order < (1L << 31) - (64 * algebra.Exponent) ? Math.Max(above, algebra.Order) : above;
        for (var attempt = 0; attempt < 4; attempt++)
        {
            var field = PrimeField.SplittingExponent(algebra.Exponent, above);
            var root = field.RootOfUnity(algebra.Exponent);
            var roots = ValuePool.RootTable(field, algebra.Exponent, root, pool.RootOrder);
            var linearModular = linear.Select(row => cancellationToken.IsCancellationRequested ? throw new OperationCanceledException(cancellationToken) : Enumerable.Range(0, algebra.ClassCount).Select(c => roots[row.Exponent(c)]).ToArray()).ToList();
            if (Modular(algebra, field, root, linearModular, progress, cancellationToken) is { } modular)
            {
                var lift = new CharacterLift(algebra, field, root, pool);
                var rows = modular.Select(character =>
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    return new StoredRow(character.Degree, lift.Lift(character.Degree, character.Values), character.Values);
                }).ToList();
                OrthogonalityCheck.Verify(algebra, linear, rows, pool, (field, root), cancellationToken);
                return (rows, field);
            }

            above = (long)field.P;
        }

        throw new CertificateException("class matrices separate the irreducible characters", FormattableString.Invariant($"a group of order {algebra.Order} with {algebra.ClassCount} classes"));
    }

    private static List<(long Degree, ulong[] Values)>? Modular(IClassAlgebra algebra, PrimeField field, ulong root, List<ulong[]> linear, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        if (algebra.ClassCount > ManyClasses && ModularSplitting.Split(algebra, field, linear, (_, elements) => elements > CheapElements, progress, cancellationToken) is { } cheap)
        {
            return [.. cheap];
        }

        var lattice = CharacterLattice.TryOf(algebra, field, root, linear, progress, cancellationToken);
        if (lattice is { IsComplete: true })
        {
            return WithDegrees(lattice.Irreducibles, linear.Count, field);
        }

        // What the lattice finds while classes split the rest counts only if it finds everything.
        var known = lattice?.Irreducibles ?? linear;
        if (ModularSplitting.Split(algebra, field, known, lattice is null ? null : (blocks, _) => lattice.Completes(blocks), progress, cancellationToken) is { } split)
        {
            return [.. WithDegrees(known, linear.Count, field), .. split];
        }

        return lattice is { IsComplete: true } ? WithDegrees(lattice.Irreducibles, linear.Count, field) : null;
    }

    private static List<(long Degree, ulong[] Values)> WithDegrees(IReadOnlyList<ulong[]> irreducibles, int linearCount, PrimeField field) =>
        [.. irreducibles.Skip(linearCount).Select(values => (field.ToSignedInteger(values[0]), values))];

    private static long SquareRoot(long n)
    {
        var root = (long)Math.Sqrt(n);
        while ((Int128)root * root < n)
        {
            root++;
        }

        return root;
    }
}
