using System.Numerics;
using Eqnn.Networks.Loops;

namespace Eqnn.Networks.Plans;

/// <summary>A layer ready to run on one sample or one block of samples: its loops, and what remains to be done after them.</summary>
internal sealed class LayerPlan<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public LayerPlan(NetworkLayer layer, PlanKind kind, int units, string place)
    {
        Layer = layer;
        var rectify = layer.Loop.IsRectifier;
        var mayFinish = layer.Terms.Count == 1 && layer.OrbitCount == 1 && (rectify || layer.Loop.IsIdentity);
        var finish = mayFinish ? new LoopFinish([.. layer.Bias], rectify) : null;
        var finished = false;
        Loops = [.. layer.Terms.Select(term => MapPlanner<T>.TryCreate(term.Map, kind, units, finish, out finished)
            ?? (kind == PlanKind.Automatic ? null : MapPlanner<T>.TryCreate(term.Map, PlanKind.Automatic, units, finish, out finished))
            ?? throw new ArgumentException($"{place}: no plan computes a map from {term.Map.Source} to {term.Map.Target}"))];
        IsFinished = finished;
        Bias = [.. layer.Bias.Select(T.CreateChecked)];
    }

    public NetworkLayer Layer { get; }

    public IReadOnlyList<MapLoop<T>> Loops { get; }

    /// <summary>Whether the loop applies bias and activation itself.</summary>
    public bool IsFinished { get; }

    /// <summary>By target channel, then orbit.</summary>
    public T[] Bias { get; }

    /// <summary>Scalars per value: 1 or the number of samples in a block.</summary>
    public int Unit => Loops[0].Unit;

    /// <summary>Where the sum of all terms stands.</summary>
    public PointLayout Output => Loops[0].Output;
}
