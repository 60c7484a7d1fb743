namespace Eqnn.Cli.Hosting;

/// <summary>What was typed, or a file that was named, is wrong. The message is one line for the user.</summary>
internal sealed class InputException(string message, Exception? inner = null) : Exception(message, inner);
