namespace Eqnn.Networks;

/// <summary>One linear map of a layer.</summary>
/// <param name="State">The state it starts from: 0 is the input of the network, i the output of layer i (counted from 1).</param>
/// <param name="Map">The map.</param>
public sealed record LayerTerm(int State, EquivariantMap Map);
