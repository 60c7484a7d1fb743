using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.Numbers;
using Eqnn.Numbers.LinearAlgebra;
using Eqnn.Numbers.Permutations;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Existence;
using Eqnn.PiecewiseLinear.Interaction;

namespace Eqnn.Architecture.Tests;

/// <summary>The examples and the explicit constants of docs/theory.md, each computed by the library or by brute force.</summary>
public sealed class TheoryExampleTests
{
    [Fact]
    public void Orbitals_of_points_and_of_periodic_images()
    {
        var symmetric = GSet.Points(FiniteGroup.Parse("S5"));
        Assert.Equal(2, OrbitalBasis.CountOf(symmetric, symmetric));
        var group = FiniteGroup.Parse("C3 x C3");
        Assert.Equal(9, OrbitalBasis.CountOf(GSet.Regular(group), GSet.Regular(group)));
    }

    [Fact]
    public void The_kernel_criterion_of_cyclic_groups()
    {
        for (var n = 1; n <= 24; n++)
        {
            var simples = CharacterTable.Of(FiniteGroup.Parse($"C{n}")).Simples;
            foreach (var source in simples)
            {
                Assert.Equal(NumberTheory.Gcd(n, source.Position), source.KernelOrder);
                foreach (var target in simples)
                {
                    var (d, e) = (n / NumberTheory.Gcd(n, source.Position), n / NumberTheory.Gcd(n, target.Position));
                    Assert.Equal(d % e == 0, KernelCriterion.Holds(source, target));
                }
            }
        }
    }

    [Theory]
    [InlineData("S3")] // type R
    [InlineData("C5")] // type C
    [InlineData("Q8")] // type H
    [InlineData("C3 x S3")]
    [InlineData("Q8 x C3")]
    [InlineData("C1")]
    public void The_witness_is_what_the_projectors_say(string name)
    {
        var group = FiniteGroup.Parse(name);
        var table = CharacterTable.Of(group);
        var regular = GSet.Regular(group);
        var split = IsotypicDecomposition.Of(table, regular);
        var projectors = table.Simples.Select(split.Projector).ToList();
        var origin = regular.Orbits[0].BasePoint;
        foreach (var source in table.Simples)
        {
            var r = projectors[source.Position].Column(origin);
            var length = r.Aggregate(Cyclotomic.Zero, (sum, coordinate) => sum + (coordinate * coordinate));
            Assert.Equal(Cyclotomic.One * new Rational(source.Dimension * source.Dimension, source.EndomorphismDimension * group.Order), length);
            foreach (var target in table.Simples)
            {
                var verdict = KernelCriterion.Decide(source, target);
                if (verdict is MapVerdict.Exists { Witness: var witness })
                {
                    Assert.Equal(length, witness.PointAtIdentity);
                    var value = projectors[target.Position] * [.. r.Select(coordinate => Relu(coordinate - witness.Bias))];
                    Assert.Equal(witness.ValueAtIdentity, value[origin]);
                    Assert.True(value[origin].Sign > 0);

                    // F(r) = (|r|² − β) P_K 1_N, and equivariance on the generators.
                    var kernel = Enumerable.Range(0, (int)regular.Size).Select(x => r[x] == length ? Cyclotomic.One : Cyclotomic.Zero).ToList();
                    Assert.Equal(source.KernelOrder, kernel.Count(entry => entry.IsOne));
                    Assert.Equal(projectors[target.Position] * kernel, value.Select(coordinate => coordinate / (length - witness.Bias)));
                    Assert.All(group.Generators, g => Assert.Equal(Moved(regular, g, value), projectors[target.Position] * [.. Moved(regular, g, r).Select(coordinate => Relu(coordinate - witness.Bias))]));
                }
                else
                {
                    Assert.All(projectors[target.Position] * [.. r.Select(coordinate => coordinate == length ? Cyclotomic.One : Cyclotomic.Zero)], coordinate => Assert.True(coordinate.IsZero));
                }
            }
        }
    }

    [Fact]
    public void The_witness_between_the_simples_of_S3()
    {
        var group = FiniteGroup.Parse("S3");
        var elements = group.EnumerateElements().ToList();
        Rational[] u = [3, -1, -2];
        Rational Product(IReadOnlyList<Rational> v, IReadOnlyList<Rational> w) => v.Zip(w, (a, b) => a * b).Aggregate((a, b) => a + b);
        Rational[] Permuted(Permutation g, IReadOnlyList<Rational> v) => [.. Enumerable.Range(0, 3).Select(x => v[g.Inverse()[x]])];
        var values = elements.Select(g => Product(Permuted(g, u), u)).OrderDescending().ToList();
        Assert.True(values[0] > values[1]);
        var beta = (values[0] + values[1]) / 2;

        // To the standard simple (w permuted) and to the sign (w multiplied by the sign): F(v) = Σ ReLU(⟨gu, v⟩ − β) g w.
        foreach (var (w, act) in new (Rational[] W, Func<Permutation, IReadOnlyList<Rational>, Rational[]> Act)[] { ([1, -1, 0], Permuted), ([1], (g, v) => [v[0] * g.Sign]) })
        {
            Rational[] F(IReadOnlyList<Rational> v) => elements.Select(g => act(g, w).Select(c => c * Rational.Max(Product(Permuted(g, u), v) - beta, 0)).ToArray()).Aggregate((a, b) => [.. a.Zip(b, (x, y) => x + y)]);
            Assert.Equal(w.Select(c => c * (Product(u, u) - beta)), F(u));
            foreach (var v in new Rational[][] { u, [5, -3, -2], [1, 1, -2], [-4, 1, 3] })
            {
                Assert.All(elements, h => Assert.Equal(act(h, F(v)), F(Permuted(h, v))));
            }
        }
    }

    [Fact]
    public void Two_layers_of_C6_reach_what_no_walk_reaches()
    {
        var graph = Graph("C6", "relu");
        Assert.Equal(["L0", "L1", "L2"], Walks(graph, "L1"));
        var once = graph.ReachedFrom([graph.Decomposition.Table.SimpleNamed("L1")]);
        Assert.Equal(["L0", "L1", "L2", "L3"], graph.ReachedFrom(once).Select(simple => simple.Label));
    }

    [Theory]
    [InlineData("relu")]
    [InlineData("abs")]
    public void The_edges_of_the_cube_promise_a_sign_that_no_weights_give(string activation)
    {
        var group = FiniteGroup.Parse("S4");
        var table = CharacterTable.Of(group);
        var edges = GSet.Cosets(group, [Permutation.Parse("(1,2)", 4)]);
        var quotient = GSet.Cosets(group, [Permutation.Parse("(1,2)(3,4)", 4), Permutation.Parse("(1,3)(2,4)", 4)]);
        var space = table.Simples.Single(simple => simple.Dimension == 3 && simple.Character.ValueAt(Permutation.Parse("(1,2)", 4)) == -Cyclotomic.One);
        var plane = table.Simples.Single(simple => simple.Dimension == 2);
        var sign = table.SimpleNamed("sign");
        Assert.Equal(12, edges.Size);
        Assert.Equal(6, quotient.Size);
        Assert.True(CouplingSources.Of(IsotypicDecomposition.Of(table, edges), [space]).Couples(plane, Activation.Parse(activation)));
        Assert.True(CouplingSources.Of(IsotypicDecomposition.Of(table, quotient), [plane]).Couples(sign, Activation.Parse(activation)));

        // What the second layer sees: |v_i + v_j| + |v_i − v_j| = 2 max(|v_i|, |v_j|), and two of the three are equal.
        var random = new Random(1);
        for (var trial = 0; trial < 100; trial++)
        {
            var v = Enumerable.Range(0, 3).Select(_ => (Rational)random.Next(-9, 10)).ToList();
            var triple = new[] { (0, 1), (0, 2), (1, 2) }.Select(pair => Rational.Abs(v[pair.Item1] + v[pair.Item2]) + Rational.Abs(v[pair.Item1] - v[pair.Item2])).ToList();
            Assert.Equal(2 * Rational.Max(Rational.Abs(v[0]), Rational.Abs(v[1])), triple[0]);
            Assert.True(triple.Distinct().Count() < 3);
        }
    }

    [Fact]
    public void A_special_copy_loses_the_edge_to_the_sign()
    {
        var regular = Graph("S3", "relu");
        var table = regular.Decomposition.Table;
        Assert.Contains(table.SimpleNamed("sign"), regular.ReachedFrom([table.SimpleNamed("standard")]));
        Assert.DoesNotContain(table.SimpleNamed("sign"), Graph("S3", "relu", "points").Nodes.Select(node => node.Simple));
    }

    [Fact]
    public void The_classes_of_the_activations()
    {
        var table = new Dictionary<string, string>
        {
            ["linear + even"] = "relu leaky-relu gelu silu softplus logsigmoid hardswish",
            ["even"] = "abs cos gauss",
            ["odd"] = "tanh hardtanh arctan softshrink softsign sin",
            ["constant + odd"] = "sigmoid hardsigmoid",
            ["both"] = "elu selu celu mish relu6 exp relu-bias",
        };
        Assert.All(table, row => Assert.All(row.Value.Split(' '), name => Assert.Equal(row.Key, ClassOf(Activation.Parse(name)))));
    }

    [Fact]
    public void The_overtones_of_ReLU_of_the_sine()
    {
        // The trapezoidal rule is exact for trigonometric polynomials; the kinks leave an error of the order of the squared step.
        const int Steps = 200_000;
        double Coefficient(Func<double, double> wave) =>
            Enumerable.Range(0, Steps).Select(i => 2 * Math.PI * i / Steps).Sum(x => Math.Max(Math.Sin(x), 0) * wave(x)) * 2 / Steps;

        Assert.Equal(1 / Math.PI, Coefficient(_ => 0.5), 6);
        Assert.Equal(0.5, Coefficient(Math.Sin), 6);
        for (var j = 1; j <= 4; j++)
        {
            Assert.Equal(-2 / Math.PI / ((4 * j * j) - 1), Coefficient(x => Math.Cos(2 * j * x)), 6);
            Assert.Equal(0, Coefficient(x => Math.Sin(((2 * j) + 1) * x)), 6);
        }
    }

    [Fact]
    public void The_table_of_bases_and_activations()
    {
        double[][] swap = [[0, 1], [1, 0]];
        double half = Math.Sqrt(3) / 2;
        var rows = new (double[][][] Generators, string Expected)[]
        {
            ([swap], "yyyy"),
            ([[[-1]]], "nnyn"),
            ([[[0, -1], [1, 0]]], "nnyn"),
            ([[[-0.5, -half], [half, -0.5]]], "nnnn"),
            ([[[0, 2], [0.5, 0]]], "ynny"),
            ([[[0, -1, 0, 0], [1, 0, 0, 0], [0, 0, 0, -1], [0, 0, 1, 0]], [[0, 0, -1, 0], [0, 0, 0, 1], [1, 0, 0, 0], [0, -1, 0, 0]]], "nnyn"),
            ([[[-1, 1], [0, 1]], [[1, 0], [1, -1]]], "nnnn"),
        };
        Func<double, double>[] functions = [t => Math.Max(t, 0), t => Math.Max(t + 0.75, 0), Math.Tanh, Math.Abs];
        Assert.All(rows, row => Assert.Equal(row.Expected, string.Concat(functions.Select(f => row.Generators.All(matrix => Commutes(matrix, f)) ? 'y' : 'n'))));
    }

    private static bool Commutes(double[][] matrix, Func<double, double> f)
    {
        var random = new Random(2);
        return Enumerable.Range(0, 200).All(_ =>
        {
            var x = matrix[0].Select(_ => (4 * random.NextDouble()) - 2).ToArray();
            double[] Apply(double[] v) => [.. matrix.Select(row => row.Zip(v, (a, b) => a * b).Sum())];
            return Apply(x).Select(f).Zip(Apply([.. x.Select(f)]), (a, b) => Math.Abs(a - b)).Max() < 1e-9;
        });
    }

    private static InteractionGraph Graph(string group, string activation, string set = "regular")
    {
        var parsed = FiniteGroup.Parse(group);
        return InteractionGraph.Of(IsotypicDecomposition.Of(CharacterTable.Of(parsed), GSet.Parse(parsed, set)), Activation.Parse(activation));
    }

    private static IEnumerable<string> Walks(InteractionGraph graph, string from)
    {
        var reached = new HashSet<int> { graph.Nodes.Select(node => node.Simple.Label).ToList().IndexOf(from) };
        while (graph.Edges.Where(edge => reached.Contains(edge.From)).Select(edge => edge.To).Where(reached.Add).ToList().Count > 0)
        {
        }

        return reached.Order().Select(node => graph.Nodes[node].Simple.Label);
    }

    private static string ClassOf(Activation f) => (f.Even, f.Odd) switch
    {
        ({ IsPolynomial: false }, { IsPolynomial: true, Degrees: [1] }) => "linear + even",
        ({ IsPolynomial: false }, { IsZero: true }) => "even",
        ({ IsZero: true }, { IsPolynomial: false }) => "odd",
        ({ Degrees: [0] }, { IsPolynomial: false }) => "constant + odd",
        ({ IsPolynomial: false }, { IsPolynomial: false }) => "both",
        _ => "polynomial",
    };

    private static Cyclotomic Relu(Cyclotomic value) => value.Sign > 0 ? value : Cyclotomic.Zero;

    // (g f)(x) = f(g⁻¹x).
    private static Cyclotomic[] Moved(GSet set, Permutation g, IReadOnlyList<Cyclotomic> vector) =>
        [.. Enumerable.Range(0, vector.Count).Select(x => vector[set.Apply(g.Inverse(), x)])];
}
