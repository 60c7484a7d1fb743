using Eqnn.Algebra.Groups;
using Eqnn.Algebra.SmallGroups;
using Eqnn.Algebra.Subgroups;
using Eqnn.Numbers;

namespace Eqnn.Algebra.Identification;

/// <summary>Isomorphisms between small groups, found by search; each is checked by <see cref="GroupIsomorphism"/>, which knows nothing of the search.</summary>
public static class Isomorphisms
{
    /// <summary>An isomorphism between two groups of order at most <see cref="SmallGroupLibrary.MaxOrder"/>; null if they are not isomorphic.</summary>
    /// <remarks>By invariants first, then by a search over images of the generators that is complete; which of the isomorphisms is found is chosen. Milliseconds.</remarks>
    /// <exception cref="LimitExceededException">The orders agree and exceed <see cref="SmallGroupLibrary.MaxOrder"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static GroupIsomorphism? TryFind(FiniteGroup source, FiniteGroup target, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        if (source.Order != target.Order)
        {
            return null;
        }

        if (source.Order > SmallGroupLibrary.MaxOrder)
        {
            throw new LimitExceededException("order of groups compared up to isomorphism", SmallGroupLibrary.MaxOrder, FormattableString.Invariant($"{LimitExceededException.Shown(source.Order)} elements"), "not possible; compare characters and subgroups instead");
        }

        var (sourceTable, targetTable) = (new ElementTable(source, cancellationToken), new ElementTable(target, cancellationToken));
        return TryFind(source, sourceTable, ElementColouring.Of(sourceTable, cancellationToken), target, targetTable, ElementColouring.Of(targetTable, cancellationToken), cancellationToken);
    }

    internal static GroupIsomorphism? TryFind(FiniteGroup source, ElementTable sourceTable, ElementColouring sourceColouring, FiniteGroup target, ElementTable targetTable, ElementColouring targetColouring, CancellationToken cancellationToken)
    {
        var generators = source.Generators.Select(sourceTable.PlaceOf).ToArray();
        var places = IsomorphismSearch.TryFind(sourceTable, sourceColouring, generators, targetTable, targetColouring, cancellationToken);
        return places is null ? null : Proved(source, target, places.Select(place => targetTable.Elements[place]));
    }

    /// <summary>What the search found, proved by the checks of <see cref="GroupIsomorphism"/>.</summary>
    internal static GroupIsomorphism Proved(FiniteGroup source, FiniteGroup target, IEnumerable<Eqnn.Numbers.Permutations.Permutation> images) =>
        GroupIsomorphism.TryFromImages(source, target, images)
            ?? throw new CertificateException("generators and images generate a group of the common order", source.Name + " and " + target.Name);
}
