using Xunit;

namespace Eqnn.Testing;

/// <summary>A theory that needs an interpreter: skipped with that reason where it is not installed, unless EQNN_REQUIRE_INTERPRETERS names it as one that this machine must have.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InterpreterTheoryAttribute : TheoryAttribute
{
    /// <summary>Looks for the interpreter in the search path.</summary>
    public InterpreterTheoryAttribute(string interpreter)
    {
        Interpreter = interpreter;
        var required = (Environment.GetEnvironmentVariable("EQNN_REQUIRE_INTERPRETERS") ?? "").Split(' ').Contains(interpreter);
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        if (!required && !folders.Any(folder => File.Exists(Path.Combine(folder, interpreter)) || File.Exists(Path.Combine(folder, interpreter + ".exe"))))
        {
            Skip = $"{interpreter} is not installed here";
        }
    }

    /// <summary>The name of the interpreter.</summary>
    public string Interpreter { get; }
}
