using System.Numerics;

namespace Eqnn.Checking.Reading;

/// <summary>A value of a document, at its place. Reading anything else than what is there refuses the document at that place.</summary>
/// <remarks>Every value has one spelling: a count is a JSON number up to 2^53 - 1 and its digits as text beyond; an exact number is text in normal form.</remarks>
internal sealed partial class Claim
{
    /// <summary>The largest whole number that every reader of JSON takes exactly; counts beyond it are text.</summary>
    public const long LargestNumber = (1L << 53) - 1;

    private const int MaxCountDigits = 10_000;
    private readonly Claim? _parent;
    private readonly string? _name;
    private readonly int _index;
    private readonly long _number;
    private readonly object? _content;

    /// <summary>A value in a list or record; with its place there.</summary>
    public Claim(Claim? parent, string? name, int index, ClaimKind kind, object? content, long number, int line)
    {
        (_parent, _name, _index, Kind, _content, _number, Line) = (parent, name, index, kind, content, number, line);
    }

    /// <summary>What it is.</summary>
    public ClaimKind Kind { get; }

    /// <summary>The line on which it stands, from 1.</summary>
    public int Line { get; }

    /// <summary>Where it is: <c>chamberOrbits[3].size</c>; empty for the whole document.</summary>
    public string Path => _parent is null ? "" : _name is null ? FormattableString.Invariant($"{_parent.Path}[{_index}]") : _parent.Path.Length == 0 ? Quoted.Name(_name) : $"{_parent.Path}.{Quoted.Name(_name)}";

    /// <summary>The name of the field that holds it; empty in a list.</summary>
    public string Name => _name ?? "";

    /// <summary>A field that must be there.</summary>
    public Claim this[string name] => Find(name) ?? throw new RefusedException(Path.Length == 0 ? name : $"{Path}.{name}", "the field is missing");

    /// <summary>The entry of a list.</summary>
    public Claim this[int index] => index >= 0 && index < Items().Count ? Items()[index] : throw Refuse(FormattableString.Invariant($"entry {index + 1} is missing"));

    /// <summary>A field, or null where it is missing.</summary>
    public Claim? Find(string name)
    {
        foreach (var field in Kind == ClaimKind.Record ? (List<Claim>)_content! : [])
        {
            if (field._name == name)
            {
                return field;
            }
        }

        return null;
    }

    /// <summary>Whether a field is there and not null.</summary>
    public bool Has(string name) => Find(name) is { Kind: not ClaimKind.Null };

    /// <summary>The fields of a record, in order.</summary>
    public IReadOnlyList<Claim> Fields() => Kind == ClaimKind.Record ? (List<Claim>)_content! : throw Refuse("a record is expected");

    /// <summary>A claim that fails refuses the document here.</summary>
    public void Require(bool holds, Func<string> problem)
    {
        if (!holds)
        {
            throw Refuse(problem());
        }
    }

    /// <summary>A claim that fails refuses the document here.</summary>
    public void Require(bool holds, string problem)
    {
        if (!holds)
        {
            throw Refuse(problem);
        }
    }

    /// <summary>The refusal of this place.</summary>
    public RefusedException Refuse(string problem) => new(_parent is null ? "the document" : Path, problem);

    /// <summary>The elements of a list.</summary>
    public IReadOnlyList<Claim> Items() => Kind == ClaimKind.List ? (List<Claim>)_content! : throw Refuse("a list is expected");

    /// <summary>The elements of a list of known length.</summary>
    public IReadOnlyList<Claim> Items(int count)
    {
        var items = Items();
        Require(items.Count == count, () => FormattableString.Invariant($"{items.Count} entries where {count} are expected"));
        return items;
    }

    /// <summary>A text.</summary>
    public string Text() => Kind == ClaimKind.Text ? (string)_content! : throw Refuse("a text is expected");

    /// <summary>True or false.</summary>
    public bool Truth() => Kind == ClaimKind.Truth ? _number != 0 : throw Refuse("true or false is expected");

    /// <summary>A count.</summary>
    public BigInteger Count()
    {
        if (Kind == ClaimKind.Number)
        {
            return _number;
        }

        var text = Text();
        Require(text.Length <= MaxCountDigits, () => FormattableString.Invariant($"a count of {text.Length} characters; at most {MaxCountDigits} are read"));
        Require(text.Length > 0 && text[0] != '0' && !text.AsSpan().ContainsAnyExceptInRange('0', '9'), () => $"{Quoted.Of(text)} is not a whole number as it is written here: digits alone, without leading zeros");
        var value = BigInteger.Parse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture);
        Require(value > LargestNumber, "a count up to 2^53 - 1 is a number, not a text");
        return value;
    }

    /// <summary>A whole number between bounds.</summary>
    public int Number(int least, int most)
    {
        Require(Kind == ClaimKind.Number, "a number is expected");
        Require(_number >= least && _number <= most, () => FormattableString.Invariant($"{_number} is not between {least} and {most}"));
        return (int)_number;
    }

    /// <summary>A position, written from 1, returned from 0.</summary>
    public int Position(int count) => Number(1, count) - 1;

    /// <summary>Requires a count to be what the checker found.</summary>
    public void RequireCount(BigInteger found)
    {
        var claimed = Count();
        Require(claimed == found, () => $"the certificate says {Quoted.Digits(claimed)}, the check finds {Quoted.Digits(found)}");
    }
}

/// <summary>The kinds of JSON values.</summary>
internal enum ClaimKind
{
    /// <summary>null.</summary>
    Null,

    /// <summary>true or false.</summary>
    Truth,

    /// <summary>A whole number up to 2^53 - 1 in size.</summary>
    Number,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A list.</summary>
    List,

    /// <summary>A record of named fields.</summary>
    Record,
}
