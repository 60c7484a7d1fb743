using Eqnn.Algebra.Groups;
using Eqnn.Algebra.GSets;
using Eqnn.Numbers;
using Eqnn.Records.Groups;
using Eqnn.Records.Json;

namespace Eqnn.Records.GSets;

/// <summary>A G-set as JSON: <c>{"name": "points", "size": 3, "generators": [[2, 3, 1], [2, 1, 3]]}</c>, for each generator of the group the images 1..n; <see cref="GSetFile.Read"/> reads it too.</summary>
/// <remarks>The name is believed where the library makes a set with these very actions of it, as that of a group in <see cref="GroupRecord"/>.</remarks>
public static class GSetRecord
{
    /// <summary>The record.</summary>
    /// <exception cref="LimitExceededException">The set has more than <see cref="GSet.MaxPoints"/> points.</exception>
    public static string Of(GSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        using var json = new JsonOutput(JsonLayout.Line);
        json.Object(() =>
        {
            json.Field("name", set.Name);
            PermutationRecord.Write(json, "size", set.Size, set.GeneratorActions);
        });
        return json.Finish();
    }

    /// <summary>The G-set of a record. Read are also permutations that are texts of cycles, and a record without a name.</summary>
    /// <param name="group">The group that acts.</param>
    /// <param name="json">The text.</param>
    /// <exception cref="AlgebraFormatException">It is not of this form, or the permutations are no action of the group; the message names line and field.</exception>
    /// <exception cref="LimitExceededException">The set has more than <see cref="GSet.MaxPoints"/> points.</exception>
    public static GSet Read(FiniteGroup group, string json)
    {
        ArgumentNullException.ThrowIfNull(group);
        var root = JsonItem.Parse("G-set", json);
        var record = PermutationRecord.Of(root, "size", GSetFile.RequireSize);
        var name = root.Find("name")?.Text() ?? "set";
        var given = root["generators"].Located(() => GSet.FromGeneratorActions(group, name, record.Size, record.Generators));
        return Known(group, name) is { } known && known.Size == given.Size && known.GeneratorActions.SequenceEqual(given.GeneratorActions) ? known : given;
    }

    private static GSet? Known(FiniteGroup group, string name)
    {
        try
        {
            return TextReading.TryRead(name, text => GSet.Parse(group, text)).Value;
        }
        catch (ArgumentException)
        {
            // A notation of sets that this group does not have.
            return null;
        }
    }
}
