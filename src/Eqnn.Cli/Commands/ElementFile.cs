using Eqnn.Cli.Hosting;
using Eqnn.Numbers.Permutations;
using Newtonsoft.Json;

namespace Eqnn.Cli.Commands;

/// <summary>Reads a JSON file with a list of permutations, each an image list on 1..n: the file of <c>--at</c>.</summary>
internal static class ElementFile
{
    private const string Form = "a list of image lists, as [[2,1,3],[1,2,3]]";

    /// <summary>The permutations of degree <paramref name="degree"/> with their numbers from 1.</summary>
    /// <exception cref="InputException">The file is missing, or is not of this form.</exception>
    public static IReadOnlyList<(Permutation Element, int Number)> Read(string path, int degree)
    {
        using var reader = new JsonTextReader(new StringReader(InputFile.Read(path, "--at"))) { MaxDepth = 8 };
        try
        {
            return Elements(reader, path, degree);
        }
        catch (JsonReaderException e)
        {
            throw new InputException($"--at: {path} is not JSON at {Border.Place(e)}; expected {Form}", e);
        }
    }

    private static List<(Permutation Element, int Number)> Elements(JsonTextReader reader, string path, int degree)
    {
        Expect(reader.Read() && reader.TokenType == JsonToken.StartArray, reader, path);
        var elements = new List<(Permutation, int)>();
        while (Next(reader, path) == JsonToken.StartArray)
        {
            var images = new List<int>();
            while (Next(reader, path) == JsonToken.Integer)
            {
                // A point beyond an int is no point of any set here.
                images.Add(reader.Value is long and >= 1 and <= int.MaxValue and var image ? (int)image - 1 : -1);
            }

            Expect(reader.TokenType == JsonToken.EndArray, reader, path);
            var number = elements.Count + 1;
            if (images.Count != degree)
            {
                throw new InputException(FormattableString.Invariant($"--at: element {number} of {path} has {images.Count} images, the group acts on {degree} points"));
            }

            elements.Add((Border.Read(FormattableString.Invariant($"--at: element {number} of {path}"), () => Permutation.FromImages(images)), number));
        }

        Expect(reader.TokenType == JsonToken.EndArray, reader, path);
        Expect(!reader.Read(), reader, path);
        return elements;
    }

    private static JsonToken Next(JsonTextReader reader, string path)
    {
        Expect(reader.Read(), reader, path);
        return reader.TokenType;
    }

    private static void Expect(bool condition, JsonTextReader reader, string path)
    {
        if (!condition)
        {
            throw new InputException(FormattableString.Invariant($"--at: {path}, line {Math.Max(1, reader.LineNumber)}, character {Math.Max(1, reader.LinePosition)}: expected {Form}"));
        }
    }
}
