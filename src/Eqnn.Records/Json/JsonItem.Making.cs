using System.Globalization;
using System.Numerics;

namespace Eqnn.Records.Json;

public sealed partial class JsonItem
{
    /// <summary><c>null</c>.</summary>
    public static JsonItem Null { get; } = new(null, null, 0, JsonKind.Null, default);

    /// <summary>A text, or null.</summary>
    public static JsonItem Of(string? text) => text is null ? Null : new JsonItem(null, null, 0, JsonKind.Text, default).Holding(text);

    /// <summary>True or false.</summary>
    public static JsonItem Of(bool truth) => new JsonItem(null, null, 0, JsonKind.Truth, default).Holding(truth);

    /// <summary>A count: a number up to 2^53 - 1, beyond that its digits as text, because most readers of JSON would round it.</summary>
    public static JsonItem Of(BigInteger count)
    {
        var digits = count.ToString(CultureInfo.InvariantCulture);
        return BigInteger.Abs(count) <= LargestExact ? NumberAs(digits) : Of(digits);
    }

    /// <summary>A list; values that were fields elsewhere lose their names.</summary>
    public static JsonItem List(IEnumerable<JsonItem> items) => new JsonItem(null, null, 0, JsonKind.List, default).Holding(items.Select(item => item._name is null ? item : item.Named(null)).ToArray());

    /// <summary>A record of fields in their order.</summary>
    /// <exception cref="ArgumentException">Two fields have one name.</exception>
    public static JsonItem Record(IEnumerable<(string Name, JsonItem Value)> fields)
    {
        JsonItem[] items = [.. fields.Select(field => field.Value.Named(field.Name))];
        return items.Select(item => item.Name).Distinct(StringComparer.Ordinal).Count() == items.Length
            ? new JsonItem(null, null, 0, JsonKind.Record, default).Holding(items)
            : throw new ArgumentException("two fields have one name", nameof(fields));
    }

    /// <summary>A record of the fields that <paramref name="fields"/> writes.</summary>
    public static JsonItem Record(Action<JsonOutput> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var tree = new TreeSink();
        using var json = new JsonOutput(tree);
        json.Object(() => fields(json));
        return tree.Root;
    }

    /// <summary>The record with a field replaced in its place, or added at the end.</summary>
    /// <exception cref="Eqnn.Numbers.AlgebraFormatException">This is no record.</exception>
    public JsonItem With(string name, JsonItem value) => Record(Find(name) is null
        ? [.. Fields().Select(field => (field.Name, field)), (name, value)]
        : Fields().Select(field => (field.Name, field.Name == name ? value : field)));

    /// <summary>The record without a field.</summary>
    /// <exception cref="Eqnn.Numbers.AlgebraFormatException">This is no record.</exception>
    public JsonItem Without(string name) => Record(Fields().Where(field => field.Name != name).Select(field => (field.Name, field)));

    /// <summary>The value in a layout.</summary>
    public string ToString(JsonLayout layout)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using (var sink = new TextSink(text, layout, default))
        {
            WriteTo(sink);
        }

        return text.ToString();
    }

    /// <summary>The value on one line, without spaces.</summary>
    public override string ToString() => ToString(JsonLayout.Compact);

    /// <summary>A number that is written like this.</summary>
    internal static JsonItem NumberAs(string text) => new JsonItem(null, null, 0, JsonKind.Number, default).Holding(text);

    internal void WriteTo(JsonSink sink)
    {
        switch (Kind)
        {
            case JsonKind.Null:
                sink.Null();
                break;
            case JsonKind.Truth:
                sink.Truth((bool)_content!);
                break;
            case JsonKind.Number:
                sink.Raw(Raw.ToString());
                break;
            case JsonKind.Text:
                sink.Text((string)_content!);
                break;
            case JsonKind.List:
                sink.StartList();
                foreach (var item in Children)
                {
                    item.WriteTo(sink);
                }

                sink.EndList();
                break;
            default:
                sink.StartRecord();
                foreach (var field in Children)
                {
                    sink.Name(field.Name);
                    field.WriteTo(sink);
                }

                sink.EndRecord();
                break;
        }
    }

    /// <summary>The value as a field of a record that is made; it keeps no place.</summary>
    internal JsonItem Named(string? name) => new(null, name, 0, Kind, default) { _content = Kind == JsonKind.Number ? Raw.ToString() : _content };
}
