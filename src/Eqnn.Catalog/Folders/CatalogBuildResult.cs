using Eqnn.Numbers;

namespace Eqnn.Catalog.Folders;

/// <summary>What a build did.</summary>
public sealed record CatalogBuildResult
{
    internal CatalogBuildResult(IReadOnlyList<CatalogEntry> built, IReadOnlyList<CatalogEntry> kept, IReadOnlyList<(CatalogEntry Entry, LimitExceededException Limit)> limited)
    {
        Built = built;
        Kept = kept;
        Limited = limited;
    }

    /// <summary>The documents that were built, in the order of the plan.</summary>
    public IReadOnlyList<CatalogEntry> Built { get; }

    /// <summary>Those that were there, intact and with the same inputs.</summary>
    public IReadOnlyList<CatalogEntry> Kept { get; }

    /// <summary>Those that a limit stopped, with what it says, by their paths; <c>limits</c> in the folder says so too.</summary>
    public IReadOnlyList<(CatalogEntry Entry, LimitExceededException Limit)> Limited { get; }

    /// <summary>Whether all lists agree.</summary>
    public bool Equals(CatalogBuildResult? other) =>
        other is not null && Built.SequenceEqual(other.Built) && Kept.SequenceEqual(other.Kept) && Limited.Select(pair => (pair.Entry, pair.Limit.Message)).SequenceEqual(other.Limited.Select(pair => (pair.Entry, pair.Limit.Message)));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Built.Count, Kept.Count, Limited.Count);
}
