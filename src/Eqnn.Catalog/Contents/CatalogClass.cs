using Eqnn.Numbers.Permutations;
using Eqnn.Records.Groups;
using Eqnn.Records.Json;

namespace Eqnn.Catalog.Contents;

/// <summary>A conjugacy class of the group of a document.</summary>
public sealed class CatalogClass
{
    internal CatalogClass(JsonItem record)
    {
        Record = record;
        Number = record["class"].Whole(1);
        ElementOrder = record["order"].Long();
        Size = record["size"].Long();
        Representative = record["representative"].Permutation();
    }

    /// <summary>Its number in the document, from 1.</summary>
    public int Number { get; }

    /// <summary>The order of its elements.</summary>
    public long ElementOrder { get; }

    /// <summary>The number of its elements.</summary>
    public long Size { get; }

    /// <summary>An element of it.</summary>
    public Permutation Representative { get; }

    /// <summary>The images of the points 1, 2, ... under <see cref="Representative"/>.</summary>
    public IReadOnlyList<int> RepresentativeImages => [.. Representative.Images.Select(point => point + 1)];

    internal JsonItem Record { get; }

    /// <summary>Representative, size and order.</summary>
    public override string ToString() => FormattableString.Invariant($"class {Number} of {Representative}: {Size} elements of order {ElementOrder}");
}
