using System.CommandLine;

namespace Eqnn.Cli.Syntax;

/// <summary>An option that names a file to be written. Its place is looked at before the work begins, and the file is written after everything stands (<see cref="Hosting.AnswerFiles"/>).</summary>
internal sealed class FileOption(string name, params string[] aliases) : Option<string>(name, aliases);
