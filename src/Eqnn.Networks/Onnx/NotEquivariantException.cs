namespace Eqnn.Networks.Onnx;

/// <summary>A network was refused because a layer does not commute with the group.</summary>
public sealed class NotEquivariantException : FormatException
{
    internal NotEquivariantException(LayerDistance worst, double tolerance, string? hint)
        : base(FormattableString.Invariant($"not equivariant: {worst.Describe()}; the tolerance is {tolerance:G3} of the largest entry{(hint is null ? "" : "; " + hint)}"))
    {
        Worst = worst;
    }

    /// <summary>The layer that is furthest from the equivariant maps, with generator and entry.</summary>
    public LayerDistance Worst { get; }
}
