namespace Eqnn.Networks.Simples;

/// <summary>One pair of characters ±k through a function: P_L v is constant on the cosets of the kernel of k, so its image has the frequencies 0, k, 2k, ... alone, and a transform as long as the order of k gives them.</summary>
/// <remarks><b>Formula.</b> With m the order of k and χ_k(a) = exp(2πi t(a)/m), P_L v = g(t(a)), and the coefficient of f(P_L v) at sk is (|A|/m) Σ_t f(g(t)) exp(−2πi st/m). <b>Source.</b> docs/theory.md#interaction.</remarks>
internal sealed class WaveImage : PartImage
{
    private readonly AbelianFrame _frame;
    private readonly NetworkSimple _source;
    private readonly GridFourier _fourier;
    private readonly double[] _cos;
    private readonly double[] _sin;
    private readonly double[] _re;
    private readonly double[] _im;
    private readonly (int Step, NetworkSimple Simple)[] _met;

    public WaveImage(AbelianFrame frame, NetworkSimple source, IReadOnlyList<NetworkSimple> simples)
    {
        (_frame, _source) = (frame, source);
        var multiples = frame.Characters.MultiplesOf(source);
        var m = multiples.Length;
        _fourier = new([m]);
        _cos = [.. Enumerable.Range(0, m).Select(t => Math.Cos(2 * Math.PI * t / m))];
        _sin = [.. Enumerable.Range(0, m).Select(t => Math.Sin(2 * Math.PI * t / m))];
        (_re, _im) = (new double[m], new double[m]);
        _met = [.. multiples.Select((offset, s) => (s, frame.Characters.SimpleAt[offset])).Where(pair => pair.Item2 >= 0).Select(pair => (pair.s, simples[pair.Item2]))];
        Targets = [.. _met.Select(pair => pair.Simple.Position)];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<int> Targets { get; }

    /// <inheritdoc/>
    public override void Compute(ReadOnlySpan<double> coordinates, Action<double[]> f, Span<double> image)
    {
        var (characters, m) = (_frame.Characters, _re.Length);
        var factor = characters.Factor(_source.Dimension);
        for (var orbit = 0; orbit < _frame.Free!.Orbits; orbit++)
        {
            var place = _frame.Start[_source.Position] + (orbit * _source.Dimension);
            var (p, q) = (factor * coordinates[place], _source.Dimension == 2 ? factor * coordinates[place + 1] : 0);
            for (var t = 0; t < m; t++)
            {
                var value = (p * _cos[t]) - (q * _sin[t]);
                Reach = Math.Max(Reach, Math.Abs(value));
                (_re[t], _im[t]) = (value, 0);
            }

            f(_re);

            _fourier.Transform(_re, _im, inverse: false);
            var weight = (double)characters.Order / m;
            foreach (var (s, simple) in _met)
            {
                var at = _frame.Start[simple.Position] + (orbit * simple.Dimension);
                var scale = weight * characters.Factor(simple.Dimension);
                image[at] = scale * _re[s];
                if (simple.Dimension == 2)
                {
                    image[at + 1] = scale * _im[s];
                }
            }
        }
    }
}
