using System.Globalization;
using System.Numerics;
using Newtonsoft.Json;

namespace Eqnn.Cli.Output;

/// <summary>Writes the JSON of the contract: fields in the order of the calls, two spaces of indentation, lists of plain values on one line, a newline at the end.</summary>
internal sealed class JsonOutput : IDisposable
{
    private const long LargestExactInDouble = (1L << 53) - 1;
    private const string ProducerField = "producer";
    private readonly StringWriter? _held;
    private readonly TextWriter _text;
    private readonly SpacedWriter _json;
    private bool _namesProducer;

    /// <summary>An empty document that is held until it is finished.</summary>
    /// <param name="cancellationToken">Looked at while values are written.</param>
    public JsonOutput(CancellationToken cancellationToken = default)
        : this(new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" }, cancellationToken) => _held = (StringWriter)_text;

    /// <summary>An empty document that is written while it grows, for documents too long to be held.</summary>
    public JsonOutput(TextWriter text, CancellationToken cancellationToken)
    {
        _text = text;
        _json = new SpacedWriter(text, cancellationToken) { Formatting = Formatting.Indented, Indentation = 2, Culture = CultureInfo.InvariantCulture, CloseOutput = false };
    }

    /// <summary>Ends the document: the whole of it where it was held, else nothing more.</summary>
    public string Finish()
    {
        _json.Flush();
        _text.Write("\n");
        return _held?.ToString() ?? "";
    }

    /// <summary>What made the document: the last field of an answer that is an object; null for documents that name it themselves or not at all.</summary>
    public string? Producer { get; init; }

    /// <summary>An object, as the document, or as an element of a list.</summary>
    public void Object(Action fields)
    {
        var isDocument = _json.WriteState == WriteState.Start;
        _json.WriteStartObject();
        fields();
        // An ONNX model has a producer of its own: a document that names one keeps it.
        if (isDocument && Producer is not null && !_namesProducer)
        {
            Field(ProducerField, Producer);
        }

        _json.WriteEndObject();
    }

    /// <summary>A field that is an object.</summary>
    public void Object(string name, Action fields)
    {
        _json.WritePropertyName(name);
        Object(fields);
    }

    /// <summary>A field that is an object on one line.</summary>
    public void Record(string name, Action fields)
    {
        _json.WritePropertyName(name);
        Record(fields);
    }

    /// <summary>An object on one line, as an element of a list.</summary>
    public void Record(Action fields)
    {
        _json.WriteStartObject();
        OnOneLine(() =>
        {
            fields();
            _json.WriteEndObject();
        });
    }

    /// <summary>A field that is null.</summary>
    public void Null(string name)
    {
        _json.WritePropertyName(name);
        _json.WriteNull();
    }

    /// <summary>A field of text; exact numbers are text in GAP's notation. Null becomes null.</summary>
    public void Field(string name, string? value)
    {
        _namesProducer |= name == ProducerField;
        _json.WritePropertyName(name);
        _json.WriteValue(value);
    }

    /// <summary>A field that is a document already written as JSON.</summary>
    public void Document(string name, string json)
    {
        _json.WritePropertyName(name);
        _json.WriteRawValue(json.Trim().ReplaceLineEndings("\n  "));
    }

    /// <summary>A text, as an element of a list, on a line of its own.</summary>
    public void Item(string value) => _json.WriteValue(value);

    /// <summary>A field of truth.</summary>
    public void Field(string name, bool value)
    {
        _json.WritePropertyName(name);
        _json.WriteValue(value);
    }

    /// <summary>A field of a count: a JSON number up to 2^53 - 1, beyond that its digits as text, because most readers of JSON would round it.</summary>
    public void Field(string name, BigInteger value)
    {
        _json.WritePropertyName(name);
        Count(value);
    }

    /// <summary>A field of a measured or computed floating-point number, with the digits that read back as the same number; null where it is not finite.</summary>
    public void Measured(string name, double value)
    {
        _json.WritePropertyName(name);
        Number(value);
    }

    /// <summary>A field that is a list of floating-point numbers, on one line.</summary>
    public void MeasuredRow(string name, IEnumerable<double> values)
    {
        _json.WritePropertyName(name);
        MeasuredRow(values);
    }

    /// <summary>A list of floating-point numbers on one line, as an element.</summary>
    public void MeasuredRow(IEnumerable<double> values) => Bracket(values, Number);

    /// <summary>A field that is a list of plain values, on one line.</summary>
    public void Row(string name, IEnumerable<BigInteger> values)
    {
        _json.WritePropertyName(name);
        Row(values);
    }

    /// <summary>A field that is a list of plain values, on one line.</summary>
    public void Row(string name, IEnumerable<int> values) => Row(name, values.Select(value => (BigInteger)value));

    /// <summary>A field that is a list of texts, on one line.</summary>
    public void Row(string name, IEnumerable<string> values)
    {
        _json.WritePropertyName(name);
        Row(values);
    }

    /// <summary>A list of plain values on one line, as an element.</summary>
    public void Row(IEnumerable<int> values) => Row(values.Select(value => (BigInteger)value));

    /// <summary>A list of plain values on one line, as an element.</summary>
    public void Row(IEnumerable<BigInteger> values) => Bracket(values, Count);

    /// <summary>A list of texts on one line, as an element.</summary>
    public void Row(IEnumerable<string> values) => Bracket(values, value => _json.WriteValue(value));

    /// <summary>A field that is a list, one element after another.</summary>
    public void List<T>(string name, IEnumerable<T> items, Action<T> element)
    {
        _json.WritePropertyName(name);
        _json.WriteStartArray();
        foreach (var item in items)
        {
            element(item);
        }

        _json.WriteEndArray();
    }

    /// <summary>A list, one element after another, as an element of a list.</summary>
    public void List<T>(IEnumerable<T> items, Action<T> element)
    {
        _json.WriteStartArray();
        foreach (var item in items)
        {
            element(item);
        }

        _json.WriteEndArray();
    }

    /// <summary>A field that is a list of small objects, one per line.</summary>
    public void Records<T>(string name, IEnumerable<T> items, Action<T> fields) => List(name, items, item => Record(() => fields(item)));

    /// <inheritdoc/>
    public void Dispose()
    {
        ((IDisposable)_json).Dispose();
        _held?.Dispose();
    }

    private void Bracket<T>(IEnumerable<T> values, Action<T> write)
    {
        _json.WriteStartArray();
        OnOneLine(() =>
        {
            foreach (var value in values)
            {
                write(value);
            }

            _json.WriteEndArray();
        });
    }

    /// <summary>No line breaks in what is written; the break before the bracket that is already open stands.</summary>
    private void OnOneLine(Action write)
    {
        var before = _json.Formatting;
        _json.Formatting = Formatting.None;
        write();
        _json.Formatting = before;
    }

    private void Number(double value)
    {
        if (double.IsFinite(value))
        {
            _json.WriteValue(value);
        }
        else
        {
            _json.WriteNull();
        }
    }

    private void Count(BigInteger value)
    {
        if (BigInteger.Abs(value) <= LargestExactInDouble)
        {
            _json.WriteValue((long)value);
        }
        else
        {
            _json.WriteValue(value.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Puts a space after commas and colons also inside a line.</summary>
    private sealed class SpacedWriter(TextWriter text, CancellationToken cancellationToken) : JsonTextWriter(text)
    {
        private int _values;

        /// <inheritdoc/>
        public override void WritePropertyName(string name, bool escape)
        {
            base.WritePropertyName(name, escape);
            Space();
        }

        /// <inheritdoc/>
        public override void WritePropertyName(string name)
        {
            base.WritePropertyName(name);
            Space();
        }

        /// <inheritdoc/>
        protected override void WriteValueDelimiter()
        {
            if ((++_values & 0xFF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            base.WriteValueDelimiter();
            Space();
        }

        private void Space()
        {
            if (Formatting == Formatting.None)
            {
                WriteIndentSpace();
            }
        }
    }
}
