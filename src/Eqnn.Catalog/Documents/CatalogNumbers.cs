using Eqnn.Numbers;
using Eqnn.Records.Json;
using Eqnn.Records.LinearAlgebra;

namespace Eqnn.Catalog.Documents;

/// <summary>The exact real numbers of a document, each written once with its decimals; elsewhere they stand by their number.</summary>
/// <remarks>Numbered from 1 in the order in which a document uses them first. The same value is used hundreds of times in one document: this keeps documents small and each value beside its decimals.</remarks>
internal sealed class CatalogNumbers
{
    /// <summary>The digits after the point.</summary>
    public const int Digits = 12;

    private readonly Numbering<Cyclotomic> _values = new();

    /// <summary>The number of a value.</summary>
    public int this[Cyclotomic value] => _values.NumberOf(value) + 1;

    /// <summary>A field that is a list of values by their numbers.</summary>
    public void Row(JsonOutput json, string name, IEnumerable<Cyclotomic> values) => json.Row(name, values.Select(value => this[value]));

    /// <summary>A field that is a list of such lists.</summary>
    public void Rows(JsonOutput json, string name, IEnumerable<IEnumerable<Cyclotomic>> rows) => json.List(name, rows, row => Row(json, row));

    /// <summary>A field that is a list of lists of such lists: of matrices by their rows.</summary>
    public void Matrices(JsonOutput json, string name, IEnumerable<IEnumerable<IEnumerable<Cyclotomic>>> matrices) => json.List(name, matrices, matrix => json.List(matrix, row => Row(json, row)));

    /// <summary>The records of the document.</summary>
    public JsonItem ToJson() => JsonItem.List(_values.Values.Select((value, i) => JsonItem.Record(json =>
    {
        json.Field("id", i + 1);
        json.Exact("exact", value);
        json.Field("decimal", Decimal(value));
    })));

    /// <summary>The value rounded to <see cref="Digits"/> digits after the point.</summary>
    public static string Decimal(Cyclotomic value) => value.ToDecimalString(Digits);

    private void Row(JsonOutput json, IEnumerable<Cyclotomic> values) => json.Row(values.Select(value => this[value]));
}
