using System.Numerics;
using System.Text.Json;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Numbers.Permutations;

namespace Eqnn.PiecewiseLinear.Certificates.Checking;

/// <summary>A place in a certificate: the JSON value and the path to it. Reading anything else than what is there refuses the certificate at that place.</summary>
internal readonly struct CertificateNode(JsonElement element, string path)
{
    private const int MaxLabel = 1000;

    private readonly JsonElement _element = element;

    /// <summary>Where it is: empty for the whole document.</summary>
    public string Path { get; } = path;

    /// <summary>The value.</summary>
    public JsonElement Element => _element;

    /// <summary>A field that must be there.</summary>
    public CertificateNode this[string name]
    {
        get
        {
            var path = Path.Length == 0 ? name : Path + "." + name;
            return _element.ValueKind == JsonValueKind.Object && _element.TryGetProperty(name, out var value) ? new(value, path) : throw new RefusedException(path, "the field is missing");
        }
    }

    /// <summary>A claim that fails refuses the certificate here.</summary>
    public void Require(bool holds, Func<string> problem)
    {
        if (!holds)
        {
            throw Refuse(problem());
        }
    }

    /// <summary>The refusal of this place.</summary>
    public RefusedException Refuse(string problem) => new(Path.Length == 0 ? "the document" : Path, problem);

    /// <summary>Whether a field is there.</summary>
    public bool Has(string name) => _element.ValueKind == JsonValueKind.Object && _element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>The elements of a list.</summary>
    public IReadOnlyList<CertificateNode> Items()
    {
        if (_element.ValueKind != JsonValueKind.Array)
        {
            throw Refuse("a list is expected");
        }

        var path = Path;
        return [.. _element.EnumerateArray().Select((item, i) => new CertificateNode(item, FormattableString.Invariant($"{path}[{i}]")))];
    }

    /// <summary>The elements of a list of known length.</summary>
    public IReadOnlyList<CertificateNode> Items(int count)
    {
        var items = Items();
        Require(items.Count == count, () => FormattableString.Invariant($"{items.Count} entries where {count} are expected"));
        return items;
    }

    /// <summary>A text.</summary>
    public string Text() => _element.ValueKind == JsonValueKind.String ? _element.GetString()! : throw Refuse("a text is expected");

    /// <summary>A text that is only a name: short and on one line, so that it cannot be taken for what was found.</summary>
    public string Label()
    {
        var text = Text();
        Require(text.Length <= MaxLabel && !text.Any(char.IsControl), () => FormattableString.Invariant($"a name has at most {MaxLabel} characters and no line breaks"));
        return text;
    }

    /// <summary>True or false.</summary>
    public bool Truth() => _element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Refuse("true or false is expected"),
    };

    /// <summary>A count, a JSON number or its digits as text.</summary>
    public BigInteger Count()
    {
        var text = _element.ValueKind == JsonValueKind.Number ? _element.GetRawText() : Text();
        return BigInteger.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : throw Refuse($"'{text}' is not a whole number");
    }

    /// <summary>A whole number between bounds.</summary>
    public int Number(int least, int most)
    {
        var value = Count();
        Require(value >= least && value <= most, () => FormattableString.Invariant($"{value} is not between {least} and {most}"));
        return (int)value;
    }

    /// <summary>A position, written from 1, returned from 0.</summary>
    public int Position(int count) => Number(1, count) - 1;

    /// <summary>A cyclotomic, text in GAP's notation.</summary>
    public Cyclotomic Value()
    {
        var text = Text();
        return Cyclotomic.TryParse(text, out var value) ? value : throw Refuse($"'{text}' is not an exact number");
    }

    /// <summary>A list of cyclotomics.</summary>
    public Cyclotomic[] Vector(int count) => [.. Items(count).Select(item => item.Value())];

    /// <summary>A list of real cyclotomics.</summary>
    public Cyclotomic[] RealVector(int count) => [.. Items(count).Select(item =>
    {
        var value = item.Value();
        item.Require(value.IsReal, () => $"{value} is not real");
        return value;
    })];

    /// <summary>A matrix by rows.</summary>
    public Matrix<Cyclotomic> Matrix(int rows, int columns) => Matrix<Cyclotomic>.FromRows(Items(rows).Select(row => row.Vector(columns)));

    /// <summary>A permutation as an image list from 1.</summary>
    public Permutation Permutation(int degree)
    {
        var images = Items(degree).Select(item => item.Position(degree)).ToArray();
        Require(images.Distinct().Count() == degree, () => "not a permutation: some image occurs twice");
        return Eqnn.Numbers.Permutations.Permutation.FromImages(images);
    }

    /// <summary>Requires a count to be what the checker found.</summary>
    public void RequireCount(BigInteger found)
    {
        var claimed = Count();
        Require(claimed == found, () => FormattableString.Invariant($"the certificate says {claimed}, the check finds {found}"));
    }
}
