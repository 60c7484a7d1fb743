namespace Eqnn.Networks.Onnx;

/// <summary>How far one linear map of an imported network is from the equivariant maps, and where it is worst.</summary>
/// <param name="Layer">The layer, from 1.</param>
/// <param name="State">The state from which the map starts, 0 for the input; −1 if the bias is meant.</param>
/// <param name="Distance">The largest difference between an entry and the mean over its orbital (or, for a map too large to be written out, between F(g v) and g F(v)).</param>
/// <param name="Scale">The largest entry of the map or bias; a share of those of the layer where that is larger.</param>
/// <param name="Generator">The number of the generator of the group, from 1, that changes the worst entry most; 0 if none does.</param>
/// <param name="Row">The row of the worst entry, from 0: target channel · |Y| + point.</param>
/// <param name="Column">Its column, from 0; −1 for a bias or where only vectors were compared.</param>
/// <param name="Complete">Whether all entries were compared; otherwise the images of random vectors.</param>
public sealed record LayerDistance(int Layer, int State, double Distance, double Scale, int Generator, int Row, int Column, bool Complete)
{
    /// <summary>The distance as a share of the largest entry.</summary>
    public double Relative => Scale > 0 ? Distance / Scale : 0;

    /// <summary>The difference of the worst entry from the mean of the others in its orbital (or orbit): what one wrong number is off by.</summary>
    public double Off { get; init; }

    /// <summary>The same distance of the absolute values: small for maps that commute with signed permutations.</summary>
    internal double WithoutSigns { get; init; } = double.PositiveInfinity;

    internal string Describe()
    {
        var what = State < 0 ? "bias entry" : Column >= 0 ? "weight" : "output";
        var place = Column >= 0 ? FormattableString.Invariant($"row {Row} column {Column}") : FormattableString.Invariant($"row {Row}");
        return FormattableString.Invariant($"layer {Layer}, generator {Generator}, {what} {place} (from 0) is off by {Off:G2}");
    }
}
