using System.Numerics;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Xunit;

namespace Eqnn.Algebra.Tests.Representations;

public sealed class OrbitalBasisTests
{
    /// <summary>By orbits on pairs, by characters, and pair by pair: an orbital and the next one have no pair in common, and generators keep them.</summary>
    [Theory]
    [InlineData("S4", "points", "subsets:2")]
    [InlineData("C2^4", "points", "points")]
    [InlineData("D5 x C3", "points", "3*points+trivial")]
    [InlineData("A4", "regular", "points+regular")]
    [InlineData("C7:C3", "tuples:2", "points")]
    [InlineData("S3", "points*points", "trivial+trivial")]
    public void Orbitals_are_the_orbits_on_pairs(string name, string on, string to)
    {
        var group = FiniteGroup.Parse(name);
        var (source, target) = (GSet.Parse(group, on), GSet.Parse(group, to));
        var basis = OrbitalBasis.Of(source, target);
        Assert.Equal(OrbitalBasis.CountOf(source, target), basis.Orbitals.Count);
        Assert.Equal(source.Size * target.Size, basis.Orbitals.Sum(orbital => orbital.PairCount));
        var counts = new long[basis.Orbitals.Count];
        for (var x = 0; x < source.Size; x++)
        {
            for (var y = 0; y < target.Size; y++)
            {
                var position = basis.PositionOf(y, x);
                counts[position]++;
                Assert.All(group.Generators, g => Assert.Equal(position, basis.PositionOf(target.Apply(g, y), source.Apply(g, x))));
            }
        }

        Assert.Equal(basis.Orbitals.Select(orbital => orbital.PairCount), counts);
        Assert.All(basis.Orbitals, orbital => Assert.Equal(orbital.Position, basis.PositionOf(orbital.TargetPoint, orbital.SourcePoint)));
        Assert.Equal(basis.Orbitals.OrderBy(orbital => orbital.SourceOrbit).ThenBy(orbital => orbital.TargetPoint), basis.Orbitals);
    }

    /// <summary>Three hundred orbits of two points: a stabiliser of each took all memory.</summary>
    [Fact]
    public void Many_orbits_need_no_stabilisers()
    {
        var set = GSet.Parse(FiniteGroup.Parse("C2^300"), "points");
        Assert.Equal((300 * 299) + 600, OrbitalBasis.Of(set, set).Orbitals.Count);
    }

    [Fact]
    public void Too_many_orbitals_are_refused_before_they_are_listed()
    {
        var group = FiniteGroup.FromGenerators("G", 90_000, [Permutation.Parse("(1,2,3)", 90_000), Permutation.Parse("(1,2)", 90_000)]);
        var set = GSet.Parse(group, "points");
        var limit = Assert.Throws<LimitExceededException>(() => OrbitalBasis.Of(set, set));
        Assert.Contains(FormattableString.Invariant($"orbitals is 4000000, this needs at least {89_998L * 89_998}"), limit.Message, StringComparison.Ordinal);
        Assert.Throws<OperationCanceledException>(() => OrbitalBasis.Of(GSet.Parse(group, "trivial"), set, new CancellationToken(canceled: true)));
    }
}
