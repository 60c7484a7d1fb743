using Eqnn.Catalog.Building;
using Eqnn.Catalog.Documents;

namespace Eqnn.Catalog.Folders;

/// <summary>A document to be built: the group and what it is looked at on. Equal entries give equal bytes, on every machine.</summary>
public sealed record CatalogEntry
{
    internal CatalogEntry(string group, IReadOnlyList<string> sets, bool hasFigures) => (Group, Sets, HasFigures) = (group, sets, hasFigures);

    /// <summary>The name of the group, as <see cref="Eqnn.Algebra.Groups.FiniteGroup.Name"/> has it.</summary>
    public string Group { get; }

    /// <summary>The G-sets, by their names.</summary>
    public IReadOnlyList<string> Sets { get; }

    /// <summary>Whether figures are drawn.</summary>
    public bool HasFigures { get; }

    /// <summary>The path of the document in a catalog, with slashes: <c>cyclic/C008.json</c>.</summary>
    public string Path => DocumentPath.Of(Group);

    internal DocumentInputs Inputs => new(Group, Sets, HasFigures);

    /// <summary>Whether group, sets and figures agree.</summary>
    public bool Equals(CatalogEntry? other) => other is not null && Group == other.Group && Sets.SequenceEqual(other.Sets) && HasFigures == other.HasFigures;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Group, Sets.Count, HasFigures);
}
