using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Records.Groups;
using Eqnn.Records.Json;
using Eqnn.Records.LinearAlgebra;

namespace Eqnn.Catalog.Building;

/// <summary>The sections on the group: generators, classes, characters, simples, normal subgroups. Numbers of points, classes and characters count from 1.</summary>
internal static class GroupSections
{
    public static JsonItem Group(FiniteGroup group) => JsonItem.Record(json => json.GroupFields(group));

    public static IEnumerable<JsonItem> Classes(CharacterTable table) => table.Classes.Select(c => JsonItem.Record(json =>
    {
        json.Field("class", c.Position + 1);
        json.Field("order", c.ElementOrder);
        json.Field("size", c.Size);
        json.Positions("representative", c.Representative.Images);
    }));

    public static IEnumerable<JsonItem> Characters(CharacterTable table) => table.Irreducibles.Select(character => JsonItem.Record(json =>
    {
        json.Field("label", character.Label);
        json.Field("degree", character.Degree);
        json.Field("indicator", character.Indicator);
        json.Positions("kernel", character.KernelClassPositions);
        json.ExactRow("values", character.Values.Values);
    }));

    public static IEnumerable<JsonItem> Simples(CharacterTable table) => table.Simples.Select(simple => JsonItem.Record(json =>
    {
        json.Field("label", simple.Label);
        json.Row("aliases", simple.Aliases);
        json.Field("type", simple.Type.Letter());
        json.Field("dimension", simple.Dimension);
        json.Positions("constituents", simple.Constituents.Select(character => character.Position));
        json.Field("constituentMultiplicity", simple.ConstituentMultiplicity);
        json.Field("kernelOrder", simple.KernelOrder);
        json.Positions("kernel", simple.KernelClassPositions);
        json.ExactRow("values", simple.Character.Values);
    }));

    public static IEnumerable<JsonItem> NormalSubgroups(CharacterTable table)
    {
        var lattice = table.NormalSubgroups;
        var covers = lattice.Covers().ToLookup(pair => pair.Upper, pair => pair.Lower);
        return lattice.Subgroups.Select(n => JsonItem.Record(json =>
        {
            json.Field("subgroup", n.Position + 1);
            json.Field("order", n.Order);
            json.Positions("classes", n.ClassPositions);
            json.Positions("covers", covers[n.Position].Order());
            json.Row("kernelOf", table.Simples.Where(simple => simple.KernelClassPositions.SequenceEqual(n.ClassPositions)).Select(simple => simple.Label));
        }));
    }
}
