using System.Globalization;
using System.Numerics;
using Eqnn.Algebra.Characters;
using Eqnn.Numbers;
using Eqnn.Records.Groups;
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
        json.Permutations("generators", group.Generators);
        json.Field("abelian", table.Irreducibles.All(character => character.Degree == 1));
        json.List("classes", group.ConjugacyClasses, c => json.Object(() =>
        {
            json.Field("element", c.Representative.ToString());
            json.Field("size", Digits(c.Size));
            json.Field("order", c.ElementOrder);
        }));
        var values = new Numbering<Cyclotomic>();
        json.List("characters", table.Irreducibles, character => json.Object(() =>
        {
            json.Field("label", character.Label);
            json.Field("degree", character.Degree);
            json.Field("indicator", character.Indicator);
            json.Row("row", Enumerable.Range(0, table.Classes.Count).Select(i => values.NumberOf(character[i])));
        }));
        json.List("simpleCharacters", table.Simples, simple => json.Row(Enumerable.Range(0, table.Classes.Count).Select(i => values.NumberOf(simple.Character[i]))));
        json.List("values", values.Values, value => WriteValue(json, value));
        json.List("normalSubgroups", table.NormalSubgroups.Subgroups, n => json.Object(() =>
        {
            json.Field("order", Digits(n.Order));
            json.Row("classes", n.ClassPositions);
            json.Row("covers", n.LowerCovers.Select(m => m.Position));
            json.Row("kernelOf", KernelOf(table, n).Select(simple => simple.Label));
        }));
    }

    /// <summary>A simple.</summary>
    public static void Write(JsonOutput json, SimpleRepresentation simple)
    {
        json.Field("label", simple.Label);
        json.Row("aliases", simple.Aliases);
        json.Field("type", simple.Type.Letter());
        json.Field("dimension", simple.Dimension);
        json.Field("kernelOrder", Digits(simple.KernelOrder));
        json.Measured("imageOrder", (double)simple.ImageOrder);
    }

    /// <summary>A real number by its texts, also outside of the field of the page.</summary>
    public static void WriteReal(JsonOutput json, Cyclotomic value) => json.Object(() =>
    {
        WriteTexts(json, value);
        json.Measured("double", value.ToDouble());
    });

    /// <summary>The simples whose kernel is a normal subgroup.</summary>
    public static IEnumerable<SimpleRepresentation> KernelOf(CharacterTable table, NormalSubgroup subgroup) => table.Simples.Where(simple => simple.KernelClassPositions.SequenceEqual(subgroup.ClassPositions));

    /// <summary>A count as text: the page computes with none of them.</summary>
    public static string Digits(BigInteger count) => count.ToString(CultureInfo.InvariantCulture);

    /// <summary>A value of a character, which need not be real: a whole number, or its texts.</summary>
    private static void WriteValue(JsonOutput json, Cyclotomic value)
    {
        if (value.IsRational)
        {
            json.Item(value.ToRational().Numerator);
            return;
        }

        json.Object(() =>
        {
            WriteTexts(json, value);
            json.Field("conductor", value.Conductor);
            var about = value.ToComplex();
            json.MeasuredRow("approx", [about.Real, value.IsReal ? 0 : about.Imaginary]);
        });
    }

    private static void WriteTexts(JsonOutput json, Cyclotomic value)
    {
        json.Field("radical", value.ToString("R"));
        json.Field("gap", value.ToString());
        json.Field("latex", value.ToString("LR"));
    }
}
