using Eqnn.Checking;
using Newtonsoft.Json.Linq;

namespace Eqnn.Catalog.Tests.Verification;

/// <summary>Pairs of inputs that are not told apart, with colours that hold and a claim that does not.</summary>
public sealed class ColourClaimTests
{
    private const string What = "A4xC2@points";

    /// <summary>The second input is the first, moved by the element (1,2)(3,4) of the group, and its colours likewise.</summary>
    [Fact]
    public void Inputs_in_one_orbit_are_no_pair()
    {
        var document = Built.Document(What);
        var record = NotToldApart(document);
        Replace((JArray)record["inputs"]![1]!, "[[\"1\", \"2\", \"-1\", \"0\", \"0\", \"0\"]]");
        Replace((JArray)record["colours"]![0]![1]!, "[2, 1, 4, 3, 5, 5]");
        Replace((JArray)record["colours"]![1]![1]!, "[2, 1, 4, 3, 5, 5]");
        Assert.Equal((record.Path + ".inputs", "the two inputs lie in one orbit"), Refusal(document));
    }

    /// <summary>Colours may be finer than is needed; then the last two layers differ, and nothing is said about further ones.</summary>
    [Fact]
    public void Only_what_stands_still_holds_at_every_depth()
    {
        var document = Built.Document(What);
        var record = NotToldApart(document);
        Assert.True((bool)record["everyDepth"]!);
        Replace((JArray)record["colours"]![1]![0]!, "[1, 2, 3, 4, 5, 6]");
        Replace((JArray)record["colours"]![1]![1]!, "[1, 2, 4, 3, 5, 6]");
        Assert.Equal((record.Path + ".everyDepth", "claims true, found false"), Refusal(document));
        record["everyDepth"] = false;

        // What is true is refused for its hash alone, which is looked at last.
        Assert.Equal(("hash", "the content is not what the hash says"), Refusal(document));
    }

    private static JObject NotToldApart(JObject document) => (JObject)document["certificates"]!.First(record => (string?)record["kind"] == "separation" && (int)record["tuples"]! == 1);

    private static void Replace(JArray list, string values) => list.Replace(JArray.Parse(values));

    private static (string Where, string Problem) Refusal(JObject document)
    {
        var refused = Assert.IsType<CertificateReport.Refused>(CertificateChecker.Check(document.ToString()));
        return (refused.Where, refused.Problem);
    }
}
