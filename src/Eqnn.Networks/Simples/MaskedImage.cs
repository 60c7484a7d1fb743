namespace Eqnn.Networks.Simples;

/// <summary>By definition: the other coordinates are set to 0, the vector is transformed back, f is applied, and the result is transformed.</summary>
internal sealed class MaskedImage(IsotypicFrame frame, IReadOnlyList<int> sources) : PartImage
{
    private readonly double[] _coordinates = new double[frame.Size];
    private readonly double[] _vector = new double[frame.Size];

    /// <inheritdoc/>
    public override void Compute(ReadOnlySpan<double> coordinates, Action<double[]> f, Span<double> image)
    {
        foreach (var simple in sources)
        {
            var (first, last) = (frame.Start[simple], frame.Start[simple + 1]);
            coordinates[first..last].CopyTo(_coordinates.AsSpan(first));
        }

        frame.Backward(_coordinates, _vector);
        for (var x = 0; x < _vector.Length; x++)
        {
            Reach = Math.Max(Reach, Math.Abs(_vector[x]));
        }

        f(_vector);

        frame.Forward(_vector, image);
    }
}
