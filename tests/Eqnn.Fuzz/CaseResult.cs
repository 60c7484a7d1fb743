namespace Eqnn.Fuzz;

/// <summary>How a case ended.</summary>
/// <param name="ExitCode">The exit code of the tool: 0, 2, 3 or 130, and 1 for a bug.</param>
/// <param name="Fault">What is wrong with it, without the numbers of the case, or null: an exception that is none of the four outcomes, a message of several lines, words of the runtime, a file left behind.</param>
/// <param name="Seconds">Time by the clock.</param>
internal sealed record CaseResult(int ExitCode, string? Fault, double Seconds);
