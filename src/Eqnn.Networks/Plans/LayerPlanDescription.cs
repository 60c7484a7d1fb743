namespace Eqnn.Networks.Plans;

/// <summary>How one linear map of a network is computed.</summary>
/// <param name="Layer">The layer, from 1.</param>
/// <param name="State">The state from which the map starts; 0 is the input.</param>
/// <param name="OneSample">The plan for one sample.</param>
/// <param name="Blocks">The plan for blocks of samples.</param>
public sealed record LayerPlanDescription(int Layer, int State, string OneSample, string Blocks);
