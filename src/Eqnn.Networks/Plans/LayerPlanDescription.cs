namespace Eqnn.Networks.Plans;

/// <summary>How one linear map of a network is computed.</summary>
public sealed record LayerPlanDescription
{
    internal LayerPlanDescription(int layer, int state, string oneSample, string blocks)
    {
        Layer = layer;
        State = state;
        OneSample = oneSample;
        Blocks = blocks;
    }

    /// <summary>The layer, from 1.</summary>
    public int Layer { get; }

    /// <summary>The state from which the map starts; 0 is the input.</summary>
    public int State { get; }

    /// <summary>The plan for one sample.</summary>
    public string OneSample { get; }

    /// <summary>The plan for blocks of samples.</summary>
    public string Blocks { get; }
}
