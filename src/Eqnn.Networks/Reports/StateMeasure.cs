using Eqnn.Networks.Simples;

namespace Eqnn.Networks.Reports;

/// <summary>The energies of a state by channel and simple, and how many copies of each simple the data fills.</summary>
internal sealed class StateMeasure
{
    private readonly NetworkSimples _simples;
    private readonly FeatureSpace _space;
    private readonly IsotypicFrame _frame;
    private readonly double[][] _byChannel;
    private readonly double[][] _coordinates;
    private readonly Covariance[] _covariances;
    private int _count;

    public StateMeasure(NetworkSimples simples, FeatureSpace space)
    {
        (_simples, _space, _frame) = (simples, space, simples.FrameOf(space.Set));
        _byChannel = [.. Enumerable.Range(0, space.Channels).Select(_ => new double[simples.All.Count])];
        _coordinates = [.. Enumerable.Range(0, space.Channels).Select(_ => new double[space.Points])];
        Capacity = [.. simples.All.Select(simple => space.Channels * _frame.Multiplicities[simple.Position])];
        _covariances = [.. simples.All.Select((simple, i) => new Covariance(Capacity[i], simple.EndomorphismDimension))];
    }

    /// <summary>For each simple channels times multiplicity.</summary>
    public int[] Capacity { get; }

    /// <summary>The means over the samples, by channel and simple.</summary>
    public double[][] ByChannel => [.. _byChannel.Select(channel => Array.ConvertAll(channel, energy => energy / _count))];

    /// <summary>For each simple the number of copies that are filled.</summary>
    public double[] Effective() => [.. _covariances.Select(covariance => covariance.EffectiveDimension())];

    /// <summary>The numbers that a state takes: for each simple a matrix over End(L).</summary>
    public static long NumbersOf(NetworkSimples simples, FeatureSpace space)
    {
        var frame = simples.FrameOf(space.Set);
        return simples.All.Sum(simple => (long)space.Channels * frame.Multiplicities[simple.Position] * space.Channels * frame.Multiplicities[simple.Position] * simple.EndomorphismDimension);
    }

    public void Add(double[][] vectors, CancellationToken cancellationToken)
    {
        _count += vectors.Length;
        foreach (var vector in vectors)
        {
            for (var c = 0; c < _space.Channels; c++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                _frame.Forward(vector.AsSpan(c * _space.Points, _space.Points), _coordinates[c]);
                _frame.AddEnergies(_coordinates[c], _byChannel[c]);
            }

            for (var simple = 0; simple < Capacity.Length; simple++)
            {
                if (Capacity[simple] > 0)
                {
                    var length = _frame.PartLength(_simples.All[simple]);
                    for (var place = _frame.Start[simple]; place < _frame.Start[simple + 1]; place += length)
                    {
                        _covariances[simple].Add(_coordinates, place, length);
                    }
                }
            }
        }
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
