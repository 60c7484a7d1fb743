using Eqnn.Networks.Simples;
using Eqnn.Numbers;
using Eqnn.PiecewiseLinear.Activations;

namespace Eqnn.Networks.Reports;

/// <summary>Measures the transfers of one layer: the vector before the activation is split into its simples, each goes through f alone.</summary>
/// <remarks>First all samples are weighed (<see cref="Weigh"/>), which chooses the simples that get a row; then they are measured (<see cref="Add"/>).</remarks>
internal sealed class TransferMeasure
{
    private readonly NetworkSimples _simples;
    private readonly NetworkLayer _layer;
    private readonly int _number;
    private readonly IsotypicFrame _frame;
    private readonly double[] _energies;
    private readonly double[] _coordinates;
    private readonly Lazy<Rows> _rows;
    private int _count;

    public TransferMeasure(NetworkSimples simples, NetworkLayer layer, int number)
    {
        (_simples, _layer, _number, _frame) = (simples, layer, number, simples.FrameOf(layer.Target.Set));
        (_energies, _coordinates) = (new double[simples.All.Count], new double[layer.Target.Points]);
        _rows = new(() => new Rows(simples, _frame, _energies));
    }

    /// <summary>The first pass: how much stands before the activation in each simple.</summary>
    public void Weigh(double[][] before, CancellationToken cancellationToken)
    {
        _count += before.Length;
        foreach (var channel in Channels(before))
        {
            cancellationToken.ThrowIfCancellationRequested();
            _frame.Forward(channel.Span, _coordinates);
            _frame.AddEnergies(_coordinates, _energies);
        }
    }

    /// <summary>The second pass: what each part becomes.</summary>
    public void Add(double[][] before, CancellationToken cancellationToken)
    {
        var rows = _rows.Value;
        var atZero = _layer.Activation.ApproximateAt(0);
        var (vector, whole, image) = (new double[_coordinates.Length], new double[_coordinates.Length], new double[_coordinates.Length]);
        foreach (var channel in Channels(before))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var values = channel.Span;
            _frame.Forward(values, _coordinates);
            values.CopyTo(vector);
            Apply(vector);
            _frame.Forward(vector, whole);
            rows.AddTo(rows.Total, whole, null);
            for (var source = 0; source < rows.Named.Length; source++)
            {
                var part = rows.Images[source];
                part.Compute(_coordinates, Apply, image);
                rows.AddTo(rows.Transfer[source], image, part.Targets);
                rows.Subtract(image, part.Targets, whole);
            }

            rows.AddTo(rows.Joint, whole, null);
        }

        // f(t) - f(0), so that no energy is counted for each source again.
        void Apply(double[] numbers)
        {
            _layer.Loop.Apply(numbers.AsSpan());
            for (var i = 0; atZero != 0 && i < numbers.Length; i++)
            {
                numbers[i] -= atZero;
            }
        }
    }

    /// <summary>The result.</summary>
    /// <param name="floor">The energy below which the layer as a whole is 0.</param>
    /// <exception cref="CertificateException">More passes where the theorem forbids it than rounding explains.</exception>
    public TransferExplanation Finish(double floor)
    {
        var rows = _rows.Value;
        var sums = rows.Transfer.Append(rows.Joint).Append(rows.Total).ToList();
        sums.ForEach(list => Vectors.Scale(list, 1.0 / _count));
        if (rows.Total.Sum() <= floor)
        {
            // The layer is rounding as a whole, that is 0.
            sums.ForEach(Array.Clear);
        }

        // |f(P_L v) - f(0)| ≤ λ |v|, λ the slope on what the parts reach: that is the scale of rounding here, however little of it f lets through.
        var allowed = rows.Named.Select((_, s) => rows.Allowed(_simples, _frame, _layer, s)).ToArray();
        var most = 1e-8 * _layer.Activation.SlopeBoundOn(rows.Images.Max(part => part.Reach)) * Math.Sqrt(_energies.Sum() / _count);
        var result = new TransferExplanation(_number, _layer.Activation, rows.Named, rows.Named, rows.Transfer, allowed, rows.Joint, rows.Total);
        var forbidden = result.LargestForbiddenAmplitude;
        return forbidden <= most ? result
            : throw new CertificateException("no data pass where the interaction theorem forbids it", FormattableString.Invariant($"layer {_number}: amplitude {forbidden:G3}, rounding explains {most:G3}"));
    }

    private IEnumerable<ReadOnlyMemory<double>> Channels(double[][] before)
    {
        foreach (var vector in before)
        {
            for (var c = 0; c < _layer.Target.Channels; c++)
            {
                yield return vector.AsMemory(c * _coordinates.Length, _coordinates.Length);
            }
        }
    }

    /// <summary>The table: rows are the named simples, and all others together where there are more.</summary>
    private sealed class Rows
    {
        private readonly int[] _groupOf;
        private readonly IsotypicFrame _frame;

        public Rows(NetworkSimples simples, IsotypicFrame frame, double[] energies)
        {
            _frame = frame;
            List<NetworkSimple> present = [.. simples.All.Where(simple => frame.Multiplicities[simple.Position] > 0)];
            var chosen = present.Count <= NetworkExplanation.MaxNamed ? present
                : [.. present.OrderByDescending(simple => energies[simple.Position]).Take(NetworkExplanation.MaxNamed).OrderBy(simple => simple.Position)];
            Named = present.Count == chosen.Count ? [.. chosen] : [.. chosen, null];
            _groupOf = new int[simples.All.Count];
            Array.Fill(_groupOf, Named.Length - 1);
            for (var i = 0; i < chosen.Count; i++)
            {
                _groupOf[chosen[i].Position] = i;
            }

            Images = [.. Named.Select((simple, s) => frame.ImageOf(simple is null ? [.. Enumerable.Range(0, _groupOf.Length).Where(i => _groupOf[i] == s)] : [simple.Position]))];
            Transfer = [.. Named.Select(_ => new double[Named.Length])];
            (Joint, Total) = (new double[Named.Length], new double[Named.Length]);
        }

        public NetworkSimple?[] Named { get; }

        public PartImage[] Images { get; }

        public double[][] Transfer { get; }

        public double[] Joint { get; }

        public double[] Total { get; }

        /// <summary>Adds the energies of coordinates to the columns of their simples.</summary>
        public void AddTo(double[] sums, double[] coordinates, IReadOnlyList<int>? simples)
        {
            var count = simples?.Count ?? _groupOf.Length;
            for (var j = 0; j < count; j++)
            {
                var simple = simples?[j] ?? j;
                for (var i = _frame.Start[simple]; i < _frame.Start[simple + 1]; i++)
                {
                    sums[_groupOf[simple]] += coordinates[i] * coordinates[i];
                }
            }
        }

        /// <summary>Subtracts coordinates in some simples.</summary>
        public void Subtract(double[] coordinates, IReadOnlyList<int>? simples, double[] from)
        {
            var count = simples?.Count ?? _groupOf.Length;
            for (var j = 0; j < count; j++)
            {
                var simple = simples?[j] ?? j;
                for (var i = _frame.Start[simple]; i < _frame.Start[simple + 1]; i++)
                {
                    from[i] -= coordinates[i];
                }
            }
        }

        /// <summary>What the theorem allows a row.</summary>
        public bool[] Allowed(NetworkSimples simples, IsotypicFrame frame, NetworkLayer layer, int source)
        {
            var reached = simples.Rule.Reached(frame, [.. _groupOf.Select(group => group == source)], layer.Activation, biased: false);
            var allowed = new bool[Named.Length];
            for (var simple = 0; simple < reached.Length; simple++)
            {
                allowed[_groupOf[simple]] |= reached[simple];
            }

            return allowed;
        }
    }
}
