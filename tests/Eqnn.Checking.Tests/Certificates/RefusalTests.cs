using System.Numerics;
using System.Text.Json.Nodes;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Checking.Fans;
using Eqnn.Checking.Reading;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Arrangements;
using Eqnn.PiecewiseLinear.Separation;
using Eqnn.Records.Certificates;
using Xunit;

namespace Eqnn.Checking.Tests.Certificates;

/// <summary>A check that never fires is unproved code: for every place at which the checker refuses a certificate, one that is false there.</summary>
/// <remarks>Digests are made fresh, so only the claim itself can give it away. A test reads the messages off the sources: a new check without a case here fails.</remarks>
public sealed class RefusalTests
{
    internal static readonly Dictionary<string, Lazy<string>> Sources = new()
    {
        ["C4 L1 L1"] = new(() => MapCertificateTests.Certificate("C4", "L1", "L1", "regular", isotypic: false)),
        ["C4 L1 L2"] = new(() => MapCertificateTests.Certificate("C4", "L1", "L2", "regular", isotypic: false)),
        ["C4 L2 L1"] = new(() => File.ReadAllText(Path.Combine(Testing.Oracles.Repository(), "tests", "cases", "forgeries", "true-none.json"))),
        ["S3 2 copies"] = new(() => MapCertificateTests.Certificate("S3", "L2", "L1", "regular", isotypic: true)),
        ["S3 points"] = new(() => MapCertificateTests.Certificate("S3", "L2", "L2", "points", isotypic: false)),
        ["S4 points"] = new(() => MapCertificateTests.Certificate("S4", "standard", "standard", "points", isotypic: false)),
        ["resonance-3"] = new(() => ChamberCertificateTests.Certificate("resonance-3")),
        ["braid-4"] = new(() => ChamberCertificateTests.Certificate("braid-4")),
        ["empty"] = new(() => ChamberCertificateTests.Certificate("empty")),
        ["told apart"] = new(() => Separation(isEqual: false, [0, 1, 2, 5], [0, 1, 2, 7])),
        ["told apart at points"] = new(() => Separation(isEqual: false, [0, 1, 2, 5], [0, 2, 1, 5], onPoints: true)),
        ["not told apart"] = new(() => Separation(isEqual: true, [0, 1, 2, 5], [4, 3, 2, -1])),
    };

    private static readonly Case[] Cases =
    [
        new("a fan is missing", "C4 L1 L1", root => root.Remove("fan"), "sourceMatrices", "stands without the fan it speaks of"),
        new("a witness where nothing exists", "C4 L2 L1", root => Record(root, "verdict").Add("witness", new JsonObject()), "verdict", "has no witness: exists is false"),
        new("an obstruction beside a witness", "C4 L1 L1", root => Record(root, "verdict").Add("obstruction", new JsonObject()), "verdict", "has no obstruction: exists is true"),
        new("an unknown field deep inside", "resonance-3", root => Item(root, "chamberOrbits", 1).Insert(0, "colour", 3), "chamberOrbits[1].colour", "the format has no such field"),
        new("a missing field deep inside", "resonance-3", root => Item(root, "chamberOrbits", 1).Remove("size"), "chamberOrbits[1].size", "the field is missing"),
        new("a missing digest", "resonance-3", root => Item(root, "chamberOrbits", 1).Remove("digest"), "chamberOrbits[1].digest", "the field is missing"),
        new("a record for a list", "resonance-3", root => root["rays"] = new JsonObject(), "rays", "a list is expected"),
        new("a list for a record", "resonance-3", root => root["counts"] = new JsonArray(), "counts", "a record is expected"),
        new("a text for a truth", "resonance-3", root => Record(root, "counts")["simplicial"] = "true", "counts.simplicial", "true or false is expected"),
        new("a number for a text", "resonance-3", root => root["solver"] = 3, "solver", "a text is expected"),
        new("a sentence for a label", "C4 L1 L1", root => Record(root, "target")["label"] = "L1 exists; on the", "target.label", "is no label of a simple"),
        new("a name with a quotation mark", "C4 L1 L1", root => Record(root, "group")["name"] = "C4\" proved", "group.name", "is no name"),
        new("a text version", "empty", root => root["version"] = "1", "version", "a number is expected"),
        new("another version", "empty", root => root["version"] = 3, "version", "version 3 is not known"),
        new("a producer in version 1", "C4 L1 L1", root => root.Insert(3, "producer", "eqnn 1"), "version", "names no producer, which stands in certificates of version 2"),
        new("version 2 without a producer", "empty", root => root["version"] = 2, "producer", "the field is missing"),
        new("a producer that is no name", "told apart", root => { root["version"] = 2; root["producer"] = "eqnn\n1"; }, "producer", "is no name"),
        new("another kind", "empty", root => root["kind"] = "graph", "kind", "is not a kind of certificate"),
        new("another format", "empty", root => root["format"] = "eqnn-network-1", "format", "this is no certificate of eqnn"),

        new("more zero rows", "empty", root => Record(root, "counts")["zeroRows"] = 2, "counts.zeroRows", "the certificate says 2, the check finds 1"),
        new("a shorter row", "resonance-3", root => Record(root, "arrangement")["rows"]![0]!.AsArray().RemoveAt(0), "arrangement.rows[0]", "2 entries where 3 are expected"),
        new("an unreal row", "resonance-3", root => Record(root, "arrangement")["rows"]![0]![0] = "E(4)", "arrangement.rows[0][0]", "E(4) is not real"),
        new("a number that is none", "resonance-3", root => Record(root, "arrangement")["rows"]![0]![0] = "one", "arrangement.rows[0][0]", "is not an exact number in normal form"),
        new("a row that moves twice", "resonance-3", root => Generator(root, 0)[0] = (int)Generator(root, 0)[1]!, "symmetry.generators[0]", "not a signed permutation of the rows"),
        new("a motion that is not linear", "resonance-3", root => (Generator(root, 0)[0], Generator(root, 0)[1]) = (Copy(Generator(root, 0)[1]), Copy(Generator(root, 0)[0])), "symmetry.generators[0]", "no linear map moves the rows so"),
        new("a larger order", "resonance-3", root => Record(root, "symmetry")["order"] = 1000, "symmetry.order", "the certificate says 1000, the generators induce"),
        new("a smaller order", "resonance-3", root => Record(root, "symmetry")["order"] = 2, "symmetry.order", "the generators induce more than 2 linear maps"),
        new("a vector on no ray", "braid-4", root => root["rays"]![0] = new JsonArray("1", "2", "4", "9"), "rays[0]", "do not meet in a line: it is no ray"),
        new("a ray twice", "braid-4", root => root["rays"]![1] = Copy(root["rays"]![0]), "rays[1]", "the same ray as 1"),
        new("a ray twice in a chamber", "braid-4", root => Item(root, "chamberOrbits", 0)["rays"]!.AsArray().Add(Copy(Item(root, "chamberOrbits", 0)["rays"]![0])), "chamberOrbits[0].rays", "a ray occurs twice"),
        new("a chamber without hyperplanes with rays", "empty", root => (Item(root, "chamberOrbits", 0)["signs"]) = "+", "chamberOrbits[0].rays", "without hyperplanes there is one chamber, without rays"),
        new("rays of no chamber", "resonance-3", root => Item(root, "chamberOrbits", 0)["rays"] = All(root), "chamberOrbits[0].rays", "these rays lie in no common chamber"),
        new("signs of another chamber", "resonance-3", root => Item(root, "chamberOrbits", 0)["signs"] = Flipped(Item(root, "chamberOrbits", 0)["signs"]!), "chamberOrbits[0].signs", "the sum of the rays has the signs"),
        new("a ray left out", "S4 points", root => Item(Record(root, "fan"), "chamberOrbits", 1)["rays"]!.AsArray().RemoveAt(0), "fan.chamberOrbits[1].rays", "ends at no listed ray: rays are missing"),
        new("another wall", "resonance-3", root => Item(root, "chamberOrbits", 0)["walls"]![0] = 1 + ((int)Item(root, "chamberOrbits", 0)["walls"]![0]! % 7), "chamberOrbits[0].walls[0]", "the facets of the rays lie on the hyperplanes"),
        new("an orbit twice", "resonance-3", root => root["chamberOrbits"]!.AsArray().Add(Copy(root["chamberOrbits"]![0])), "chamberOrbits", "this chamber lies in the orbit of chamberOrbits[0]"),
        new("an orbit left out", "resonance-3", root => root["chamberOrbits"]!.AsArray().RemoveAt(2), "counts.chambers", "the check finds"),
        new("an orbit left out, counts made to fit", "resonance-3", WithoutOrbit, "chamberOrbits", "is not listed"),
        new("no chamber", "empty", WithoutChambers, "chamberOrbits", "there is no chamber"),
        new("a stabiliser too large", "resonance-3", root => Item(root, "chamberOrbits", 0)["stabiliserOrder"] = 99, "chamberOrbits[0].stabiliserOrder", "the certificate says 99"),
        new("a ray orbit twice", "resonance-3", root => root["rayOrbits"]!.AsArray().Add(Copy(root["rayOrbits"]![0])), "rayOrbits", "a ray of an orbit before"),
        new("a ray orbit left out", "resonance-3", WithoutRayOrbit, "rays[", "no listed orbit of rays holds this one"),
        new("a ray of no listed chamber", "braid-4", WithUnusedRay, "rays[", "no listed chamber has this ray"),
        new("simplicial", "S4 points", root => Record(Record(root, "fan"), "counts")["simplicial"] = true, "fan.counts.simplicial", "the rays of the representatives say otherwise"),
        new("walls", "resonance-3", root => Record(root, "counts")["walls"] = 17, "counts.walls", "the certificate says 17"),

        new("a smaller group order", "C4 L1 L1", root => Record(root, "group")["order"] = 3, "group.order", "claims 3, the generators generate more"),
        new("a larger group order", "C4 L1 L1", root => Record(root, "group")["order"] = 8, "group.order", "the certificate says 8, the check finds 4"),
        new("no permutation", "C4 L1 L1", root => Record(root, "group")["generators"]![0]![0] = 3, "group.generators[0]", "not a permutation: some image occurs twice"),
        new("a representative outside the group", "C4 L1 L1", root => Class(root, 1)["representative"] = new JsonArray(2, 1, 3, 4), "group.classes[1].representative", "not an element of the group"),
        new("a class twice", "C4 L1 L1", root => Class(root, 2)["representative"] = Copy(Class(root, 1)["representative"]), "group.classes[2].representative", "an element of a class before"),
        new("the identity not first", "C4 L1 L1", root => (Class(root, 0)["representative"], Class(root, 1)["representative"]) = (Copy(Class(root, 1)["representative"]), Copy(Class(root, 0)["representative"])), "group.classes", "the first class is that of the identity"),
        new("a class left out", "C4 L1 L1", root => Record(root, "group")["classes"]!.AsArray().RemoveAt(3), "group.classes", "the classes listed do not cover the group"),

        new("another type", "C4 L1 L1", root => Record(root, "source")["type"] = "R", "source.type", "the Frobenius-Schur indicator of the constituent says C"),
        new("another character", "C4 L1 L1", root => Record(root, "source")["character"]![1] = "3", "source.character[1]", "the constituent gives -2"),
        new("another dimension", "C4 L1 L1", root => Record(root, "source")["dimension"] = 1, "source.dimension", "the character is 2 at the identity"),
        new("another kernel", "C4 L1 L1", root => Record(root, "source")["kernelOrder"] = 2, "source.kernelOrder", "the certificate says 2, the check finds 1"),
        new("a negative degree", "C4 L1 L1", root => Record(root, "source")["constituent"]![0] = "-1", "source.constituent[0]", "a character is positive at the identity"),
        new("a value of another field", "C4 L1 L1", root => Record(root, "source")["constituent"]![2] = "E(5)", "source.constituent[2]", "no sum of roots of unity of the order of the class"),
        new("another norm", "C4 L1 L1", root => Record(root, "source")["constituent"]![1] = "2", "source.constituent", "that of an irreducible character 1"),
        new("no central character", "S3 points", root => Record(root, "source")["constituent"]![2] = "1", "source.constituent[", "the central character does not respect the product of classes"),
        new("no linear character", "C4 L1 L1", root => Record(root, "source")["constituent"]![2] = "-1", "source.constituent[", "is not the product of the values at generator 1 and class"),
        new("a linear character of degree 2", "C4 L1 L1", root => Record(root, "source")["constituent"] = new JsonArray("2", "0", "0", "0"), "source.constituent[0]", "the value at 1 of a linear character is 1"),

        new("exists against the kernels", "C4 L2 L1", root => { root["verdict"] = Copy(Parse("C4 L1 L1")["verdict"]); }, "verdict.exists", "some element acts trivially on the source and not on the target"),
        new("none against the kernels", "C4 L1 L1", root => { root["verdict"] = Copy(Parse("C4 L2 L1")["verdict"]); }, "verdict.exists", "the kernel of the source lies in that of the target"),
        new("a linear map between different simples", "C4 L1 L2", root => Record(root, "verdict")["linearExists"] = true, "verdict.linearExists", "linear maps exist iff the characters are equal (Schur)"),
        new("an obstruction outside the group", "C4 L2 L1", root => Obstruction(root)["element"] = new JsonArray(2, 1, 3, 4), "verdict.obstruction.element", "not an element of the group"),
        new("an obstruction in another class", "C4 L2 L1", root => Obstruction(root)["class"] = 1, "verdict.obstruction.class", "the element lies in class 2"),
        new("an element that is no obstruction", "C4 L2 L1", root => { Obstruction(root)["element"] = new JsonArray(1, 2, 3, 4); Obstruction(root)["class"] = 1; }, "verdict.obstruction.element", "it does not act trivially on the source and nontrivially on the target"),
        new("another sum over the kernel", "C4 L2 L1", root => Obstruction(root)["kernelSum"] = "1", "verdict.obstruction.kernelSum", "the sum of the target's character over the kernel of the source is 0"),
        new("a bias that is not real", "C4 L1 L1", root => Witness(root)["bias"] = "E(4)", "verdict.witness.bias", "not real"),
        new("another point", "C4 L1 L1", root => Witness(root)["pointByClass"]![1] = "1/3", "verdict.witness.pointByClass[1]", "the coordinate of P e_1 at this class is"),
        new("a bias too large", "C4 L1 L1", root => Witness(root)["bias"] = "7", "verdict.witness.bias", "must lie above the bias"),
        new("a bias too small", "C4 L1 L1", root => Witness(root)["bias"] = "-7", "verdict.witness.bias", "must lie at most at the bias"),
        new("another value", "C4 L1 L1", root => Witness(root)["valueAtIdentity"] = "1", "verdict.witness.valueAtIdentity", "the value is"),

        new("matrices of no representation", "C4 L1 L1", root => Record(root, "sourceMatrices")["generators"]![0]![0]![0] = "1", "sourceMatrices.generators[0]", "the matrices are no representation"),
        new("matrices of another representation", "S3 points", root => Record(root, "targetMatrices")["generators"] = new JsonArray(Identity(2), Identity(2)), "targetMatrices", "the traces are no multiple of the character of"),
        new("several copies of the target", "S3 points", root => Doubled(Record(root, "targetMatrices")), "targetMatrices", "the traces are those of several copies"),
        new("another number of copies", "S3 2 copies", root => Record(root, "sourceMatrices")["copies"] = 1, "sourceMatrices.copies", "the certificate says 1, the check finds 2"),
        new("a larger dimension", "C4 L1 L1", root => Record(root, "mapSpace")["dimension"] = 9, "mapSpace.dimension", "the basis has"),
        new("a map twice", "C4 L1 L1", root => { var basis = Record(root, "mapSpace")["basis"]!.AsArray(); basis[1] = Copy(basis[0]); }, "mapSpace.basis", "the elements are linearly dependent"),
        new("a map left out", "C4 L1 L1", root => { Record(root, "mapSpace")["basis"]!.AsArray().RemoveAt(0); Record(root, "mapSpace")["dimension"] = (int)Record(root, "mapSpace")["dimension"]! - 1; }, "mapSpace.dimension", "the equations across the walls have rank"),
        new("a value that is not fixed", "S4 points", root => Item(Record(root, "mapSpace"), "basis", 0)["valuesOnRayOrbits"]![0] = new JsonArray("17", "3", "5"), "mapSpace.basis[0].valuesOnRayOrbits", "the map is not equivariant"),
        new("another matrix on a chamber", "C4 L1 L1", root => Item(Record(root, "mapSpace"), "basis", 0)["chamberMatrices"]![0]![0]![0] = "17", "mapSpace.basis[0].chamberMatrices", "the matrix does not send ray"),
        new("a fan in more columns", "S3 points", Widened, "fan.arrangement.columns", "the rows of the fan are forms on the source, of dimension"),
        new("a fan of lower rank", "C4 L1 L1", root => root["fan"] = FanOf("""{"vectors": [[1, 0], [-1, 0]], "symmetry": {"degree": 2, "generators": [[2, 1]]}}"""), "fan.counts.lineality", "the rows do not span the dual of the source"),
        new("matrices that move the rows otherwise", "C4 L1 L1", root => Record(Record(root, "fan"), "symmetry")["generators"]![0] = Inverse(Generator(Record(root, "fan"), 0)), "fan.symmetry.generators[0]", "the matrix of the generator does not move the rows so"),
        new("linear dimension", "C4 L1 L1", root => Record(root, "mapSpace")["linearDimension"] = 9, "mapSpace.linearDimension", "the certificate says 9"),
        new("one layer", "C4 L1 L1", root => Record(root, "mapSpace")["oneLayerDimension"] = 9, "mapSpace.oneLayerDimension", "the certificate says 9"),

        new("no channels", "told apart", root => root["inputs"]![0] = new JsonArray(), "inputs", "both inputs need equally many channels, at least one"),
        new("no hidden set", "told apart", root => root["sets"]!.AsArray().RemoveAt(1), "sets", "an input set, at least one hidden set and an output set are expected"),
        new("colours where inputs are told apart", "not told apart", root => root["separated"] = true, "colours", "the format has no such field"),
        new("a network where all agree", "told apart", root => root["separated"] = false, "network", "the format has no such field"),
        new("a linear activation", "told apart", root => Record(Record(root, "network"), "activation")["below"] = Copy(Record(Record(root, "network"), "activation")["above"]), "network.activation", "two different real slopes are expected"),
        new("two channels in the output", "told apart", root => Item(Record(root, "network"), "layers", 1)["channels"] = 2, "network.layers[1].channels", "one channel is expected in the output"),
        new("another output", "told apart", root => root["outputs"]![0]![0] = "12345", "outputs[0][0]", "the network gives"),
        new("a point at which the outputs agree", "told apart at points", root => root["point"] = 1, "point", "the two outputs agree at this point"),
        new("more values than are computed", "told apart", WithManyValues, "network.layers[0].channels", "too many values"),
        new("biases where there are none", "told apart", root => root["biases"] = false, "network.layers[0].biases", "no biases are expected here"),
        new("a weight that is no integer", "told apart", root => Item(Item(Record(root, "network"), "layers", 0), "weights", 0)["weight"] = "1/2", "network.layers[0].weights[0].weight", "is not a whole number"),
        new("colours without biases", "not told apart", root => root["biases"] = false, "biases", "without biases colours prove less than is said"),
        new("a colour of other sums", "not told apart", root => root["colours"]![0]![0]![0] = Copy(root["colours"]![0]![0]!.AsArray().First(colour => (int)colour! != (int)root["colours"]![0]![0]![0]!)), "colours[0]", "stands at points that see different sums"),
        new("other colours in the end", "not told apart", root => root["colours"]![1]![1]![0] = 2, "colours[1][1][0]", "the colours of the two inputs differ at this point"),
    ];
    public static TheoryData<string> Names() => [.. Cases.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_false_is_refused_at_its_place(string name)
    {
        var c = Cases.Single(c => c.Name == name);
        var root = Parse(c.Source);
        c.Change(root);
        var refused = Assert.IsType<CertificateReport.Refused>(CertificateChecker.Check(Tampering.Sealed(root)));
        Assert.True(refused.Where.StartsWith(c.Where, StringComparison.Ordinal) && refused.Problem.Contains(c.Problem, StringComparison.Ordinal), $"{refused.Where}: {refused.Problem}");
    }

    [Fact]
    public void A_change_after_the_digest_is_refused_where_it_was_made()
    {
        var root = Parse("C4 L1 L1");
        Record(root, "group")["name"] = "C5";
        Assert.Equal(("group", "the content does not match its digest: it was changed after the certificate was written"), Place(CertificateChecker.Check(root.ToJsonString())));
    }

    [Fact]
    public void Another_number_of_chambers_by_deletion_and_restriction_is_refused()
    {
        // No certificate gets so far: the crossings have counted before. So the second count is fed a false number by itself.
        var certificate = Parse("resonance-3");
        Record(certificate, "counts").Remove("zaslavsky");
        var root = ClaimReader.Read(certificate.ToJsonString());
        var refused = Assert.Throws<RefusedException>(() => CheckedFan.CheckCount(root["counts"], CheckedForms.Of(root["arrangement"]), 31, CertificateCheckOptions.Default, [], default));
        Assert.Equal(("counts.chambers", "deletion and restriction count 32"), (refused.Where, refused.Message));
    }

    /// <summary>False certificates of chambers, by what is false.</summary>
    internal static IEnumerable<(string Name, string Certificate)> OfChambers() => Cases.Where(item => item.Source is "resonance-3" or "braid-4").Select(item =>
    {
        var root = Parse(item.Source);
        item.Change(root);
        return (item.Name, Tampering.Sealed(root));
    });

    /// <summary>Texts of the checker that are refusals, by the sources: each stands in a message of some case.</summary>
    [Fact]
    public void Every_refusal_of_the_checker_has_a_case()
    {
        string[] elsewhere = ["deletion and restriction count ", "the content does not match its digest: it was changed after the certificate was written"];
        var folder = Path.Combine(Testing.Oracles.Repository(), "src", "Eqnn.Checking");
        var texts = new[] { "Certificates", "Fans", "Groups", "Maps" }.SelectMany(part => Directory.EnumerateFiles(Path.Combine(folder, part), "*.cs")).Append(Path.Combine(folder, "Reading", "Digests.cs"))
            .SelectMany(File.ReadAllLines)
            .Where(line => (line.Contains("Require(", StringComparison.Ordinal) || line.Contains("Refuse", StringComparison.Ordinal) || line.Contains("() => ", StringComparison.Ordinal)) && !line.Contains("///", StringComparison.Ordinal))
            .SelectMany(Literals)
            .Where(text => text.Contains(' ', StringComparison.Ordinal))
            .ToList();
        Assert.InRange(texts.Count, 50, 300);
        var messages = string.Join('\n', Cases.Select(Message).Concat(ChamberOrbitCertificateTests.Refusals()));
        Assert.DoesNotContain(texts.Except(elsewhere), text => !messages.Contains(text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("resonance-3", "cones that the checker lists", 3, 50_000, 50_000_000, 1_000_000)]
    [InlineData("C4 L1 L1", "group elements that the checker lists", 100, 3, 50_000_000, 1_000_000)]
    [InlineData("C4 L1 L1", "images of points that the checker lists, order times degree", 100, 50_000, 15, 1_000_000)]
    [InlineData("resonance-3", "images that the checker looks up for the order of the symmetry", 100, 50_000, 50_000_000, 20)]
    public void Limits_are_named_before_the_work(string source, string limit, long cones, long order, long images, long symmetry)
    {
        var options = CertificateCheckOptions.Default.WithMaxCones(cones).WithMaxGroupOrder(order).WithMaxImages(images).WithSymmetryBudget(symmetry);
        Assert.Equal(limit, Assert.Throws<LimitExceededException>(() => CertificateChecker.Check(Sources[source].Value, options)).Limit);
    }

    /// <summary>Small files that ask for gigabytes: 43,200 elements on 20,000 points, 80 coordinate rows with all signed permutations, a field of conductor 9699690.</summary>
    [Fact]
    public void What_is_small_to_write_and_large_to_check_is_stopped_at_once()
    {
        var group = Parse("C4 L2 L1");
        Record(group, "group")["order"] = 43_200;
        Record(group, "group")["degree"] = 20_000;
        Record(group, "group")["generators"] = new JsonArray(new JsonArray([.. Enumerable.Range(1, 20_000).Select(i => (JsonNode)i)]));
        Assert.Equal("images of points that the checker lists, order times degree", Assert.Throws<LimitExceededException>(() => CertificateChecker.Check(Tampering.Sealed(group))).Limit);

        var rows = Parse("empty");
        const int n = 80;
        Record(rows, "arrangement")["columns"] = n;
        Record(rows, "arrangement")["rows"] = new JsonArray([.. Enumerable.Range(0, n).Select(i => new JsonArray([.. Enumerable.Range(0, n).Select(j => (JsonNode)(i == j ? "1" : "0"))]))]);
        Record(rows, "symmetry")["generators"] = new JsonArray(
            new JsonArray([.. Enumerable.Range(2, n - 1).Append(1).Select(i => (JsonNode)i)]),
            new JsonArray([.. Enumerable.Range(1, n).Select(i => (JsonNode)(i == 1 ? 2 : i == 2 ? 1 : i))]),
            new JsonArray([.. Enumerable.Range(1, n).Select(i => (JsonNode)(i == 1 ? -1 : i))]));
        foreach (var (count, value) in new[] { ("dimension", n), ("lineality", 0), ("rows", n), ("zeroRows", 0), ("hyperplanes", n) })
        {
            Record(rows, "counts")[count] = value;
        }

        Record(rows, "symmetry")["order"] = 1;
        Assert.Equal(("symmetry.order", "the generators induce more than 1 linear maps"), Place(CertificateChecker.Check(Tampering.Sealed(rows))));
        Record(rows, "symmetry")["order"] = (BigInteger.Pow(2, n) * Enumerable.Range(1, n).Aggregate(BigInteger.One, (product, k) => product * k)).ToString();
        Assert.Equal("images that the checker looks up for the order of the symmetry", Assert.Throws<LimitExceededException>(() => CertificateChecker.Check(Tampering.Sealed(rows), CertificateCheckOptions.Default.WithSymmetryBudget(10_000_000))).Limit);

        // A field of degree 46080: a minute for nine entries.
        var divisions = Parse("empty");
        Record(divisions, "arrangement")["columns"] = 3;
        Record(divisions, "arrangement")["rows"] = new JsonArray([.. new[] { (5, 7), (11, 13), (17, 1) }.Select(pair => new JsonArray([.. new[] { pair.Item1, pair.Item2, 1 }.Select(k => (JsonNode)(Cyclotomic.E(k, 1) + Cyclotomic.E(k, -1)).ToString())]))]);
        var limit = Assert.Throws<LimitExceededException>(() => CertificateChecker.Check(Tampering.Sealed(divisions)));
        Assert.Equal(("steps for exact divisions of the rows", 5L * 9 * 46080 * 46080), (limit.Limit, limit.Raised));

        var field = Parse("empty");
        Record(field, "arrangement")["columns"] = 4;
        Record(field, "arrangement")["rows"] = new JsonArray(new JsonArray([.. new[] { 1001, 17 * 19, 23 * 29, 31 }.Select(k => (JsonNode)(Cyclotomic.E(k, 1) + Cyclotomic.E(k, -1)).ToString())]));
        Assert.Equal("conductor of the field of a certificate", Assert.Throws<LimitExceededException>(() => CertificateChecker.Check(Tampering.Sealed(field))).Limit);
    }

    /// <summary>However many generators a file lists, only those that add something are multiplied out: at most log2 of the order.</summary>
    [Fact]
    public void Many_generators_cost_no_more_than_few()
    {
        var cyclic = Parse("C4 L2 L1");
        var generators = Record(cyclic, "group")["generators"]!.AsArray();
        for (var i = 0; i < 5_000; i++)
        {
            generators.Add(Copy(generators[0]));
        }

        Assert.True(CertificateChecker.Check(Tampering.Sealed(cyclic)).IsAccepted);

        var order = ClaimReader.Read("[5040]")[0];
        Permutation[] two = [Permutation.FromImages([1, 2, 3, 4, 5, 6, 0]), Permutation.FromImages([1, 0, 2, 3, 4, 5, 6])];
        var group = Groups.ListedGroup.Close([.. Enumerable.Range(0, 6_000).Select(i => two[i % 2])], 7, order, default);
        Assert.Equal([0, 1], group.Needed);
        Assert.Equal(two, group.Places.Take(2).Select(place => group.Elements[place]));
        Assert.Equal(6_000, group.Places.Count);
        Permutation[] swaps = [.. Enumerable.Range(0, 6).SelectMany(i => Enumerable.Range(i + 1, 6 - i).Select(j => Permutation.FromCycles(7, [[i, j]])))];
        Assert.InRange(Groups.ListedGroup.Close(swaps, 7, order, default).Needed.Count, 2, 12);
        Assert.Equal("claims 5040, the generators generate more", Assert.Throws<RefusedException>(() => Groups.ListedGroup.Close([Permutation.FromImages([1, 2, 3, 4, 5, 6, 7, 0]), Permutation.FromImages([1, 0, 2, 3, 4, 5, 6, 7])], 8, order, default)).Message);
        Assert.Equal("the certificate says 5040, the check finds 7", Assert.Throws<RefusedException>(() => Groups.ListedGroup.Close([two[0]], 7, order, default)).Message);
    }

    /// <summary>The matrix of a generator that the others generate is that of its element.</summary>
    [Fact]
    public void A_needless_generator_has_the_matrix_of_its_element()
    {
        var root = Parse("C4 L1 L1");
        Record(root, "group")["generators"]!.AsArray().Add(new JsonArray(1, 2, 3, 4));
        foreach (var matrices in new[] { "sourceMatrices", "targetMatrices" })
        {
            Record(root, matrices)["generators"]!.AsArray().Add(Identity(2));
        }

        var fan = Record(root, "fan");
        fan["symmetry"]!["generators"]!.AsArray().Add(new JsonArray([.. Enumerable.Range(1, fan["arrangement"]!["rows"]!.AsArray().Count).Select(i => (JsonNode)i)]));
        Assert.Equal("", Place(CertificateChecker.Check(Tampering.Sealed(root))).Problem);
        Record(root, "sourceMatrices")["generators"]![1]![0]![0] = "-1";
        Assert.Equal(("sourceMatrices.generators[1]", "the matrices are no representation: two words for one element give two matrices"), Place(CertificateChecker.Check(Tampering.Sealed(root))));
    }

    private static string Message(Case c)
    {
        var root = Parse(c.Source);
        c.Change(root);
        return Place(CertificateChecker.Check(Tampering.Sealed(root))).Problem;
    }

    private static (string Where, string Problem) Place(CertificateReport report) => report.Match(accepted => ("", ""), refused => (refused.Where, refused.Problem));

    private static JsonObject Parse(string source) => JsonNode.Parse(Sources[source].Value)!.AsObject();

    private static JsonObject Record(JsonObject root, string name) => root[name]!.AsObject();

    private static JsonObject Item(JsonObject root, string list, int i) => root[list]![i]!.AsObject();

    private static JsonObject Class(JsonObject root, int i) => Item(Record(root, "group"), "classes", i);

    private static JsonArray Generator(JsonObject fan, int i) => fan["symmetry"]!["generators"]![i]!.AsArray();

    private static JsonObject Witness(JsonObject root) => Record(Record(root, "verdict"), "witness");

    private static JsonObject Obstruction(JsonObject root) => Record(Record(root, "verdict"), "obstruction");

    private static JsonNode Copy(JsonNode? node) => node!.DeepClone();

    private static JsonArray All(JsonObject root) => [.. root["rays"]!.AsArray().Select((_, i) => (JsonNode)(i + 1))];

    private static string Flipped(JsonNode signs) => string.Concat(((string)signs!).Select(c => c == '+' ? '-' : '+'));

    private static JsonArray Identity(int n) => [.. Enumerable.Range(0, n).Select(i => new JsonArray([.. Enumerable.Range(0, n).Select(j => (JsonNode)(i == j ? "1" : "0"))]))];

    private static JsonArray Inverse(JsonArray images)
    {
        var inverse = new int[images.Count];
        for (var i = 0; i < inverse.Length; i++)
        {
            inverse[Math.Abs((int)images[i]!) - 1] = (i + 1) * Math.Sign((int)images[i]!);
        }

        return [.. inverse.Select(x => (JsonNode)x)];
    }

    /// <summary>A certificate of two inputs of S4.</summary>
    internal static string SeparationCertificateOf(bool isEqual) => isEqual ? Separation(isEqual: true, [0, 1, 2, 5], [4, 3, 2, -1]) : Separation(isEqual: false, [0, 1, 2, 5], [0, 1, 2, 7]);

    /// <summary>Networks of S4 from the points through the pairs to one number, or back to the points.</summary>
    private static string Separation(bool isEqual, int[] first, int[] second, bool onPoints = false)
    {
        var group = FiniteGroup.Parse("S4");
        var (points, pairs) = (GSet.Points(group), GSet.Subsets(group, 2));
        NetworkInput Input(int[] values) => NetworkInput.Of(points, values.Select(value => (RealCyclotomic)value));
        var architecture = isEqual ? Architecture.Of(points, [pairs]) : Architecture.Of(points, [onPoints ? points : pairs], points);
        return SeparationCertificate.Of(PairSeparation.Of(architecture, Input(first), Input(second)));
    }

    /// <summary>A hidden set of 101 points, a million channels on it.</summary>
    private static void WithManyValues(JsonObject root)
    {
        var set = Item(root, "sets", 1);
        set["size"] = 101;
        set["generators"] = new JsonArray([.. set["generators"]!.AsArray().Select(_ => new JsonArray([.. Enumerable.Range(1, 101).Select(i => (JsonNode)i)]))]);
        Item(Record(root, "network"), "layers", 0)["channels"] = 1_000_000;
    }

    private static JsonObject FanOf(string arrangement)
    {
        var chambers = JsonNode.Parse(ChamberCertificate.Of(ChamberEnumeration.Of(ChamberEntries.ArrangementOf(JsonNode.Parse(arrangement)!))))!.AsObject();
        return new JsonObject(new[] { "arrangement", "symmetry", "counts", "rays", "rayOrbits", "chamberOrbits" }.Select(name => KeyValuePair.Create(name, (JsonNode?)Copy(chambers[name])))) { ["digest"] = "" };
    }

    private static void Doubled(JsonObject matrices)
    {
        var n = (int)matrices["dimension"]!;
        matrices["dimension"] = 2 * n;
        matrices["generators"] = new JsonArray([.. matrices["generators"]!.AsArray().Select(matrix => new JsonArray([.. Enumerable.Range(0, 2 * n).Select(i =>
            new JsonArray([.. Enumerable.Range(0, 2 * n).Select(j => i / n == j / n ? Copy(matrix![i % n]![j % n]) : "0")]))]))]);
    }

    private static void Widened(JsonObject root)
    {
        var fan = Record(root, "fan");
        foreach (var vector in fan["arrangement"]!["rows"]!.AsArray().Concat(fan["rays"]!.AsArray()))
        {
            vector!.AsArray().Add("0");
        }

        Record(fan, "arrangement")["columns"] = (int)Record(fan, "arrangement")["columns"]! + 1;
        Record(fan, "counts")["lineality"] = (int)Record(fan, "counts")["lineality"]! + 1;
    }

    private static void WithoutOrbit(JsonObject root)
    {
        var size = (int)Item(root, "chamberOrbits", 2)["size"]!;
        root["chamberOrbits"]!.AsArray().RemoveAt(2);
        Record(root, "counts")["chambers"] = (int)Record(root, "counts")["chambers"]! - size;
        Record(root, "counts")["chamberOrbits"] = (int)Record(root, "counts")["chamberOrbits"]! - 1;
    }

    private static void WithoutChambers(JsonObject root)
    {
        root["chamberOrbits"] = new JsonArray();
        Record(root, "counts")["chambers"] = 0;
        Record(root, "counts")["chamberOrbits"] = 0;
    }

    private static void WithoutRayOrbit(JsonObject root) => root["rayOrbits"]!.AsArray().RemoveAt(0);

    /// <summary>One more ray: an image of a listed one under the exchange of two coordinates, which is a symmetry of the braid arrangement.</summary>
    private static void WithUnusedRay(JsonObject root)
    {
        var rays = root["rays"]!.AsArray();
        var known = rays.Select(ray => ray!.ToJsonString()).ToHashSet();
        foreach (var ray in rays.ToList())
        {
            for (var i = 0; i < 3; i++)
            {
                for (var j = i + 1; j < 4; j++)
                {
                    var moved = Copy(ray).AsArray();
                    (moved[i], moved[j]) = (Copy(moved[j]), Copy(moved[i]));
                    if (!known.Contains(moved.ToJsonString()))
                    {
                        rays.Add((JsonNode)moved);
                        return;
                    }
                }
            }
        }
    }

    private sealed record Case(string Name, string Source, Action<JsonObject> Change, string Where, string Problem);

    /// <summary>For each string literal of a line its longest part without holes.</summary>
    private static IEnumerable<string> Literals(string line)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != '"')
            {
                continue;
            }

            var parts = new List<string> { "" };
            var depth = 0;
            for (i++; i < line.Length && (depth > 0 || line[i] != '"'); i++)
            {
                depth += line[i] == '{' ? 1 : line[i] == '}' ? -1 : 0;
                if (line[i] is '{' or '}')
                {
                    parts.Add("");
                }
                else if (depth == 0)
                {
                    parts[^1] += line[i];
                }
            }

            yield return parts.MaxBy(part => part.Length)!;
        }
    }
}
