using Eqnn.Networks.Simples;

namespace Eqnn.Networks.Reports;

/// <summary>The energies of a state by channel and simple, and how many copies of each simple the data fills.</summary>
internal sealed record StateMeasure(double[][] ByChannel, double[] Effective, int[] Capacity)
{
    public double Total => ByChannel.Sum(channel => channel.Sum());

    public double ShareOf(int simple) => Total > 0 ? ByChannel.Sum(channel => channel[simple]) / Total : 0;

    public static StateMeasure Of(NetworkSimples simples, FeatureSpace space, double[][] vectors)
    {
        var frame = simples.FrameOf(space.Set);
        double[][] byChannel = [.. Enumerable.Range(0, space.Channels).Select(_ => new double[simples.All.Count])];
        int[] capacity = [.. simples.All.Select(simple => space.Channels * frame.Multiplicities[simple.Position])];
        var covariances = simples.All.Select((simple, i) => new Covariance(capacity[i], simple.EndomorphismDimension)).ToList();
        double[][] coordinates = [.. Enumerable.Range(0, space.Channels).Select(_ => new double[space.Points])];
        foreach (var vector in vectors)
        {
            for (var c = 0; c < space.Channels; c++)
            {
                frame.Forward(vector.AsSpan(c * space.Points, space.Points), coordinates[c]);
                frame.AddEnergies(coordinates[c], byChannel[c]);
            }

            foreach (var simple in simples.All.Where(simple => capacity[simple.Position] > 0))
            {
                var length = frame.PartLength(simple);
                for (var place = frame.Start[simple.Position]; place < frame.Start[simple.Position + 1]; place += length)
                {
                    covariances[simple.Position].Add(coordinates, place, length);
                }
            }
        }

        foreach (var channel in byChannel)
        {
            Vectors.Scale(channel, 1.0 / vectors.Length);
        }

        return new(byChannel, [.. covariances.Select(covariance => covariance.EffectiveDimension())], capacity);
    }

    /// <summary><c>C_ab = Σ conj(x_a) x_b</c> over End(L): real numbers, complex numbers or quaternions; the mean over the group of the covariance.</summary>
    private sealed class Covariance(int size, int endomorphisms)
    {
        private readonly double[] _sums = new double[size * size * endomorphisms];
        private readonly double[] _x = new double[size * endomorphisms];

        public void Add(double[][] coordinates, int place, int length)
        {
            for (var c = 0; c < coordinates.Length; c++)
            {
                Array.Copy(coordinates[c], place, _x, c * length, length);
            }

            for (var a = 0; a < size; a++)
            {
                for (var b = 0; b < size; b++)
                {
                    Product(a * endomorphisms, b * endomorphisms, ((a * size) + b) * endomorphisms);
                }
            }
        }

        /// <summary>(tr C)² / tr C².</summary>
        public double EffectiveDimension()
        {
            var trace = 0.0;
            for (var a = 0; a < size; a++)
            {
                trace += _sums[((a * size) + a) * endomorphisms];
            }

            var squares = _sums.Sum(entry => entry * entry);
            return squares > 0 ? trace * trace / squares : 0;
        }

        private void Product(int a, int b, int at)
        {
            switch (endomorphisms)
            {
                case 1:
                    _sums[at] += _x[a] * _x[b];
                    break;
                case 2:
                    _sums[at] += (_x[a] * _x[b]) + (_x[a + 1] * _x[b + 1]);
                    _sums[at + 1] += (_x[a] * _x[b + 1]) - (_x[a + 1] * _x[b]);
                    break;
                default:
                    // conj(p) q for p = x_a, q = x_b.
                    var (p0, p1, p2, p3) = (_x[a], -_x[a + 1], -_x[a + 2], -_x[a + 3]);
                    var (q0, q1, q2, q3) = (_x[b], _x[b + 1], _x[b + 2], _x[b + 3]);
                    _sums[at] += (p0 * q0) - (p1 * q1) - (p2 * q2) - (p3 * q3);
                    _sums[at + 1] += (p0 * q1) + (p1 * q0) + (p2 * q3) - (p3 * q2);
                    _sums[at + 2] += (p0 * q2) - (p1 * q3) + (p2 * q0) + (p3 * q1);
                    _sums[at + 3] += (p0 * q3) + (p1 * q2) - (p2 * q1) + (p3 * q0);
                    break;
            }
        }
    }
}
