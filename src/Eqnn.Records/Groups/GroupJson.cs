using Eqnn.Algebra.Characters;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.SmallGroups;
using Eqnn.Records.Json;

namespace Eqnn.Records.Groups;

/// <summary>How groups, their classes and their simples are written in every answer. Numbers of classes, characters and points are from 1.</summary>
public static class GroupJson
{
    /// <summary>The fields <c>name, order, exponent, degree, generators</c> of a group.</summary>
    public static void GroupFields(this JsonOutput json, FiniteGroup group)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(group);
        json.Field("name", group.Name);
        json.Field("order", group.Order);
        json.Field("exponent", group.Exponent);
        json.Field("degree", group.Degree);
        json.Permutations("generators", group.Generators);
    }

    /// <summary><c>"group": {name, order, exponent, degree, generators}</c>.</summary>
    public static void Group(this JsonOutput json, FiniteGroup group)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.Object("group", () => json.GroupFields(group));
    }

    /// <summary><c>"group": {name, order, degree, generators}</c>: what needs no classes.</summary>
    public static void GroupByGenerators(this JsonOutput json, FiniteGroup group)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(group);
        json.Object("group", () =>
        {
            json.Field("name", group.Name);
            json.Field("order", group.Order);
            json.Field("degree", group.Degree);
            json.Permutations("generators", group.Generators);
        });
    }

    /// <summary>The fields <c>order, generators</c> of a subgroup of a group that is named elsewhere.</summary>
    public static void Subgroup(this JsonOutput json, FiniteGroup subgroup)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(subgroup);
        json.Field("order", subgroup.Order);
        json.Permutations("generators", subgroup.Generators);
    }

    /// <summary><c>"id": [order, number]</c>; null for a group without one.</summary>
    public static void Id(this JsonOutput json, SmallGroupId? id)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (id is null)
        {
            json.Null("id");
        }
        else
        {
            json.Row("id", [id.Order, id.Number]);
        }
    }

    /// <summary><c>"classes": [{representative, size, order}]</c>.</summary>
    public static void Classes(this JsonOutput json, FiniteGroup group)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(group);
        json.Records("classes", group.ConjugacyClasses, c =>
        {
            json.Positions("representative", c.Representative.Images);
            json.Field("size", c.Size);
            json.Field("order", c.ElementOrder);
        });
    }

    /// <summary>A field that is a list of composition factors, <c>[{order, name, multiplicity}]</c>.</summary>
    public static void Factors(this JsonOutput json, string name, IReadOnlyList<CompositionFactor> factors)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.Records(name, factors, factor =>
        {
            json.Field("order", factor.Order);
            json.Field("name", factor.Name);
            json.Field("multiplicity", factor.Multiplicity);
        });
    }

    /// <summary>The fields <c>label, type, dimension, constituents, constituentMultiplicity, kernel{order, classes}</c> of a simple.</summary>
    public static void Simple(this JsonOutput json, SimpleRepresentation simple)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(simple);
        json.Field("label", simple.Label);
        json.Field("type", simple.Type.Letter());
        json.Field("dimension", simple.Dimension);
        json.Positions("constituents", simple.Constituents.Select(character => character.Position));
        json.Field("constituentMultiplicity", simple.ConstituentMultiplicity);
        json.Record("kernel", () =>
        {
            json.Field("order", simple.KernelOrder);
            json.Positions("classes", simple.KernelClassPositions);
        });
    }
}
