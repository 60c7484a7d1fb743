using System.Numerics;
using Eqnn.Networks.Kernels;

namespace Eqnn.Networks.Plans;

/// <summary>A layer ready to run on one sample or one block of samples: its kernels, and what remains to be done after them.</summary>
internal sealed class LayerPlan<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public LayerPlan(NetworkLayer layer, PlanKind kind, int units, string place)
    {
        Layer = layer;
        var rectify = layer.Loop.IsRectifier;
        var mayFinish = layer.Terms.Count == 1 && layer.OrbitCount == 1 && (rectify || layer.Loop.IsIdentity);
        var finish = mayFinish ? new KernelFinish([.. layer.Bias], rectify) : null;
        var finished = false;
        Kernels = [.. layer.Terms.Select(term => MapPlanner<T>.TryCreate(term.Map, kind, units, finish, out finished)
            ?? (kind == PlanKind.Automatic ? null : MapPlanner<T>.TryCreate(term.Map, PlanKind.Automatic, units, finish, out finished))
            ?? throw new ArgumentException($"{place}: no plan computes a map from {term.Map.Source} to {term.Map.Target}"))];
        IsFinished = finished;
        Bias = [.. layer.Bias.Select(T.CreateChecked)];
    }

    public NetworkLayer Layer { get; }

    public IReadOnlyList<MapKernel<T>> Kernels { get; }

    /// <summary>Whether the kernel applies bias and activation itself.</summary>
    public bool IsFinished { get; }

    /// <summary>By target channel, then orbit.</summary>
    public T[] Bias { get; }

    /// <summary>Scalars per value: 1 or the number of samples in a block.</summary>
    public int Unit => Kernels[0].Unit;

    /// <summary>Where the sum of all terms stands.</summary>
    public PointLayout Output => Kernels[0].Output;
}
