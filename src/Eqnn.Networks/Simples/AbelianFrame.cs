using System.Buffers;
using Eqnn.Algebra.GSets;
using Eqnn.Networks.Orbits;

namespace Eqnn.Networks.Simples;

/// <summary>An abelian group acting freely, or on one point: the simples are pairs of characters, the transform is Fourier's.</summary>
internal sealed class AbelianFrame : IsotypicFrame
{
    private readonly FreeAction? _free;
    private readonly IReadOnlyList<NetworkSimple> _simples;
    private readonly CharacterPairs _characters;
    private readonly int[] _points;
    private readonly bool[] _isComplex;
    private readonly double _real;
    private readonly double _complex;

    /// <param name="set">The G-set.</param>
    /// <param name="free">Its coordinates, or <c>null</c> for one point.</param>
    /// <param name="simples">The simples.</param>
    /// <param name="characters">Which characters they are.</param>
    public AbelianFrame(GSet set, FreeAction? free, IReadOnlyList<NetworkSimple> simples, CharacterPairs characters)
        : base(set, [.. simples.Select(simple => free is not null ? free.Orbits : simple.Position == 0 ? 1 : 0)], simples)
    {
        (_free, _simples, _characters) = (free, simples, characters);
        _points = free?.PointsByOffset() ?? [0];
        _isComplex = [.. simples.Select(simple => simple.Dimension == 2)];
        (_real, _complex) = (characters.Factor(1), characters.Factor(2));
    }

    public FreeAction? Free => _free;

    /// <summary>Which characters the simples are.</summary>
    public CharacterPairs Characters => _characters;

    /// <summary>The point at each place: orbit · |A| + the row-major index of the element that takes the base point there.</summary>
    public ReadOnlySpan<int> PointsByOffset => _points;

    public override void Forward(ReadOnlySpan<double> vector, Span<double> coordinates)
    {
        if (_free is not { } free)
        {
            coordinates[0] = vector[0];
            return;
        }

        var order = free.Order;
        var work = ArrayPool<double>.Shared.Rent(2 * order);
        var re = work.AsSpan(0, order);
        var im = work.AsSpan(order, order);
        for (var orbit = 0; orbit < free.Orbits; orbit++)
        {
            for (var a = 0; a < order; a++)
            {
                re[a] = vector[_points[(orbit * order) + a]];
            }

            im.Clear();
            _characters.Fourier.Transform(re, im, inverse: false);
            for (var i = 0; i < _isComplex.Length; i++)
            {
                var k = _characters.Offsets[i];
                if (_isComplex[i])
                {
                    var place = Start[i] + (2 * orbit);
                    coordinates[place] = _complex * re[k];
                    coordinates[place + 1] = _complex * im[k];
                }
                else
                {
                    coordinates[Start[i] + orbit] = _real * re[k];
                }
            }
        }

        ArrayPool<double>.Shared.Return(work);
    }

    public override void Backward(ReadOnlySpan<double> coordinates, Span<double> vector)
    {
        if (_free is not { } free)
        {
            vector[0] = coordinates[0];
            return;
        }

        var order = free.Order;
        var work = ArrayPool<double>.Shared.Rent(2 * order);
        var re = work.AsSpan(0, order);
        var im = work.AsSpan(order, order);
        for (var orbit = 0; orbit < free.Orbits; orbit++)
        {
            // The real part of the sum over one character of each pair: twice the half, so √2 once more.
            work.AsSpan(0, 2 * order).Clear();
            for (var i = 0; i < _isComplex.Length; i++)
            {
                var k = _characters.Offsets[i];
                if (_isComplex[i])
                {
                    var place = Start[i] + (2 * orbit);
                    re[k] = _complex * coordinates[place];
                    im[k] = _complex * coordinates[place + 1];
                }
                else
                {
                    re[k] = _real * coordinates[Start[i] + orbit];
                }
            }

            _characters.Fourier.Transform(re, im, inverse: true);
            for (var a = 0; a < order; a++)
            {
                vector[_points[(orbit * order) + a]] = re[a];
            }
        }

        ArrayPool<double>.Shared.Return(work);
    }

    /// <inheritdoc/>
    public override PartImage ImageOf(IReadOnlyList<int> simples) => simples.Count == 1 && _free is not null ? new WaveImage(this, _simples[simples[0]], _simples) : base.ImageOf(simples);
}
