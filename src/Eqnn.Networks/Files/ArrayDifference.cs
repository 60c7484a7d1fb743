namespace Eqnn.Networks.Files;

/// <summary>Two arrays of one shape compared: the largest difference, and the largest entry of the second.</summary>
public sealed class ArrayDifference
{
    private ArrayDifference(double largest, double scale) => (Largest, Scale) = (largest, scale);

    /// <summary>The largest |a − b|; 0 for empty arrays.</summary>
    public double Largest { get; }

    /// <summary>The largest |b|.</summary>
    public double Scale { get; }

    /// <summary>The largest difference as a share of <see cref="Scale"/>; itself where that is 0.</summary>
    public double Relative => Scale == 0 ? Largest : Largest / Scale;

    /// <summary>Compares.</summary>
    /// <exception cref="ArgumentException">The shapes differ; the message names both.</exception>
    public static ArrayDifference Of(NpyFile array, NpyFile other)
    {
        ArgumentNullException.ThrowIfNull(array);
        ArgumentNullException.ThrowIfNull(other);
        return other.Shape.SequenceEqual(array.Shape)
            ? new(array.Values.Zip(other.Values, (a, b) => Math.Abs(a - b)).DefaultIfEmpty().Max(), other.Values.Select(Math.Abs).DefaultIfEmpty().Max())
            : throw new ArgumentException(FormattableString.Invariant($"an array of shape ({string.Join(", ", array.Shape)}) and one of shape ({string.Join(", ", other.Shape)}) are compared"), nameof(other));
    }
}
