using System.Security.Cryptography;
using System.Text;
using Eqnn.Numbers;

namespace Eqnn.Checking.Reading;

/// <summary>The lines of a certificate of version 2, one after another, and the digest of those before the present one. Memory: the longest line.</summary>
internal sealed class CertificateLines : IDisposable
{
    private const int MaxLine = 1 << 28;
    private const int DigestLength = 16;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Stream _rest;
    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _length;
    private int _end;

    /// <summary>The lines of a file, some bytes of which have been read.</summary>
    public CertificateLines(byte[] head, Stream rest)
    {
        _rest = rest;
        head.CopyTo(_buffer, 0);
        _end = head.Length;
    }

    /// <summary>The number of the present line, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The present line, without its end.</summary>
    public ReadOnlySpan<byte> Line => _buffer.AsSpan(_start, _length);

    /// <summary>The present line as text.</summary>
    public string Text
    {
        get
        {
            try
            {
                return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(Line);
            }
            catch (DecoderFallbackException)
            {
                throw Refuse("not UTF-8");
            }
        }
    }

    /// <summary>Goes to the next line; false at the end of the file.</summary>
    /// <exception cref="RefusedException">The last line does not end.</exception>
    /// <exception cref="LimitExceededException">A line is longer than is read.</exception>
    public bool Next()
    {
        if (Number > 0)
        {
            _hash.AppendData(_buffer, _start, _length + 1);
            _start += _length + 1;
        }

        Number++;
        var seen = 0;
        while (true)
        {
            var at = _buffer.AsSpan(_start + seen, _end - _start - seen).IndexOf((byte)'\n');
            if (at >= 0)
            {
                _length = seen + at;
                return true;
            }

            seen = _end - _start;
            if (!Read())
            {
                return seen == 0 ? false : throw Refuse("the line does not end");
            }
        }
    }

    /// <summary>The first 16 hexadecimal digits of SHA-256 of all lines before the present one.</summary>
    public string DigestBefore() => Convert.ToHexStringLower(_hash.GetCurrentHash())[..DigestLength];

    /// <summary>The refusal of the present line.</summary>
    public RefusedException Refuse(string problem) => new(FormattableString.Invariant($"line {Number}"), problem);

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();

    private bool Read()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            if (_buffer.Length >= MaxLine)
            {
                throw new LimitExceededException("bytes of a line of a certificate", MaxLine, "more", "this limit is fixed");
            }

            Array.Resize(ref _buffer, 2 * _buffer.Length);
        }

        var count = _rest.Read(_buffer, _end, _buffer.Length - _end);
        _end += count;
        return count > 0;
    }
}
