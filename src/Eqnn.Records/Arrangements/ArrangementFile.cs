using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.Records.Json;

namespace Eqnn.Records.Arrangements;

/// <summary>An arrangement as its file says it: <c>{"vectors": [[1, "-1/2", "E(5)+E(5)^4"], ...], "constants": [0, "-1/2", ...], "symmetry": {"degree": 3, "generators": [[2, -3, 1]]}}</c>, the last two optional; with constants it is affine.</summary>
/// <remarks>Integers are numbers, all else is text: decimals are often rounded numbers, and exactness begins here. Generators are the images of the rows from 1, negative for the opposite row.</remarks>
public sealed class ArrangementFile
{
    private const string What = "arrangement";
    private const string Form = "{\"vectors\": [[1, \"-1/2\"], ...]}";

    private readonly Cyclotomic[][] _rows;
    private readonly Cyclotomic[]? _constants;
    private readonly SignedPermutation[]? _generators;

    private ArrangementFile(Cyclotomic[][] rows, Cyclotomic[]? constants, SignedPermutation[]? generators) => (_rows, _constants, _generators) = (rows, constants, generators);

    /// <summary>Whether it has constants: its hyperplanes need not pass through 0.</summary>
    public bool IsAffine => _constants is not null;

    /// <summary>Reads a file.</summary>
    /// <exception cref="AlgebraFormatException">There is no such file, or it is not of the form above; the message names file, line and field.</exception>
    /// <exception cref="ArgumentException">A generator is no signed permutation.</exception>
    public static ArrangementFile Read(string path) => Of(JsonFile.Read(What, path, Form));

    /// <summary>Reads the text of a file.</summary>
    /// <exception cref="AlgebraFormatException">It is not of the form above; the message names line and field.</exception>
    /// <exception cref="ArgumentException">A generator is no signed permutation.</exception>
    public static ArrangementFile Parse(string json) => Of(JsonItem.Parse(What, json));

    /// <summary>The arrangement of hyperplanes through 0.</summary>
    /// <exception cref="ArgumentException">It is affine, its rows have different lengths or are not real, or it is not invariant under its symmetry.</exception>
    public Arrangement ToArrangement()
    {
        if (IsAffine)
        {
            throw new ArgumentException("the file has 'constants': it is an affine arrangement, whose hyperplanes need not pass through 0");
        }

        var arrangement = Arrangement.FromRows(_rows);
        return _generators is null ? arrangement : arrangement.WithSymmetry(_generators);
    }

    /// <summary>The affine arrangement; without constants all of them are 0.</summary>
    /// <exception cref="ArgumentException">Its rows have different lengths or are not real, or it is not invariant under its symmetry.</exception>
    public AffineArrangement ToAffineArrangement()
    {
        var arrangement = AffineArrangement.FromRows(_rows, _constants ?? Enumerable.Repeat(Cyclotomic.Zero, _rows.Length));
        return _generators is null ? arrangement : arrangement.WithSymmetry(_generators);
    }

    private static ArrangementFile Of(JsonItem root)
    {
        root.Only("vectors", "constants", "symmetry");
        var vectors = root.Find("vectors") ?? throw root.Wrong("the field \"vectors\" is missing", Form);
        Cyclotomic[][] rows = [.. vectors.Items().Select(row => row.Items().Select(Entry).ToArray())];
        return new(rows, Given(root, "constants") is { } constants ? Constants(constants, rows.Length) : null, Given(root, "symmetry") is { } symmetry ? Generators(symmetry, rows.Length) : null);
    }

    /// <summary>A field that is there and not null.</summary>
    private static JsonItem? Given(JsonItem root, string name) => root.Find(name) is { Kind: not JsonKind.Null } given ? given : null;

    private static Cyclotomic[] Constants(JsonItem constants, int rows) => constants.Items().Count == rows
        ? [.. constants.Items().Select(Entry)]
        : throw constants.Wrong(FormattableString.Invariant($"field constants: {constants.Items().Count} numbers for the {rows} rows of vectors; there is one for each"), "\"constants\": [0, \"-1/2\", ...]");

    private static SignedPermutation[] Generators(JsonItem symmetry, int rows)
    {
        symmetry.Only("degree", "generators");
        if (symmetry.Find("degree") is { } degree && degree.Whole() != rows)
        {
            throw degree.Wrong(FormattableString.Invariant($"field symmetry.degree: it is {degree}, the number of rows {rows}"), FormattableString.Invariant($"\"degree\": {rows}"));
        }

        return [.. symmetry["generators"].Items().Select(Generator)];
    }

    private static SignedPermutation Generator(JsonItem generator, int index)
    {
        int[] images = [.. generator.Items().Select(image => image.Whole())];
        try
        {
            return SignedPermutation.FromImages(images);
        }
        catch (ArgumentException problem)
        {
            throw new ArgumentException(FormattableString.Invariant($"generator {index + 1}: {problem.Message}"), problem);
        }
    }

    private static Cyclotomic Entry(JsonItem entry) => entry.Kind == JsonKind.Text || (entry.Kind == JsonKind.Number && !entry.ToString().AsSpan().ContainsAny('.', 'e', 'E'))
        ? entry.Exact()
        : throw entry.Wrong($"field {entry.Path}: {JsonItem.Short(entry.ToString())} is neither an integer nor text", "\"-1/2\"");

    /// <summary>In one line: the number of rows, and whether it is affine.</summary>
    public override string ToString() => FormattableString.Invariant($"{_rows.Length} rows{(IsAffine ? " with constants" : "")}");
}
