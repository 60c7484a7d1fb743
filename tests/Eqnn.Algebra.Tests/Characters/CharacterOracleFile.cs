using System.Text.Json;
using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Xunit;

namespace Eqnn.Algebra.Tests.Characters;

/// <summary>One file of tests/oracles/characters, with its classes matched to those of a table computed here: positions of the file on the outside, ours inside.</summary>
internal sealed class CharacterOracleFile
{
    private readonly int[] _classAt;

    private CharacterOracleFile(JsonElement json, CharacterTable table)
    {
        Json = json;
        Table = table;
        _classAt = json.GetProperty("classRepresentatives").EnumerateArray().Select(images => table.Group.ClassPositionOf(ReadPermutation(images))).ToArray();
        Assert.Equal(table.Classes.Count, _classAt.Length);
        Assert.Equal(_classAt.Length, _classAt.Distinct().Count());
    }

    public JsonElement Json { get; }

    public CharacterTable Table { get; }

    public static CharacterOracleFile Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        var json = document.RootElement.Clone();
        return new CharacterOracleFile(json, CharacterTable.Of(ReadGroup(json)));
    }

    public static FiniteGroup ReadGroup(JsonElement json) =>
        FiniteGroup.FromGenerators(json.GetProperty("name").GetString()!, json.GetProperty("degree").GetInt32(), json.GetProperty("generators").EnumerateArray().Select(ReadPermutation).ToList());

    /// <summary>Our class position for each class number of the file (from 0).</summary>
    public IReadOnlyList<int> ClassAt => _classAt;

    /// <summary>Our class positions for a list of class numbers (from 1) of the file, ascending.</summary>
    public int[] ClassPositions(JsonElement numbers) => [.. numbers.EnumerateArray().Select(c => _classAt[c.GetInt32() - 1]).Order()];

    /// <summary>For each irreducible of the file the position of ours with the same values; fails if there is none or two of the file meet in one.</summary>
    public int[] MatchRows(string key, Func<JsonElement, JsonElement> values)
    {
        var ours = Table.Irreducibles.ToDictionary(chi => string.Join(" ", _classAt.Select(c => chi[c].ToString())), chi => chi.Position);
        var rows = Json.GetProperty(key).EnumerateArray().Select(row => string.Join(" ", values(row).EnumerateArray().Select(value => Cyclotomic.Parse(value.GetString()!, null).ToString()))).ToArray();
        Assert.All(rows, row => Assert.True(ours.ContainsKey(row), $"not among the computed characters: {row}"));
        var positions = Array.ConvertAll(rows, row => ours[row]);
        Assert.Equal(Table.Irreducibles.Count, positions.Distinct().Count());
        return positions;
    }

    private static Permutation ReadPermutation(JsonElement images) => Permutation.FromImages(images.EnumerateArray().Select(x => x.GetInt32() - 1));
}
