using System.Text.Json.Nodes;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.Records.Arrangements;

namespace Eqnn.Checking.Tests.Certificates;

/// <summary>Entries of <c>tests/oracles/chambers</c>, which hold an arrangement beside its counts.</summary>
internal static class ChamberEntries
{
    /// <summary>The arrangement of an entry.</summary>
    public static Arrangement ArrangementOf(JsonNode entry)
    {
        var file = new JsonObject();
        foreach (var name in new[] { "vectors", "symmetry" })
        {
            if (entry[name] is { } value)
            {
                file[name] = value.DeepClone();
            }
        }

        return ArrangementFile.Parse(file.ToJsonString()).ToArrangement();
    }
}
