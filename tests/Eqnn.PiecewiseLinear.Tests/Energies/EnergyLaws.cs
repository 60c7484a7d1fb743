using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Energies;
using Eqnn.PiecewiseLinear.Interaction;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Energies;

/// <summary>Energies by other routes: Monte Carlo, moment sums for the zeros, harmonics for large cyclic groups, closed forms.</summary>
public sealed class EnergyLaws
{
    public static TheoryData<string, string, string> Cases => new()
    {
        { "C8", "regular", "relu" },
        { "C8", "regular", "leaky-relu" },
        { "S3", "points+regular", "abs" },
        { "C5", "regular", "hardtanh" },
        { "D4", "points", "relu-bias" },
        { "C6", "regular", "hardsigmoid" },
        { "C5", "regular", "hardswish" },
        { "C6", "regular", "elu" },
        { "C5", "regular", "selu" },
        { "C6", "regular", "celu" },
        { "C6", "regular", "celu:2" },
        { "C5", "regular", "elu:1/3" },
        { "S3", "points", "gelu" },
        { "C6", "regular", "silu" },
        { "D4", "points", "softplus" },
        { "S3", "points", "logsigmoid" },
        { "C6", "regular", "gauss" },
        { "S3", "points", "tanh" },
        { "C6", "regular", "arctan" },
        { "S3", "points", "softsign" },
        { "C6", "regular", "sigmoid" },
        { "S3", "points", "mish" },
        { "C6", "regular", "exp" },
        { "C5", "regular", "sin" },
        { "C6", "regular", "cos" },
        { "C5", "regular", "square" },
        { "D4", "points+regular", "poly:t^3 - 1/2 t + 1" },
        { "S4", "points", "pl:(-2,1) (-1,0) (1/2,0) (1,3)" },
        { "Q8", "regular", "relu6" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Samples_agree_and_zeros_are_those_of_moments(string name, string on, string activation)
    {
        const int Samples = 1500;
        var (decomposition, f) = (Decomposition(name, on), Activation.Parse(activation));
        var graph = InteractionGraph.Of(decomposition, f);
        var flow = EnergyFlow.Of(graph, EnergyOptions.Default.WithDigits(8));
        var random = new Random(7);
        var projectors = graph.Nodes.Select(node => Doubles(decomposition, node.Simple)).ToList();
        foreach (var row in flow.Rows)
        {
            var source = graph.Nodes.ToList().FindIndex(node => node.Simple == row.Source);
            var sums = new double[graph.Nodes.Count];
            var squares = new double[graph.Nodes.Count];
            for (var s = 0; s < Samples; s++)
            {
                var noise = Enumerable.Range(0, (int)decomposition.Set.Size).Select(_ => Normal(random)).ToArray();
                var image = Apply(projectors[source], noise).Select(f.ApproximateAt).ToArray();
                for (var k = 0; k < sums.Length; k++)
                {
                    var energy = Apply(projectors[k], image).Sum(c => c * c);
                    sums[k] += energy;
                    squares[k] += energy * energy;
                }
            }

            for (var k = 0; k < sums.Length; k++)
            {
                var mean = sums[k] / Samples;
                var error = Math.Sqrt(Math.Max((squares[k] / Samples) - (mean * mean), 0) / Samples);
                var expected = row.Shares[k].Share.ToDouble() * row.Total.ToDouble();
                Assert.True(Math.Abs(mean - expected) <= (5.5 * error) + 1e-9, $"{row.Source.Label} -> {row.Shares[k]}: {mean} against {expected}, error {error}");
                Assert.Equal(row.Shares[k].IsZero, VanishesByMoments(decomposition, f, row.Source, row.Shares[k].Target));
            }

            Assert.True((row.Shares.Aggregate(RealInterval.Of(Rational.Zero, row.Total.Bits), (sum, share) => sum + share.Share) - RealInterval.Of(Rational.One, row.Total.Bits)).ContainsZero);
        }
    }

    [Fact]
    public void Energies_sum_to_the_closed_form_of_the_whole()
    {
        foreach (var row in EnergyFlow.Of(InteractionGraph.Of(Decomposition("S4", "regular"), Activation.Relu)).Rows)
        {
            var whole = Rational.Of(1, 2) * row.Source.Dimension * Decomposition("S4", "regular").Components.Single(c => c.Simple.Label == row.Source.Label).Multiplicity;
            Assert.True(row.Total.Low <= whole && whole <= row.Total.High && row.Total.Width < Rational.Pow(10, -12));
        }
    }

    [Fact]
    public void Shares_of_a_large_cyclic_group_tend_to_those_of_the_sine()
    {
        // relu(sin x) = 1/π + sin(x)/2 − (2/π) Σ cos(2k x)/(4k² − 1): energies 1/π², 1/8, (2/π²)/(4k²−1)², over 1/4.
        var graph = InteractionGraph.Of(Decomposition("C180", "regular"), Activation.Relu);
        var row = EnergyFlow.Of(graph, sources: [graph.Decomposition.Table.SimpleNamed("L1")]).Rows[0];
        Assert.Equal(4 / (Math.PI * Math.PI), row.Shares[0].Share.ToDouble(), 6);
        Assert.Equal("0.500000000000", row.Shares[1].Text);
        Assert.Equal(8 / (Math.PI * Math.PI * 9), row.Shares[2].Share.ToDouble(), 6);
        Assert.Equal("0", row.Shares[3].Text);
    }

    [Fact]
    public void As_many_digits_as_asked()
    {
        var graph = InteractionGraph.Of(Decomposition("C8", "regular"), Activation.Relu);
        var row = EnergyFlow.Of(graph, EnergyOptions.Default.WithDigits(60), [graph.Decomposition.Table.SimpleNamed("L1")]).Rows[0];
        Assert.StartsWith("0.405505358713904367", row.Shares[0].Text, StringComparison.Ordinal);
        Assert.Equal(62, row.Shares[0].Text.Length);
        var smooth = InteractionGraph.Of(Decomposition("S4", "points"), Activation.Parse("gelu"));
        var (coarse, fine) = (EnergyFlow.Of(smooth).Rows[1], EnergyFlow.Of(smooth, EnergyOptions.Default.WithDigits(18)).Rows[1]);
        Assert.All(coarse.Shares.Zip(fine.Shares), pair => Assert.True(Math.Abs(pair.First.Share.ToDouble() - pair.Second.Share.ToDouble()) < 1e-13));
    }

    [Fact]
    public void Polynomials_have_exact_shares()
    {
        // v in L1 of C3: v² has a third of its energy ... E|v|^4 splits rationally.
        var row = EnergyFlow.Of(InteractionGraph.Of(Decomposition("C3", "regular"), Activation.Parse("square"))).Rows[1];
        Assert.Equal(Cyclotomic.One, row.Shares.Aggregate(Cyclotomic.Zero, (sum, share) => sum + share.Exact!.Value));
        Assert.All(row.Shares, share => Assert.True(share.Exact!.Value.IsRational));
    }

    [Fact]
    public void One_layer_of_the_recursion_is_the_energy_and_zeros_at_depth_are_those_of_the_bound()
    {
        var regular = Decomposition("C6", "regular");
        var flow = EnergyFlow.Of(InteractionGraph.Of(regular, Activation.Relu));
        var deep = LayeredEnergyFlow.Of([regular], Activation.Relu, 2);
        foreach (var row in flow.Rows)
        {
            var first = deep.Rows.Single(r => r.Source == row.Source && r.Layers == 1);
            Assert.Equal(row.Shares.Select(share => share.Text), first.Shares.Select(share => share.Text));
        }

        var second = deep.Rows.Single(r => r.Source.Label == "L1" && r.Layers == 2);
        Assert.False(second.Shares.Single(share => share.Target.Label == "L3").IsZero);
    }

    [Theory]
    [InlineData("relu")]
    [InlineData("tanh")]
    public void Random_networks_of_many_channels_come_near_the_recursion(string activation)
    {
        const int Channels = 300;
        var (decomposition, f) = (Decomposition("C3", "regular"), Activation.Parse(activation));
        var row = LayeredEnergyFlow.Of([decomposition], f, 2, EnergyOptions.Default.WithDigits(6)).Rows.Single(r => r.Source.Label == "L1" && r.Layers == 2);
        var random = new Random(3);
        var projectors = decomposition.Components.Select(component => Doubles(decomposition, component.Simple)).ToList();
        var sums = new double[projectors.Count];
        for (var trial = 0; trial < 20; trial++)
        {
            var hidden = Enumerable.Range(0, Channels).Select(_ => Apply(projectors[1], [.. Enumerable.Range(0, 3).Select(_ => Normal(random))]).Select(f.ApproximateAt).ToArray()).ToList();
            for (var j = 0; j < 30; j++)
            {
                var pre = new double[3];
                foreach (var h in hidden)
                {
                    for (var o = 0; o < 3; o++)
                    {
                        var w = Normal(random) / Math.Sqrt(Channels);
                        for (var x = 0; x < 3; x++)
                        {
                            pre[(x + o) % 3] += w * h[x];
                        }
                    }
                }

                for (var k = 0; k < sums.Length; k++)
                {
                    sums[k] += Apply(projectors[k], [.. pre.Select(f.ApproximateAt)]).Sum(c => c * c);
                }
            }
        }

        for (var k = 0; k < sums.Length; k++)
        {
            Assert.Equal(row.Shares[k].Share.ToDouble(), sums[k] / sums.Sum(), 0.05);
        }
    }

    [Fact]
    public void An_enclosure_that_contradicts_a_zero_is_reported()
    {
        var simple = Decomposition("C2", "regular").Table.Simples[0];
        var one = RealInterval.Of(Rational.One, 64);
        Assert.Throws<CertificateException>(() => EnergyRounding.TryRow(simple, 1, [simple], [one], [true], 6, lastAttempt: false));
        Assert.Throws<CertificateException>(() => EnergyRounding.TryRow(simple, 1, [simple], [-one], [false], 6, lastAttempt: false));
        Assert.Throws<CertificateException>(() => EnergyRounding.ExactRow(simple, [simple], [Cyclotomic.Zero], [false], 6));
    }

    [Fact]
    public void What_cannot_be_computed_is_refused_by_name()
    {
        var graph = InteractionGraph.Of(Decomposition("C30", "regular"), Activation.Parse("tanh"));
        Assert.Contains("quadrature", Assert.Throws<LimitExceededException>(() => EnergyFlow.Of(graph, EnergyOptions.Default.WithDigits(20), [graph.Nodes[1].Simple])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => EnergyFlow.Of(InteractionGraph.Of(Decomposition("S4", "points"), Activation.Relu), sources: [Decomposition("S4", "points").Table.Simples[0]]));
        Assert.Throws<ArgumentOutOfRangeException>(() => EnergyOptions.Default.WithDigits(0));
    }

    private static IsotypicDecomposition Decomposition(string name, string on)
    {
        var group = FiniteGroup.Parse(name);
        return IsotypicDecomposition.Of(CharacterTable.Of(group), GSet.Parse(group, on));
    }

    /// <summary>E(L→K) = Σ_k Σ_orbits a_k² S_k, S_k = |O| Σ_pieces |piece| P_K ρ^k ≥ 0: zero iff S_k = 0 wherever a_k ≠ 0. By Vandermonde finitely many k decide, and the exact sums need no theorem.</summary>
    private static bool VanishesByMoments(IsotypicDecomposition decomposition, Activation f, SimpleRepresentation source, SimpleRepresentation target)
    {
        for (var i = 0; i < decomposition.Set.Orbits.Count; i++)
        {
            var (orbit, rho, projector) = (decomposition.Set.Orbits[i], decomposition.ProjectorValues(source, i), decomposition.ProjectorValues(target, i));
            if (rho[0].IsZero)
            {
                if (target.IsTrivial && f.IsNonZeroAtZero)
                {
                    return false;
                }

                continue;
            }

            for (var k = 0; k <= 2 * rho.Distinct().Count() + 3; k++)
            {
                var part = k % 2 == 0 ? f.Even : f.Odd;
                var present = part.IsPolynomial ? HasCoefficient(f, k, rho[0].ToRational()) : true;
                var sum = Enumerable.Range(0, rho.Count).Aggregate(Cyclotomic.Zero, (s, p) => s + (new Rational(orbit.Pieces[p].Length, 1) * (projector[p] * Cyclotomic.Pow(rho[p] / rho[0], k))));
                if (present && !sum.IsZero)
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Whether the k-th Hermite coefficient of a polynomial part can be nonzero: the constant and the linear part of the non-polynomial activations here do not vanish.</summary>
    private static bool HasCoefficient(Activation f, int k, Rational variance)
    {
        if (f.Polynomial is { } polynomial)
        {
            var sum = Rational.Zero;
            for (var i = k; i <= polynomial.Degree; i += 2)
            {
                sum += polynomial.Coefficients[i] * GaussianSeries.HermiteMoment(i, k) * Rational.Pow(variance, (i - k) / 2);
            }

            return !sum.IsZero;
        }

        var part = k % 2 == 0 ? f.Even : f.Odd;
        return part.Degrees.Contains(k);
    }

    private static double[][] Doubles(IsotypicDecomposition decomposition, SimpleRepresentation simple) => [.. decomposition.Projector(simple).Rows().Select(row => row.Select(c => c.ToDouble()).ToArray())];

    private static double[] Apply(double[][] matrix, double[] vector) => [.. matrix.Select(row => row.Zip(vector, (a, b) => a * b).Sum())];

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
