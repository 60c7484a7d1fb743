using System.Diagnostics;

namespace Eqnn.Algebra.SmallGroups;

/// <summary>One run of GAP: a program in, the line it prints with <see cref="Mark"/> out.</summary>
internal static class GapProcess
{
    /// <summary>What the line of the answer begins with.</summary>
    public const string Mark = "EQNN ";

    private const string Prologue =
        """
        SetPrintFormattingStatus("*stdout*", false);;
        OnBreak := function() Print("\n"); end;;
        if LoadPackage("smallgrp") <> true then Print("EQNN refused the package smallgrp is not there (gap-smallgrp in Debian)\n"); QUIT; fi;

        """;

    /// <summary>The answer, without the mark.</summary>
    /// <exception cref="GapException">GAP cannot be started, refuses, or prints no answer.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; the process is ended.</exception>
    public static string Run(string program, string commands, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var process = new Process();
        process.StartInfo = new ProcessStartInfo(program, ["-q", "-A", "--quitonbreak", "-x", "4096"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        try
        {
            process.Start();
        }
        catch (Exception error) when (error is System.Runtime.InteropServices.ExternalException or InvalidOperationException)
        {
            throw new GapException(FormattableString.Invariant($"'{program}' cannot be started: GAP is asked about this group and is not installed (gap-core and gap-smallgrp in Debian)"), error);
        }

        using var stop = cancellationToken.Register(() => Kill(process));
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            process.StandardInput.Write(Prologue + commands + "\nQUIT;\n");
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read everything; what it said is looked at below.
        }

        process.WaitForExit();
        cancellationToken.ThrowIfCancellationRequested();
        var lines = output.GetAwaiter().GetResult().Replace("\\\n", "", StringComparison.Ordinal).Split('\n');
        errors.GetAwaiter().GetResult();
        var answer = Array.Find(lines, line => line.StartsWith(Mark, StringComparison.Ordinal)) ?? throw new GapException("GAP printed no answer" + Reason(lines));
        answer = answer[Mark.Length..];
        return answer.StartsWith("refused ", StringComparison.Ordinal) ? throw new GapException("GAP: " + answer["refused ".Length..]) : answer;
    }

    private static string Reason(string[] lines) => Array.Find(lines, line => line.StartsWith("Error", StringComparison.Ordinal)) is { } error ? ": " + error : "";

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
    }
}
