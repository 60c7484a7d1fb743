using Eqnn.Catalog.Documents;
using Eqnn.Numbers;
using Newtonsoft.Json.Linq;

namespace Eqnn.Catalog.Verification;

/// <summary>The table of numbers of a document: each in normal form, real, with its own decimals, listed once, and used.</summary>
internal sealed class NumberClaims
{
    private readonly JArray _records;
    private readonly Cyclotomic[] _values;
    private readonly bool[] _used;

    public NumberClaims(JArray records)
    {
        _records = records;
        _values = new Cyclotomic[records.Count];
        _used = new bool[records.Count];
        var seen = new HashSet<Cyclotomic>();
        for (var i = 0; i < _values.Length; i++)
        {
            var record = records[i];
            record["id"].Is(i + 1);
            var exact = record["exact"]!;
            exact.Require(Cyclotomic.TryParse((string)exact!, out var value) && value.IsReal && CatalogNumbers.Exact(value) == (string)exact!, "is no real cyclotomic number in normal form");
            record["decimal"].Is(CatalogNumbers.Decimal(value));
            exact.Require(seen.Add(value), "is listed twice");
            _values[i] = value;
        }
    }

    /// <summary>The value to which a token points.</summary>
    public Cyclotomic Value(JToken token)
    {
        var id = (int)token;
        token.Require(id >= 1 && id <= _values.Length, FormattableString.Invariant($"there is no number {id}"));
        _used[id - 1] = true;
        return _values[id - 1];
    }

    /// <summary>The values of a list.</summary>
    public IReadOnlyList<Cyclotomic> Row(JToken list) => [.. list.Select(Value)];

    /// <summary>Requires that a token points to the value that was found.</summary>
    public void Is(JToken? claim, Cyclotomic found)
    {
        var value = Value(claim!);
        claim!.Require(value == found, $"claims {value}, found {found}");
    }

    /// <summary>Requires that a list points to the values that were found.</summary>
    public void Is(JToken? claim, IReadOnlyList<Cyclotomic> found) => Claims.Each(claim!, found, (item, value) => Is(item, value));

    /// <summary>Requires that every number was used.</summary>
    public void AllUsed()
    {
        var idle = Array.IndexOf(_used, false);
        if (idle >= 0)
        {
            throw CheckFailure.At(_records[idle], "is used nowhere");
        }
    }
}
