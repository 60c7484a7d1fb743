using Eqnn.Numbers;
using Newtonsoft.Json.Linq;

namespace Eqnn.Catalog.Verification;

/// <summary>Reads the claims of a document, each at its place. The schema has been checked before, so the shapes are right.</summary>
internal static class Claims
{
    public static IReadOnlyList<JToken> Items(this JToken token, string field) => [.. token[field]!];

    public static int Int(this JToken token, string field) => (int)token[field]!;

    public static string Text(this JToken token, string field) => (string)token[field]!;

    public static IReadOnlyList<int> Ints(this JToken token, string field) => [.. token[field]!.Select(item => (int)item)];

    public static IReadOnlyList<string> Texts(this JToken token, string field) => [.. token[field]!.Select(item => (string)item!)];

    /// <summary>Positions from 0 of numbers from 1.</summary>
    public static IReadOnlyList<int> Positions(this JToken token, string field) => [.. token[field]!.Select(item => (int)item - 1)];

    /// <summary>Requires that a claim is what was found.</summary>
    public static void Is(this JToken? claim, long found)
    {
        if (claim!.Type != JTokenType.Integer || (long)claim != found)
        {
            throw CheckFailure.At(claim, FormattableString.Invariant($"claims {claim}, found {found}"));
        }
    }

    public static void Is(this JToken? claim, bool found) => claim!.Require((bool)claim! == found, found ? "claims false, found true" : "claims true, found false");

    public static void Is(this JToken? claim, string found) => claim!.Require((string)claim! == found, $"claims '{claim}', found '{found}'");

    /// <summary>Requires that a list of numbers is the list that was found; fails at the first entry that is not.</summary>
    public static void Is(this JToken? claim, IReadOnlyList<int> found) => Each(claim!, found, (item, value) => item.Is(value));

    /// <summary>Requires that a list of texts is the list that was found.</summary>
    public static void Is(this JToken? claim, IReadOnlyList<string> found) => Each(claim!, found, (item, value) => item.Is(value));

    /// <summary>Requires that a list of lengths is the list that was found, null where there is none.</summary>
    public static void Is(this JToken? claim, IReadOnlyList<int?> found) => Each(claim!, found, (item, value) =>
    {
        if (value is { } number)
        {
            item.Is(number);
        }
        else
        {
            item.Require(item.Type == JTokenType.Null, "claims a number, found none");
        }
    });

    /// <summary>Requires that an exact number written as text is the one that was found.</summary>
    public static void IsExactly(this JToken? claim, Cyclotomic found) =>
        claim!.Require((string)claim! == Documents.CatalogNumbers.Exact(found), $"claims {claim}, found {found}");

    public static void Require(this JToken claim, bool holds, string otherwise)
    {
        if (!holds)
        {
            throw CheckFailure.At(claim, otherwise);
        }
    }

    public static void Each<T>(JToken claim, IReadOnlyList<T> found, Action<JToken, T> compare)
    {
        claim.Require(claim.Count() == found.Count, FormattableString.Invariant($"claims {claim.Count()} entries, found {found.Count}"));
        foreach (var (item, value) in claim.Zip(found))
        {
            compare(item, value);
        }
    }
}
