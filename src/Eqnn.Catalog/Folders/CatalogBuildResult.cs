using Eqnn.Numbers;

namespace Eqnn.Catalog.Folders;

/// <summary>What a build did.</summary>
/// <param name="Built">The documents that were built, in the order of the plan.</param>
/// <param name="Kept">Those that were there, intact and with the same inputs.</param>
/// <param name="Limited">Those that a limit stopped, with what it says, by their paths; <c>limits</c> in the folder says so too.</param>
public sealed record CatalogBuildResult(IReadOnlyList<CatalogEntry> Built, IReadOnlyList<CatalogEntry> Kept, IReadOnlyList<(CatalogEntry Entry, LimitExceededException Limit)> Limited)
{
    /// <summary>Whether all lists agree.</summary>
    public bool Equals(CatalogBuildResult? other) =>
        other is not null && Built.SequenceEqual(other.Built) && Kept.SequenceEqual(other.Kept) && Limited.Select(pair => (pair.Entry, pair.Limit.Message)).SequenceEqual(other.Limited.Select(pair => (pair.Entry, pair.Limit.Message)));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Built.Count, Kept.Count, Limited.Count);
}
