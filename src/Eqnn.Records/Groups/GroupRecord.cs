using Eqnn.Algebra;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Eqnn.Records.Json;

namespace Eqnn.Records.Groups;

/// <summary>A group as JSON: <c>{"name": "S3", "degree": 3, "generators": [[2, 3, 1], [2, 1, 3]]}</c>, generators as lists of the images 1..n; <see cref="GroupFile.Read"/> reads it too.</summary>
/// <remarks>
/// <para><b>The name</b> is believed where the library makes a group with these very generators of it: then it is that group, with what is known of the family (the simples of a cyclic group are numbered by frequency). Elsewhere it is a label.</para>
/// <para>Limits are not part of the record: they are those that are asked for.</para>
/// </remarks>
public static class GroupRecord
{
    private const string Form = "{\"name\": \"S3\", \"degree\": 3, \"generators\": [[2, 3, 1], [2, 1, 3]]}";

    /// <summary>The record.</summary>
    public static string Of(FiniteGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        using var json = new JsonOutput(JsonLayout.Line);
        json.Object(() =>
        {
            json.Field("name", group.Name);
            PermutationRecord.Write(json, "degree", group.Degree, group.Generators);
        });
        return json.Finish();
    }

    /// <summary>The group of a record. Read are also generators that are texts of cycles, and a record without a name.</summary>
    /// <param name="json">The text.</param>
    /// <param name="limits">The limits of the group; the default ones if absent.</param>
    /// <exception cref="AlgebraFormatException">It is not of this form; the message names line and field.</exception>
    /// <exception cref="LimitExceededException">The group acts on more points than <see cref="GroupLimits.MaxDegree"/>.</exception>
    public static FiniteGroup Read(string json, GroupLimits? limits = null)
    {
        var root = JsonItem.Parse("group", json);
        return root.Kind == JsonKind.Record ? Read(root, limits) : throw root.Wrong("a record { ... } is expected", Form);
    }

    /// <summary>The group of a record within a document.</summary>
    internal static FiniteGroup Read(JsonItem root, GroupLimits? limits = null)
    {
        var bounds = limits ?? GroupLimits.Default;
        var record = PermutationRecord.Of(root, "degree", degree => DegreeLimit.Require(degree, bounds.MaxDegree));
        return Named(root.Find("name")?.Text() ?? "group", record.Size, record.Generators, bounds);
    }

    /// <summary>The group that the library knows by this name, if these are its generators; else the group that they generate, under that name.</summary>
    internal static FiniteGroup Named(string name, int degree, IReadOnlyList<Permutation> generators, GroupLimits bounds)
    {
        // No name may cost more than what it is compared with.
        var known = TextReading.TryRead(name, text => FiniteGroup.Parse(text, bounds.WithMaxDegree(degree))).Value;
        return known is not null && known.Degree == degree && known.Generators.SequenceEqual(generators)
            ? FiniteGroup.Parse(name, bounds)
            : FiniteGroup.FromGenerators(name, degree, generators, bounds);
    }
}
