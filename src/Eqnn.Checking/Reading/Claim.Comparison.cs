using Eqnn.Numbers;

namespace Eqnn.Checking.Reading;

/// <summary>Compares claims with what was found, each at its place.</summary>
internal sealed partial class Claim
{
    /// <summary>Any whole number of 32 bits.</summary>
    public int Int() => Number(int.MinValue, int.MaxValue);

    /// <summary>A list of whole numbers.</summary>
    public IReadOnlyList<int> Ints() => [.. Items().Select(item => item.Int())];

    /// <summary>A list of texts.</summary>
    public IReadOnlyList<string> Texts() => [.. Items().Select(item => item.Text())];

    /// <summary>Requires that a claim is the number that was found.</summary>
    public void Is(long found)
    {
        var claimed = Kind == ClaimKind.Number ? _number : throw Refuse("a number is expected");
        Require(claimed == found, () => FormattableString.Invariant($"claims {claimed}, found {found}"));
    }

    /// <summary>Requires that a claim is the truth that was found.</summary>
    public void Is(bool found) => Require(Truth() == found, found ? "claims false, found true" : "claims true, found false");

    /// <summary>Requires that a claim is the text that was found.</summary>
    public void Is(string found) => Require(Text() == found, () => $"claims {Quoted.Of(Text())}, found {Quoted.Of(found)}");

    /// <summary>Requires that a list of numbers is the list that was found; fails at the first entry that is not.</summary>
    public void Is(IReadOnlyList<int> found) => Each(found, (item, value) => item.Is(value));

    /// <summary>Requires that a list of texts is the list that was found.</summary>
    public void Is(IReadOnlyList<string> found) => Each(found, (item, value) => item.Is(value));

    /// <summary>Requires that a list of lengths is the list that was found, null where there is none.</summary>
    public void Is(IReadOnlyList<int?> found) => Each(found, (item, value) =>
    {
        if (value is { } number)
        {
            item.Is(number);
        }
        else
        {
            item.Require(item.Kind == ClaimKind.Null, "claims a number, found none");
        }
    });

    /// <summary>Requires that an exact number written as text is the one that was found.</summary>
    public void IsExactly(Cyclotomic found) => Require(Value() == found, () => $"claims {Quoted.Plain(Text())}, found {found}");

    /// <summary>Compares the entries of a list with what was found.</summary>
    public void Each<T>(IReadOnlyList<T> found, Action<Claim, T> compare)
    {
        var items = Items();
        Require(items.Count == found.Count, () => FormattableString.Invariant($"claims {items.Count} entries, found {found.Count}"));
        foreach (var (item, value) in items.Zip(found))
        {
            compare(item, value);
        }
    }
}
