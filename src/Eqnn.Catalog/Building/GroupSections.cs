using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Catalog.Documents;
using Eqnn.Numbers.Permutations;
using Eqnn.Records.Json;
using static Eqnn.Catalog.Documents.CatalogNumbers;

namespace Eqnn.Catalog.Building;

/// <summary>The sections on the group: generators, classes, characters, simples, normal subgroups. Numbers of points, classes and characters count from 1.</summary>
internal static class GroupSections
{
    public static JsonItem Group(FiniteGroup group) => JsonItem.Record(
    [
        ("name", JsonItem.Of(group.Name)),
        ("order", JsonItem.Of(group.Order)),
        ("exponent", JsonItem.Of(group.Exponent)),
        ("degree", JsonItem.Of(group.Degree)),
        ("generators", Images(group.Generators)),
    ]);

    public static IEnumerable<JsonItem> Classes(CharacterTable table) => table.Classes.Select(c => JsonItem.Record(
    [
        ("class", JsonItem.Of(c.Position + 1)),
        ("order", JsonItem.Of(c.ElementOrder)),
        ("size", JsonItem.Of(c.Size)),
        ("representative", Lists.FromOne(c.Representative.Images)),
    ]));

    public static IEnumerable<JsonItem> Characters(CharacterTable table) => table.Irreducibles.Select(character => JsonItem.Record(
    [
        ("label", JsonItem.Of(character.Label)),
        ("degree", JsonItem.Of(character.Degree)),
        ("indicator", JsonItem.Of(character.Indicator)),
        ("kernel", Lists.FromOne(character.KernelClassPositions)),
        ("values", Lists.Texts(character.Values.Values.Select(Exact))),
    ]));

    public static IEnumerable<JsonItem> Simples(CharacterTable table) => table.Simples.Select(simple => JsonItem.Record(
    [
        ("label", JsonItem.Of(simple.Label)),
        ("aliases", Lists.Texts(simple.Aliases)),
        ("type", JsonItem.Of(simple.TypeLetter.ToString())),
        ("dimension", JsonItem.Of(simple.Dimension)),
        ("constituents", Lists.FromOne(simple.Constituents.Select(character => character.Position))),
        ("constituentMultiplicity", JsonItem.Of(simple.ConstituentMultiplicity)),
        ("kernelOrder", JsonItem.Of(simple.KernelOrder)),
        ("kernel", Lists.FromOne(simple.KernelClassPositions)),
        ("values", Lists.Texts(simple.Character.Values.Select(Exact))),
    ]));

    public static IEnumerable<JsonItem> NormalSubgroups(CharacterTable table)
    {
        var lattice = table.NormalSubgroups;
        var covers = lattice.Covers().ToLookup(pair => pair.Upper, pair => pair.Lower);
        return lattice.Subgroups.Select(n => JsonItem.Record(
        [
            ("subgroup", JsonItem.Of(n.Position + 1)),
            ("order", JsonItem.Of(n.Order)),
            ("classes", Lists.FromOne(n.ClassPositions)),
            ("covers", Lists.FromOne(covers[n.Position].Order())),
            ("kernelOf", Lists.Texts(table.Simples.Where(simple => simple.KernelClassPositions.SequenceEqual(n.ClassPositions)).Select(simple => simple.Label))),
        ]));
    }

    /// <summary>Permutations as image lists from 1.</summary>
    public static JsonItem Images(IEnumerable<Permutation> permutations) => JsonItem.List(permutations.Select(p => Lists.FromOne(p.Images)));
}
