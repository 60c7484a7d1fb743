using Eqnn.Algebra.Groups;
using Eqnn.Algebra.GSets;
using Eqnn.Networks.Files;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.Records.Groups;

namespace Eqnn.Networks.Tests.Files;

/// <summary>What network files and sidecars say of groups: nothing that another machine does not have, and no name of another group.</summary>
public sealed class GroupNotationTests
{
    [Theory]
    [InlineData("""{"degree": 4, "generators": [[2, 3, 4, 1], [4, 3, 2, 1]]}""", "perm:(1,2,3,4);(1,4)(2,3)")]
    [InlineData("""{"degree": 6, "generators": ["(1,2,3)", "(1,2)"]}""", "perm:(1,2,3);(1,2)")]
    public void A_group_from_a_file_is_written_by_its_generators(string content, string notation)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, content);
            var group = GroupFile.ReadOrParse("@" + path);
            var network = RandomNetwork.Of(FeatureSpace.ParseList(group, "1*points,2*regular,1*points"), Activation.Relu);
            var text = NetworkJson.Write(network);
            Assert.DoesNotContain(Path.GetFileName(path), text, StringComparison.Ordinal);
            Assert.Contains(notation, text, StringComparison.Ordinal);
            File.Delete(path);
            var back = NetworkJson.Read(text);
            Assert.Equal(group.Generators, back.Group.Generators);
            Assert.Equal(group.Degree, back.Group.Degree);
            var input = Networks.Vector(network.Input.Dimension, 5);
            Assert.Equal(network.Evaluate(input), back.Evaluate(input));
            if (NetworkSidecar.TryWrite(network) is { } sidecar)
            {
                Assert.Contains(notation, sidecar, StringComparison.Ordinal);
                Assert.Equal(group.Generators, NetworkSidecar.Parse(sidecar).Spaces[0].Set.Group.Generators);
            }
            else
            {
                // Two points that nothing moves are in no notation.
                Assert.Equal(6, group.Degree);
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_network_file_refers_to_no_group_file()
    {
        var text = NetworkJson.Write(Networks.Random("C4", "1*points,1*points"));
        var refused = Assert.Throws<AlgebraFormatException>(() => NetworkJson.Read(text.Replace("\"C4\"", "\"@/dev/zero\"", StringComparison.Ordinal), null, "net.json"));
        Assert.Contains("without reference to other files", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("C4", "[[2, 1, 4, 3], [3, 4, 1, 2]]", "that is not C4")]
    [InlineData("C2xC2", "[[2, 3, 4, 1]]", "that is not C2 x C2")]
    [InlineData("D4", "[[2, 3, 4, 1, 6, 7, 8, 5], [5, 8, 7, 6, 3, 2, 1, 4]]", "that is not D4")]
    [InlineData("C6", "[[2, 3, 1, 5, 6, 4], [4, 6, 5, 1, 3, 2]]", "that is not C6")]
    [InlineData("C4xC4", "[[2, 3, 4, 5, 6, 7, 8, 1, 9, 10], [1, 2, 3, 4, 5, 6, 7, 8, 10, 9]]", "that is not C4 x C4")]
    [InlineData("C5", "[[2, 3, 4, 1, 5]]", "order 4, C5 has order 5")]
    public void Generators_of_another_group_of_the_same_order_are_refused(string name, string generators, string said)
    {
        var refused = Assert.Throws<AlgebraFormatException>(() => NetworkSidecar.Parse($$"""{"group": "{{name}}", "generators": {{generators}}, "layers": ["1*points", "1*points"]}"""));
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);

        // A network file gives a name and generators, too.
        var degree = generators.Split(']')[0].Split(',').Length;
        var file = NetworkJson.Write(Networks.Random("C4", "1*trivial,1*trivial")).Replace("\"C4\"", $$"""{"name": "{{name}}", "degree": {{degree}}, "generators": {{generators}}}""", StringComparison.Ordinal);
        Assert.Contains(said, Assert.Throws<AlgebraFormatException>(() => NetworkJson.Read(file)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("C4", "[[3, 4, 2, 1]]")]
    [InlineData("C6", "[[2, 3, 1, 5, 4]]")]
    [InlineData("S3", "[[2, 1, 4, 3, 6, 5], [3, 6, 5, 2, 1, 4]]")]
    [InlineData("D6", "[[1, 3, 2, 4, 5], [2, 3, 1, 4, 5], [1, 2, 3, 5, 4]]")]
    [InlineData("C4xC4", "[[2, 3, 4, 1, 5, 6, 7, 8], [2, 3, 4, 1, 6, 7, 8, 5]]")]
    [InlineData("S6", "[[2, 1, 3, 4, 5, 6], [3, 4, 5, 6, 1, 2], [2, 3, 4, 5, 6, 1]]")]
    public void Generators_of_the_group_are_taken_however_it_acts(string name, string generators)
    {
        var sidecar = NetworkSidecar.Parse($$"""{"group": "{{name}}", "generators": {{generators}}, "layers": ["1*points", "1*points"]}""");
        Assert.Equal(FiniteGroup.Parse(name).Order, sidecar.Spaces[0].Set.Group.Order);
    }

    [Fact]
    public void A_large_group_in_another_action_is_taken_if_its_generators_correspond_and_never_on_trust()
    {
        // S5 of order 120 is compared by search; PSL(2,7) of order 168 by its generators in order, here on its elements.
        var group = FiniteGroup.Parse("PSL(2,7)");
        var regular = GSet.Regular(group).GeneratorActions;
        string Sidecar(IEnumerable<Permutation> images) => $$"""{"group": "PSL(2,7)", "generators": [{{string.Join(", ", images.Select(image => $"[{string.Join(", ", image.Images.Select(x => x + 1))}]"))}}], "layers": ["1*points", "1*points"]}""";
        Assert.Equal(168, NetworkSidecar.Parse(Sidecar(regular)).Spaces[0].Points);
        var refused = Assert.Throws<AlgebraFormatException>(() => NetworkSidecar.Parse(Sidecar(regular.Append(regular[0] * regular[1]))));
        Assert.Contains("it is not known whether the generators generate PSL(2,7)", refused.Message, StringComparison.Ordinal);
    }
}
