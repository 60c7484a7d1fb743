namespace Eqnn.Networks.Loops;

/// <summary>Where a vector of lanes stands in the input and in the output of a <see cref="LaneProduct{T}"/>, in scalars, apart from the offset of the term or row.</summary>
internal readonly record struct LanePlace(int Input, int Output);
