using Eqnn.Algebra.GSets;
using Eqnn.Networks.Onnx;

namespace Eqnn.Networks.Symmetry;

/// <summary>How the entries of inputs and outputs can be channels and points.</summary>
internal static class UnitReading
{
    /// <summary>Looks at a model unit by unit, as it is written; where that does not hold, and PyTorch 1 wrote it, also with circular borders as they were meant, if that holds.</summary>
    public static T OfModel<T>(OnnxModel model, GSet set, int? channels, OnnxImportOptions? options, Func<EquivariantNetwork, FeatureSpace, T> look, Func<T, bool> holds, CancellationToken cancellationToken, Action<long>? requireWeights = null)
    {
        var found = Look(Units(asMeant: false));
        if (holds(found) || !model.MayHaveShiftedBorders)
        {
            return found;
        }

        var meant = Units(asMeant: true);
        return meant.Notes.Count > 0 && Look(meant) is var repaired && holds(repaired) ? repaired : found;

        EquivariantNetwork Units(bool asMeant) => OnnxImport.Units(model, set, channels, options, asMeant, cancellationToken, requireWeights).Network;

        T Look(EquivariantNetwork network) => look(network, new(set, network.Input.Dimension / (int)set.Size));
    }

    /// <summary>The readings of the input, the likely one first.</summary>
    /// <exception cref="ArgumentException">The space has another number of entries.</exception>
    public static IEnumerable<SampleAxes> Inputs(EquivariantNetwork network, FeatureSpace space, AxisOrder? stated) => Readings(AxesOf(network.Input, network.InputAxes), space, stated, "the input");

    /// <summary>The readings of the output; its own axes where nothing is said of it.</summary>
    public static IEnumerable<SampleAxes> Outputs(EquivariantNetwork network, FeatureSpace? space)
    {
        var axes = AxesOf(network.Output, network.OutputAxes);
        return space is null ? [axes] : Readings(axes, space, null, "the output");
    }

    /// <summary>Units are numbered as arrays list them, or channel by channel where points are known already.</summary>
    private static SampleAxes AxesOf(FeatureSpace space, SampleAxes axes) => space.Points == 1 ? axes : SampleAxes.Of(space, AxisOrder.ChannelPoint);

    private static IEnumerable<SampleAxes> Readings(SampleAxes axes, FeatureSpace space, AxisOrder? stated, string what)
    {
        if (space.Dimension != axes.Dimension)
        {
            throw new ArgumentException(FormattableString.Invariant($"{what} has {axes.Dimension} entries, {space} has {space.Dimension}"), nameof(space));
        }

        var all = axes.PointsBeforeIn(space);
        var wanted = stated is { } order ? order == AxisOrder.PointChannel ? space.Points : 1 : -1;
        return (all.Contains(wanted) ? [wanted] : all).Select(axes.WithPointsBefore);
    }
}
