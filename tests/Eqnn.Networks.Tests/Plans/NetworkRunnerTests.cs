using System.Numerics;
using Eqnn.Networks.Plans;

namespace Eqnn.Networks.Tests.Plans;

public sealed class NetworkRunnerTests
{
    public static TheoryData<string, string> Kinds => Networks.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Float_agrees_with_the_definition(string group, string layers) => Agrees<float>(Networks.Random(group, layers), 2e-6);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Double_agrees_with_the_definition(string group, string layers) => Agrees<double>(Networks.Random(group, layers, "tanh"), 1e-14);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_plan_that_fits_agrees(string group, string layers)
    {
        foreach (var plan in Enum.GetValues<PlanKind>())
        {
            Agrees<float>(Networks.Random(group, layers, "sigmoid", 5), 2e-6, plan);
        }
    }

    [Fact]
    public void Large_dense_maps_run_in_wide_blocks()
    {
        var network = Networks.Random("D30", "1*regular,7*regular,6*regular,1*regular");
        Agrees<float>(network, 2e-6, PlanKind.Dense);
        Agrees<double>(network, 1e-14, PlanKind.Dense);
    }

    [Fact]
    public void A_call_allocates_nothing()
    {
        foreach (var (group, layers) in new[] { ("C16", "1*regular,4*regular,1*regular"), ("S20", "3*points,8*points,1*points"), ("S4", "1*regular,3*regular,1*regular"), ("S4xC2", "1*regular,3*regular,1*points") })
        {
            var network = Networks.Random(group, layers);
            var runner = NetworkRunner<float>.Create(network);
            var (input, output) = (new float[20 * network.Input.Dimension], new float[20 * network.Output.Dimension]);
            runner.Run(input, output);
            var before = GC.GetAllocatedBytesForCurrentThread();
            runner.Run(input, output);
            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        }
    }

    [Fact]
    public void Wrong_lengths_are_refused()
    {
        var runner = NetworkRunner<float>.Create(Networks.Random("C5", "1*regular,1*regular"));
        Assert.Throws<ArgumentException>(() => runner.Run(new float[6], new float[5]));
        Assert.Throws<ArgumentException>(() => runner.Run(new float[10], new float[5]));
        runner.Run(Array.Empty<float>(), Array.Empty<float>());
    }

    private static void Agrees<T>(EquivariantNetwork network, double tolerance, PlanKind plan = PlanKind.Automatic)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var runner = NetworkRunner<T>.Create(network, plan);
        var (length, result) = (network.Input.Dimension, network.Output.Dimension);
        foreach (var batch in new[] { 1, 2, 19 })
        {
            var input = Networks.Vector(batch * length, batch);
            var output = new T[batch * result];

            // Twice: what the first call leaves in the buffers must not matter.
            runner.Run(input.Select(T.CreateChecked).ToArray(), output);
            runner.Run(input.Select(T.CreateChecked).ToArray(), output);
            for (var sample = 0; sample < batch; sample++)
            {
                var exact = network.Evaluate([.. input.Skip(sample * length).Take(length).Select(v => double.CreateChecked(T.CreateChecked(v)))]);
                var largest = Math.Max(0.3, exact.Max(Math.Abs));
                for (var i = 0; i < result; i++)
                {
                    Assert.True(Math.Abs(exact[i] - double.CreateChecked(output[(sample * result) + i])) <= tolerance * largest, $"{plan}, batch {batch}, sample {sample}, output {i}: {output[(sample * result) + i]} instead of {exact[i]}");
                }
            }
        }
    }
}
