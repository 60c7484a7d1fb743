using Eqnn.Algebra.Characters;
using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Groups;
using Eqnn.Algebra.Representations;
using Eqnn.PiecewiseLinear.Activations;
using Eqnn.PiecewiseLinear.Depth;
using Xunit;

namespace Eqnn.PiecewiseLinear.Tests.Depth;

/// <summary>Statuses beside random networks in doubles: what is said to be populated is seen, what is said never to be is not, and nothing lies outside the bound. Of one input channel; with biases where the analysis has them.</summary>
public sealed class DepthSampledTests
{
    private const int Channels = 3;

    [Theory]
    [InlineData("S3", "relu", 3, "points")]
    [InlineData("S3", "poly:t^2", 2, "regular")]
    [InlineData("S3", "relu-bias:0", 2, "regular")]
    [InlineData("S3", "relu-bias:1/2", 2, "regular")]
    [InlineData("D4", "abs", 3, "points")]
    [InlineData("D4", "leaky-relu:-1", 2, "regular")]
    [InlineData("D6", "sin", 2, "points")]
    [InlineData("Q8", "pl:(-2,0) (-1,1) (0,0) (1,1) (2,0)", 2, "regular")]
    [InlineData("A4", "pl:(-1,1) (0,0) (1,3)", 2, "points")]
    [InlineData("A4", "poly:t^3 - t", 2, "points")]
    [InlineData("C6", "relu", 3, "regular")]
    [InlineData("C12", "hardtanh", 2, "regular")]
    [InlineData("C7:C3", "relu", 2, "points")]
    [InlineData("C5:C4", "abs", 2, "points")]
    [InlineData("D9", "relu", 2, "points", "cosets:(1,4,7)(2,5,8)(3,6,9)")]
    [InlineData("S4", "relu", 2, "cosets:(1,2)", "cosets:(1,2)(3,4);(1,3)(2,4)")]
    [InlineData("S4", "abs", 2, "cosets:(1,2)", "cosets:(1,2)(3,4);(1,3)(2,4)")]
    [InlineData("S4", "relu-bias", 2, "cosets:(1,2)", "cosets:(1,2)(3,4);(1,3)(2,4)")]
    public void Networks_do_what_is_said(string group, string activation, int depth, params string[] sets)
    {
        var table = CharacterTable.Of(FiniteGroup.Parse(group));
        var given = sets.Select(set => IsotypicDecomposition.Of(table, GSet.Parse(table.Group, set))).ToList();
        var analysis = DepthAnalysis.Of(given, Activation.Parse(activation), depth);
        var projectors = analysis.Layers.Distinct().ToDictionary(layer => layer, layer => layer.Components.ToDictionary(component => component.Simple, component => Doubles(layer, component.Simple)));
        foreach (var profile in analysis.Profiles)
        {
            var seen = Enumerable.Range(0, depth).Select(_ => new HashSet<SimpleRepresentation>()).ToList();
            var random = new Random(11);
            for (var trial = 0; trial < 40; trial++)
            {
                Run(analysis, profile.Source, projectors, random, seen);
            }

            for (var t = 1; t <= depth; t++)
            {
                var step = profile.Steps[t];
                Assert.Subset(step.Reached.Select(reached => reached.Simple).ToHashSet(), seen[t - 1]);
                Assert.All(step.Reached.Where(reached => reached.Populated is { }), reached => Assert.True(reached.Populated == seen[t - 1].Contains(reached.Simple), $"from {profile.Source.Label}, {t} layers: {reached}"));
            }
        }
    }

    private static void Run(DepthAnalysis analysis, SimpleRepresentation source, Dictionary<IsotypicDecomposition, Dictionary<SimpleRepresentation, double[][]>> projectors, Random random, List<HashSet<SimpleRepresentation>> seen)
    {
        // One function for all layers with biases: ReLU of what is shifted, orbit by orbit.
        Func<double, double> f = analysis.HasBiases ? x => Math.Max(x, 0) : analysis.Activation.ApproximateAt;
        var input = Apply(projectors[analysis.Layers[0]][source], Draw(random, (int)analysis.Layers[0].Set.Size));
        List<double[]> channels = [Layer(input, analysis.Layers[0])];
        for (var t = 1; ; t++)
        {
            var layer = analysis.Layers[t - 1];
            foreach (var (simple, projector) in projectors[layer])
            {
                // Rounding is far below, parts that are there are far above, but for few networks.
                if (channels.Exists(h => Size(Apply(projector, h)) > 1e-6 * (1 + Size(h))))
                {
                    seen[t - 1].Add(simple);
                }
            }

            if (t == analysis.Depth)
            {
                return;
            }

            var (next, basis) = (analysis.Layers[t], OrbitalBasis.Of(layer.Set, analysis.Layers[t].Set));
            channels = [.. Enumerable.Range(0, Channels).Select(_ =>
            {
                var sums = new double[(int)next.Set.Size];
                foreach (var h in channels)
                {
                    var weights = Draw(random, basis.Orbitals.Count);
                    for (var y = 0; y < sums.Length; y++)
                    {
                        sums[y] += h.Select((value, x) => weights[basis.PositionOf(y, x)] * value).Sum();
                    }
                }

                return Layer(sums, next);
            })];
        }

        // Scaled so that kinks off 0 are met and polynomials do not grow.
        double[] Layer(double[] sums, IsotypicDecomposition on)
        {
            var size = Size(sums);
            var scale = size > 1e-9 ? random.Next(1, 4) / size : 0;
            var shifted = sums.Select(x => x * scale).ToArray();
            foreach (var orbit in analysis.HasBiases ? on.Set.Orbits : [])
            {
                var bias = (random.NextDouble() * 3) - 1;
                foreach (var x in orbit.Points)
                {
                    shifted[x] += bias;
                }
            }

            return [.. shifted.Select(f)];
        }
    }

    private static double[][] Doubles(IsotypicDecomposition layer, SimpleRepresentation simple)
    {
        var exact = layer.Projector(simple);
        return [.. Enumerable.Range(0, exact.RowCount).Select(y => exact.Row(y).Select(c => c.ToDouble()).ToArray())];
    }

    private static double[] Draw(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (random.NextDouble() * 2) - 1)];

    private static double[] Apply(double[][] matrix, double[] vector) => [.. matrix.Select(row => row.Zip(vector, (a, b) => a * b).Sum())];

    private static double Size(double[] vector) => vector.Max(Math.Abs);
}
