using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers.Permutations;
using Newtonsoft.Json.Linq;
using static Eqnn.Catalog.Documents.CatalogNumbers;

namespace Eqnn.Catalog.Building;

/// <summary>The sections on the group: generators, classes, characters, simples, normal subgroups. Numbers of points, classes and characters count from 1.</summary>
internal static class GroupSections
{
    public static JObject Group(FiniteGroup group) => new()
    {
        ["name"] = group.Name,
        ["order"] = (long)group.Order,
        ["exponent"] = (long)group.Exponent,
        ["degree"] = group.Degree,
        ["generators"] = new JArray(group.Generators.Select(Images)),
    };

    public static JArray Classes(CharacterTable table) => [.. table.Classes.Select(c => new JObject
    {
        ["class"] = c.Position + 1,
        ["order"] = c.ElementOrder,
        ["size"] = (long)c.Size,
        ["representative"] = Images(c.Representative),
    })];

    public static JArray Characters(CharacterTable table) => [.. table.Irreducibles.Select(character => new JObject
    {
        ["label"] = character.Label,
        ["degree"] = character.Degree,
        ["indicator"] = character.Indicator,
        ["kernel"] = FromOne(character.KernelClassPositions),
        ["values"] = new JArray(character.Values.Values.Select(Exact)),
    })];

    public static JArray Simples(CharacterTable table) => [.. table.Simples.Select(simple => new JObject
    {
        ["label"] = simple.Label,
        ["aliases"] = new JArray(simple.Aliases),
        ["type"] = simple.TypeLetter.ToString(),
        ["dimension"] = simple.Dimension,
        ["constituents"] = FromOne(simple.Constituents.Select(character => character.Position)),
        ["constituentMultiplicity"] = simple.ConstituentMultiplicity,
        ["kernelOrder"] = (long)simple.KernelOrder,
        ["kernel"] = FromOne(simple.KernelClassPositions),
        ["values"] = new JArray(simple.Character.Values.Select(Exact)),
    })];

    public static JArray NormalSubgroups(CharacterTable table)
    {
        var lattice = table.NormalSubgroups;
        var covers = lattice.Covers().ToLookup(pair => pair.Upper, pair => pair.Lower);
        return [.. lattice.Subgroups.Select(n => new JObject
        {
            ["subgroup"] = n.Position + 1,
            ["order"] = (long)n.Order,
            ["classes"] = FromOne(n.ClassPositions),
            ["covers"] = FromOne(covers[n.Position].Order()),
            ["kernelOf"] = new JArray(table.Simples.Where(simple => simple.KernelClassPositions.SequenceEqual(n.ClassPositions)).Select(simple => simple.Label)),
        })];
    }

    public static JArray Images(Permutation p) => FromOne(p.Images);

    public static JArray FromOne(IEnumerable<int> positions) => [.. positions.Select(position => position + 1)];
}
