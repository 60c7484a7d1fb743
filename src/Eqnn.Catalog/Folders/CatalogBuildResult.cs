namespace Eqnn.Catalog.Folders;

/// <summary>What a build did.</summary>
/// <param name="Built">The documents that were built, in the order of the plan.</param>
/// <param name="Kept">Those that were there, intact and with the same inputs.</param>
public sealed record CatalogBuildResult(IReadOnlyList<CatalogEntry> Built, IReadOnlyList<CatalogEntry> Kept)
{
    /// <summary>Whether both lists agree.</summary>
    public bool Equals(CatalogBuildResult? other) => other is not null && Built.SequenceEqual(other.Built) && Kept.SequenceEqual(other.Kept);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Built.Count, Kept.Count);
}
