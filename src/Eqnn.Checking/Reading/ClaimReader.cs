using Newtonsoft.Json;

namespace Eqnn.Checking.Reading;

/// <summary>Reads a document as a tree of claims; two fields of one name are refused.</summary>
internal static class ClaimReader
{
    private const int MaxDepth = 32;
    private const int FewFields = 16;

    /// <summary>The document.</summary>
    /// <exception cref="RefusedException">It is no JSON; says the line and character.</exception>
    public static Claim Read(string text)
    {
        JsonSpelling.Require(text);
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, MaxDepth = MaxDepth, Culture = System.Globalization.CultureInfo.InvariantCulture };
        try
        {
            Step(reader);
            var root = Value(reader, null, null, 0);
            return reader.Read() ? throw At(reader, "the document ends before this") : root;
        }
        catch (JsonException)
        {
            throw At(reader, reader.Depth >= MaxDepth ? FormattableString.Invariant($"not JSON, or nested more than {MaxDepth} deep") : "not JSON");
        }
    }

    private static Claim Value(JsonTextReader reader, Claim? parent, string? name, int index)
    {
        var line = reader.LineNumber;
        switch (reader.TokenType)
        {
            case JsonToken.StartObject:
                return Record(reader, parent, name, index, line);
            case JsonToken.StartArray:
                var items = new List<Claim>();
                var list = new Claim(parent, name, index, ClaimKind.List, items, 0, line);
                for (Step(reader); reader.TokenType != JsonToken.EndArray; Step(reader))
                {
                    items.Add(Value(reader, list, null, items.Count));
                }

                items.TrimExcess();
                return list;
            case JsonToken.String:
                return new(parent, name, index, ClaimKind.Text, (string)reader.Value!, 0, line);
            case JsonToken.Integer when reader.Value is long number:
                return new(parent, name, index, ClaimKind.Number, null, number, line);
            case JsonToken.Boolean:
                return new(parent, name, index, ClaimKind.Truth, null, (bool)reader.Value! ? 1 : 0, line);
            case JsonToken.Null:
                return new(parent, name, index, ClaimKind.Null, null, 0, line);
            default:
                throw At(reader, "not JSON");
        }
    }

    private static Claim Record(JsonTextReader reader, Claim? parent, string? name, int index, int line)
    {
        var fields = new List<Claim>();
        var record = new Claim(parent, name, index, ClaimKind.Record, fields, 0, line);
        HashSet<string>? names = null;
        for (Step(reader); reader.TokenType != JsonToken.EndObject; Step(reader))
        {
            var field = reader.QuoteChar == '"' ? (string)reader.Value! : throw At(reader, "not JSON");
            var twice = names is null ? record.Find(field) is not null : !names.Add(field);
            if (twice)
            {
                var where = record.Path.Length == 0 ? Quoted.Name(field) : $"{record.Path}.{Quoted.Name(field)}";
                throw new RefusedException(where, FormattableString.Invariant($"the field occurs twice, the second time on line {reader.LineNumber}"));
            }

            Step(reader);
            fields.Add(Value(reader, record, string.Intern(field), 0));
            if (fields.Count == FewFields)
            {
                names = [.. fields.Select(known => known.Name)];
            }
        }

        return record;
    }

    private static void Step(JsonTextReader reader)
    {
        if (!reader.Read())
        {
            throw At(reader, "the text ends inside the document");
        }
    }

    private static RefusedException At(JsonTextReader reader, string problem) =>
        new(FormattableString.Invariant($"line {Math.Max(reader.LineNumber, 1)}, character {reader.LinePosition + 1}"), problem);
}
