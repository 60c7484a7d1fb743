namespace Eqnn.Networks.Loops;

/// <summary>What a loop does to its sums before it stores them, so that no second pass over the output is needed: add a bias for each output channel, then perhaps max(t, 0).</summary>
/// <param name="Bias">One number for each output channel.</param>
/// <param name="Rectify">Whether to apply ReLU.</param>
internal sealed record LoopFinish(double[] Bias, bool Rectify);
