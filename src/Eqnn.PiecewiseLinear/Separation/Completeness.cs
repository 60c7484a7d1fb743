using System.Diagnostics;
using System.Numerics;
using Eqnn.Algebra.GSets;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Separation;

/// <summary>Whether networks of a shape with invariant outputs separate all orbits of inputs: whether inputs that all of them take for equal are always moved to each other by the group.</summary>
/// <remarks>
/// <para><b>Exact</b>, for all real inputs and any number of channels at once, with biases and any continuous activation that is no polynomial. The pairs that are not separated are a finite union of rational subspaces, which is searched.</para>
/// <para><b>Not</b> universality: see UniversalityTable; with further layers on one point (a readout) the two are the same.</para>
/// <para><b>Source.</b> docs/theory.md#complete.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class Completeness
{
    private Completeness(Architecture architecture, UnseenPairs? unseen, long subspaces) => (Architecture, Unseen, Subspaces) = (architecture, unseen, subspaces);

    /// <summary>The shape.</summary>
    public Architecture Architecture { get; }

    /// <summary>Whether all orbits are separated.</summary>
    public bool IsComplete => Unseen is null;

    /// <summary>Pairs in different orbits that are not separated; null if there are none.</summary>
    public UnseenPairs? Unseen { get; }

    /// <summary>How many subspaces of pairs were looked at.</summary>
    public long Subspaces { get; }

    /// <summary>Decides.</summary>
    /// <exception cref="ArgumentException">The output is not one point.</exception>
    /// <exception cref="LimitExceededException">More subspaces than the options allow, or too many permutations of X.</exception>
    public static Completeness Of(Architecture architecture, CompletenessOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(architecture);
        if (architecture.Output.Size != 1)
        {
            throw new ArgumentException($"whether all orbits are separated is a question on invariant outputs, not on Fun({architecture.Output.Name})", nameof(architecture));
        }

        FirstLayerRows.RequireRoom(architecture.Input);
        var orbits = new InputOrbits(architecture.Input, cancellationToken);

        // One layer that is complete makes all deeper networks that begin with it complete: the colours of later layers determine how often each colour of the first one occurs.
        if (architecture.Layers.Count > 1 && Of(architecture.WithDepth(1), options, cancellationToken) is { IsComplete: true, Subspaces: var first })
        {
            return new(architecture, null, first);
        }

        var (echelon, subspaces) = RelationSearches.Find(architecture, null, orbits, options ?? CompletenessOptions.Default, cancellationToken);
        if (echelon is null)
        {
            return new(architecture, null, subspaces);
        }

        var n = (int)architecture.Input.Size;
        var (vector, isSmallest) = SmallestPair.Find(echelon, pair => !orbits.AreInOneOrbit(pair.AsSpan(0, n), pair.AsSpan(n)), cancellationToken);
        return new(architecture, RelationSearches.Pairs(architecture.Input, echelon, vector, isSmallest), subspaces);
    }

    /// <summary>In one line: the shape and the verdict.</summary>
    public override string ToString() => $"{Architecture}: {(IsComplete ? "tells apart what no symmetry identifies" : "does not tell all inputs apart")}";
}

/// <summary>The search in the smallest arithmetic that suffices.</summary>
internal static class RelationSearches
{
    public static (BigInteger[][]? Echelon, long Subspaces) Find(Architecture architecture, Architecture? against, InputOrbits? orbits, CompletenessOptions options, CancellationToken cancellationToken)
    {
        try
        {
            var search = new RelationSearch<long>(architecture, against, orbits, options.MaxSubspaces, cancellationToken);
            var found = search.Find();
            return (found is null ? null : Array.ConvertAll(found.EchelonForm(cancellationToken), row => Array.ConvertAll(row, entry => (BigInteger)entry)), search.Subspaces);
        }
        catch (OverflowException)
        {
            var search = new RelationSearch<BigInteger>(architecture, against, orbits, options.MaxSubspaces, cancellationToken);
            return (search.Find()?.EchelonForm(cancellationToken), search.Subspaces);
        }
    }

    public static UnseenPairs Pairs(GSet input, BigInteger[][] echelon, int[] vector, bool isSmallest)
    {
        var n = (int)input.Size;
        NetworkInput Half(int from) => NetworkInput.Of(input, vector.Skip(from).Take(n).Select(value => (RealCyclotomic)value));
        return new UnseenPairs(echelon, Half(0), Half(n), isSmallest);
    }
}
