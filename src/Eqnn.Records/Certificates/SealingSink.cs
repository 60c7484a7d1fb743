using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Eqnn.Records.Json;

namespace Eqnn.Records.Certificates;

/// <summary>Writes values twice: as they are laid out, and compactly, so that a record can be closed by the digest of its compact text.</summary>
internal sealed class SealingSink : JsonSink
{
    private readonly TextSink _laidOut;
    private readonly StringBuilder _compact = new();
    private readonly StringWriter _writer;
    private readonly TextSink _compactSink;
    private readonly Stack<int> _starts = new();

    /// <param name="text">Where the document goes; it stays open.</param>
    /// <param name="layout">Its layout.</param>
    /// <param name="cancellationToken">Looked at while values are written.</param>
    public SealingSink(TextWriter text, JsonLayout layout, CancellationToken cancellationToken)
    {
        _laidOut = new(text, layout, cancellationToken);
        _writer = new(_compact, CultureInfo.InvariantCulture);
        _compactSink = new(_writer, JsonLayout.Compact, default);
    }

    /// <inheritdoc/>
    public override bool IsEmpty => _laidOut.IsEmpty;

    /// <inheritdoc/>
    public override bool IsOnOneLine
    {
        get => _laidOut.IsOnOneLine;
        set => _laidOut.IsOnOneLine = value;
    }

    /// <summary>The first 16 hexadecimal digits of SHA-256 of the compact text of the record that is open, as if it ended here.</summary>
    public string Digest()
    {
        const int Length = 16;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(_compact.ToString(_starts.Peek(), _compact.Length - _starts.Peek())));
        hash.AppendData("}"u8);
        return Convert.ToHexStringLower(hash.GetCurrentHash())[..Length];
    }

    /// <inheritdoc/>
    public override void StartRecord()
    {
        _laidOut.StartRecord();
        _compactSink.StartRecord();
        _starts.Push(_compact.Length - 1);
    }

    /// <inheritdoc/>
    public override void EndRecord()
    {
        _laidOut.EndRecord();
        _compactSink.EndRecord();
        _starts.Pop();
    }

    /// <inheritdoc/>
    public override void StartList()
    {
        _laidOut.StartList();
        _compactSink.StartList();
    }

    /// <inheritdoc/>
    public override void EndList()
    {
        _laidOut.EndList();
        _compactSink.EndList();
    }

    /// <inheritdoc/>
    public override void Name(string name)
    {
        _laidOut.Name(name);
        _compactSink.Name(name);
    }

    /// <inheritdoc/>
    public override void Text(string? text)
    {
        _laidOut.Text(text);
        _compactSink.Text(text);
    }

    /// <inheritdoc/>
    public override void Truth(bool truth)
    {
        _laidOut.Truth(truth);
        _compactSink.Truth(truth);
    }

    /// <inheritdoc/>
    public override void Null()
    {
        _laidOut.Null();
        _compactSink.Null();
    }

    /// <inheritdoc/>
    public override void Number(double number)
    {
        _laidOut.Number(number);
        _compactSink.Number(number);
    }

    /// <inheritdoc/>
    public override void Whole(BigInteger number)
    {
        _laidOut.Whole(number);
        _compactSink.Whole(number);
    }

    /// <inheritdoc/>
    public override void Raw(string json)
    {
        _laidOut.Raw(json);
        _compactSink.Raw(json);
    }

    /// <inheritdoc/>
    public override void Finish() => _laidOut.Finish();

    /// <inheritdoc/>
    public override void Dispose()
    {
        _laidOut.Dispose();
        _compactSink.Dispose();
        _writer.Dispose();
        base.Dispose();
    }
}
