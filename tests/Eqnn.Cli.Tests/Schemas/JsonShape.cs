using Newtonsoft.Json.Linq;

namespace Eqnn.Cli.Tests.Schemas;

/// <summary>What a value looks like over many documents: its types, the fields of objects and which of them are always there. A JSON Schema comes from it.</summary>
internal sealed class JsonShape
{
    /// <summary>Fields whose value is a map, or a list of such: its keys are labels, primes, names of sets or of columns, not fields.</summary>
    private static readonly HashSet<string> Maps = new(StringComparer.Ordinal) { "powerMaps", "populated", "reasons", "witnesses", "first", "rows" };

    private readonly HashSet<JTokenType> _types = [];
    private readonly List<string> _order = [];
    private readonly Dictionary<string, (JsonShape Shape, int Count)> _fields = new(StringComparer.Ordinal);
    private readonly bool _isMap;
    private JsonShape? _element;
    private int _objects;

    public JsonShape(bool isMap = false) => _isMap = isMap;

    public void Add(JToken value)
    {
        _types.Add(value.Type);
        if (value is JArray array)
        {
            _element ??= new(_isMap);
            foreach (var element in array)
            {
                _element.Add(element);
            }
        }
        else if (value is JObject document)
        {
            _objects++;
            foreach (var (name, content) in document)
            {
                if (_isMap)
                {
                    (_element ??= new()).Add(content!);
                    continue;
                }

                if (!_fields.TryGetValue(name, out var field))
                {
                    _order.Add(name);
                    field = (new(Maps.Contains(name)), 0);
                }

                field.Shape.Add(content!);
                _fields[name] = (field.Shape, field.Count + 1);
            }
        }
    }

    /// <summary>A whole number, or the text of one that many readers would round.</summary>
    public static JObject Count => new(new JProperty("type", new JArray("integer", "string")), new JProperty("pattern", "^-?[0-9]+$"));

    /// <summary>The schema. Whole numbers beyond 2^53 − 1 are written as texts, and measured numbers that are not finite as null: both are allowed wherever such a number is met.</summary>
    public JObject ToSchema()
    {
        if (_types.Count == 1 && _types.Contains(JTokenType.Integer))
        {
            return new(new JProperty("$ref", "#/definitions/count"));
        }

        if (_types.Contains(JTokenType.Object) && _types.Any(type => type is not (JTokenType.Object or JTokenType.Null)))
        {
            // What is required of an object is not required of a list or a text.
            return new(new JProperty("anyOf", new JArray(Only(type => type is JTokenType.Object or JTokenType.Null).ToSchema(), Only(type => type is not (JTokenType.Object or JTokenType.Null)).ToSchema())));
        }

        var schema = new JObject();
        var types = Types().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (types.Count > 0)
        {
            schema["type"] = types.Count == 1 ? types[0] : new JArray(types);
        }

        if (_types.Contains(JTokenType.Integer) && !_types.Contains(JTokenType.String) && !_types.Contains(JTokenType.Float))
        {
            schema["pattern"] = "^-?[0-9]+$";
        }

        if (_isMap && _objects > 0)
        {
            schema["additionalProperties"] = _element?.ToSchema() ?? [];
        }
        else if (_objects > 0)
        {
            schema["properties"] = new JObject(_order.Select(name => new JProperty(name, _fields[name].Shape.ToSchema())));
            if (_order.Where(name => _fields[name].Count == _objects).ToArray() is { Length: > 0 } always)
            {
                schema["required"] = new JArray(always);
            }

            schema["additionalProperties"] = false;
        }

        if (_objects == 0 && _element?.ToSchema() is { Count: > 0 } items)
        {
            schema["items"] = items;
        }

        return schema;
    }

    private JsonShape Only(Func<JTokenType, bool> holds)
    {
        var shape = new JsonShape(_isMap);
        shape._types.UnionWith(_types.Where(holds));
        if (!holds(JTokenType.Object))
        {
            shape._element = _element;
            return shape;
        }

        shape._order.AddRange(_order);
        foreach (var (name, content) in _fields)
        {
            shape._fields.Add(name, content);
        }

        shape._objects = _objects;
        return shape;
    }

    private IEnumerable<string> Types() => _types.SelectMany<JTokenType, string>(type => type switch
    {
        JTokenType.Null => ["null"],
        JTokenType.Boolean => ["boolean"],
        JTokenType.Integer => _types.Contains(JTokenType.Float) ? ["number", "null"] : ["integer", "string"],
        JTokenType.Float => ["number", "null"],
        JTokenType.Array => ["array"],
        JTokenType.Object => ["object"],
        _ => ["string"],
    });
}
