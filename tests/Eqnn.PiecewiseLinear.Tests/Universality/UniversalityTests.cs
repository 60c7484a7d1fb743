using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Subgroups;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Universality;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Universality;

public sealed class UniversalityTests
{
    [Theory]
    [InlineData("S4", "points", "cosets:(1,2,3);(1,2)", 4, 4, 5)]
    [InlineData("S4", "points", "cosets:(1,2)", 12, 33, 34)]
    [InlineData("S3", "points", "cosets:(1,2)", 6, 6, 7)]
    [InlineData("D4", "points", "cosets:(2,4)", 4, 7, 8)]
    public void The_first_missed_degree_and_what_is_reached_are_as_computed(string name, string on, string hidden, int degree, int reached, int all)
    {
        var group = FiniteGroup.Parse(name);
        var table = UniversalityTable.Of(GSet.Parse(group, on));
        var wanted = group.ComputeSubgroups().ClassOf(GSet.Parse(group, hidden).Orbits[0].Stabilizer);
        Assert.Equal(new DegreeDeficit(degree, reached, all), table.Sets[wanted.Position].Class.FirstMissed);
    }

    /// <summary>The rank of the Reynolds means themselves, evaluated at random points modulo a prime: another route to the dimensions.</summary>
    [Theory]
    [InlineData("S3", "points")]
    [InlineData("D4", "points")]
    [InlineData("A4", "points")]
    [InlineData("C6", "points+cosets:(1,2,3,4,5,6)")]
    public void Dimensions_are_ranks_of_Reynolds_means_modulo_a_prime(string name, string on)
    {
        const long P = 2147483629;
        var group = FiniteGroup.Parse(name);
        var set = GSet.Parse(group, on);
        var table = UniversalityTable.Of(set, options: UniversalityOptions.Default.WithMaxDegree(5));
        var actions = group.EnumerateElements().Select(set.ActionOf).ToList();
        var random = new Random(11);
        var points = Enumerable.Range(0, 60).Select(_ => Enumerable.Range(0, (int)set.Size).Select(_ => random.NextInt64(P)).ToArray()).ToArray();
        foreach (var known in table.Classes)
        {
            var labels = Enumerable.Range(0, (int)set.Size).ToArray();
            for (var changed = true; changed;)
            {
                changed = false;
                foreach (var g in known.Type.Stabiliser.Generators.Select(set.ActionOf))
                {
                    for (var x = 0; x < labels.Length; x++)
                    {
                        var least = Math.Min(labels[x], labels[g[x]]);
                        changed |= labels[x] != least || labels[g[x]] != least;
                        labels[x] = labels[g[x]] = least;
                    }
                }
            }

            var parts = labels.Distinct().ToArray();
            for (var degree = 1; degree <= (known.FirstMissed?.Degree ?? 4); degree++)
            {
                var rows = Multisets(parts.Length, degree).Select(multiset => points.Select(x => actions.Aggregate(0L, (sum, g) =>
                    (sum + multiset.Aggregate(1L, (product, a) => (long)(UInt128)((UInt128)product * (UInt128)(Enumerable.Range(0, labels.Length).Where(j => labels[j] == parts[a]).Aggregate(0L, (s, j) => (s + x[g[j]]) % P)) % P))) % P)).ToArray()).ToArray();
                var all = Multisets((int)set.Size, degree).Select(multiset => points.Select(x => actions.Aggregate(0L, (sum, g) => (sum + multiset.Aggregate(1L, (product, j) => (long)(UInt128)((UInt128)product * (UInt128)x[g[j]] % P))) % P)).ToArray()).ToArray();
                var (reached, molien) = (Rank(rows, P), Rank(all, P));
                if (known.FirstMissed is { } missed && missed.Degree == degree)
                {
                    Assert.Equal((missed.Reached, missed.All), (reached, molien));
                }
                else
                {
                    Assert.Equal(molien, reached);
                }
            }
        }
    }

    [Fact]
    public void The_smallest_sets_are_found()
    {
        var group = FiniteGroup.Parse("S4");
        var table = UniversalityTable.Of(GSet.Points(group));
        Assert.Equal(24, table.SmallestUniversal.Points);
        Assert.Equal(4, table.SmallestSeparating!.Points);
        Assert.True(table.SmallestSeparating.IsProvedSmallest);
        var cyclic = FiniteGroup.Parse("C4");
        Assert.Equal(1, UniversalityTable.Of(GSet.OnePoint(cyclic)).SmallestUniversal.Points);
    }

    [Theory]
    [InlineData("D6", "regular")]
    [InlineData("A4", "regular")]
    [InlineData("PSL(2,5)", "points")]
    [InlineData("C2xC6", "regular")]
    [Trait("speed", "slow")]
    public void Up_to_twelve_points_every_separation_is_decided(string name, string on)
    {
        var table = UniversalityTable.Of(GSet.Parse(FiniteGroup.Parse(name), on));
        Assert.All(table.Classes, known => Assert.NotNull(known.Separates));
    }

    [Fact]
    public void Equivariant_outputs_miss_something_earlier()
    {
        var group = FiniteGroup.Parse("S3");
        var x = GSet.Points(group);
        var (invariant, equivariant) = (UniversalityTable.Of(x), UniversalityTable.Of(x, x));
        Assert.All(invariant.Classes.Zip(equivariant.Classes), pair =>
        {
            Assert.Equal(pair.First.IsUniversal, pair.Second.IsUniversal);
            Assert.True(pair.First.FirstMissed is null || pair.Second.FirstMissed!.Degree <= pair.First.FirstMissed.Degree);
        });
        Assert.Throws<ArgumentException>(() => UniversalityTable.Of(x, GSet.Points(FiniteGroup.Parse("S3"))));
    }

    private static IEnumerable<int[]> Multisets(int points, int size, int least = 0) =>
        size == 0 ? [[]] : Enumerable.Range(least, points - least).SelectMany(first => Multisets(points, size - 1, first).Select(rest => (int[])[first, .. rest]));

    private static int Rank(long[][] rows, long p)
    {
        var rank = 0;
        for (var column = 0; column < rows[0].Length && rank < rows.Length; column++)
        {
            var pivot = Array.FindIndex(rows, rank, row => row[column] != 0);
            if (pivot < 0)
            {
                continue;
            }

            (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
            var inverse = NumberTheory.ModInverse(rows[rank][column], p);
            for (var r = rank + 1; r < rows.Length; r++)
            {
                var factor = (long)((UInt128)rows[r][column] * (UInt128)inverse % (UInt128)p);
                for (var c = column; c < rows[r].Length; c++)
                {
                    rows[r][c] = (long)(((UInt128)rows[r][c] + (UInt128)(p - factor) * (UInt128)rows[rank][c]) % (UInt128)p);
                }
            }

            rank++;
        }

        return rank;
    }
}
