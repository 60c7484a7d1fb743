namespace Eqnn.Networks.Onnx.Operators;

/// <summary>The discrete Fourier transform of an axis, by definition; the last axis holds the real parts, or real and imaginary ones.</summary>
internal static class OnnxFourier
{
    /// <summary>X_k = Σ_t x_t e^{∓2πi kt/n}, divided by n for the inverse.</summary>
    /// <param name="node">The node.</param>
    /// <param name="x">The input.</param>
    /// <param name="length">n, if it is not the length of the axis: the signal is cut off or continued by 0.</param>
    /// <param name="axisInput">The axis, where it is an input.</param>
    /// <exception cref="FormatException">The axis is not said, or the form is not read.</exception>
    public static Tensor Of(OnnxNode node, Tensor x, Tensor? length, Tensor? axisInput)
    {
        if (x.Rank < 2 || x.Shape[^1] is not (1 or 2))
        {
            throw new FormatException($"input of shape {Tensor.Text(x.Shape)}; its last axis holds real or complex numbers");
        }

        // Left out, it is 1 up to opset 19 and the last but one from then on.
        var axis = x.Axis(axisInput is not null ? axisInput.Integers()[0] : node.Has("axis") ? node.Integer("axis", 1) : x.Rank <= 3 ? x.Rank - 2 : throw new FormatException("its axis is left out; versions of the operator differ there"));
        var (inverse, half) = (node.Integer("inverse", 0) != 0, node.Integer("onesided", 0) != 0);
        if (axis == x.Rank - 1 || (half && (inverse || x.Shape[^1] != 1)))
        {
            throw new FormatException("the inverse of one half of a transform is not read");
        }

        var n = length?.Integers()[0] ?? x.Shape[axis];
        if (n < 1)
        {
            throw new FormatException($"a transform of length {n}");
        }

        var count = half ? (n / 2) + 1 : n;
        var (parts, own) = (x.Shape[^1], Math.Min(n, x.Shape[axis]));
        var (outer, inner) = (Tensor.CountOf(x.Shape[..axis]), Tensor.CountOf(x.Shape[(axis + 1)..^1]));
        Tensor.CountOf([own, count]);
        var result = Tensor.Zero([.. x.Shape[..axis], count, .. x.Shape[(axis + 1)..^1], 2]);
        var (cosines, sines) = (new double[n], new double[n]);
        for (var t = 0; t < n; t++)
        {
            var (sine, cosine) = Math.SinCos(2 * Math.PI * t / n);
            (cosines[t], sines[t]) = (inverse ? cosine / n : cosine, inverse ? sine / n : -sine);
        }

        for (var o = 0; o < outer; o++)
        {
            for (var t = 0; t < own; t++)
            {
                for (var i = 0; i < inner; i++)
                {
                    var from = ((((o * x.Shape[axis]) + t) * inner) + i) * parts;
                    var (real, imaginary) = (x.Values[from], parts == 2 ? x.Values[from + 1] : 0);

                    // Probes are mostly zeros.
                    for (var k = 0; (real != 0 || imaginary != 0) && k < count; k++)
                    {
                        var turn = (int)((long)k * t % n);
                        var to = ((((o * count) + k) * inner) + i) * 2;
                        result.Values[to] += (real * cosines[turn]) - (imaginary * sines[turn]);
                        result.Values[to + 1] += (real * sines[turn]) + (imaginary * cosines[turn]);
                    }
                }
            }
        }

        return result;
    }
}
