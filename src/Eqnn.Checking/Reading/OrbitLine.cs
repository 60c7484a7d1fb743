using System.Globalization;
using System.Numerics;
using System.Text;
using Eqnn.Numbers;

namespace Eqnn.Checking.Reading;

/// <summary>The record of one orbit in a certificate of version 2, read to the letter: fields in their order, no spaces, whole numbers in their one spelling.</summary>
internal sealed class OrbitLine
{
    private const int MaxDigits = 16;
    private const int MaxLargeDigits = 10_000;
    private readonly List<int> _work = [];
    private byte[] _text = [];
    private int _length;
    private int _at;
    private int _line;
    private string _field = "";

    /// <summary>A point in the chamber, where all its coordinates are whole machine numbers; else <see cref="LargePoint"/> or <see cref="RealPoint"/> is there.</summary>
    public List<long> Point { get; } = [];

    /// <summary>A point with large whole coordinates, or null.</summary>
    public BigInteger[]? LargePoint { get; private set; }

    /// <summary>A point with coordinates that are not whole numbers, or null.</summary>
    public Cyclotomic[]? RealPoint { get; private set; }

    /// <summary>The order of the stabiliser.</summary>
    public BigInteger Order { get; private set; }

    /// <summary>Its generators, images of the base points one after another, signed and from 1.</summary>
    public List<int> Stabiliser { get; } = [];

    /// <summary>The walls, from 0.</summary>
    public List<int> Walls { get; } = [];

    /// <summary>The crossings: wall and target, from 0.</summary>
    public List<(int Wall, int To)> Crossings { get; } = [];

    /// <summary>The images of the base points under the element of each crossing, one after another, signed and from 1.</summary>
    public List<int> By { get; } = [];

    /// <summary>Reads a line.</summary>
    /// <param name="lines">At the line.</param>
    /// <param name="rational">Whether points are written with whole numbers.</param>
    /// <param name="columns">The length of a point.</param>
    /// <param name="hyperplanes">The bound of signed hyperplanes.</param>
    /// <param name="bases">The number of base points.</param>
    /// <param name="orbits">The number of orbits.</param>
    public void Read(CertificateLines lines, bool rational, int columns, int hyperplanes, int bases, int orbits)
    {
        if (_text.Length < lines.Line.Length)
        {
            _text = new byte[2 * lines.Line.Length];
        }

        lines.Line.CopyTo(_text);
        (_length, _at, _line) = (lines.Line.Length, 0, lines.Number);
        Field("point", "{\"point\":"u8);
        ReadPoint(rational, columns);
        Field("order", ",\"order\":"u8);
        Order = Count();
        Field("stabiliser", ",\"stabiliser\":"u8);
        Stabiliser.Clear();
        Lists(() => Images(Stabiliser, bases, hyperplanes));
        Field("walls", ",\"walls\":"u8);
        Walls.Clear();
        Lists(() => Walls.Add(Position(hyperplanes)));
        Field("crossings", ",\"crossings\":"u8);
        Crossings.Clear();
        By.Clear();
        Lists(() =>
        {
            Take((byte)'[');
            var wall = Position(hyperplanes);
            Take((byte)',');
            var to = Position(orbits);
            Crossings.Add((wall, to));
            Take((byte)',');
            Images(By, bases, hyperplanes);
            Take((byte)']');
        });
        Take((byte)'}');
        if (_at != _length)
        {
            throw Refuse("the record ends before this");
        }
    }

    /// <summary>The refusal of a field of the line that was read.</summary>
    public RefusedException Refuse(string field, string problem) => new(Place(_line, field), problem);

    /// <summary>A field of a line, as a place.</summary>
    public static string Place(int line, string field) => FormattableString.Invariant($"line {line}, {field}");

    private RefusedException Refuse(string problem) => new(FormattableString.Invariant($"line {_line}, {_field}, character {_at + 1}"), problem);

    private void Field(string name, ReadOnlySpan<byte> text)
    {
        _field = name;
        if (!_text.AsSpan(_at, _length - _at).StartsWith(text))
        {
            throw Refuse($"{Encoding.UTF8.GetString(text)} is expected");
        }

        _at += text.Length;
    }

    private void ReadPoint(bool rational, int columns)
    {
        Point.Clear();
        LargePoint = null;
        RealPoint = null;
        var large = new List<BigInteger>();
        var real = new List<Cyclotomic>();
        Lists(() =>
        {
            if (!rational)
            {
                real.Add(Value());
            }
            else if (Peek() == '"' || large.Count > 0)
            {
                if (large.Count == 0)
                {
                    large.AddRange(Point.Select(x => (BigInteger)x));
                }

                large.Add(Peek() == '"' ? Large() : Whole());
            }
            else
            {
                Point.Add(Whole());
            }
        });
        var count = rational ? Math.Max(Point.Count, large.Count) : real.Count;
        if (count != columns)
        {
            throw Refuse(FormattableString.Invariant($"{count} entries where {columns} are expected"));
        }

        LargePoint = large.Count > 0 ? [.. large] : null;
        RealPoint = rational ? null : [.. real];
    }

    private void Lists(Action item)
    {
        Take((byte)'[');
        if (Peek() == ']')
        {
            _at++;
            return;
        }

        while (true)
        {
            item();
            if (Peek() == ']')
            {
                _at++;
                return;
            }

            Take((byte)',');
        }
    }

    private void Images(List<int> to, int bases, int hyperplanes)
    {
        _work.Clear();
        Lists(() =>
        {
            var image = Whole();
            _work.Add(image != 0 && Math.Abs(image) <= hyperplanes ? (int)image : throw Refuse(FormattableString.Invariant($"{image} is no signed hyperplane: 1 to {hyperplanes} or the negative")));
        });
        if (_work.Count != bases)
        {
            throw Refuse(FormattableString.Invariant($"{_work.Count} images where the base has {bases} points"));
        }

        to.AddRange(_work);
    }

    private int Position(int count)
    {
        var value = Whole();
        return value >= 1 && value <= count ? (int)value - 1 : throw Refuse(FormattableString.Invariant($"{value} is not between 1 and {count}"));
    }

    private BigInteger Count()
    {
        var value = Peek() == '"' ? Large() : Whole();
        return value > 0 ? value : throw Refuse("a positive number is expected");
    }

    private long Whole()
    {
        var start = _at;
        var negative = Peek() == '-';
        _at += negative ? 1 : 0;
        var first = _at;
        var value = 0L;
        while (_at < _length && _text[_at] is >= (byte)'0' and <= (byte)'9' && _at - first <= MaxDigits)
        {
            value = (10 * value) + (_text[_at++] - '0');
        }

        var digits = _at - first;
        if (digits == 0 || digits > MaxDigits || (_text[first] == '0' && (digits > 1 || negative)) || value > Claim.LargestNumber)
        {
            _at = start;
            throw Refuse("a whole number up to 2^53 - 1 is expected, digits alone without leading zeros");
        }

        return negative ? -value : value;
    }

    private BigInteger Large()
    {
        var text = Quotation();
        if (text.Length > MaxLargeDigits)
        {
            throw Refuse(FormattableString.Invariant($"a number of {text.Length} characters; at most {MaxLargeDigits} are read"));
        }

        if (!BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) || value.ToString(CultureInfo.InvariantCulture) != text)
        {
            throw Refuse($"{Quoted.Of(text)} is not a whole number as it is written here: digits alone, without leading zeros");
        }

        return BigInteger.Abs(value) > Claim.LargestNumber ? value : throw Refuse("a number up to 2^53 - 1 is a number, not a text");
    }

    private Cyclotomic Value()
    {
        try
        {
            var value = new Claim(null, _field, 0, ClaimKind.Text, Quotation(), 0, _line).Value();
            return value.IsReal ? value : throw Refuse($"{value} is not real");
        }
        catch (RefusedException refusal)
        {
            throw Refuse(refusal.Message);
        }
    }

    private string Quotation()
    {
        Take((byte)'"');
        var length = _text.AsSpan(_at, _length - _at).IndexOf((byte)'"');
        if (length < 0)
        {
            throw Refuse("a text does not end");
        }

        var text = Encoding.UTF8.GetString(_text, _at, length);
        _at += length + 1;
        return text;
    }

    private byte Peek() => _at < _length ? _text[_at] : throw Refuse("the line ends too early");

    private void Take(byte expected)
    {
        if (Peek() != expected)
        {
            throw Refuse($"'{(char)expected}' is expected");
        }

        _at++;
    }
}
