using System.Numerics;
using System.Runtime.Intrinsics;

namespace Eqnn.Networks.Loops;

/// <summary>Convolution filters on a finite abelian group: <c>y_o(b) = Σ_i Σ_a h_oi(b − a) x_i(a)</c>.</summary>
/// <param name="Dimensions">n₁, ..., n_d of the group ℤ/n₁ × ... × ℤ/n_d.</param>
/// <param name="Outputs">The number of outputs o.</param>
/// <param name="Inputs">The number of inputs i.</param>
/// <param name="Values">h_oi(a) at <c>(o · Inputs + i) · |A| + a</c>, a in row-major order.</param>
internal sealed record FilterBank(int[] Dimensions, int Outputs, int Inputs, double[] Values)
{
    /// <summary>|A|.</summary>
    public int GroupOrder => Dimensions.Aggregate(1, (product, n) => product * n);

    /// <summary>The Fourier coefficients of all filters at the first place of each pair of the grid, divided by the number of frequencies: <c>result[pair][o · Inputs + i]</c>.</summary>
    public Complex[][] SpectrumOn<T>(FourierGrid<T> grid)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var exact = new FourierGrid<double>(Dimensions);
        var width = Vector256<double>.Count;
        var spectrum = new Complex[grid.Pairs.Length][];
        for (var pair = 0; pair < spectrum.Length; pair++)
        {
            spectrum[pair] = new Complex[Outputs * Inputs];
        }

        var plane = new double[exact.PlaneLength * 2 * width];
        for (var first = 0; first < Outputs * Inputs; first += width)
        {
            Array.Clear(plane);
            var count = Math.Min(width, (Outputs * Inputs) - first);
            for (var place = 0; place < exact.FrequencyCount; place++)
            {
                var source = SourceOf(exact, place);
                if (source >= 0)
                {
                    for (var lane = 0; lane < count; lane++)
                    {
                        plane[(exact.SpectrumPositions[place] * 2 * width) + lane] = Values[((first + lane) * GroupOrder) + source];
                    }
                }
            }

            exact.Forward(ref plane[0], 1);
            for (var pair = 0; pair < spectrum.Length; pair++)
            {
                for (var lane = 0; lane < count; lane++)
                {
                    var at = (exact.Pairs[pair].Place * 2 * width) + lane;
                    spectrum[pair][first + lane] = new Complex(plane[at], plane[at + width]) / exact.FrequencyCount;
                }
            }
        }

        return spectrum;
    }

    /// <summary>The group element whose value stands at a row-major index of the (perhaps lengthened) grid, or -1: offsets −(n−1) .. n−1 are continued periodically.</summary>
    private int SourceOf(FourierGrid<double> grid, int index)
    {
        var (rest, source, scale) = (index, 0, 1);
        for (var axis = Dimensions.Length - 1; axis >= 0; axis--)
        {
            var (n, m) = (grid.Dimensions[axis], grid.Lengths[axis]);
            var k = rest % m;
            rest /= m;
            if (k >= n)
            {
                if (k <= m - n)
                {
                    return -1;
                }

                k = k - m + n;
            }

            source += k * scale;
            scale *= n;
        }

        return source;
    }
}
