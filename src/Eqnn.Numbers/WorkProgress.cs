namespace Eqnn.Numbers;

/// <summary>How far long work has come.</summary>
/// <param name="Stage">What is being done, e.g. <c>conjugacy classes</c>.</param>
/// <param name="Done">Units finished.</param>
/// <param name="Total">Units in all; 0 if not known.</param>
public readonly record struct WorkProgress(string Stage, long Done, long Total);
