using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Algebra.SmallGroups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Eqnn.Records.Json;

namespace Eqnn.Cli.Output;

/// <summary>The JSON objects that several documents share; each is written in one way only. Numbers of classes, characters and points are from 1.</summary>
internal static class Shapes
{
    /// <summary><c>"group": {name, order, exponent, degree, generators}</c>.</summary>
    public static void Group(JsonOutput json, FiniteGroup group) => json.Object("group", () =>
    {
        json.Field("name", group.Name);
        json.Field("order", group.Order);
        json.Field("exponent", group.Exponent);
        json.Field("degree", group.Degree);
        Permutations(json, "generators", group.Generators);
    });

    /// <summary><c>"group": {name, order, degree, generators}</c>: what needs no classes.</summary>
    public static void GroupByGenerators(JsonOutput json, FiniteGroup group) => json.Object("group", () =>
    {
        json.Field("name", group.Name);
        json.Field("order", group.Order);
        json.Field("degree", group.Degree);
        Permutations(json, "generators", group.Generators);
    });

    /// <summary><c>"id": [order, number]</c>; null for a group without one.</summary>
    public static void Id(JsonOutput json, SmallGroupId? id)
    {
        if (id is null)
        {
            json.Null("id");
        }
        else
        {
            json.Row("id", [id.Order, id.Number]);
        }
    }

    /// <summary>An abelian group as a product of cyclic ones, from their orders.</summary>
    public static string AbelianGroup(IEnumerable<long> invariants) => string.Join(" x ", invariants.Select(order => FormattableString.Invariant($"C{order}"))) is { Length: > 0 } product ? product : "trivial";

    /// <summary>A list of image lists on 1..n.</summary>
    public static void Permutations(JsonOutput json, string name, IEnumerable<Permutation> permutations) => json.List(name, permutations, p => json.Row(FromOne(p.Images)));

    /// <summary><c>"classes": [{representative, size, order}]</c>.</summary>
    public static void Classes(JsonOutput json, FiniteGroup group) => json.Records("classes", group.ConjugacyClasses, c =>
    {
        json.Row("representative", FromOne(c.Representative.Images));
        json.Field("size", c.Size);
        json.Field("order", c.ElementOrder);
    });

    /// <summary>The fields <c>label, type, dimension, constituents, constituentMultiplicity, kernel{order, classes}</c> of a simple.</summary>
    public static void Simple(JsonOutput json, SimpleRepresentation simple)
    {
        json.Field("label", simple.Label);
        json.Field("type", Letter(simple.Type));
        json.Field("dimension", simple.Dimension);
        json.Row("constituents", FromOne(simple.Constituents.Select(character => character.Position)));
        json.Field("constituentMultiplicity", simple.ConstituentMultiplicity);
        json.Record("kernel", () =>
        {
            json.Field("order", simple.KernelOrder);
            json.Row("classes", FromOne(simple.KernelClassPositions));
        });
    }

    /// <summary>A G-set: <c>{name, size, orbits}</c>, the orbits by their lengths.</summary>
    public static void Set(JsonOutput json, string name, GSet set) => json.Record(name, () =>
    {
        json.Field("name", set.Name);
        json.Field("size", set.Size);
        json.Row("orbits", set.Orbits.Select(orbit => (System.Numerics.BigInteger)orbit.Length));
    });

    /// <summary>A list of exact numbers as texts in GAP's notation.</summary>
    public static void Values(JsonOutput json, string name, IEnumerable<Cyclotomic> values) => json.Row(name, values.Select(Gap));

    /// <summary>The <c>at</c> of a document: class numbers; nothing where it was not asked for.</summary>
    public static void At(JsonOutput json, IReadOnlyList<int>? classPositions)
    {
        if (classPositions is not null)
        {
            json.Row("at", FromOne(classPositions));
        }
    }

    /// <summary>R, C or H.</summary>
    public static string Letter(SimpleType type) => type switch
    {
        SimpleType.Real => "R",
        SimpleType.Complex => "C",
        SimpleType.Quaternionic => "H",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "no such type"),
    };

    /// <summary>GAP's notation.</summary>
    public static string Gap(Cyclotomic value) => value.ToString("G", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Positions from 0 become numbers from 1.</summary>
    public static IEnumerable<int> FromOne(IEnumerable<int> positions) => positions.Select(position => position + 1);
}
