namespace Eqnn.Networks.Onnx;

/// <summary>How far one linear map of an imported network is from the equivariant maps, and where it is worst.</summary>
public sealed record LayerDistance
{
    internal LayerDistance(int layer, int state, double distance, double scale, int generator, int row, int column, bool complete)
    {
        Layer = layer;
        State = state;
        Distance = distance;
        Scale = scale;
        Generator = generator;
        Row = row;
        Column = column;
        Complete = complete;
    }

    /// <summary>The layer, from 1.</summary>
    public int Layer { get; }

    /// <summary>The state from which the map starts, 0 for the input; −1 if the bias is meant.</summary>
    public int State { get; }

    /// <summary>The largest difference between an entry and the mean over its orbital (or, for a map too large to be written out, between F(g v) and g F(v)).</summary>
    public double Distance { get; }

    /// <summary>The largest entry of the map or bias; a share of those of the layer where that is larger.</summary>
    public double Scale { get; internal init; }

    /// <summary>The number of the generator of the group, from 1, that changes the worst entry most; 0 if none does.</summary>
    public int Generator { get; }

    /// <summary>The row of the worst entry, from 0: target channel · |Y| + point.</summary>
    public int Row { get; }

    /// <summary>Its column, from 0; −1 for a bias or where only vectors were compared.</summary>
    public int Column { get; }

    /// <summary>Whether all entries were compared; otherwise the images of random vectors.</summary>
    public bool Complete { get; }

    /// <summary>The distance as a share of the largest entry.</summary>
    public double Relative => Scale > 0 ? Distance / Scale : 0;

    /// <summary>The difference of the worst entry from the mean of the others in its orbital (or orbit): what one wrong number is off by.</summary>
    public double Off { get; internal init; }

    /// <summary>The same distance of the absolute values: small for maps that commute with signed permutations.</summary>
    internal double WithoutSigns { get; init; } = double.PositiveInfinity;

    /// <summary>|T − P T| / |T| in the norm of all entries, P the projection to the equivariant maps: the share outside the commutant; <c>null</c> where not all entries were compared.</summary>
    public double? Outside { get; internal init; }

    internal string Describe()
    {
        var what = State < 0 ? "bias entry" : Column >= 0 ? "weight" : "output";
        var place = Column >= 0 ? FormattableString.Invariant($"row {Row} column {Column}") : FormattableString.Invariant($"row {Row}");
        return FormattableString.Invariant($"layer {Layer}, generator {Generator}, {what} {place} (from 0) is off by {Off:G2}");
    }
}
