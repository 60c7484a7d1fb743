using System.Text;
using System.Text.Json.Nodes;
using Eqnn.Checking.Certificates;
using Eqnn.Checking.Fans;
using Eqnn.Checking.Reading;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.PiecewiseLinear.Tests.Arrangements;
using Eqnn.Records.Certificates;
using Eqnn.Testing;
using Xunit;

namespace Eqnn.Checking.Tests.Certificates;

public sealed class ChamberOrbitCertificateTests
{
    /// <summary>The arrangements of tests/oracles/chambers that list their vectors and have hyperplanes.</summary>
    public static TheoryData<string> WithVectors => [.. Entries().Where(entry => entry["vectors"] is not null && (int)entry["dimension"]! > 0).Select(entry => (string)entry["id"]!)];

    public static TheoryData<string> Small => ["sumzero-4", "resonance-3", "braid-4", "random", "fano", "cyclic-5-L1L2"];

    [Theory]
    [MemberData(nameof(WithVectors))]
    public void The_checker_accepts_what_was_found(string id)
    {
        var entry = Entries().Single(entry => (string?)entry["id"] == id);
        var accepted = Accepted(ChamberOrbitCertificate.Of(ChamberEnumeration.Of(ChamberEntries.ArrangementOf(entry))));
        Assert.StartsWith($"{entry["chambers"]} chambers in ", accepted.Statement, StringComparison.Ordinal);
        Assert.Contains(accepted.Claims, claim => claim.StartsWith($"{entry["chambers"]} chambers and {entry["walls"]} walls", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sumzero-30", "1073741822 chambers in 29 orbits")]
    [InlineData("braid-10", "3628800 chambers in 1 orbit")]
    [InlineData("coordinates-40", "1099511627776 chambers in 1 orbit")]
    [InlineData("fano", "128 chambers in 10 orbits")]
    [InlineData("random", "128 chambers in 64 orbits")]
    public void The_work_follows_the_orbits(string name, string statement) => Assert.Equal(statement, Accepted(Certificate(name)).Statement);

    [Theory]
    [Trait("speed", "slow")]
    [InlineData("resonance-6", "1066044 chambers in 3024 orbits")]
    [InlineData("threshold-6", "15028134 chambers in 1113 orbits")]
    public void The_work_follows_the_orbits_also_for_large_arrangements(string name, string statement) => Assert.Equal(statement, Accepted(Certificate(name)).Statement);

    [Fact]
    public void A_file_is_read_line_by_line_whatever_pieces_it_comes_in()
    {
        var certificate = Certificate("resonance-4");
        Assert.Equal(CertificateChecker.Check(certificate), CertificateChecker.Check(new Drops(Encoding.UTF8.GetBytes(certificate))));
        var listed = ChamberCertificateTests.Certificate("resonance-3");
        Assert.Equal(CertificateChecker.Check(listed), CertificateChecker.Check(new Drops(Encoding.UTF8.GetBytes(listed))));
        Assert.Equal("the document", Assert.IsType<CertificateReport.Refused>(CertificateChecker.Check(new MemoryStream([0xff, 0xfe]))).Where);
    }

    [Theory]
    [MemberData(nameof(Small))]
    public void Any_single_change_is_refused(string name)
    {
        var certificate = Certificate(name);
        for (var at = 0; at < certificate.Length; at++)
        {
            if (certificate[at] is >= '0' and <= '9' or '-' or '[' or ',' or '\n')
            {
                var changed = certificate[..at] + (certificate[at] is >= '0' and <= '8' ? (char)(certificate[at] + 1) : '7') + certificate[(at + 1)..];
                Assert.False(CertificateChecker.Check(changed).IsAccepted, FormattableString.Invariant($"{name}, character {at}: {changed[Math.Max(0, at - 20)..at]}"));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Small))]
    public void With_a_fresh_digest_only_another_true_statement_passes(string name)
    {
        var certificate = Certificate(name);
        for (var orbit = 0; orbit < new OrbitLines(certificate).Orbits.Count; orbit++)
        {
            foreach (var (what, change) in Changes)
            {
                var lines = new OrbitLines(certificate);
                if (what == "point negated" && lines.Orbits.Count == 1)
                {
                    // The opposite chamber is a representative just as well: -1 commutes with everything.
                    continue;
                }

                change(lines.Orbits[orbit]);
                Assert.False(CertificateChecker.Check(lines.Sealed()).IsAccepted, FormattableString.Invariant($"{name}, line {orbit + 2}: {what}"));
            }
        }

        foreach (var count in new OrbitLines(certificate).Counts.AsObject().Where(count => count.Key != "simplicial"))
        {
            var lines = new OrbitLines(certificate);
            lines.Add(count.Key, 1);
            Assert.False(CertificateChecker.Check(lines.Sealed()).IsAccepted, count.Key);
        }
    }

    /// <summary>What is false, where it is noticed, and what is said.</summary>
    public static TheoryData<string, string, string> Forgeries => new()
    {
        { "orbit left out", "line 2, crossings", "is not carried to the chamber of line 2" },
        { "stabiliser too large", "line 4, stabiliser", "generator 1 does not fix the chamber: the stabiliser is too large" },
        { "stabiliser too small", "line 2, stabiliser", "the stabiliser is too small" },
        { "order of a stabiliser", "line 2, order", "the certificate says 3, the check finds 6" },
        { "no element in a stabiliser", "line 2, stabiliser", "generator 1 is no element of the group" },
        { "crossing to a wrong orbit", "line 3, crossings", "is not carried to the chamber of line 3" },
        { "crossing to two orbits", "line 4, crossings", "to which a crossing of line 4 leads" },
        { "crossing by a wrong element", "line 5, crossings", "is not carried to the chamber of line 4" },
        { "crossing by no element", "line 5, crossings", "no element of the group has these images" },
        { "wall left out", "line 4, walls", "their cone contains a line: walls are missing" },
        { "wall exchanged", "line 4, walls", "hyperplane 1 cuts the cone of these: walls are missing" },
        { "no walls", "line 4, walls", "their cone contains a line" },
        { "walls in disorder", "line 4, walls", "they do not ascend" },
        { "wall that is none", "line 4, crossings", "entry 4 does not cross hyperplane 7" },
        { "wall that is none, crossed", "line 4, crossings", "entry 4" },
        { "walls that the stabiliser moves", "line 2, walls", "which is not listed" },
        { "crossing left out", "line 4, crossings", "entry 3 does not cross hyperplane 5" },
        { "crossing twice", "line 4, crossings", "entry 4 crosses a hyperplane that is no wall" },
        { "symmetry that is not linear", "symmetry.generators[0]", "no linear map moves the rows so" },
        { "group order too small", "symmetry.order", "the generators induce more than 5 linear maps" },
        { "group order too large", "symmetry.order", "the certificate says 7, the generators induce 6 linear maps" },
        { "base too short", "symmetry.base", "an element other than the identity fixes" },
        { "base with a point twice", "symmetry.base", "a point occurs twice" },
        { "base with no point", "symmetry.base[0]", "a signed hyperplane is expected" },
        { "doubled orbit", "line 12, point", "its chamber lies in the orbit of line 4" },
        { "false total", "counts.chambers", "the certificate says 33, the check finds 32" },
        { "false number of walls", "counts.walls", "the certificate says 49, the check finds 48" },
        { "simplicial or not", "counts.simplicial", "the numbers of walls of the representatives say otherwise" },
        { "false dimension", "counts.dimension", "the check finds 3" },
        { "false lineality", "counts.lineality", "the check finds 0" },
        { "false number of rows", "counts.rows", "the check finds 7" },
        { "false number of zero rows", "counts.zeroRows", "the check finds 0" },
        { "false number of hyperplanes", "counts.hyperplanes", "the check finds 7" },
        { "fewer orbits announced", "line 3, crossings", "10 is not between 1 and 9" },
        { "more orbits announced", "line 12, point, character 1", "{\"point\": is expected" },
        { "no dimension", "counts.dimension", "without hyperplanes there are no walls to cross" },
        { "point on a wall", "line 4, point", "it lies on hyperplane 1, so in no chamber" },
        { "point in another chamber", "line 4, point", "it lies in another chamber than that to which a crossing of line 3 leads" },
        { "point with too few entries", "line 4, point", "2 entries where 3 are expected" },
        { "other kind", "kind", "is not a kind of certificate in lines of version 2" },
        { "other field", "counts.rays", "the format has no such field" },
        { "no hyperplane", "line 4, walls", "8 is not between 1 and 7" },
        { "no signed hyperplane", "line 5, crossings", "0 is no signed hyperplane" },
        { "too many images", "line 5, crossings", "3 images where the base has 2 points" },
        { "order not positive", "line 4, order", "a positive number is expected" },
    };

    [Theory]
    [MemberData(nameof(Forgeries))]
    public void What_is_false_is_refused_with_the_place(string forgery, string where, string problem)
    {
        var refused = Assert.IsType<CertificateReport.Refused>(CertificateChecker.Check(Forged(forgery)));
        Assert.StartsWith(where, refused.Where, StringComparison.Ordinal);
        Assert.Contains(problem, refused.Problem, StringComparison.Ordinal);
        Assert.Equal("chamber-orbits", refused.Kind);
    }

    [Theory]
    [InlineData("\"order\":6,\"stab", "\"order\":06,\"stab", "line 2, order", "without leading zeros")]
    [InlineData("\"order\":6,\"stab", "\"order\":\"6\",\"stab", "line 2, order", "is a number, not a text")]
    [InlineData("\"order\":6,\"stab", "\"order\":\"x\",\"stab", "line 2, order", "is not a whole number as it is written here")]
    [InlineData("\"order\":6,\"stab", "\"order\": 6,\"stab", "line 2, order", "a whole number up to 2^53 - 1 is expected")]
    [InlineData("\"order\":6,\"stab", "\"order\":6.0,\"stab", "line 2, stabiliser", "is expected")]
    [InlineData("{\"point\":[1,1,1]", "{\"point\":[1,1,+1]", "line 2, point", "a whole number")]
    [InlineData("{\"point\":[1,1,1]", "{\"point\":[1,1,1e0]", "line 2, point", "',' is expected")]
    [InlineData("{\"point\":[1,1,1]", "{\"point\":[1,1,\"1]", "line 2, ", "")]
    [InlineData("{\"point\":[1,1,1]", "{\"point\":[1,1,-0]", "line 2, point", "a whole number")]
    [InlineData("{\"digest\"", "{\"digets\"", "digets", "the format has no such field")]
    [InlineData("\"chamber-orbits\"", "\"chamber-orbits\",\"kind\":\"x\"", "kind", "the field occurs twice")]
    public void Every_value_has_one_spelling(string correct, string other, string where, string problem)
    {
        var certificate = Certificate("resonance-3");
        var at = certificate.IndexOf(correct, StringComparison.Ordinal);
        var refused = Assert.IsType<CertificateReport.Refused>(CertificateChecker.Check(certificate[..at] + other + certificate[(at + correct.Length)..]));
        Assert.StartsWith(where, refused.Where, StringComparison.Ordinal);
        Assert.Contains(problem, refused.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void The_end_of_the_file_is_part_of_it()
    {
        foreach (var (where, problem, certificate) in Endings())
        {
            Refused(where, problem, certificate);
        }

        var text = Encoding.UTF8.GetBytes(Certificate("resonance-3"));
        text[60] = 0xff;
        Assert.Equal("line 1", Assert.IsType<CertificateReport.Refused>(CertificateChecker.Check(new MemoryStream(text))).Where);
    }

    private static IEnumerable<(string Where, string Problem, string Certificate)> Endings()
    {
        var certificate = Certificate("resonance-3");
        var lines = certificate.TrimEnd('\n').Split('\n');
        yield return ("line 12", "does not match its digest", certificate.Replace("\"digest\":\"", "\"digest\":\"0", StringComparison.Ordinal));
        yield return ("line 13", "the file ends before this line", certificate + "{}\n");
        yield return ("line 12", "the line does not end", certificate.TrimEnd('\n'));
        yield return ("line 12", "the file ends without the line that holds its digest", string.Join('\n', lines[..^1]) + "\n");
        yield return ("line 6", "the file ends here; 10 orbits are announced", string.Join('\n', lines[..5]) + "\n");
        yield return ("line 1", "the line does not end", lines[0]);
        yield return ("line 3", "the record ends before this", certificate.Replace("}\n{\"point\":[-2,1,3]", "}}\n{\"point\":[-2,1,3]", StringComparison.Ordinal));
    }

    /// <summary>What is said about everything false here.</summary>
    internal static IEnumerable<string> Refusals() => Forgeries.Select(row => Forged((string)row[0])).Concat(Endings().Select(ending => ending.Certificate))
        .Select(certificate => ((CertificateReport.Refused)CertificateChecker.Check(certificate)).Problem);

    [Fact]
    public void Numbers_that_machine_words_do_not_hold_are_read_exactly()
    {
        // A point far out in the same chamber; forms with entries beyond 32 and beyond 64 bits.
        var lines = new OrbitLines(Certificate("resonance-3"));
        lines.Orbits[0]["point"] = new JsonArray("9007199254740993", 5, "123456789012345678901234567890");
        Accepted(lines.Sealed());
        lines.Orbits[0]["point"] = new JsonArray("9007199254740993", 5, "-123456789012345678901234567890");
        Refused("line 2, stabiliser", "", lines.Sealed());
        foreach (var scale in new[] { 5_000_000_000, long.MaxValue })
        {
            var arrangement = Arrangement.FromRows(Families.Resonance(3).Rows.Select((row, r) => row.Select(x => (x * scale) + (r == 6 ? 0 : 1))));
            Accepted(ChamberOrbitCertificate.Of(ChamberEnumeration.Of(arrangement)));
        }
    }

    [Fact]
    public void Chambers_that_orbits_on_pairs_do_not_tell_apart_are_told_apart_by_a_search()
    {
        // GL(3, 2) on 7 points is transitive on pairs, so colours see only how many coordinates are positive; lines and triangles are different orbits of triples.
        var root = ClaimReader.Read(Certificate("fano").Split('\n')[0]);
        var forms = CheckedForms.Of(root["arrangement"]);
        var generators = forms.Generators(root["symmetry"]["generators"]);
        var group = CheckedGroup.Of(root["symmetry"], generators, 7, CertificateCheckOptions.Default, default);
        var orbits = new SignOrbits(generators, 1000, default);
        var words = Enumerable.Range(0, 128).Select(bits => string.Concat(Enumerable.Range(0, 7).Select(i => ((bits >> i) & 1) != 0 ? '-' : '+'))).ToArray();
        foreach (var word in words)
        {
            orbits.Add(word);
        }

        static bool[] Sides(string word) => [.. word.Select(sign => sign == '-')];
        Assert.Contains(words.GroupBy(word => group.Invariant(Sides(word))), same => same.Select(orbits.Find).Distinct().Count() > 1);
        foreach (var first in words)
        {
            foreach (var second in words)
            {
                Assert.Equal(orbits.Find(first) == orbits.Find(second), group.AreEquivalent(Sides(first), Sides(second)));
                Assert.True(orbits.Find(first) != orbits.Find(second) || group.Invariant(Sides(first)) == group.Invariant(Sides(second)));
            }
        }
    }

    [Fact]
    public void The_check_has_limits()
    {
        var certificate = Certificate("fano");
        Assert.Contains("cones that the checker lists", Assert.Throws<LimitExceededException>(() => CertificateChecker.Check(certificate, CertificateCheckOptions.Default.WithMaxCones(9))).Message, StringComparison.Ordinal);
        Assert.Contains("pairs of sides", Assert.Throws<LimitExceededException>(() => CertificateChecker.Check(certificate, CertificateCheckOptions.Default.WithMaxImages(50))).Message, StringComparison.Ordinal);
        Assert.Contains("order of the symmetry", Assert.Throws<LimitExceededException>(() => CertificateChecker.Check(certificate, CertificateCheckOptions.Default.WithSymmetryBudget(100))).Message, StringComparison.Ordinal);
        Assert.Throws<OperationCanceledException>(() => CertificateChecker.Check(certificate, cancellationToken: new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Telling_chambers_apart_has_a_limit()
    {
        var root = ClaimReader.Read(Certificate("fano").Split('\n')[0]);
        var generators = CheckedForms.Of(root["arrangement"]).Generators(root["symmetry"]["generators"]);

        // Enough for the order of the group, not for the search that follows.
        var budget = Enumerable.Range(1, 1000).Select(i => 20L * i).First(budget => Enough(budget));
        var group = CheckedGroup.Of(root["symmetry"], generators, 7, CertificateCheckOptions.Default.WithSymmetryBudget(budget), default);
        bool[] line = [true, true, true, false, false, false, false];
        bool[] triangle = [true, true, false, true, false, false, false];
        Assert.Contains("tell chambers apart", Assert.Throws<LimitExceededException>(() => Enumerable.Range(0, 10_000).Count(_ => group.AreEquivalent(line, triangle))).Message, StringComparison.Ordinal);

        bool Enough(long budget)
        {
            try
            {
                CheckedGroup.Of(root["symmetry"], generators, 7, CertificateCheckOptions.Default.WithSymmetryBudget(budget), default);
                return true;
            }
            catch (LimitExceededException)
            {
                return false;
            }
        }
    }

    [Fact]
    public void Without_hyperplanes_or_whole_enumerations_there_is_none()
    {
        Assert.Throws<ArgumentException>(() => ChamberOrbitCertificate.Of(ChamberEnumeration.Of(Arrangement.FromRows(new[] { new[] { (Rational)0 } }))));
        Assert.Throws<ArgumentException>(() => ChamberOrbitCertificate.Of(ChamberEnumeration.Of(Families.Resonance(3), ChamberSearchOptions.Default.WithMaxOrbits(3).WithKeepPartial(true))));
    }

    [Fact]
    public void Few_chambers_are_listed_and_many_go_by_orbits()
    {
        Assert.Equal("chambers", Written(Families.Resonance(3), ChamberCertificateForm.Auto).Kind);
        Assert.Equal("chamber-orbits", Written(Families.Resonance(3), ChamberCertificateForm.Orbits).Kind);
        Assert.Equal("chamber-orbits", Written(Families.Braid(8), ChamberCertificateForm.Auto).Kind);
        Assert.Equal("chambers", Written(Families.Braid(5), ChamberCertificateForm.Listed).Kind);
        Assert.Equal("chambers", Written(Arrangement.FromRows(new[] { new[] { (Rational)0 } }), ChamberCertificateForm.Orbits).Kind);
    }

    private static CertificateReport.Accepted Written(Arrangement arrangement, ChamberCertificateForm form)
    {
        using var stream = new MemoryStream();
        ChamberCertificateForms.Write(ChamberEnumeration.Of(arrangement), form, stream);
        stream.Position = 0;
        return Assert.IsType<CertificateReport.Accepted>(CertificateChecker.Check(stream));
    }

    private static readonly (string What, Action<JsonObject> Change)[] Changes =
    [
        ("point negated", orbit => orbit["point"] = new JsonArray([.. orbit["point"]!.AsArray().Select(x => x!.GetValueKind() == System.Text.Json.JsonValueKind.String ? (JsonNode)(-Cyclotomic.Parse(x.GetValue<string>())).ToString() : -x.GetValue<long>())])),
        ("order", orbit => orbit["order"] = OrbitLines.Number(orbit["order"]) + 1),
        ("first wall left out", orbit => orbit["walls"]!.AsArray().RemoveAt(0)),
        ("last wall left out", orbit => orbit["walls"]!.AsArray().RemoveAt(orbit["walls"]!.AsArray().Count - 1)),
        ("first crossing left out", orbit => orbit["crossings"]!.AsArray().RemoveAt(0)),
        ("first wall twice", orbit => orbit["walls"]!.AsArray().Insert(0, orbit["walls"]![0]!.DeepClone())),
        ("first crossing elsewhere", orbit => orbit["crossings"]![0]![1] = OrbitLines.Number(orbit["crossings"]![0]![1]) == 1 ? 2 : 1),
        ("first crossing of another wall", orbit => orbit["crossings"]![0]![0] = OrbitLines.Number(orbit["crossings"]![0]![0]) + 1),
    ];

    /// <summary>The certificate of a name in <see cref="Forgeries"/>.</summary>
    internal static string Forged(string forgery)
    {
        // 10 orbits under S3, base [1, 2]: line 2 has the stabiliser S3, line 4 the trivial one.
        var lines = new OrbitLines(Certificate("resonance-3"));
        var (header, orbits) = (lines.Header, lines.Orbits);
        JsonNode Crossing(int line, int entry) => orbits[line - 2]["crossings"]![entry]!;
        switch (forgery)
        {
            case "orbit left out":
                // Line 2, in which all sums are positive: later ones move up, what led to it stays where it is, all counts fit.
                orbits.RemoveAt(0);
                foreach (var orbit in orbits)
                {
                    foreach (var crossing in orbit["crossings"]!.AsArray())
                    {
                        crossing![1] = Math.Max(1, OrbitLines.Number(crossing[1]) - 1);
                    }
                }

                lines.Add("chamberOrbits", -1);
                lines.Add("chambers", -1);
                break;
            case "stabiliser too large":
                (orbits[2]["order"], orbits[2]["stabiliser"]) = (2, OrbitLines.Lists([2, 1]));
                lines.Add("chambers", -3);
                break;
            case "stabiliser too small":
                (orbits[0]["order"], orbits[0]["stabiliser"]) = (1, new JsonArray());
                orbits[0]["crossings"] = new JsonArray([.. new[] { 1, 2, 4 }.Select(wall => (JsonNode)new JsonArray(wall, 2, OrbitLines.List(1, 2)))]);
                lines.Add("chambers", 5);
                break;
            case "order of a stabiliser":
                orbits[0]["order"] = 3;
                break;
            case "no element in a stabiliser":
                orbits[0]["stabiliser"] = OrbitLines.Lists([1, 1]);
                break;
            case "crossing to a wrong orbit":
                Crossing(3, 0)[1] = 2;
                break;
            case "crossing to two orbits":
                // Line 4 leads forward to line 5 and, falsely, to it once more.
                Crossing(4, 2)[1] = 4;
                break;
            case "crossing by a wrong element":
                Crossing(5, 0)[2] = OrbitLines.List(1, 2);
                break;
            case "crossing by no element":
                Crossing(5, 0)[2] = OrbitLines.List(1, 1);
                break;
            case "wall left out":
                orbits[2]["walls"]!.AsArray().RemoveAt(0);
                orbits[2]["crossings"]!.AsArray().RemoveAt(0);
                break;
            case "wall exchanged":
                orbits[2]["walls"] = OrbitLines.List(3, 5, 7);
                break;
            case "no walls":
                orbits[2]["walls"] = new JsonArray();
                break;
            case "walls in disorder":
                orbits[2]["walls"] = OrbitLines.List(3, 2, 5);
                break;
            case "wall that is none":
                orbits[2]["walls"] = OrbitLines.List(2, 3, 5, 7);
                break;
            case "wall that is none, crossed":
                orbits[2]["walls"] = OrbitLines.List(2, 3, 5, 7);
                orbits[2]["crossings"]!.AsArray().Add((JsonNode)new JsonArray(7, 1, OrbitLines.List(1, 2)));
                break;
            case "walls that the stabiliser moves":
                orbits[0]["walls"] = OrbitLines.List(1, 2, 3, 4);
                break;
            case "crossing left out":
                orbits[2]["crossings"]!.AsArray().RemoveAt(2);
                break;
            case "crossing twice":
                orbits[2]["crossings"]!.AsArray().Add(Crossing(4, 2).DeepClone());
                break;
            case "symmetry that is not linear":
                lines.Symmetry["generators"]![0] = OrbitLines.List(3, 4, 6, 1, 2, 5, 7);
                break;
            case "group order too small":
                lines.Symmetry["order"] = 5;
                break;
            case "group order too large":
                lines.Symmetry["order"] = 7;
                break;
            case "base too short":
                lines.Symmetry["base"] = OrbitLines.List(1);
                break;
            case "base with a point twice":
                lines.Symmetry["base"] = OrbitLines.List(1, 1);
                break;
            case "base with no point":
                lines.Symmetry["base"] = OrbitLines.List(0, 2);
                break;
            case "doubled orbit":
                // Line 4 once more, under its own number; nothing leads there.
                orbits.Add(orbits[2].DeepClone().AsObject());
                lines.Add("chamberOrbits", 1);
                lines.Add("chambers", 6);
                lines.Add("walls", 9);
                break;
            case "false total":
                lines.Add("chambers", 1);
                break;
            case "false number of walls":
                lines.Add("walls", 1);
                break;
            case "simplicial or not":
                lines.Counts["simplicial"] = false;
                break;
            case "false dimension":
                lines.Add("dimension", 1);
                break;
            case "false lineality":
                lines.Add("lineality", 1);
                break;
            case "false number of rows":
                lines.Add("rows", 1);
                break;
            case "false number of zero rows":
                lines.Add("zeroRows", 1);
                break;
            case "false number of hyperplanes":
                lines.Add("hyperplanes", 1);
                break;
            case "fewer orbits announced":
                lines.Add("chamberOrbits", -1);
                Crossing(3, 0)[1] = 10;
                break;
            case "more orbits announced":
                lines.Add("chamberOrbits", 1);
                break;
            case "no dimension":
                header["arrangement"]!["rows"] = new JsonArray();
                header["arrangement"]!["columns"] = 0;
                lines.Counts["dimension"] = 0;
                break;
            case "point on a wall":
                orbits[2]["point"] = OrbitLines.List(0, 1, 3);
                break;
            case "point in another chamber":
                orbits[2]["point"] = OrbitLines.List(2, 1, 3);
                break;
            case "point with too few entries":
                orbits[2]["point"] = OrbitLines.List(-2, 1);
                break;
            case "other kind":
                header["kind"] = "cones";
                break;
            case "other field":
                lines.Counts["rays"] = 5;
                break;
            case "no hyperplane":
                orbits[2]["walls"]![2] = 8;
                break;
            case "no signed hyperplane":
                Crossing(5, 0)[2] = OrbitLines.List(0, 1);
                break;
            case "too many images":
                Crossing(5, 0)[2] = OrbitLines.List(1, 2, 4);
                break;
            case "order not positive":
                orbits[2]["order"] = 0;
                break;
            default:
                throw new ArgumentException(forgery, nameof(forgery));
        }

        return lines.Sealed();
    }

    private static void Refused(string where, string problem, string certificate)
    {
        var refused = Assert.IsType<CertificateReport.Refused>(CertificateChecker.Check(certificate));
        Assert.StartsWith(where, refused.Where, StringComparison.Ordinal);
        Assert.Contains(problem, refused.Problem, StringComparison.Ordinal);
    }

    private static CertificateReport.Accepted Accepted(string certificate)
    {
        var report = CertificateChecker.Check(certificate);
        Assert.True(report.IsAccepted, report.ToString());
        return (CertificateReport.Accepted)report;
    }

    internal static string Certificate(string name) => ChamberOrbitCertificate.Of(ChamberEnumeration.Of(name switch
    {
        "sumzero-4" => Families.SumZero(4),
        "sumzero-30" => Families.SumZero(30),
        "resonance-3" => Families.Resonance(3),
        "resonance-4" => Families.Resonance(4),
        "resonance-6" => Families.Resonance(6),
        "threshold-6" => Threshold(6),
        "braid-4" => Families.Braid(4),
        "braid-10" => Families.Braid(10),
        "coordinates-40" => Families.Coordinates(40),
        "cyclic-5-L1L2" => Families.Cyclic(5, 1, 2),
        "fano" => Fano(),
        _ => Families.Rational([[1, 2, 3, -1], [0, 5, 1, 1], [7, -3, 2, 4], [1, 1, -6, 2], [2, -9, 4, 3], [8, 1, 1, -5], [3, 3, 7, 1], [-4, 2, 9, 6]]),
    }));

    /// <summary>Forms 1 + Σ ±x_i under all permutations and reflections of the x_i: functions of n variables with a threshold.</summary>
    internal static Arrangement Threshold(int n)
    {
        var signs = Enumerable.Range(0, 1 << n).ToList();
        IEnumerable<int> Moved(Func<int, int> image) => signs.Select(image);
        return Families.Rational(signs.Select(s => Enumerable.Range(-1, n + 1).Select(i => i < 0 || ((s >> i) & 1) == 0 ? 1 : -1))).WithSymmetry(
        [
            Permutation.FromImages(Moved(s => ((s << 1) | (s >> (n - 1))) & ((1 << n) - 1))),
            Permutation.FromImages(Moved(s => (s & ~3) | ((s & 1) << 1) | ((s >> 1) & 1))),
            Permutation.FromImages(Moved(s => s ^ 1)),
        ]);
    }

    /// <summary>Seven coordinates, the nonzero vectors over the field of two elements, under all linear maps of those.</summary>
    private static Arrangement Fano()
    {
        static Permutation Of(Func<int, int> image) => Permutation.FromImages(Enumerable.Range(1, 7).Select(v => image(v) - 1));
        return Arrangement.FromRows(Families.Coordinates(7).Rows).WithSymmetry([Of(v => ((v << 1) | (v >> 2)) & 7), Of(v => v ^ ((v & 1) << 1))]);
    }

    private static IEnumerable<JsonNode> Entries() => JsonNode.Parse(File.ReadAllText(Oracles.File("chambers", "small.json")))!["arrangements"]!.AsArray()!;

    /// <summary>A stream that hands over few bytes at a time and cannot go back.</summary>
    private sealed class Drops(byte[] content) : Stream
    {
        private int _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var length = Math.Min(Math.Min(7, count), content.Length - _at);
            Array.Copy(content, _at, buffer, offset, length);
            _at += length;
            return length;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
