namespace Eqnn.Records.Json;

/// <summary>A text that is read, and what its refusals say of it.</summary>
/// <param name="What">What it should be: <c>arrangement</c>.</param>
/// <param name="Path">The file it comes from; empty where it comes from none.</param>
/// <param name="Text">The text.</param>
/// <param name="MaxDepth">How deep lists and records may nest.</param>
internal sealed record JsonSource(string What, string Path, string Text, int MaxDepth);
