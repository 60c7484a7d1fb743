using Eqnn.Networks.Simples;

namespace Eqnn.Networks.Tests.Simples;

public sealed class GridFourierTests
{
    public static TheoryData<int[]> Grids => new([1], [2], [3], [4], [6], [8], [12], [16], [49], [60], [67], [64, 3], [5, 16], [2, 9, 4], [8, 1, 6], [4, 4, 4]);

    [Theory]
    [MemberData(nameof(Grids))]
    public void It_is_the_transform_by_definition_and_its_inverse_goes_back(int[] dimensions)
    {
        var size = dimensions.Aggregate(1, (product, n) => product * n);
        var (re, im) = (Networks.Vector(size, 1), Networks.Vector(size, 2));
        var (there, imaginary) = ((double[])re.Clone(), (double[])im.Clone());
        var fourier = new GridFourier(dimensions);
        fourier.Transform(there, imaginary, inverse: false);
        for (var k = 0; k < size; k++)
        {
            var (wantedRe, wantedIm) = (0.0, 0.0);
            for (var a = 0; a < size; a++)
            {
                var (angle, rest, other) = (0.0, a, k);
                for (var axis = dimensions.Length - 1; axis >= 0; axis--)
                {
                    angle -= 2 * Math.PI * ((long)(rest % dimensions[axis]) * (other % dimensions[axis]) % dimensions[axis]) / dimensions[axis];
                    (rest, other) = (rest / dimensions[axis], other / dimensions[axis]);
                }

                wantedRe += (re[a] * Math.Cos(angle)) - (im[a] * Math.Sin(angle));
                wantedIm += (re[a] * Math.Sin(angle)) + (im[a] * Math.Cos(angle));
            }

            Assert.Equal(wantedRe, there[k], 1e-10);
            Assert.Equal(wantedIm, imaginary[k], 1e-10);
        }

        fourier.Transform(there, imaginary, inverse: true);
        Assert.All(re.Zip(there), pair => Assert.Equal(pair.First, pair.Second / size, 1e-12));
        Assert.All(im.Zip(imaginary), pair => Assert.Equal(pair.First, pair.Second / size, 1e-12));
    }
}
