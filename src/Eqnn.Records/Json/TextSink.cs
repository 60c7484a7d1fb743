using System.Globalization;
using System.Numerics;
using Eqnn.Numbers;
using Newtonsoft.Json;

namespace Eqnn.Records.Json;

/// <summary>Writes values as text, in a layout.</summary>
internal sealed class TextSink : JsonSink
{
    private readonly SpacedWriter _json;
    private readonly JsonLayout _layout;

    /// <param name="text">Where to; it stays open.</param>
    /// <param name="layout">The layout.</param>
    /// <param name="cancellationToken">Looked at while values are written.</param>
    public TextSink(TextWriter text, JsonLayout layout, CancellationToken cancellationToken)
    {
        _layout = layout;
        _json = new SpacedWriter(text, layout is JsonLayout.Answer or JsonLayout.Line, cancellationToken)
        {
            Formatting = layout is JsonLayout.Line or JsonLayout.Compact ? Formatting.None : Formatting.Indented,
            Indentation = 2,
            Culture = CultureInfo.InvariantCulture,
            CloseOutput = false,
        };
    }

    /// <inheritdoc/>
    public override bool IsEmpty => _json.WriteState == WriteState.Start;

    /// <inheritdoc/>
    public override bool IsOnOneLine
    {
        get => _json.Formatting == Formatting.None;
        set
        {
            if (_layout is JsonLayout.Answer or JsonLayout.Tight)
            {
                _json.Formatting = value ? Formatting.None : Formatting.Indented;
            }
        }
    }

    /// <inheritdoc/>
    public override void StartRecord() => _json.WriteStartObject();

    /// <inheritdoc/>
    public override void EndRecord() => _json.WriteEndObject();

    /// <inheritdoc/>
    public override void StartList() => _json.WriteStartArray();

    /// <inheritdoc/>
    public override void EndList() => _json.WriteEndArray();

    /// <inheritdoc/>
    public override void Name(string name)
    {
        if (VisibleText.IsVisible(name))
        {
            _json.WritePropertyName(name);
        }
        else
        {
            _json.WritePropertyName(Spelled(name)[1..^1], escape: false);
        }
    }

    /// <inheritdoc/>
    public override void Text(string? text)
    {
        if (text is null || VisibleText.IsVisible(text))
        {
            _json.WriteValue(text);
        }
        else
        {
            _json.WriteRawValue(Spelled(text));
        }
    }

    /// <inheritdoc/>
    public override void Truth(bool truth) => _json.WriteValue(truth);

    /// <inheritdoc/>
    public override void Null() => _json.WriteNull();

    /// <inheritdoc/>
    public override void Number(double number) => _json.WriteValue(number);

    /// <inheritdoc/>
    public override void Whole(BigInteger number)
    {
        if (number >= long.MinValue && number <= long.MaxValue)
        {
            _json.WriteValue((long)number);
        }
        else
        {
            _json.WriteRawValue(number.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <inheritdoc/>
    public override void Raw(string json) => _json.WriteRawValue(json);

    /// <inheritdoc/>
    public override void Finish() => _json.Flush();

    /// <inheritdoc/>
    public override void Dispose()
    {
        ((IDisposable)_json).Dispose();
        base.Dispose();
    }

    /// <summary>A text as JSON with what is invisible in it as codes: the same value, and nothing that turns the direction of reading or is no character.</summary>
    private static string Spelled(string text) =>
        string.Concat(JsonConvert.ToString(text).Select(c => VisibleText.IsVisible(c) ? c.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}")));

    /// <summary>Puts a space after commas and colons also inside a line.</summary>
    private sealed class SpacedWriter(TextWriter text, bool isSpaced, CancellationToken cancellationToken) : JsonTextWriter(text)
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
            if ((++_values & 0xF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            base.WriteValueDelimiter();
            Space();
        }

        private void Space()
        {
            if (isSpaced && Formatting == Formatting.None)
            {
                WriteIndentSpace();
            }
        }
    }
}
