using System.Numerics;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Eqnn.Records.Json;

namespace Eqnn.Records.Groups;

/// <summary>Permutations of one degree as files of groups and of G-sets hold them: <c>{"degree": 3, "generators": [[2, 3, 1], "(1,2)"]}</c>, lists of the images 1..n or texts of disjoint cycles.</summary>
/// <param name="Size">The number of points.</param>
/// <param name="Generators">The permutations, in the order of the file.</param>
internal sealed record PermutationRecord(int Size, IReadOnlyList<Permutation> Generators)
{
    private const string GeneratorsField = "generators";

    /// <summary>Reads a file.</summary>
    /// <param name="what">What the file should be, for messages.</param>
    /// <param name="path">The file.</param>
    /// <param name="sizeField">The field of the number of points.</param>
    /// <param name="requireSize">Refuses a number of points, before anything is made of that size.</param>
    /// <exception cref="AlgebraFormatException">There is no such file, or it is not of this form.</exception>
    public static PermutationRecord Read(string what, string path, string sizeField, Action<int> requireSize) => Of(JsonFile.Read(what, path, FormOf(sizeField)), sizeField, requireSize);

    /// <summary>Reads a record.</summary>
    /// <exception cref="AlgebraFormatException">It is not of this form.</exception>
    public static PermutationRecord Of(JsonItem root, string sizeField, Action<int> requireSize)
    {
        root.Only(sizeField, GeneratorsField);
        var size = Field(sizeField).Whole(1);
        requireSize(size);
        return new(size, [.. Field(GeneratorsField).Items().Select((entry, i) => Read(entry, size, i))]);

        JsonItem Field(string name) => root.Find(name) ?? throw root.Wrong($"the field \"{name}\" is missing", FormOf(sizeField));
    }

    /// <summary>The fields of a record, the generators as lists of images.</summary>
    public static void Write(JsonOutput json, string sizeField, BigInteger size, IEnumerable<Permutation> generators)
    {
        json.Field(sizeField, size);
        json.Row(GeneratorsField, generators, json.Permutation);
    }

    private static string FormOf(string sizeField) => $"{{\"{sizeField}\": 3, \"{GeneratorsField}\": [[2, 3, 1], \"(1,2)\"]}}";

    private static Permutation Read(JsonItem entry, int size, int index) => entry.Kind switch
    {
        JsonKind.Text => FromCycles(entry, size, index),
        JsonKind.List => entry.Permutation(size, FormattableString.Invariant($"generator {index + 1}")),
        _ => throw entry.Misfit("a list of images or a text of cycles is expected"),
    };

    private static Permutation FromCycles(JsonItem entry, int size, int index)
    {
        var cycles = entry.Text();
        try
        {
            return CycleNotation.Read("permutation", cycles, 0, cycles.Length, size, size);
        }
        catch (AlgebraFormatException error)
        {
            throw entry.Wrong(FormattableString.Invariant($"generator {index + 1}: {error.Message}"));
        }
    }
}
