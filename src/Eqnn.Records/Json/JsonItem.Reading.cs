using System.Globalization;
using System.Numerics;
using Eqnn.Numbers;

namespace Eqnn.Records.Json;

public sealed partial class JsonItem
{
    /// <summary>The largest whole number that every reader of JSON takes exactly, 2^53 - 1; counts beyond it are texts.</summary>
    public const long LargestExact = (1L << 53) - 1;

    private const int MaxCountDigits = 10_000;

    /// <summary>Fields of every record that say something to people and are not read.</summary>
    private static readonly string[] Remarks = ["$schema", "comment", "description", "name", "note", "notes"];

    /// <summary>A field that must be there.</summary>
    /// <exception cref="AlgebraFormatException">It is missing, or this is no record.</exception>
    public JsonItem this[string name] => Find(name) ?? throw Misfit($"the field \"{name}\" is missing");

    /// <summary>An entry of a list, from 0.</summary>
    /// <exception cref="AlgebraFormatException">It is missing, or this is no list.</exception>
    public JsonItem this[int index] => index >= 0 && index < Items().Count ? Items()[index] : throw Misfit(FormattableString.Invariant($"entry {index + 1} is missing"));

    /// <summary>A field; null where it is missing.</summary>
    /// <exception cref="AlgebraFormatException">This is no record.</exception>
    public JsonItem? Find(string name)
    {
        foreach (var field in Fields())
        {
            if (field._name == name)
            {
                return field;
            }
        }

        return null;
    }

    /// <summary>The fields of a record, in their order; each knows its <see cref="Name"/>.</summary>
    /// <exception cref="AlgebraFormatException">This is no record.</exception>
    public IReadOnlyList<JsonItem> Fields() => Kind == JsonKind.Record ? Children : throw Misfit("a record { ... } is expected");

    /// <summary>The entries of a list.</summary>
    /// <exception cref="AlgebraFormatException">This is no list.</exception>
    public IReadOnlyList<JsonItem> Items() => Kind == JsonKind.List ? Children : throw Misfit("a list [ ... ] is expected");

    /// <summary>Refuses fields of other names, which a mistyped field is; remarks to people (<c>comment</c>, <c>description</c>, <c>name</c>, <c>note</c>, <c>$schema</c>) are let alone.</summary>
    /// <exception cref="AlgebraFormatException">There is such a field, or this is no record.</exception>
    public JsonItem Only(params string[] names)
    {
        foreach (var field in Fields())
        {
            if (!names.Contains(field._name) && !Remarks.Contains(field._name))
            {
                throw field.Wrong($"{(Path.Length == 0 ? "" : $"field {Short(Path)}: ")}there is no field \"{Short(field.Name)}\" here; the fields are {string.Join(", ", names)}");
            }
        }

        return this;
    }

    /// <summary>The texts of a list.</summary>
    /// <exception cref="AlgebraFormatException">This is no list, or one of them is no text.</exception>
    public IReadOnlyList<string> Texts() => [.. Items().Select(item => item.Text())];

    /// <summary>The whole numbers of a list, within bounds.</summary>
    /// <exception cref="AlgebraFormatException">This is no list, or one of them is none.</exception>
    public IReadOnlyList<int> Wholes(int least = int.MinValue, int most = int.MaxValue) => [.. Items().Select(item => item.Whole(least, most))];

    /// <summary>A whole number, or null where null is written.</summary>
    /// <exception cref="AlgebraFormatException">This is neither.</exception>
    public int? WholeOrNone() => Kind == JsonKind.Null ? null : Whole();

    /// <summary>True or false, or null where null is written.</summary>
    /// <exception cref="AlgebraFormatException">This is none of them.</exception>
    public bool? TruthOrNone() => Kind == JsonKind.Null ? null : Truth();

    /// <summary>A text.</summary>
    /// <exception cref="AlgebraFormatException">This is none, or it holds half of a surrogate pair, which is no character.</exception>
    public string Text() => Kind != JsonKind.Text ? throw Misfit("a text is expected") : IsCharacters ? (string)_content! : throw Misfit("the text holds half of a surrogate pair, which is no character");

    /// <summary>Whether this is a text of whole characters: an escape can name half of a surrogate pair.</summary>
    internal bool IsCharacters => Kind == JsonKind.Text && (_holder is null || _place.IsWhole);

    /// <summary>True or false.</summary>
    /// <exception cref="AlgebraFormatException">This is neither.</exception>
    public bool Truth() => Kind == JsonKind.Truth ? (bool)_content! : throw Misfit("true or false is expected");

    /// <summary>Whether this is a whole number within bounds, written with digits alone.</summary>
    public bool IsWhole(long least = long.MinValue, long most = long.MaxValue) => WholeOrNull() is { } number && number >= least && number <= most;

    /// <summary>A whole number within bounds, written with digits alone.</summary>
    /// <exception cref="AlgebraFormatException">This is none.</exception>
    public int Whole(int least = int.MinValue, int most = int.MaxValue) => WholeOrNull() is { } number && number >= least && number <= most
        ? (int)number
        : throw Misfit(least == int.MinValue && most == int.MaxValue ? "a whole number is expected" : FormattableString.Invariant($"a whole number from {least} to {most} is expected"));

    /// <summary>A whole number of 64 bits, written with digits alone.</summary>
    /// <exception cref="AlgebraFormatException">This is none.</exception>
    public long Long() => WholeOrNull() ?? throw Misfit("a whole number is expected");

    /// <summary>A count: a number, or its digits as text, as counts beyond 2^53 - 1 are written.</summary>
    /// <exception cref="AlgebraFormatException">This is none.</exception>
    public BigInteger Count()
    {
        var digits = Kind == JsonKind.Text ? Text() : WholeOrNull() is { } number ? number.ToString(CultureInfo.InvariantCulture) : "";
        return digits.Length is > 0 and <= MaxCountDigits && BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) ? count : throw Misfit("a whole number is expected");
    }

    /// <summary>A finite floating-point number.</summary>
    /// <exception cref="AlgebraFormatException">This is none.</exception>
    public double Measure() => MeasureOrNull() is not { } number ? throw Misfit("a number is expected") : double.IsFinite(number) ? number : throw Misfit("a number that is not finite");

    /// <summary>A floating-point number, which is not finite where what is written is beyond them; null where this is no number.</summary>
    internal double? MeasureOrNull() => Kind == JsonKind.Number ? double.Parse(Raw, NumberStyles.Float, CultureInfo.InvariantCulture) : null;

    /// <summary>An exact number: a JSON number taken as it is written, or a text in GAP's notation.</summary>
    /// <exception cref="AlgebraFormatException">This is none.</exception>
    public Cyclotomic Exact()
    {
        var text = Kind == JsonKind.Number ? Raw.ToString() : Text();
        try
        {
            return Cyclotomic.Parse(text);
        }
        catch (FormatException problem)
        {
            throw Misfit(problem.Message);
        }
    }

    /// <summary>What <paramref name="read"/> makes of this value; what it objects to is said with the place of this value.</summary>
    /// <exception cref="AlgebraFormatException">It refuses: by a <see cref="FormatException"/>, an <see cref="ArgumentException"/> or an overflow.</exception>
    public T Located<T>(Func<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        try
        {
            return read();
        }
        catch (AlgebraFormatException problem) when (ReferenceEquals(problem.Text, Source?.Text))
        {
            // It has its place already.
            throw;
        }
        catch (Exception problem) when (problem is FormatException or ArgumentException)
        {
            throw Misfit(WithoutParameterName(problem.Message));
        }
        catch (ArithmeticException)
        {
            throw Misfit("a number is too large");
        }
    }

    /// <summary>The runtime adds the name of a parameter to messages.</summary>
    private static string WithoutParameterName(string message)
    {
        var at = message.IndexOf(" (Parameter '", StringComparison.Ordinal);
        var end = at < 0 ? -1 : message.IndexOf(')', at);
        return end < 0 ? message : message.Remove(at, end + 1 - at);
    }

    private long? WholeOrNull() => Kind == JsonKind.Number && long.TryParse(Raw, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
