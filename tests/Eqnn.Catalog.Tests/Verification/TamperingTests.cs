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

    /// <summary>The answers on G-sets where all of them say something: layers decided on chambers, inputs that are told apart and that are not, hidden layers between the trivial and the universal one.</summary>
    [Theory]
    [Trait("speed", "slow")]
    [InlineData("S4@cosets:#2")]
    [InlineData("A5@points")]
    public void Any_single_number_of_an_answer_that_is_changed_is_found_and_placed(string what) => Changed(what, () => Built.Document(what), value => value.Path.StartsWith("answers", StringComparison.Ordinal)
        || (value.Path.StartsWith("certificates", StringComparison.Ordinal) && (string?)value.Root["certificates"]![int.Parse(value.Path.Split('[', ']')[1], CultureInfo.InvariantCulture)]!["kind"] is "energies" or "separation" or "universality"));

    [Fact]
    public void Answers_that_are_left_out_are_missed()
    {
        var document = Built.Document("A4@points");
        Assert.NotEmpty(DocumentRecords.Answers(Changeable.Item(document), "separation"));
        foreach (var kind in new[] { "energies", "separation", "universality" })
        {
            var less = Built.Document("A4@points");
            Changeable.Of(less, kind).Last().Remove();
            Assert.NotNull(Built.FirstProblem("A4@points", less));
        }

        var silent = Built.Document("A4@points");
        silent["answers"]!.Last!.Remove();
        Assert.NotNull(Built.FirstProblem("A4@points", silent));
    }

    /// <summary>Documents of version 2 that were built before there were answers are what they were; answers are not slipped in without their name.</summary>
    [Fact]
    public void A_document_before_there_were_answers_verifies()
    {
        Assert.Null(Built.FirstProblem("S3@regular,points", Built.BeforeAnswers("S3@regular,points")));
        var mixed = Built.Document("S3@regular,points");
        ((JObject)mixed["inputs"]!).Remove("answers");
        Assert.NotNull(Built.FirstProblem("S3@regular,points", mixed));
    }

    private static void Changed(string what, Func<JObject> fresh, Func<JValue, bool>? among = null)
    {
        var original = fresh();
        var missed = new List<string>();
        var count = 0;
        foreach (var path in original.Descendants().OfType<JValue>().Where(value => value.Path != CanonicalJson.HashField && among?.Invoke(value) != false).Select(value => value.Path).ToList())
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
        Assert.InRange(count, among is null ? 100 : 50, 100_000);
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
