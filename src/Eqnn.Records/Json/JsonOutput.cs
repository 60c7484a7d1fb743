using System.Globalization;
using System.Numerics;
using Eqnn.Numbers;

namespace Eqnn.Records.Json;

/// <summary>Writes a JSON document field by field: fields in the order of the calls, two spaces of indentation, lists of plain values on one line, a newline at the end; in another <see cref="JsonLayout"/> where that is asked for.</summary>
public sealed class JsonOutput : IDisposable
{
    private const string ProducerField = "producer";

    private readonly StringWriter? _held;
    private readonly TextWriter? _text;
    private readonly JsonSink _sink;
    private bool _namesProducer;

    /// <summary>An empty document that is held until it is finished.</summary>
    /// <param name="cancellationToken">Looked at while values are written.</param>
    public JsonOutput(CancellationToken cancellationToken = default)
        : this(JsonLayout.Answer, cancellationToken)
    {
    }

    /// <summary>An empty document of another layout that is held until it is finished.</summary>
    public JsonOutput(JsonLayout layout, CancellationToken cancellationToken = default)
        : this(new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" }, layout, cancellationToken) => _held = (StringWriter)_text!;

    /// <summary>An empty document that is written while it grows, for documents too long to be held.</summary>
    public JsonOutput(TextWriter text, CancellationToken cancellationToken = default)
        : this(text, JsonLayout.Answer, cancellationToken)
    {
    }

    internal JsonOutput(JsonSink sink) => _sink = sink;

    private JsonOutput(TextWriter text, JsonLayout layout, CancellationToken cancellationToken)
        : this(new TextSink(text, layout, cancellationToken)) => _text = text;

    /// <summary>Ends the document with a newline: the whole of it where it was held, else nothing more.</summary>
    public string Finish()
    {
        _sink.Finish();
        _text?.Write("\n");
        return _held?.ToString() ?? "";
    }

    /// <summary>What made the document: the last field of one that is an object; null for documents that name it themselves or not at all.</summary>
    public string? Producer { private get; init; }

    /// <summary>An object, as the document, or as an element of a list.</summary>
    public void Object(Action fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var isDocument = _sink.IsEmpty;
        _sink.StartRecord();
        fields();
        // An ONNX model has a producer of its own: a document that names one keeps it.
        if (isDocument && Producer is not null && !_namesProducer)
        {
            Field(ProducerField, Producer);
        }

        _sink.EndRecord();
    }

    /// <summary>A field that is an object.</summary>
    public void Object(string name, Action fields)
    {
        _sink.Name(name);
        Object(fields);
    }

    /// <summary>A field that is an object on one line.</summary>
    public void Record(string name, Action fields)
    {
        _sink.Name(name);
        Record(fields);
    }

    /// <summary>An object on one line, as an element of a list.</summary>
    public void Record(Action fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        _sink.StartRecord();
        OnOneLine(() =>
        {
            fields();
            _sink.EndRecord();
        });
    }

    /// <summary>A field that is null.</summary>
    public void Null(string name)
    {
        _sink.Name(name);
        _sink.Null();
    }

    /// <summary>A field of text; exact numbers are text in GAP's notation. Null becomes null.</summary>
    public void Field(string name, string? value)
    {
        _namesProducer |= name == ProducerField;
        _sink.Name(name);
        _sink.Text(value);
    }

    /// <summary>A field of truth; null becomes null.</summary>
    public void Field(string name, bool? value)
    {
        _sink.Name(name);
        if (value is { } truth)
        {
            _sink.Truth(truth);
        }
        else
        {
            _sink.Null();
        }
    }

    /// <summary>A field of a count: a JSON number up to 2^53 - 1, beyond that its digits as text, because most readers of JSON would round it. Null becomes null.</summary>
    public void Field(string name, BigInteger? value)
    {
        _sink.Name(name);
        if (value is { } count)
        {
            Item(count);
        }
        else
        {
            _sink.Null();
        }
    }

    /// <summary>A field that is a value made or read before.</summary>
    public void Value(string name, JsonItem value)
    {
        _sink.Name(name);
        Item(value);
    }

    /// <summary>A field that is a document already written as JSON.</summary>
    public void Document(string name, string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        _sink.Name(name);
        _sink.Raw(json.Trim().ReplaceLineEndings("\n  "));
    }

    /// <summary>A text, as an element of a list, on a line of its own.</summary>
    public void Item(string? value) => _sink.Text(value);

    /// <summary>True or false, as an element of a list.</summary>
    public void Item(bool value) => _sink.Truth(value);

    /// <summary>A count, as an element of a list.</summary>
    public void Item(BigInteger value)
    {
        if (BigInteger.Abs(value) <= JsonItem.LargestExact)
        {
            _sink.Whole(value);
        }
        else
        {
            _sink.Text(DecimalText.Of(value));
        }
    }

    /// <summary>A value made or read before, as an element of a list.</summary>
    public void Item(JsonItem value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _sink.Value(value);
    }

    /// <summary>A field that is a value made or read before, on one line.</summary>
    public void Line(string name, JsonItem value)
    {
        _sink.Name(name);
        Line(value);
    }

    /// <summary>A value made or read before, on one line, as an element of a list.</summary>
    public void Line(JsonItem value)
    {
        ArgumentNullException.ThrowIfNull(value);
        switch (value.Kind)
        {
            case JsonKind.Record:
                Record(() =>
                {
                    foreach (var field in value.Fields())
                    {
                        Value(field.Name, field);
                    }
                });
                break;
            case JsonKind.List:
                Bracket(value.Items(), Item);
                break;
            default:
                Item(value);
                break;
        }
    }

    /// <summary>A measured or computed floating-point number, as an element of a list; null where it is not finite.</summary>
    public void Measured(double value)
    {
        if (double.IsFinite(value))
        {
            _sink.Number(value);
        }
        else
        {
            _sink.Null();
        }
    }

    /// <summary>A field of a measured or computed floating-point number, with the digits that read back as the same number; null where there is none, or it is not finite.</summary>
    public void Measured(string name, double? value)
    {
        _sink.Name(name);
        Measured(value ?? double.NaN);
    }

    /// <summary>A field that is a list of floating-point numbers, on one line.</summary>
    public void MeasuredRow(string name, IEnumerable<double> values)
    {
        _sink.Name(name);
        MeasuredRow(values);
    }

    /// <summary>A list of floating-point numbers on one line, as an element.</summary>
    public void MeasuredRow(IEnumerable<double> values) => Bracket(values, Measured);

    /// <summary>A field that is a list of plain values, on one line.</summary>
    public void Row(string name, IEnumerable<BigInteger> values)
    {
        _sink.Name(name);
        Row(values);
    }

    /// <summary>A field that is a list of plain values, on one line.</summary>
    public void Row(string name, IEnumerable<int> values) => Row(name, values.Select(value => (BigInteger)value));

    /// <summary>A field that is a list of whole numbers on one line, null for each that is not known.</summary>
    public void Row(string name, IEnumerable<int?> values) => Row(name, values, value =>
    {
        if (value is { } known)
        {
            Item(known);
        }
        else
        {
            _sink.Null();
        }
    });

    /// <summary>A field that is a list of texts, on one line.</summary>
    public void Row(string name, IEnumerable<string> values)
    {
        _sink.Name(name);
        Row(values);
    }

    /// <summary>A list of plain values on one line, as an element.</summary>
    public void Row(IEnumerable<int> values) => Row(values.Select(value => (BigInteger)value));

    /// <summary>A list of plain values on one line, as an element.</summary>
    public void Row(IEnumerable<BigInteger> values) => Bracket(values, Item);

    /// <summary>A list of texts on one line, as an element.</summary>
    public void Row(IEnumerable<string> values) => Bracket(values, Item);

    /// <summary>A field that is a list of positions on one line: from 0 here, from 1 in documents.</summary>
    public void Positions(string name, IEnumerable<int> positions)
    {
        _sink.Name(name);
        Positions(positions);
    }

    /// <summary>A list of positions on one line, from 0 here and from 1 in documents, as an element.</summary>
    public void Positions(IEnumerable<int> positions) => Row(positions.Select(position => position + 1));

    /// <summary>A field that is a list of anything, on one line.</summary>
    public void Row<T>(string name, IEnumerable<T> values, Action<T> element)
    {
        _sink.Name(name);
        Bracket(values, element);
    }

    /// <summary>A list of anything on one line, as an element.</summary>
    public void Row<T>(IEnumerable<T> values, Action<T> element) => Bracket(values, element);

    /// <summary>A field that is a list, one element after another.</summary>
    public void List<T>(string name, IEnumerable<T> items, Action<T> element)
    {
        _sink.Name(name);
        List(items, element);
    }

    /// <summary>A list, one element after another, as an element of a list.</summary>
    public void List<T>(IEnumerable<T> items, Action<T> element)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(element);
        _sink.StartList();
        foreach (var item in items)
        {
            element(item);
        }

        _sink.EndList();
    }

    /// <summary>A field that is a list of small objects, one per line.</summary>
    public void Records<T>(string name, IEnumerable<T> items, Action<T> fields) => List(name, items, item => Record(() => fields(item)));

    /// <inheritdoc/>
    public void Dispose()
    {
        _sink.Dispose();
        _held?.Dispose();
    }

    private void Bracket<T>(IEnumerable<T> values, Action<T> write)
    {
        ArgumentNullException.ThrowIfNull(values);
        _sink.StartList();
        OnOneLine(() =>
        {
            foreach (var value in values)
            {
                write(value);
            }

            _sink.EndList();
        });
    }

    /// <summary>No line breaks in what is written; the break before the bracket that is already open stands.</summary>
    private void OnOneLine(Action write)
    {
        var before = _sink.IsOnOneLine;
        _sink.IsOnOneLine = true;
        write();
        _sink.IsOnOneLine = before;
    }
}
