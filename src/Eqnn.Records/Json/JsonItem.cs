using System.Globalization;
using Eqnn.Numbers;

namespace Eqnn.Records.Json;

/// <summary>A JSON value: read from a text, then with its place there, or made to be written. Reading anything else than what is there is an error that names file, line and field.</summary>
/// <remarks>
/// <para><b>Strict.</b> The spelling is that of RFC 8259 to the letter; two fields of one name, halves of surrogate pairs and numbers that are not finite are refused. <see cref="Only"/> refuses fields that the reader of a format does not know.</para>
/// <para><b>Immutable.</b> Values that are made know no place; those of a text keep the text.</para>
/// </remarks>
public sealed partial class JsonItem : IEquatable<JsonItem>
{
    private const int Shown = 60;
    private const int DefaultDepth = 64;

    /// <summary>The item that holds this one, or the source of the whole.</summary>
    private readonly object? _holder;
    private readonly string? _name;
    private readonly int _index;
    private readonly TokenPlace _place;
    private object? _content;

    internal JsonItem(object? holder, string? name, int index, JsonKind kind, TokenPlace place) => (_holder, _name, _index, Kind, _place) = (holder, name, index, kind, place);

    /// <summary>What it is.</summary>
    public JsonKind Kind { get; }

    /// <summary>The name of the field that holds it; empty in a list and for the whole.</summary>
    public string Name => _name ?? "";

    /// <summary>Where it is in its document: <c>layers[0].bias</c>, positions from 0; empty for the whole, and for what was made.</summary>
    public string Path => _holder is not JsonItem parent ? "" : _name is null ? string.Create(CultureInfo.InvariantCulture, $"{parent.Path}[{_index}]") : parent.Path.Length == 0 ? _name : $"{parent.Path}.{_name}";

    /// <summary>The line on which it begins, from 1; 0 for what was made.</summary>
    internal int Line => Source is { } source ? source.Text.AsSpan(0, _place.Start).Count('\n') + 1 : 0;

    private JsonSource? Source
    {
        get
        {
            var holder = _holder;
            while (holder is JsonItem item)
            {
                holder = item._holder;
            }

            return (JsonSource?)holder;
        }
    }

    /// <summary>The value of a text.</summary>
    /// <param name="what">What it should be, for messages: <c>arrangement</c>.</param>
    /// <param name="text">The text.</param>
    /// <param name="maxDepth">How deep lists and records may nest.</param>
    /// <exception cref="AlgebraFormatException">It is no JSON, holds a field twice, or nests too deep.</exception>
    public static JsonItem Parse(string what, string text, int maxDepth = DefaultDepth) => Parse(new JsonSource(what, "", text, maxDepth), "");

    /// <summary>The value of the text of a file.</summary>
    /// <param name="what">What it should be, for messages: <c>group file</c>.</param>
    /// <param name="path">The name of the file, for messages.</param>
    /// <param name="text">Its text.</param>
    /// <param name="form">The form it should have, for messages.</param>
    /// <param name="maxDepth">How deep lists and records may nest.</param>
    /// <exception cref="AlgebraFormatException">It is no JSON, holds a field twice, or nests too deep.</exception>
    public static JsonItem ParseFile(string what, string path, string text, string form = "", int maxDepth = DefaultDepth) => Parse(new JsonSource(what, path, text, maxDepth), form);

    /// <summary>A text cut to a length that fits a line, with nothing invisible.</summary>
    public static string Short(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new([.. (text.Length > Shown ? text[..Shown] + "..." : text).Select(c => VisibleText.IsVisible(c) ? c : '?')]);
    }

    /// <summary>The refusal of this value: the message names what is read, its file, the line and the character at which the value begins, and the problem.</summary>
    /// <param name="problem">What is wrong, in one clause that names the field.</param>
    /// <param name="nearest">The nearest valid form, or an empty text.</param>
    public AlgebraFormatException Wrong(string problem, string nearest = "") => Refusal(Source ?? new JsonSource("value", "", ToString(), DefaultDepth), _place.Start, problem, nearest);

    /// <summary>The refusal of this value with the field that it is: <c>field layers[0].bias: a list is expected</c>.</summary>
    public AlgebraFormatException Misfit(string problem) => Wrong(Path.Length == 0 ? problem : $"field {Short(Path)}: {problem}");

    /// <summary>Same value: same kind, texts, numbers as they are written, fields in the same order.</summary>
    public bool Equals(JsonItem? other) => other is not null && Kind == other.Kind && Kind switch
    {
        JsonKind.Null => true,
        JsonKind.Truth => (bool)_content! == (bool)other._content!,
        JsonKind.Text => (string)_content! == (string)other._content!,
        JsonKind.Number => Raw.SequenceEqual(other.Raw),
        _ => Children.Count == other.Children.Count && Children.Zip(other.Children).All(pair => pair.First.Name == pair.Second.Name && pair.First.Equals(pair.Second)),
    };

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as JsonItem);

    /// <inheritdoc/>
    public override int GetHashCode() => Kind is JsonKind.List or JsonKind.Record ? HashCode.Combine(Kind, Children.Count) : ToString().GetHashCode(StringComparison.Ordinal);

    internal JsonItem Holding(object content)
    {
        _content = content;
        return this;
    }

    private IReadOnlyList<JsonItem> Children => (IReadOnlyList<JsonItem>)_content!;

    /// <summary>A number as it is written.</summary>
    private ReadOnlySpan<char> Raw => _content is string text ? text : Source!.Text.AsSpan(_place.Start, _place.Length);

    private static JsonItem Parse(JsonSource source, string form)
    {
        ArgumentNullException.ThrowIfNull(source.Text);
        try
        {
            return JsonReading.Read(source);
        }
        catch (JsonMistake mistake)
        {
            // What is wrong at the very beginning is said without a place, so that the file is named alone.
            throw Refusal(source, mistake.Position, mistake.Message.StartsWith("the key", StringComparison.Ordinal) || mistake.Message.StartsWith("a key", StringComparison.Ordinal) ? mistake.Message : "not JSON: " + mistake.Message, form);
        }
    }

    private static AlgebraFormatException Refusal(JsonSource source, int position, string problem, string nearest) => source.Path.Length == 0
        ? new(source.What, source.Text, position, problem, nearest)
        : AlgebraFormatException.InFile(source.What, source.Path, source.Text, position, problem, nearest);
}
