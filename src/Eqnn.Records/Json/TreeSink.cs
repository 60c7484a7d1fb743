using System.Globalization;
using System.Numerics;

namespace Eqnn.Records.Json;

/// <summary>Builds values as a tree: for documents whose layout or digest is made from the whole.</summary>
internal sealed class TreeSink : JsonSink
{
    private readonly Stack<(string? Name, List<JsonItem> Items)> _open = new();
    private string? _name;
    private JsonItem? _root;

    /// <inheritdoc/>
    public override bool IsEmpty => _root is null && _open.Count == 0;

    /// <summary>What was written.</summary>
    public JsonItem Root => _root ?? throw new InvalidOperationException("nothing was written");

    /// <summary>The fields of the record that is open, so far.</summary>
    public IReadOnlyList<JsonItem> Fields => _open.Peek().Items;

    /// <inheritdoc/>
    public override void StartRecord() => Open();

    /// <inheritdoc/>
    public override void EndRecord() => Close(JsonKind.Record);

    /// <inheritdoc/>
    public override void StartList() => Open();

    /// <inheritdoc/>
    public override void EndList() => Close(JsonKind.List);

    /// <inheritdoc/>
    public override void Name(string name) => _name = name;

    /// <inheritdoc/>
    public override void Text(string? text) => Add(JsonItem.Of(text));

    /// <inheritdoc/>
    public override void Truth(bool truth) => Add(JsonItem.Of(truth));

    /// <inheritdoc/>
    public override void Null() => Add(JsonItem.Null);

    /// <inheritdoc/>
    public override void Number(double number) => Add(JsonItem.NumberAs(Newtonsoft.Json.JsonConvert.ToString(number)));

    /// <inheritdoc/>
    public override void Whole(BigInteger number) => Add(JsonItem.NumberAs(number.ToString(CultureInfo.InvariantCulture)));

    /// <inheritdoc/>
    public override void Raw(string json) => Add(JsonItem.Parse("value", json));

    /// <inheritdoc/>
    public override void Value(JsonItem item) => Add(item);

    private void Open()
    {
        _open.Push((_name, []));
        _name = null;
    }

    private void Close(JsonKind kind)
    {
        var (name, items) = _open.Pop();
        _name = name;
        Add(new JsonItem(null, null, 0, kind, default).Holding(items.ToArray()));
    }

    private void Add(JsonItem item)
    {
        if (_open.TryPeek(out var open))
        {
            open.Items.Add(item.Named(_name));
        }
        else
        {
            _root = item;
        }

        _name = null;
    }
}
