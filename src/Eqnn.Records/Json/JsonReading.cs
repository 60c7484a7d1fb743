using System.Globalization;
using Newtonsoft.Json;

namespace Eqnn.Records.Json;

/// <summary>From a text to the tree of its values, each with its place. Two fields of one name are refused, and what nests deeper than a bound.</summary>
internal sealed class JsonReading
{
    private const int FewFields = 16;

    /// <summary>The most characters of a number; longer exact numbers are texts.</summary>
    private const int MaxNumber = 300;

    private readonly JsonSource _source;
    private readonly List<TokenPlace> _tokens;
    private readonly JsonTextReader _reader;
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private int _next;

    private JsonReading(JsonSource source, JsonTextReader reader)
    {
        _source = source;
        _tokens = JsonSpelling.TokensOf(source.Text);
        _reader = reader;
    }

    /// <summary>The value that a text holds.</summary>
    /// <exception cref="JsonMistake">It is no JSON, holds a field twice, or nests too deep.</exception>
    public static JsonItem Read(JsonSource source)
    {
        using var reader = new JsonTextReader(new StringReader(source.Text)) { DateParseHandling = DateParseHandling.None, MaxDepth = null, Culture = CultureInfo.InvariantCulture };
        var reading = new JsonReading(source, reader);
        try
        {
            reading.Step();
            var root = reading.Value(source, null, 0, 0);
            return !reader.Read() ? root : throw new JsonMistake(reading.Place(), "something stands behind the end");
        }
        catch (JsonReaderException mistake)
        {
            throw new JsonMistake(PositionOf(source.Text, mistake), "a comma, a colon or a bracket is missing or not expected here");
        }
    }

    private JsonItem Value(object parent, string? name, int index, int depth)
    {
        var place = Take();
        switch (_reader.TokenType)
        {
            case JsonToken.StartObject:
                return Record(new(parent, name, index, JsonKind.Record, place), depth);
            case JsonToken.StartArray:
                return List(new(parent, name, index, JsonKind.List, place), depth);
            case JsonToken.String:
                return new JsonItem(parent, name, index, JsonKind.Text, place).Holding((string)_reader.Value!);
            case JsonToken.Integer or JsonToken.Float:
                return new(parent, name, index, JsonKind.Number, Number(place));
            case JsonToken.Boolean:
                return new JsonItem(parent, name, index, JsonKind.Truth, place).Holding(_reader.Value!);
            case JsonToken.Null:
                return new(parent, name, index, JsonKind.Null, place);
            default:
                throw new JsonMistake(place.Start, "a value is expected here");
        }
    }

    /// <summary>A list; one of numbers alone as their places.</summary>
    private JsonItem List(JsonItem list, int depth)
    {
        Require(depth, _tokens[_next - 1]);
        var numbers = new List<TokenPlace>();
        for (Step(); _reader.TokenType is JsonToken.Integer or JsonToken.Float; Step())
        {
            numbers.Add(Number(Take()));
        }

        var leading = new JsonNumbers(list, [.. numbers]);
        if (_reader.TokenType == JsonToken.EndArray)
        {
            return list.Holding(leading);
        }

        List<JsonItem> items = [.. leading];
        for (; _reader.TokenType != JsonToken.EndArray; Step())
        {
            items.Add(Value(list, null, items.Count, depth + 1));
        }

        return list.Holding(items.ToArray());
    }

    private static TokenPlace Number(TokenPlace place) => place.Length <= MaxNumber
        ? place
        : throw new JsonMistake(place.Start, FormattableString.Invariant($"a number of {place.Length} characters; one beyond {MaxNumber} is written as text"));

    private JsonItem Record(JsonItem record, int depth)
    {
        Require(depth, _tokens[_next - 1]);
        var fields = new List<JsonItem>();
        HashSet<string>? known = null;
        for (Step(); _reader.TokenType != JsonToken.EndObject; Step())
        {
            var place = Take();
            var name = place.IsWhole ? Interned((string)_reader.Value!) : throw new JsonMistake(place.Start, "a key holds half of a surrogate pair");
            if (known is null ? fields.Exists(field => field.Name == name) : !known.Add(name))
            {
                throw new JsonMistake(place.Start, $"the key \"{JsonItem.Short(name)}\" occurs twice");
            }

            Step();
            fields.Add(Value(record, name, 0, depth + 1));
            if (fields.Count == FewFields)
            {
                known = [.. fields.Select(field => field.Name)];
            }
        }

        return record.Holding(fields.ToArray());
    }

    /// <summary>One text for all fields of a name.</summary>
    private string Interned(string name)
    {
        if (!_names.TryGetValue(name, out var known))
        {
            _names.Add(name, known = name);
        }

        return known;
    }

    private void Require(int depth, TokenPlace place)
    {
        if (depth >= _source.MaxDepth)
        {
            throw new JsonMistake(place.Start, FormattableString.Invariant($"nested more than {_source.MaxDepth} deep"));
        }
    }

    private void Step()
    {
        if (!_reader.Read())
        {
            throw new JsonMistake(_source.Text.Length, "the text ends too early");
        }
    }

    private TokenPlace Take() => _next < _tokens.Count ? _tokens[_next++] : throw new JsonMistake(_source.Text.Length, "the text ends too early");

    private int Place() => _next < _tokens.Count ? _tokens[_next].Start : _source.Text.Length;

    /// <summary>The reader counts lines, and characters in them before the mistake.</summary>
    private static int PositionOf(string text, JsonReaderException mistake)
    {
        var start = 0;
        for (var line = 1; line < mistake.LineNumber && start < text.Length; line++)
        {
            var end = text.AsSpan(start).IndexOfAny('\r', '\n');
            start = end < 0 ? text.Length : start + end + (text[start + end] == '\r' && start + end + 1 < text.Length && text[start + end + 1] == '\n' ? 2 : 1);
        }

        return Math.Min(start + mistake.LinePosition, text.Length);
    }
}
