using System.Globalization;
using System.Text.RegularExpressions;
using Eqnn.Catalog.Documents;
using Newtonsoft.Json.Linq;

namespace Eqnn.Catalog.Tests.Verification;

/// <summary>Every number of a document is a claim: changed alone, even with the hash made right, it is found.</summary>
public sealed partial class TamperingTests
{
    public static TheoryData<string> Documents => ["C1", "C5", "C6", "S3@regular,points", "Q8@regular", "A4@points"];

    [Theory]
    [MemberData(nameof(Documents))]
    public void An_untouched_document_passes(string what) => Assert.Null(Built.FirstProblem(what, Built.Document(what)));

    [Theory]
    [MemberData(nameof(Documents))]
    public void Any_single_number_that_is_changed_is_found_and_placed(string what)
    {
        Changed(what, () => Built.Document(what));
    }

    /// <summary>The same for documents of version 1, which people have cited.</summary>
    [Theory]
    [InlineData("C5")]
    [InlineData("S3@regular,points")]
    public void Any_single_number_of_version_1_that_is_changed_is_found_and_placed(string what)
    {
        Assert.Null(Built.FirstProblem(what, Built.FirstVersion(what)));
        Changed(what, () => Built.FirstVersion(what));
    }

    private static void Changed(string what, Func<JObject> fresh)
    {
        var original = fresh();
        var missed = new List<string>();
        var count = 0;
        foreach (var path in original.Descendants().OfType<JValue>().Where(value => value.Path != CanonicalJson.HashField).Select(value => value.Path).ToList())
        {
            foreach (var (label, change) in Changes((JValue)original.SelectToken(path)!))
            {
                var document = fresh();
                ((JValue)document.SelectToken(path)!).Replace(change);
                count++;
                var problem = Built.FirstProblem(what, document);
                if (problem is null || !problem.Path.StartsWith('$') || problem.Message.Length == 0)
                {
                    missed.Add($"{path}: {label}");
                }
            }
        }

        Assert.True(missed.Count == 0, $"{missed.Count} of {count} changes were not found:\n{string.Join('\n', missed.Take(40))}");
        Assert.InRange(count, 100, 100_000);
    }

    [Fact]
    public void A_wrong_number_is_named_by_its_path()
    {
        var document = Built.Document("C8");
        var map = Changeable.Of(document, "maps").ElementAt(3);
        map["dimension"] = 3;
        var problem = Built.FirstProblem("C8", document)!;
        Assert.Equal(($"$.{map.Path}.dimension", "claims 3, found 2"), (problem.Path, problem.Message));
        var first = Built.FirstVersion("C8");
        first["maps"]![3]!["dimension"] = 3;
        Assert.Equal(("$.maps[3].dimension", "claims 3, found 2"), (Built.FirstProblem("C8", first)!.Path, Built.FirstProblem("C8", first)!.Message));
    }

    [Fact]
    public void A_whole_number_becomes_another_and_truth_its_opposite()
    {
        Assert.Equal(["7 -> 8"], Changes(new JValue(7)).Select(change => change.Label));
        Assert.Equal(["1/2*E(8) -> 2/2*E(8)", "1/2*E(8) -> 1/3*E(8)", "1/2*E(8) -> 1/2*E(9)"], Changes(new JValue("1/2*E(8)")).Select(change => change.Label));
        Assert.Equal(["True -> False"], Changes(new JValue(true)).Select(change => change.Label));
    }

    /// <summary>Whole numbers one larger, truth values turned, and in texts one run of digits after the other one larger.</summary>
    private static IEnumerable<(string Label, JValue Value)> Changes(JValue value) => value.Type switch
    {
        JTokenType.Integer => [($"{value} -> {(long)value + 1}", new JValue((long)value + 1))],
        JTokenType.Boolean => [($"{value} -> {!(bool)value}", new JValue(!(bool)value))],
        JTokenType.Null => [("null -> 1", new JValue(1))],
        JTokenType.String => Digits().Matches((string)value!).Select(match => ((string)value!)[..match.Index] + Larger(match.Value) + ((string)value!)[(match.Index + match.Length)..])
            .Select(text => ($"{value} -> {text}", new JValue(text))),
        _ => throw new InvalidOperationException(value.Type.ToString()),
    };

    private static string Larger(string digits) => (System.Numerics.BigInteger.Parse(digits, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture).PadLeft(digits.Length, '0');

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
