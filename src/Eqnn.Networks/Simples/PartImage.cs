namespace Eqnn.Networks.Simples;

/// <summary>What a function of one number makes of the part of a vector in some simples, in coordinates: <c>P_K f(P_S v)</c> for all K.</summary>
/// <remarks>Holds arrays, so each thread has its own.</remarks>
internal abstract class PartImage
{
    /// <summary>The simples K that can be met, by position; <c>null</c> if all.</summary>
    public virtual IReadOnlyList<int>? Targets => null;

    /// <summary>The largest entry of a part P_S v so far.</summary>
    public double Reach { get; protected set; }

    /// <summary>Computes the image.</summary>
    /// <param name="coordinates">The coordinates of v; those in other simples are not read.</param>
    /// <param name="f">The function, applied to every entry of an array in place.</param>
    /// <param name="image">The coordinates of f(P_S v); only those in <see cref="Targets"/> are written.</param>
    public abstract void Compute(ReadOnlySpan<double> coordinates, Action<double[]> f, Span<double> image);
}
