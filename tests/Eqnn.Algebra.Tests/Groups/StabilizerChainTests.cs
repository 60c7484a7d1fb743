using System.Diagnostics;
using System.Numerics;
using Eqnn.Algebra.Chains;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.NormalSubgroups;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Xunit;

namespace Eqnn.Algebra.Tests.Groups;

public sealed class StabilizerChainTests
{
    [Fact]
    public void A_cycle_on_five_thousand_points_is_handled_at_once()
    {
        var cycle = Permutation.FromImages(Enumerable.Range(0, 5000).Select(x => (x + 1) % 5000));
        var watch = Stopwatch.StartNew();
        var chain = StabilizerChain.Of(5000, [cycle]);
        Assert.Equal(5000, chain.Order);
        Assert.True(chain.Contains(cycle.Power(1234)));
        Assert.False(chain.Contains(Permutation.Parse("(1,2)", 5000)));
        var group = FiniteGroup.Parse("C5000");
        Assert.Equal(5000, group.ConjugacyClasses.Count);
        Assert.Equal(group.InverseMap[17], group.PowerMap(-1)[17]);
        Assert.True(watch.ElapsedMilliseconds < 10_000, FormattableString.Invariant($"took {watch.ElapsedMilliseconds} ms"));
    }

    [Theory]
    [InlineData("D500")]
    [InlineData("C2^30")]
    [InlineData("C6 x C10 x C15")]
    [InlineData("C4^3 x D4")]
    [InlineData("S3 wr S6")]
    [InlineData("C2 wr S20")]
    [InlineData("S12 x A9")]
    [InlineData("M24")]
    [InlineData("PSL(2,101)")]
    [InlineData("GL(4,3)")]
    [InlineData("AGL(6,2)")]
    [InlineData("3^{1+4}_+ x Q16")]
    public void Orders_computed_from_generators_are_those_of_theory(string name)
    {
        var group = FiniteGroup.Parse(name);
        var chain = StabilizerChain.Of(group.Degree, group.Generators);
        Assert.Equal(group.Order, chain.Order);
        Assert.Equal(chain.Base, group.Chain.Base);
        Assert.Equal(chain.OrbitSizes, group.Chain.OrbitSizes);
    }

    /// <summary>Commuting generators that move points outside each other's orbits: one relation for each in place of all Schreier generators, and a lattice that has to be seen: (1,2)(3,4) and (1,2)(5,6) have their product in the stabiliser of 1.</summary>
    [Theory]
    [InlineData("(1,2)(3,4);(1,2)(5,6)", 4)]
    [InlineData("(1,2,3,4)(5,6);(5,6)(7,8,9)", 24)]
    [InlineData("(1,2,3,4);(1,3)(2,4)(5,6);(1,4,3,2)(5,6)", 8)]
    [InlineData("(1,2,3,4,5,6)(7,8,9);(1,3,5)(2,4,6)(7,9,8);(1,4)(2,5)(3,6)(10,11)", 12)]
    public void Chains_of_commuting_generators_are_proved_by_their_relations(string generators, int order)
    {
        var list = generators.Split(';').Select(text => Permutation.Parse(text, 11)).ToList();
        var elements = new HashSet<Permutation> { Permutation.Identity(11) };
        for (var queue = new Queue<Permutation>(elements); queue.TryDequeue(out var g);)
        {
            foreach (var next in list.Select(s => s * g).Where(elements.Add))
            {
                queue.Enqueue(next);
            }
        }

        var chain = StabilizerChain.Of(11, list);
        Assert.Equal(order, elements.Count);
        Assert.Equal(order, chain.Order);
        Assert.All(elements, g => Assert.True(chain.Contains(g)));
    }

    [Fact]
    public void Giants_are_recognised_from_any_generators()
    {
        var a = Permutation.FromImages(Enumerable.Range(0, 60).Select(x => x * 7 % 61 == 0 ? 60 : x).Select((x, i) => (i + 1) % 60));
        var s60 = FiniteGroup.FromGenerators("giant", 60, [a, Permutation.Parse("(1,2)", 60)]);
        Assert.Equal(FiniteGroup.Parse("S60").Order, s60.Order);
        var a61 = FiniteGroup.FromGenerators("giant", 61, FiniteGroup.Parse("A61").Generators.Select(g => g.ConjugateBy(Permutation.Parse("(1,61)(2,50)", 61))));
        Assert.Equal(FiniteGroup.Parse("A61").Order, a61.Order);
        Assert.True(a61.IsSimple());
    }

    [Fact]
    public void Groups_that_are_no_giants_are_not_taken_for_one()
    {
        // Transitive, degree at least 8, rich in long cycles: PSL(2,p), AGL(1,p), M24, wreath products.
        foreach (var name in new[] { "PSL(2,13)", "PGL(2,23)", "AGL(1,11)", "M11", "M12", "M23", "M24", "S5 wr C2", "C2 wr S7", "AGL(3,2)", "PSL(3,4)" })
        {
            var group = FiniteGroup.Parse(name);
            Assert.Equal((GroupKind.General, (BigInteger?)null), GiantRecognition.Recognise(group.Degree, group.RawGenerators()));
        }
    }

    [Fact]
    public void A_wrong_order_given_as_a_theorem_is_noticed()
    {
        int[][] generators = [[1, 2, 3, 0]];
        Assert.Throws<CertificateException>(() => StabilizerChain.Of(4, generators, 8, CancellationToken.None));
        Assert.Throws<CertificateException>(() => StabilizerChain.Of(4, generators, 2, CancellationToken.None));
    }

    [Fact]
    public void The_empty_list_generates_the_trivial_group()
    {
        var chain = StabilizerChain.Of(3, []);
        Assert.Equal(1, chain.Order);
        Assert.Empty(chain.Base);
        Assert.True(chain.Contains(Permutation.Identity(3)));
        Assert.False(chain.Contains(Permutation.Parse("(1,2)", 3)));
        Assert.False(chain.Contains(Permutation.Identity(4)));
        Assert.Single(FiniteGroup.FromGenerators("trivial", 3, []).ConjugacyClasses);
    }

    [Fact]
    public void Work_can_be_cancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var group = FiniteGroup.Parse("S5 x S5");
        Assert.Throws<OperationCanceledException>(() => StabilizerChain.Of(group.Degree, group.Generators, source.Token));
        Assert.Throws<OperationCanceledException>(() => group.ComputeConjugacyClasses(null, source.Token));
        Assert.Equal(49, group.ConjugacyClasses.Count);
    }

    /// <summary>By generators that are far from random, too; and groups all of whose elements have cycles of one length are none.</summary>
    [Fact]
    public void Symmetric_and_alternating_groups_are_recognised_in_every_degree()
    {
        for (var n = 8; n <= 48; n++)
        {
            Permutation Cycle(params int[] points) => Permutation.FromCycles(n, [points]);
            var all = Cycle([.. Enumerable.Range(0, n)]);
            var three = Cycle(0, 1, n - 1);
            Assert.Equal(GroupKind.Symmetric, FiniteGroup.FromGenerators("G", n, [all, Cycle(0, 1)]).Kind);
            Assert.Equal(n % 2 == 0 ? GroupKind.Symmetric : GroupKind.Alternating, FiniteGroup.FromGenerators("G", n, [three, all]).Kind);
            Assert.Equal(n % 2 == 0 ? GroupKind.Alternating : GroupKind.Symmetric, FiniteGroup.FromGenerators("G", n, [three, Cycle([.. Enumerable.Range(0, n - 1)])]).Kind);
            Assert.Equal(GroupKind.General, FiniteGroup.FromGenerators("G", n, [all, Permutation.FromImages(Enumerable.Range(0, n).Select(x => n - 1 - x))]).Kind);
        }
    }
}
