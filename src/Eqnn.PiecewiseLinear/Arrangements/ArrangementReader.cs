using System.Text.Json;
using Eqnn.Numbers;

namespace Eqnn.PiecewiseLinear.Arrangements;

/// <summary>Reads arrangement files.</summary>
internal static class ArrangementReader
{
    private const string What = "arrangement";
    private const string Form = "{\"vectors\": [[1, \"-1/2\"], ...]}";

    /// <summary>An arrangement of hyperplanes through 0.</summary>
    public static Arrangement Read(string json)
    {
        var content = Content(json);
        if (content.Constants is not null)
        {
            throw Wrong(json, "the file has 'constants': it is an affine arrangement, whose hyperplanes need not pass through 0", Form);
        }

        var arrangement = Arrangement.FromRows(content.Rows);
        return content.Generators is { } generators ? arrangement.WithSymmetry(generators) : arrangement;
    }

    /// <summary>An affine arrangement, or null if the file has no constants.</summary>
    public static AffineArrangement? ReadAffine(string json)
    {
        var content = Content(json);
        if (content.Constants is null)
        {
            return null;
        }

        var arrangement = AffineArrangement.FromRows(content.Rows, content.Constants);
        return content.Generators is { } generators ? arrangement.WithSymmetry(generators) : arrangement;
    }

    private static (Cyclotomic[][] Rows, Cyclotomic[]? Constants, SignedPermutation[]? Generators) Content(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json);
        }
        catch (JsonException problem)
        {
            throw new AlgebraFormatException(What, json, Position(json, problem), "not JSON", Form);
        }

        using (document)
        {
            try
            {
                return Content(json, document.RootElement);
            }
            catch (InvalidOperationException)
            {
                throw Wrong(json, "a key holds half of a surrogate pair", Form);
            }
        }
    }

    private static (Cyclotomic[][] Rows, Cyclotomic[]? Constants, SignedPermutation[]? Generators) Content(string json, JsonElement root)
    {
        RequireKeysOnce(json, root);
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("vectors", out var vectors) || vectors.ValueKind != JsonValueKind.Array)
        {
            throw Wrong(json, "an object with an array 'vectors' is expected", Form);
        }

        var rows = vectors.EnumerateArray().Select((row, r) => ReadRow(json, row, r)).ToArray();
        var constants = Constants(json, root, rows.Length);
        if (!root.TryGetProperty("symmetry", out var symmetry) || symmetry.ValueKind == JsonValueKind.Null)
        {
            return (rows, constants, null);
        }

        RequireKeysOnce(json, symmetry);
        if (symmetry.ValueKind != JsonValueKind.Object || !symmetry.TryGetProperty("generators", out var generators) || generators.ValueKind != JsonValueKind.Array)
        {
            throw Wrong(json, "'symmetry' is an object with an array 'generators'", "{\"degree\": 3, \"generators\": [[2, 3, 1]]}");
        }

        if (symmetry.TryGetProperty("degree", out var degree) && (!TryInteger(degree, out var n) || n != rows.Length))
        {
            throw Wrong(json, FormattableString.Invariant($"'degree' is {degree.GetRawText()}, the number of rows {rows.Length}"), FormattableString.Invariant($"\"degree\": {rows.Length}"));
        }

        return (rows, constants, generators.EnumerateArray().Select((g, i) => ReadGenerator(json, g, i)).ToArray());
    }

    private static Cyclotomic[]? Constants(string json, JsonElement root, int rows)
    {
        if (!root.TryGetProperty("constants", out var constants) || constants.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (constants.ValueKind != JsonValueKind.Array || constants.GetArrayLength() != rows)
        {
            throw Wrong(json, FormattableString.Invariant($"'constants' is an array with one number for each of the {rows} rows of 'vectors'"), "\"constants\": [0, \"-1/2\", ...]");
        }

        return [.. constants.EnumerateArray().Select((entry, r) => ReadEntry(json, entry, FormattableString.Invariant($"'constants', entry {r + 1}")))];
    }

    private static void RequireKeysOnce(string json, JsonElement record)
    {
        if (record.ValueKind == JsonValueKind.Object && record.EnumerateObject().GroupBy(property => property.Name).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw Wrong(json, $"the key '{twice.Key}' stands twice", Form);
        }
    }

    private static Cyclotomic[] ReadRow(string json, JsonElement row, int index) => row.ValueKind == JsonValueKind.Array
        ? [.. row.EnumerateArray().Select((entry, c) => ReadEntry(json, entry, FormattableString.Invariant($"'vectors', row {index + 1}, column {c + 1}")))]
        : throw Wrong(json, FormattableString.Invariant($"row {index + 1} is not an array"), "[1, \"-1/2\", \"E(5)+E(5)^4\"]");

    private static Cyclotomic ReadEntry(string json, JsonElement entry, string place)
    {
        // Decimals are often rounded numbers, and exactness begins here: integers as numbers, all else as text.
        var text = entry.ValueKind switch
        {
            JsonValueKind.String => Text(json, entry, place),
            JsonValueKind.Number when !entry.GetRawText().AsSpan().ContainsAny('.', 'e', 'E') => entry.GetRawText(),
            _ => throw Wrong(json, $"{place} is neither an integer nor text: {entry.GetRawText()}", "\"-1/2\""),
        };

        return Cyclotomic.TryParse(text, out var value)
            ? value
            : throw Wrong(json, $"{place}: '{text}' is not an integer, a fraction in quotes or a sum in E(n)", "\"-1/2\" or \"E(5)+E(5)^4\"");
    }

    private static string Text(string json, JsonElement entry, string place)
    {
        try
        {
            return entry.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Wrong(json, $"{place}: the text holds half of a surrogate pair", "\"-1/2\"");
        }
    }

    private static SignedPermutation ReadGenerator(string json, JsonElement generator, int index)
    {
        if (generator.ValueKind != JsonValueKind.Array)
        {
            throw Wrong(json, FormattableString.Invariant($"generator {index + 1} is not an image list"), "[2, 3, 1]");
        }

        var images = generator.EnumerateArray().Select(x => TryInteger(x, out var k) ? k : throw Wrong(json, FormattableString.Invariant($"generator {index + 1} has the entry {x.GetRawText()}"), "[2, -3, 1]")).ToArray();
        try
        {
            return SignedPermutation.FromImages(images);
        }
        catch (ArgumentException problem)
        {
            throw new ArgumentException(FormattableString.Invariant($"generator {index + 1}: {problem.Message}"), problem);
        }
    }

    /// <summary>The reader reports the line and the byte in it; positions count characters.</summary>
    private static int Position(string json, JsonException problem)
    {
        var start = 0;
        for (var line = problem.LineNumber ?? 0; line > 0 && json.IndexOf('\n', start) is >= 0 and var end; line--)
        {
            start = end + 1;
        }

        var bytes = problem.BytePositionInLine ?? 0;
        while (bytes > 0 && start < json.Length)
        {
            bytes -= System.Text.Encoding.UTF8.GetByteCount(json.AsSpan(start, 1));
            start++;
        }

        return start;
    }

    private static bool TryInteger(JsonElement element, out int value)
    {
        value = 0;
        return element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out value);
    }

    private static AlgebraFormatException Wrong(string json, string problem, string nearest) => new(What, json, 0, problem, nearest);
}
