using System.Numerics;
using Eqnn.Networks.Harmonics;

namespace Eqnn.Networks.Loops;

/// <summary>The Fourier transform of a finite group and its inverse, compiled for the lanes of vectors: each element of the group holds some units of lanes.</summary>
internal sealed class GroupTransform<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly LaneProduct<T>[][] _forward;
    private readonly LaneProduct<T>[][] _inverse;

    /// <param name="fourier">The transform.</param>
    /// <param name="units">Units (of <see cref="LaneProduct{T}.Unit"/> scalars) for each element.</param>
    /// <param name="rectify">Whether the inverse ends with ReLU.</param>
    public GroupTransform(GroupFourier fourier, int units, bool rectify)
    {
        Element = units * LaneProduct<T>.Unit;
        var last = rectify ? fourier.Steps[0] : null;
        _forward = [.. fourier.Steps.Select(step => Compile(step, units, inverse: false, rectify: false))];
        _inverse = [.. fourier.Steps.Reverse().Select(step => Compile(step, units, inverse: true, rectify: step == last))];
        Starts = new int[fourier.Simples.Count];
        for (var k = 1; k < Starts.Length; k++)
        {
            Starts[k] = Starts[k - 1] + (fourier.Simples[k - 1].Rows * fourier.Simples[k - 1].Dimension);
        }

        // A constant is a multiple of one coefficient, that of the trivial simple.
        var constant = fourier.Forward([.. Enumerable.Repeat(1.0, fourier.Order)]);
        Trivial = Starts[Enumerable.Range(0, Starts.Length).Single(k => fourier.Simples[k].Character.All(value => Math.Abs(value - 1) < 1e-6))];
        TrivialOfOne = constant[Trivial];
    }

    /// <summary>Scalars for each element.</summary>
    public int Element { get; }

    /// <summary>Where the block of each simple starts: coordinate by coordinate, row by row, counted in elements.</summary>
    public int[] Starts { get; }

    /// <summary>The place of the coefficient of the trivial simple.</summary>
    public int Trivial { get; }

    /// <summary>The coefficient of the constant 1 there.</summary>
    public double TrivialOfOne { get; }

    /// <summary>Transforms a plane; it and the spare plane are overwritten.</summary>
    public void Forward(ref T plane, ref T spare, ref T spectrum) => Run(_forward, ref plane, ref spare, ref spectrum);

    /// <summary>Transforms back; the spectrum and the spare plane are overwritten.</summary>
    public void Inverse(ref T spectrum, ref T spare, ref T plane) => Run(_inverse, ref spectrum, ref spare, ref plane);

    private static void Run(LaneProduct<T>[][] steps, ref T source, ref T spare, ref T target)
    {
        for (var k = 0; k < steps.Length; k++)
        {
            ref var to = ref k == steps.Length - 1 ? ref target : ref spare;
            foreach (var product in steps[k])
            {
                product.Run(ref source, ref to);
            }

            spare = ref source;
            source = ref to;
        }
    }

    private LaneProduct<T>[] Compile(FourierStep step, int units, bool inverse, bool rectify) => [.. step.Factors.Select(factor =>
    {
        var size = factor.Size;
        int[] inputs = [.. Enumerable.Range(0, size).Select(term => step.InputOf(factor, term) * Element)];
        int[] outputs = [.. Enumerable.Range(0, size).Select(row => step.OutputOf(factor, row) * Element)];
        var places = Enumerable.Range(0, factor.Module.Rows * step.Rest).SelectMany(place => Enumerable.Range(0, units).Select(unit =>
        {
            var (outer, inner) = ((step.InputPlace(place) * Element) + (unit * LaneProduct<T>.Unit), (place * Element) + (unit * LaneProduct<T>.Unit));
            return inverse ? new LanePlace(inner, outer) : new LanePlace(outer, inner);
        })).ToArray();
        return inverse ? new LaneProduct<T>(Transposed(factor.Matrix, size), inputs, outputs, places, null, rectify) : new LaneProduct<T>(factor.Matrix, outputs, inputs, places);
    })];

    private static double[] Transposed(double[] matrix, int n)
    {
        var result = new double[matrix.Length];
        for (var i = 0; i < matrix.Length; i++)
        {
            result[(i % n * n) + (i / n)] = matrix[i];
        }

        return result;
    }
}
