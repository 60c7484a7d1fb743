using System.Globalization;
using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Records.Json;

namespace Eqnn.Records.Explorations;

/// <summary>The group of a page with its character table, and its simples.</summary>
internal static class GroupPart
{
    /// <summary>The group.</summary>
    public static void Write(JsonOutput json, CharacterTable table)
    {
        var group = table.Group;
        json.Field("name", group.Name);
        json.Field("order", Digits(group.Order));
        json.Field("exponent", Digits(group.Exponent));
        json.Field("degree", group.Degree);
        json.List("generators", group.Generators, g => json.Row(g.Images.Select(image => image + 1)));
        json.Field("abelian", table.Irreducibles.All(character => character.Degree == 1));
        json.List("classes", group.ConjugacyClasses, c => json.Object(() =>
        {
            json.Field("element", c.Representative.ToString());
            json.Field("size", Digits(c.Size));
            json.Field("order", c.ElementOrder);
        }));
        json.List("characters", table.Irreducibles, character => json.Object(() =>
        {
            json.Field("label", character.Label);
            json.Field("degree", character.Degree);
            json.Field("indicator", character.Indicator);
            json.Row("gap", Enumerable.Range(0, table.Classes.Count).Select(i => character[i].ToString()));
            json.Row("values", Enumerable.Range(0, table.Classes.Count).Select(i => character[i].ToString("R")));
        }));
        json.List("normalSubgroups", table.NormalSubgroups.Subgroups, n => json.Object(() =>
        {
            json.Field("order", Digits(n.Order));
            json.Row("classes", n.ClassPositions);
            json.Row("covers", n.LowerCovers.Select(m => m.Position));
            json.Row("kernelOf", table.Simples.Where(s => s.KernelClassPositions.SequenceEqual(n.ClassPositions)).Select(s => s.Label));
        }));
    }

    /// <summary>A simple.</summary>
    public static void Write(JsonOutput json, SimpleRepresentation simple)
    {
        json.Field("label", simple.Label);
        json.Row("aliases", simple.Aliases);
        json.Field("type", simple.TypeLetter.ToString());
        json.Field("dimension", simple.Dimension);
        json.Field("kernelOrder", Digits(simple.KernelOrder));
        json.Measured("imageOrder", (double)simple.ImageOrder);
        json.Row("character", Enumerable.Range(0, simple.Table.Classes.Count).Select(i => simple.Character[i].ToString("R")));
    }

    /// <summary>A count as text: the page computes with none of them.</summary>
    public static string Digits(BigInteger count) => count.ToString(CultureInfo.InvariantCulture);
}
