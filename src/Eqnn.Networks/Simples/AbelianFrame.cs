using Eqnn.Algebra.GSets;
using Eqnn.Algebra.Representations;
using Eqnn.Networks.Orbits;

namespace Eqnn.Networks.Simples;

/// <summary>An abelian group acting freely, or on one point: the simples are pairs of characters, the transform is Fourier's.</summary>
internal sealed class AbelianFrame : IsotypicFrame
{
    private readonly FreeAction? _free;
    private readonly IReadOnlyList<NetworkSimple> _simples;
    private readonly int[] _offsets;

    /// <param name="set">The G-set.</param>
    /// <param name="free">Its coordinates, or <c>null</c> for one point.</param>
    /// <param name="simples">The simples.</param>
    /// <param name="offsets">For each simple the row-major index of its frequencies.</param>
    public AbelianFrame(GSet set, FreeAction? free, IReadOnlyList<NetworkSimple> simples, int[] offsets)
        : base(set, [.. simples.Select(simple => free is not null ? free.Orbits : simple.Position == 0 ? 1 : 0)], simples)
    {
        (_free, _simples, _offsets) = (free, simples, offsets);
    }

    public FreeAction? Free => _free;

    /// <summary>The row-major index of the frequencies of a simple.</summary>
    public int OffsetOf(NetworkSimple simple) => _offsets[simple.Position];

    public override void Forward(ReadOnlySpan<double> vector, Span<double> coordinates)
    {
        if (_free is not { } free)
        {
            coordinates[0] = vector[0];
            return;
        }

        var (order, orbits) = (free.Order, free.Orbits);
        var root = 1 / Math.Sqrt(order);
        for (var orbit = 0; orbit < orbits; orbit++)
        {
            var (re, im) = (new double[order], new double[order]);
            for (var x = 0; x < vector.Length; x++)
            {
                if (free.Offsets[x] / order == orbit)
                {
                    re[free.Offsets[x] % order] = vector[x];
                }
            }

            GridFourier.Transform(re, im, free.Dimensions, inverse: false);
            foreach (var simple in _simples)
            {
                var (place, k) = (Start[simple.Position] + (orbit * simple.Dimension), _offsets[simple.Position]);
                var factor = simple.Dimension == 1 ? root : root * Math.Sqrt(2);
                coordinates[place] = factor * re[k];
                if (simple.Dimension == 2)
                {
                    coordinates[place + 1] = factor * im[k];
                }
            }
        }
    }

    public override void Backward(ReadOnlySpan<double> coordinates, Span<double> vector)
    {
        if (_free is not { } free)
        {
            vector[0] = coordinates[0];
            return;
        }

        var (order, orbits) = (free.Order, free.Orbits);
        var root = 1 / Math.Sqrt(order);
        for (var orbit = 0; orbit < orbits; orbit++)
        {
            // The real part of the sum over one character of each pair: twice the half, so √2 once more.
            var (re, im) = (new double[order], new double[order]);
            foreach (var simple in _simples)
            {
                var (place, k) = (Start[simple.Position] + (orbit * simple.Dimension), _offsets[simple.Position]);
                var factor = simple.Dimension == 1 ? root : root * Math.Sqrt(2);
                re[k] = factor * coordinates[place];
                im[k] = simple.Dimension == 2 ? factor * coordinates[place + 1] : 0;
            }

            GridFourier.Transform(re, im, free.Dimensions, inverse: true);
            for (var x = 0; x < vector.Length; x++)
            {
                if (free.Offsets[x] / order == orbit)
                {
                    vector[x] = re[free.Offsets[x] % order];
                }
            }
        }
    }
}
