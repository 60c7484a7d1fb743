using Eqnn.Catalog.Documents;
using Newtonsoft.Json.Linq;

namespace Eqnn.Catalog.Tests.Verification;

/// <summary>The names of simples are claims as well: one that is not due, one that is missing, one in another place is found.</summary>
public sealed class AliasTests
{
    public static TheoryData<string> Documents => ["C1", "C2", "C4", "C5", "S2", "S3@regular,points", "S4@points", "D4@points", "D6@points", "A4@points", "Q8@regular"];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_other_list_of_names_is_found(string what)
    {
        Assert.Null(Built.FirstProblem(what, Built.Document(what)));
        var count = Changeable.Of(Built.Document(what), "simple").Count();
        for (var i = 0; i < count; i++)
        {
            string[] due = [.. Changeable.Of(Built.Document(what), "simple").ElementAt(i)["aliases"]!.Select(name => (string)name!)];
            foreach (var names in Others(due))
            {
                var document = Built.Document(what);
                var simple = Changeable.Of(document, "simple").ElementAt(i);
                simple["aliases"] = new JArray(names);
                var problem = Built.FirstProblem(what, document);
                Assert.True(problem is not null, $"L{i} as {string.Join(" ", names)}");
                Assert.StartsWith("$." + simple.Path, problem.Path, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void The_check_of_a_document_stops_when_asked_to() =>
        Assert.Throws<OperationCanceledException>(() => Checking.CertificateChecker.Check(Built.Text("S4@points"), cancellationToken: new CancellationToken(canceled: true)));

    private static IEnumerable<string[]> Others(string[] due)
    {
        for (var i = 0; i < due.Length; i++)
        {
            yield return [.. due[..i], .. due[(i + 1)..]];
            yield return [.. due[..i], due[i], .. due[i..]];
        }

        foreach (var name in new[] { "trivial", "sign", "standard", "[1]", "[2]", "[3]", "[2,1]", "[2,2]", "[4]", "mine", "", "[1,1]", "[1,1,1]", "[3,1]", "[2,1,1]", "[1,1,1,1]", "[3,0]", "[2,1,0]", "[1,2]", "[02,1]", "[2, 1]", "2,1", "(2,1)", "[2,1", "Sign", "standard " })
        {
            yield return [.. due, name];
            if (due.Length > 0 && due[^1] != name)
            {
                yield return [.. due[..^1], name];
            }
        }

        if (due.Length > 1)
        {
            yield return [.. due.Reverse()];
        }
    }
}
