using System.Runtime.CompilerServices;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Eqnn.Fuzz;

/// <summary>Changes a JSON document as a document: a value of another kind or size, a key gone, new, doubled or renamed, a list longer, shorter or deep; and now and then its bytes.</summary>
internal static class JsonMutator
{
    /// <summary>The base files come again and again; each is parsed once.</summary>
    private static readonly ConditionalWeakTable<byte[], StrongBox<JToken?>> Parsed = [];

    /// <summary>The document after one to four changes, in UTF-8.</summary>
    public static byte[] Mutate(byte[] content, Random random, IReadOnlyList<byte[]> others, IReadOnlyList<string> texts)
    {
        if (random.Next(5) == 0 || Parse(content) is not { } root)
        {
            return ByteMutator.Mutate(content, random, others);
        }

        for (var count = 1 + random.Next(random.Next(1, 5)); count > 0; count--)
        {
            var tokens = root.SelfAndDescendants(random);
            root = Change(root, tokens[random.Next(tokens.Count)], random, texts);
        }

        var text = root.ToString(Formatting.None);
        if (random.Next(8) == 0 && text.IndexOf("\":", StringComparison.Ordinal) is var colon and > 0)
        {
            // The same key once more: no tree of objects can hold that.
            // A first key that is empty or ends in an escaped quotation mark has none before it.
            var quote = Math.Max(0, text.LastIndexOf('"', colon - 1));
            text = text[..quote] + text[quote..(colon + 2)] + "0," + text[quote..];
        }

        return Encoding.UTF8.GetBytes(random.Next(16) == 0 ? text.Replace("\"L", "\"\\ud800", StringComparison.Ordinal) : text);
    }

    private static JToken? Parse(byte[] content) => Parsed.GetValue(content, known => new StrongBox<JToken?>(Read(known))).Value?.DeepClone();

    private static JToken? Read(byte[] content)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(Encoding.UTF8.GetString(content))) { DateParseHandling = DateParseHandling.None, MaxDepth = 200 };
            return JToken.ReadFrom(reader);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static List<JToken> SelfAndDescendants(this JToken root, Random random)
    {
        var all = new List<JToken> { root };

        // Long lists of numbers would take every choice: each list gives its first entries and a random one.
        for (var i = 0; i < all.Count && all.Count < 4000; i++)
        {
            var children = all[i].Children().ToList();
            all.AddRange(children.Take(4));
            if (children.Count > 4)
            {
                all.Add(children[random.Next(4, children.Count)]);
            }
        }

        return all;
    }

    private static JToken Change(JToken root, JToken token, Random random, IReadOnlyList<string> texts)
    {
        switch (token)
        {
            case JProperty property when property.Parent is JObject owner:
                switch (random.Next(4))
                {
                    case 0:
                        property.Remove();
                        return root;
                    case 1:
                        owner[TextMutator.Mutate(property.Name, random, texts)] = property.Value.DeepClone();
                        return root;
                    case 2:
                        var (name, value) = (TextMutator.Mutate(property.Name, random, texts), property.Value);
                        property.Remove();
                        owner[name] = value;
                        return root;
                    default:
                        property.Value = Fresh(property.Value, random, texts);
                        return root;
                }

            case JArray { Count: > 0 } list when random.Next(2) == 0:
                var at = random.Next(list.Count);
                switch (random.Next(4))
                {
                    case 0:
                        list.RemoveAt(at);
                        break;
                    case 1:
                        list.Insert(at, list[at].DeepClone());
                        break;
                    case 2:
                        list.RemoveAll();
                        break;
                    default:
                        list[at] = Fresh(list[at], random, texts);
                        break;
                }

                return root;
        }

        if (token.Parent is null)
        {
            return random.Next(4) == 0 ? Fresh(token, random, texts) : root;
        }

        token.Replace(Fresh(token, random, texts));
        return root;
    }

    private static JToken Fresh(JToken old, Random random, IReadOnlyList<string> texts)
    {
        if (old is JValue { Type: JTokenType.String, Value: string text } && random.Next(3) > 0)
        {
            return TextMutator.Mutate(text, random, texts);
        }

        if (old is JValue { Type: JTokenType.Integer } && random.Next(3) > 0)
        {
            return random.Next(3) == 0 ? new JRaw(Whole(random)) : new JValue(random.Next(-2, 20));
        }

        return random.Next(10) switch
        {
            0 => JValue.CreateNull(),
            1 => new JValue(random.Next(2) == 0),
            2 => new JRaw(Whole(random)),
            3 => new JValue(random.NextDouble()),
            4 => new JValue(TextMutator.Number(random)),
            5 => new JValue(texts[random.Next(texts.Count)]),
            6 => new JArray(old.DeepClone()),
            7 => new JObject { ["x"] = old.DeepClone() },
            8 => Deep(random.Next(1, 300)),
            _ => new JArray(),
        };
    }

    private static string Whole(Random random)
    {
        var number = TextMutator.Number(random);
        return number.TrimStart('-').All(char.IsAsciiDigit) && number.TrimStart('-').Length > 0 ? number : "17";
    }

    private static JToken Deep(int depth)
    {
        JToken token = new JValue(1);
        for (var i = 0; i < depth; i++)
        {
            token = new JArray(token);
        }

        return token;
    }
}
