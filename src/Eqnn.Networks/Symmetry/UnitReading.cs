using Eqnn.Algebra.GSets;
using Eqnn.Networks.Onnx;

namespace Eqnn.Networks.Symmetry;

/// <summary>How the entries of inputs and outputs can be channels and points.</summary>
internal static class UnitReading
{
    /// <summary>A model unit by unit, and the features of its input.</summary>
    public static (EquivariantNetwork Network, FeatureSpace Space) OfModel(OnnxModel model, GSet set, int? channels, OnnxImportOptions? options, bool asMeant, CancellationToken cancellationToken)
    {
        var network = OnnxImport.Units(model, set, channels, options, asMeant, cancellationToken).Network;
        return (network, new(set, network.Input.Dimension / (int)set.Size));
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
