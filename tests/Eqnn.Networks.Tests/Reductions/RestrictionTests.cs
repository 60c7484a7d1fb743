using Eqnn.Algebra.Groups;
using Eqnn.Networks.Files;
using Eqnn.Networks.Plans;
using Eqnn.Networks.Reductions;
using Eqnn.Networks.Reports;

namespace Eqnn.Networks.Tests.Reductions;

/// <summary>A network restricted to a subgroup computes the same numbers, with the weights of that group.</summary>
public sealed class RestrictionTests
{
    [Theory]
    [InlineData("C8", "2*regular,3*regular,1*trivial", "(1,3,5,7)(2,4,6,8)")]
    [InlineData("D6", "1*points,4*points,1*points", "(1,2,3,4,5,6)")]
    [InlineData("S4", "2*points,3*subsets:2,1*trivial", "(1,2)(3,4);(1,3)(2,4)")]
    [InlineData("S20", "2*points,3*points,1*points", "(1,2,3)")]
    [InlineData("S3", "1*regular,2*regular,1*points", "()")]
    public void Numbers_stay_and_weights_become_more(string name, string layers, string generators)
    {
        var network = Networks.Random(name, layers, "tanh");
        var group = network.Group;
        var subgroup = group.Subgroup([.. generators.Split(';').Select(word => Eqnn.Numbers.Permutations.Permutation.Parse(word, System.Globalization.CultureInfo.InvariantCulture)).Select(p => Padded(p, group.Degree))]);
        var restricted = NetworkRestriction.To(network, subgroup);
        var vector = Networks.Vector(network.Input.Dimension, 2);
        Assert.All(network.Evaluate(vector).Zip(restricted.Evaluate(vector)), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        Assert.True(restricted.ParameterCount > network.ParameterCount);
        Assert.Equal(subgroup.Order, restricted.Group.Order);
        Assert.True(EquivarianceCheck.Of(restricted).Worst < 1e-12);
        var text = NetworkJson.Write(restricted);
        Assert.Equal(text, NetworkJson.Write(NetworkJson.Read(text)));
    }

    [Fact]
    public void What_is_no_subgroup_is_refused() =>
        Assert.Throws<ArgumentException>(() => NetworkRestriction.To(Networks.Random("C6", "1*regular,1*regular"), FiniteGroup.Parse("S6")));

    private static Eqnn.Numbers.Permutations.Permutation Padded(Eqnn.Numbers.Permutations.Permutation p, int degree) =>
        Eqnn.Numbers.Permutations.Permutation.FromImages(Enumerable.Range(0, degree).Select(x => x < p.Degree ? p[x] : x));
}
