namespace Eqnn.Checking.Reading;

/// <summary>The records of one kind in a document, and the place at which a refusal of all of them stands.</summary>
/// <param name="Place">The list that holds them.</param>
/// <param name="Records">They themselves, in order.</param>
internal sealed record Section(Claim Place, IReadOnlyList<Claim> Records)
{
    /// <summary>A list with all its entries.</summary>
    public static Section Of(Claim list) => new(list, list.Items());

    /// <summary>A claim on all of them that fails refuses the document at the list.</summary>
    public void Require(bool holds, string problem) => Place.Require(holds, problem);

    /// <summary>Goes through the records with what was found, one for one.</summary>
    public void Each<T>(IReadOnlyList<T> found, Action<Claim, T> compare)
    {
        Place.Require(Records.Count == found.Count, () => FormattableString.Invariant($"claims {Records.Count} records, found {found.Count}"));
        foreach (var (record, value) in Records.Zip(found))
        {
            compare(record, value);
        }
    }
}
