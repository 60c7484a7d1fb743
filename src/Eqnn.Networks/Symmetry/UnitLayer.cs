namespace Eqnn.Networks.Symmetry;

/// <summary>The units of one layer: for each the weights on the units of its sources and the bias.</summary>
internal sealed class UnitLayer
{
    public UnitLayer(int[] sources, double[][] rows, bool isEven, bool isOdd)
    {
        (Sources, Rows, IsEven, IsOdd) = (sources, rows, isEven, isOdd);
        var scale = rows.Max(Vectors.Norm);
        Scale = scale > 0 ? scale : 1;
    }

    /// <summary>The states from which the layer starts, ascending.</summary>
    public int[] Sources { get; }

    /// <summary>The rows: weights, source by source, then the bias.</summary>
    public double[][] Rows { get; }

    /// <summary>Whether opposite rows compute the same.</summary>
    public bool IsEven { get; }

    /// <summary>Whether opposite rows compute the opposite, and the unit is hidden.</summary>
    public bool IsOdd { get; }

    /// <summary>Whether opposite rows are compared too.</summary>
    public bool MatchesOpposites => IsEven || IsOdd;

    /// <summary>The length of the longest row.</summary>
    public double Scale { get; }
}
