using Eqnn.Testing;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Eqnn.Checking.Tests.Documents;

/// <summary>Forms that a document has for its own sake: how a hash is written, that a number stands once in the table.</summary>
public sealed class DocumentFormTests
{
    private const string NoHash = "a hash is sha256: and 64 hexadecimal digits";

    [Theory]
    [InlineData("")]
    [InlineData("sha256:")]
    [InlineData("sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde")]
    [InlineData("sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0")]
    [InlineData("sha256:0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("sha512:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData(" sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n")]
    public void A_hash_is_written_in_one_way(string hash) => Assert.Equal(("hash", NoHash), Refusal(document => document["hash"] = hash));

    [Theory]
    [InlineData("0.2.0\n")]
    [InlineData("0.2")]
    [InlineData("0.2.0-")]
    [InlineData("0.2.0-a b")]
    [InlineData("")]
    public void A_version_is_three_numbers(string version) => Assert.Equal("inputs.version", Refusal(document => document["inputs"]!["version"] = version).Where);

    [Fact]
    public void A_number_stands_once_in_the_table() => Assert.Equal(("numbers[2].exact", "is listed twice"), Refusal(document =>
    {
        var first = (JObject)document["numbers"]![0]!.DeepClone();
        first["id"] = 3;
        document["numbers"]![2]!.Replace(first);
    }));

    [Fact]
    public void Fourier_coefficients_are_those_of_cyclic_groups()
    {
        var place = "";
        var refused = Refusal(document =>
        {
            var record = (JObject)document["certificates"]!.First(certificate => (string?)certificate["kind"] == "maps");
            place = record.Path;
            record["fourier"] = 1;
        });
        Assert.Equal((place, "a Fourier coefficient is listed iff the group is cyclic and the set regular"), refused);
    }

    private static (string Where, string Problem) Refusal(Action<JObject> change)
    {
        var document = JObject.Parse(File.ReadAllText(Path.Combine(Oracles.Repository(), "catalog", "alternating", "A004.json")));
        change(document);
        var refused = Assert.IsType<CertificateReport.Refused>(CertificateChecker.Check(document.ToString()));
        return (refused.Where, refused.Problem);
    }
}
