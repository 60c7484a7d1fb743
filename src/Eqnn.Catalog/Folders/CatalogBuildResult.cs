namespace Eqnn.Catalog.Folders;

/// <summary>What a build did.</summary>
public sealed record CatalogBuildResult
{
    internal CatalogBuildResult(IReadOnlyList<CatalogEntry> built, IReadOnlyList<CatalogEntry> kept)
    {
        Built = built;
        Kept = kept;
    }

    /// <summary>The documents that were built, in the order of the plan.</summary>
    public IReadOnlyList<CatalogEntry> Built { get; }

    /// <summary>Those that were there, intact and with the same inputs.</summary>
    public IReadOnlyList<CatalogEntry> Kept { get; }

    /// <summary>Whether both lists agree.</summary>
    public bool Equals(CatalogBuildResult? other) => other is not null && Built.SequenceEqual(other.Built) && Kept.SequenceEqual(other.Kept);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Built.Count, Kept.Count);
}
