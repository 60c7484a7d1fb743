namespace Eqnn.Cli.Hosting;

/// <summary>What the process tells the shell. Documented in docs/cli.md#exit-codes.</summary>
internal static class ExitCode
{
    /// <summary>The question was answered; "none exists" is an answer.</summary>
    public const int Answered = 0;

    /// <summary>A bug: a check inside failed, or an error nobody foresaw.</summary>
    public const int Bug = 1;

    /// <summary>The input could not be understood, or does not fit together.</summary>
    public const int BadInput = 2;

    /// <summary>A stated limit or the time limit stopped the work.</summary>
    public const int Limit = 3;

    /// <summary>Ctrl-C: 128 + the number of the signal, as shells have it.</summary>
    public const int Cancelled = 130;
}
