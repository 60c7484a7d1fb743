using System.Globalization;
using Eqnn.Numbers;
using Eqnn.Records.Json;

namespace Eqnn.Catalog.Documents;

/// <summary>The exact real numbers of a document, each written once with its decimals; elsewhere they stand by their number.</summary>
/// <remarks>Numbered from 1 in the order in which a document uses them first. The same value is used hundreds of times in one document: this keeps documents small and each value beside its decimals.</remarks>
internal sealed class CatalogNumbers
{
    /// <summary>The digits after the point.</summary>
    public const int Digits = 12;

    private readonly Dictionary<Cyclotomic, int> _ids = [];
    private readonly List<Cyclotomic> _values = [];

    /// <summary>The number of a value.</summary>
    public int this[Cyclotomic value]
    {
        get
        {
            if (!_ids.TryGetValue(value, out var id))
            {
                _values.Add(value);
                _ids.Add(value, id = _values.Count);
            }

            return id;
        }
    }

    /// <summary>A list of values by their numbers.</summary>
    public JsonItem Row(IEnumerable<Cyclotomic> values) => Lists.Numbers(values.Select(value => this[value]));

    /// <summary>A list of such lists.</summary>
    public JsonItem Rows(IEnumerable<IEnumerable<Cyclotomic>> rows) => JsonItem.List(rows.Select(Row));

    /// <summary>A value by its number.</summary>
    public JsonItem Number(Cyclotomic value) => JsonItem.Of(this[value]);

    /// <summary>The records of the document.</summary>
    public JsonItem ToJson() => JsonItem.List(_values.Select((value, i) => JsonItem.Record([("id", JsonItem.Of(i + 1)), ("exact", JsonItem.Of(Exact(value))), ("decimal", JsonItem.Of(Decimal(value)))])));

    /// <summary>The exact notation: GAP's.</summary>
    public static string Exact(Cyclotomic value) => value.ToString("G", CultureInfo.InvariantCulture);

    /// <summary>The value rounded to <see cref="Digits"/> digits after the point.</summary>
    public static string Decimal(Cyclotomic value) => value.ToDecimalString(Digits);
}
