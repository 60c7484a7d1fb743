using Eqnn.Networks.Simples;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.Networks.Tests.Simples;

/// <summary>One character through a function by a short transform, against the definition.</summary>
public sealed class PartImageTests
{
    [Theory]
    [InlineData("C8", "1*regular,1*regular")]
    [InlineData("C30", "1*regular,1*regular")]
    [InlineData("C4xC6", "1*regular,1*regular")]
    [InlineData("C2xC3xC4", "1*regular,1*regular")]
    [InlineData("C5", "1*(regular+regular+regular),1*regular")]
    [InlineData("C2", "1*regular,1*regular")]
    public void A_wave_through_a_function_is_what_the_whole_transform_says(string group, string layers)
    {
        var network = Networks.Random(group, layers);
        var simples = NetworkSimples.Of(network);
        var frame = Assert.IsType<AbelianFrame>(simples.FrameOf(network.Input.Set));
        var coordinates = new double[frame.Size];
        frame.Forward(Networks.Vector(frame.Size, 4), coordinates);
        foreach (var activation in new[] { "relu", "tanh", "exp", "abs" }.Select(Activation.Parse))
        {
            foreach (var simple in simples.All)
            {
                var (slow, fast) = (new MaskedImage(frame, [simple.Position]), frame.ImageOf([simple.Position]));
                Assert.IsType<WaveImage>(fast);
                var (wanted, image) = (new double[frame.Size], new double[frame.Size]);
                slow.Compute(coordinates, Apply, wanted);
                fast.Compute(coordinates, Apply, image);
                Assert.All(wanted.Zip(image), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
                Assert.Equal(slow.Reach, fast.Reach, 1e-12);
                void Apply(double[] numbers) => Array.ConvertAll(numbers, t => activation.ApproximateAt(t)).CopyTo(numbers, 0);
                Assert.All(Enumerable.Range(0, simples.All.Count).Except(fast.Targets!), other => Assert.All(wanted[frame.Start[other]..frame.Start[other + 1]], value => Assert.Equal(0, value, 1e-12)));
            }
        }
    }

    [Fact]
    public void Sums_of_frequencies_are_those_of_the_pairs()
    {
        var network = Networks.Random("C6xC10", "1*regular,1*regular");
        var simples = NetworkSimples.Of(network);
        var frame = simples.FrameOf(network.Input.Set);
        var random = new Random(3);
        foreach (var share in new[] { 0.03, 0.1, 0.3, 0.6 })
        {
            bool[] sources = [.. simples.All.Select(_ => random.NextDouble() < share)];
            var met = new bool[simples.All.Count];
            foreach (var a in simples.All.Where(simple => sources[simple.Position]))
            {
                foreach (var b in simples.All.Where(simple => sources[simple.Position]))
                {
                    foreach (var sign in new[] { 1, -1 })
                    {
                        int[] sum = [.. a.Frequencies.Zip(b.Frequencies).Select((pair, axis) => ((pair.First + (sign * pair.Second)) % simples.Grid[axis] + simples.Grid[axis]) % simples.Grid[axis])];
                        int[] opposite = [.. sum.Select((k, axis) => (simples.Grid[axis] - k) % simples.Grid[axis])];
                        met[simples.All.Single(simple => simple.Frequencies.SequenceEqual(sum) || simple.Frequencies.SequenceEqual(opposite)).Position] = true;
                    }
                }
            }

            Assert.Equal(met, simples.Rule.Reached(frame, sources, Activation.Parse("square"), biased: false));
        }
    }
}
