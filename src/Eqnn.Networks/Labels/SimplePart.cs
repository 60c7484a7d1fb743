using Eqnn.Networks.Simples;

namespace Eqnn.Networks.Labels;

/// <summary>P_L h for every sample of a state, in coordinates.</summary>
internal sealed class SimplePart
{
    private readonly IsotypicFrame _frame;
    private readonly NetworkSimple _simple;
    private readonly FeatureSpace _space;

    private SimplePart(IsotypicFrame frame, NetworkSimple simple, FeatureSpace space, int samples)
    {
        (_frame, _simple, _space) = (frame, simple, space);
        Coordinates = [.. Enumerable.Range(0, samples).Select(_ => new double[space.Channels * Length])];
    }

    /// <summary>The parts of several simples: every vector is transformed once.</summary>
    public static IReadOnlyList<SimplePart> Of(NetworkSimples simples, IReadOnlyList<NetworkSimple> chosen, FeatureSpace space, double[][] vectors, CancellationToken cancellationToken)
    {
        var frame = simples.FrameOf(space.Set);
        SimplePart[] parts = [.. chosen.Select(simple => new SimplePart(frame, simple, space, vectors.Length))];
        var all = new double[space.Points];
        for (var s = 0; s < vectors.Length; s++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var c = 0; c < space.Channels; c++)
            {
                frame.Forward(vectors[s].AsSpan(c * space.Points, space.Points), all);
                foreach (var part in parts)
                {
                    all.AsSpan(part.First, part.Length).CopyTo(part.Coordinates[s].AsSpan(c * part.Length));
                }
            }
        }

        return parts;
    }

    /// <summary>For each sample the coordinates of L, channel by channel.</summary>
    public double[][] Coordinates { get; }

    private int First => _frame.Start[_simple.Position];

    private int Length => _frame.Start[_simple.Position + 1] - First;

    /// <summary>For each sample the squared norm of every copy of L in every channel.</summary>
    public double[][] Norms()
    {
        var (copies, field, part) = (_frame.Multiplicities[_simple.Position], _simple.EndomorphismDimension, _frame.PartLength(_simple));
        return [.. Coordinates.Select(sample =>
        {
            var norms = new double[_space.Channels * copies];
            for (var i = 0; i < sample.Length; i++)
            {
                var copy = i % Length % part / field;
                norms[(i / Length * copies) + copy] += sample[i] * sample[i];
            }

            return norms;
        })];
    }

    /// <summary>The vectors without P_L h: with its mean over the data and the group in its place.</summary>
    public double[][] TakenOut(double[][] vectors)
    {
        var mean = new double[_space.Channels * Length];
        if (_simple.Position == 0)
        {
            // Over the group the trivial part alone has a mean that is not 0.
            foreach (var sample in Coordinates)
            {
                Vectors.Subtract(mean, sample, -1.0 / Coordinates.Length);
            }
        }

        var (difference, moved) = (new double[_space.Points], new double[_space.Points]);
        return [.. vectors.Select((vector, s) =>
        {
            var result = (double[])vector.Clone();
            for (var c = 0; c < _space.Channels; c++)
            {
                Array.Clear(difference);
                for (var i = 0; i < Length; i++)
                {
                    difference[First + i] = mean[(c * Length) + i] - Coordinates[s][(c * Length) + i];
                }

                _frame.Backward(difference, moved);
                for (var x = 0; x < moved.Length; x++)
                {
                    result[(c * _space.Points) + x] += moved[x];
                }
            }

            return result;
        })];
    }
}
