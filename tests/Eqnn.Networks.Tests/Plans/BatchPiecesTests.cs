using Eqnn.Networks.Plans;

namespace Eqnn.Networks.Tests.Plans;

public sealed class BatchPiecesTests
{
    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 3)]
    [InlineData(100, 1)]
    [InlineData(100, 2)]
    [InlineData(1000, 7)]
    public void Every_piece_is_run_once_and_no_worker_twice_at_a_time(int pieces, int workers)
    {
        var (runs, busy) = (new int[pieces], new int[workers]);
        BatchPieces.Run(pieces, workers, (worker, piece) =>
        {
            Assert.Equal(1, Interlocked.Increment(ref busy[worker]));
            Interlocked.Increment(ref runs[piece]);
            Thread.Yield();
            Interlocked.Decrement(ref busy[worker]);
        });
        Assert.All(runs, count => Assert.Equal(1, count));
        Assert.All(busy, count => Assert.Equal(0, count));
    }

    [Fact]
    public void What_a_piece_throws_reaches_the_caller_and_ends_the_work()
    {
        var run = 0;
        var problem = Assert.Throws<InvalidOperationException>(() => BatchPieces.Run(1_000_000, 3, (_, piece) =>
        {
            Interlocked.Increment(ref run);
            if (piece == 5)
            {
                throw new InvalidOperationException("piece 5");
            }
        }));
        Assert.Equal("piece 5", problem.Message);
        Assert.InRange(run, 1, 999_999);
    }

    /// <summary>All threads of the pool may be taken: the caller does the work alone.</summary>
    [Fact]
    public void No_helper_is_needed()
    {
        var pieces = 0;
        BatchPieces.Run(50, 1, (worker, _) => pieces += worker == 0 ? 1 : 1000);
        Assert.Equal(50, pieces);
    }

    [Fact]
    public void The_number_of_threads_changes_no_bit()
    {
        foreach (var (group, layers) in new[] { ("C8", "2*regular,5*regular,1*regular"), ("D6", "1*points,4*points,1*points"), ("S20", "3*points,8*points,1*points") })
        {
            var network = Networks.Random(group, layers);
            foreach (var batch in new[] { 2, 15, 33, 100 })
            {
                float[] inputs = [.. Networks.Vector(batch * network.Input.Dimension, 3).Select(v => (float)v)];
                var wanted = new float[batch * network.Output.Dimension];
                NetworkRunner<float>.Create(network).Run(inputs, wanted);
                foreach (var threads in new[] { 2, 3, 8 })
                {
                    var outputs = new float[wanted.Length];
                    NetworkRunner<float>.Create(network, threads: threads).Run(inputs, outputs);
                    Assert.Equal(wanted, outputs);
                }
            }
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(1541, 1)]
    [InlineData(1541, 2)]
    public void In_double_precision_pieces_give_the_same_bits(int batch, int threads)
    {
        // The second network has matrices beyond the second cache, and blocks that do not divide 512.
        foreach (var (group, layers) in new[] { ("C8", "2*regular,5*regular,1*regular"), ("S4", "1*regular,17*regular,2*regular") })
        {
            var network = Networks.Random(group, layers);
            double[] inputs = [.. Networks.Vector(batch * network.Input.Dimension, 3).Select(v => (double)(float)v)];
            var wanted = new float[batch * network.Output.Dimension];
            NetworkRunner<float>.Create(network, PlanKind.Dense).Run(Array.ConvertAll(inputs, v => (float)v), wanted);
            Assert.Equal(wanted.Select(v => (double)v), NetworkRunner<float>.Create(network, PlanKind.Dense, threads).Evaluate(inputs));
        }
    }

    [Fact]
    public void Part_of_a_sample_is_refused() => Assert.Throws<ArgumentException>(() => NetworkRunner<float>.Create(Networks.Random("C5", "1*regular,1*regular")).Evaluate(new double[6]));
}
