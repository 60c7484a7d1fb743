namespace Eqnn.Networks.Loops;

/// <summary>A linear map between feature spaces, ready to run.</summary>
/// <remarks>
/// A loop with <see cref="Unit"/> = 1 works on one sample, one with more on that many samples in the lanes of a block. It may destroy its input, allocates nothing, and holds nothing that changes,
/// so several threads may run it with their own buffers.
/// </remarks>
internal abstract class MapLoop<T>
    where T : unmanaged
{
    /// <summary>The name of the plan, as printed.</summary>
    public abstract string Name { get; }

    /// <summary>Scalars per unit of the layouts: 1, or the number of samples in a block.</summary>
    public abstract int Unit { get; }

    /// <summary>Where the loop wants its input.</summary>
    public abstract PointLayout Input { get; }

    /// <summary>Where it leaves its output.</summary>
    public abstract PointLayout Output { get; }

    /// <summary>Scalars of scratch that it needs.</summary>
    public virtual int ScratchLength => 0;

    /// <summary>Floating point operations per sample, as a guide for choosing plans.</summary>
    public abstract double Operations { get; }

    /// <summary>Computes the output from the input; places of the output that belong to no point may hold anything.</summary>
    public abstract void Apply(Span<T> input, Span<T> output, Span<T> scratch);
}
