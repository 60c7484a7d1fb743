using Newtonsoft.Json.Linq;

namespace Eqnn.Cli.Tests;

/// <summary>What can be known before the work is said before it: by frequencies where these answer, by sizes where the work is hopeless.</summary>
public sealed class BeforehandTests
{
    [Theory]
    [InlineData("interact C20000 --from L1 --depth 2", "order times degree")]
    [InlineData("interact C20000 --from L4000 --energy -a tanh", "order times degree")]
    [InlineData("gsets C6000", "--brief")]
    [InlineData("gsets C2^9", "--brief")]
    [InlineData("gsets C2^10 --brief", "words of memory for all subgroups")]
    [InlineData("decompose S5 (standard^1000)^1000", "bits of the values of a character")]
    [InlineData("orbits C2^8 --on points", "subgroups is 200000, this needs 417199")]
    [InlineData("universal C2^8 --on points", "subgroups is 200000, this needs 417199")]
    [InlineData("separate C10000 --on points --layers points --complete", "entries of the linear forms")]
    [InlineData("homs C2^2500 --on points", "orbitals is 4000000, this needs at least 6250000")]
    [InlineData("gsets C2^7", "--brief")]
    [InlineData("group PSU(3,31)", "vectors that are searched")]
    [InlineData("interact C20000 --depth 2", "order times degree")]
    [InlineData("interact C20000 --copy generic", "order times degree")]
    [InlineData("interact C20000 --energy", "order times degree")]
    [InlineData("interact C20000 --until-stable", "order times degree")]
    [InlineData("chambers C20000 L1", "order times degree")]
    [InlineData("maps C20000 L1 L2 --enumerate", "order times degree")]
    [InlineData("maps C20000 --format json", "pairs of simples")]
    [InlineData("maps C2^12", "pairs of simples")]
    [InlineData("maps C2^20", "characters of an abelian group")]
    [InlineData("chambers S10 standard --on tuples:3", "chamber orbits is 20000000, this needs some")]
    [InlineData("maps S10 standard sign --on tuples:3 --enumerate", "chamber orbits is 20000000, this needs some")]
    [InlineData("network random --group S100000 --on regular --channels 1,1", "points of a G-set is 9223372036854775807, this needs about 10^456573")]
    [InlineData("decompose S20000 --on regular", "about 10^77337")]
    [InlineData("gsets S20000", "about 10^77337 elements")]
    [InlineData("decompose C1000 L1^1000*L3^1000", "bits of the values of a character at all classes")]
    [InlineData("decompose C1000 sym(1000,L1)", "products of coefficients for a power of a character")]
    [InlineData("decompose C251 sym(400,L1)", "products of coefficients for a power of a character")]
    [InlineData("chambers C499 L1", "coefficients of the invariant form is 30000000, this needs 62001249 (499 hyperplanes, a field of degree 249); to raise it: not possible; --all lists every chamber, which needs no symmetry")]
    [InlineData("orbits \"S4 wr S4\" --on points", "order of a group with a multiplication table")]
    [InlineData("branching \"S4 wr S4\" #3", "order of a group with a multiplication table")]
    [InlineData("decompose S6 --on regular --projectors", "entries of a projector is 4000000, this needs 5702400 (11 projectors on 720 points)")]
    [InlineData("network random --group S100000 --on points --channels 100000,100000", "features of a layer")]
    public void Hopeless_work_is_refused_before_it_begins(string line, string limit)
    {
        var outcome = Tool.RunLine("eqnn " + line);
        Assert.Equal(3, outcome.ExitCode);
        Assert.Equal("", outcome.Output);
        Assert.Contains(limit, Assert.Single(outcome.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    /// <summary>Two routes: all pairs of C1002 by frequencies, and of C6, through which the simples of small image factor, by its table.</summary>
    [Fact]
    public void All_pairs_by_frequencies_agree_with_the_table_of_a_quotient()
    {
        var large = JObject.Parse(Tool.Run("maps", "C1002", "--format", "json").Output)["pairs"]!
            .ToDictionary(pair => ((string)pair["source"]!, (string)pair["target"]!), pair => ((bool)pair["exists"]!, (bool)pair["linearExists"]!, (bool)pair["activationNonzero"]!));
        Assert.Equal(502 * 502, large.Count);
        foreach (var pair in JObject.Parse(Tool.Run("maps", "C6", "--format", "json").Output)["pairs"]!)
        {
            string Named(string end) => "L" + (167 * int.Parse(((string)pair[end]!)[1..], System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal(((bool)pair["exists"]!, (bool)pair["linearExists"]!, (bool)pair["activationNonzero"]!), large[(Named("source"), Named("target"))]);
        }
    }

    /// <summary>The sums of Theorem 2 by frequencies, and by stabilisers in a quotient that has a table.</summary>
    [Theory]
    [InlineData("L20", "L40", "relu", "even")]
    [InlineData("L20", "L60", "relu", null)]
    [InlineData("L20", "L60", "poly:t^3", "monomial")]
    [InlineData("L40", "L40", "relu", "linear")]
    public void An_edge_is_explained_by_frequencies_as_by_stabilisers(string source, string target, string activation, string? cause)
    {
        static string OfQuotient(string label) => "L" + (int.Parse(label[1..], System.Globalization.CultureInfo.InvariantCulture) / 20);
        var explained = JObject.Parse(Tool.Run("interact", "C1200", "--explain", source, target, "-a", activation, "--format", "json").Output)["explain"]!;
        var table = JObject.Parse(Tool.Run("interact", "C60", "--explain", OfQuotient(source), OfQuotient(target), "-a", activation, "--format", "json").Output)["explain"]!;
        Assert.Equal(cause, (string?)explained["cause"]);
        Assert.Equal(cause, (string?)table["cause"]);
        Assert.Equal(1, (int)explained["orbits"]!);
        var orbit = Assert.Single(table["orbits"]!);
        foreach (var number in new[] { "orderA", "orderB", "evenSum", "oddSum" })
        {
            Assert.Equal(20 * (int)orbit[number]!, (int)explained[number]!);
        }
    }
}
