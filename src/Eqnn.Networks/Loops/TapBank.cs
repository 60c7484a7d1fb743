namespace Eqnn.Networks.Loops;

/// <summary>Convolution filters that are 0 but at a few elements of the group, the taps.</summary>
/// <param name="Outputs">The number of outputs o.</param>
/// <param name="Inputs">The number of inputs i.</param>
/// <param name="Values">The value of filter oi at tap t at <c>(o · Inputs + i) · |taps| + t</c>; the taps stand in the <see cref="HaloGrid"/>.</param>
internal sealed record TapBank(int Outputs, int Inputs, double[] Values);
