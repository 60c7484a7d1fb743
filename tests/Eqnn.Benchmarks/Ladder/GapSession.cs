using System.Diagnostics;
using System.Globalization;

namespace Eqnn.Benchmarks.Ladder;

/// <summary>A running GAP that times functions in its own processor time, started again when a question takes too long.</summary>
internal sealed class GapSession(double budgetSeconds, int limitSeconds) : IDisposable
{
    // The first call reads parts of GAP's library that nobody needed before, so it counts only where it takes two seconds or more. Processor time has a resolution of a millisecond, hence batches.
    private const string Definitions =
        """
        SetInfoLevel(InfoWarning,0);;
        timeOf:=function(f,budget) local best,total,count,n,t,s; s:=Runtime(); f(); t:=Runtime()-s; if t>=2000 and budget<=100 then return Float(t); fi; best:=infinity; total:=0; count:=0; repeat GASMAN("collect"); n:=0; s:=Runtime(); repeat f(); n:=n+1; t:=Runtime()-s; until t>=10; total:=total+t; count:=count+1; if t/n<best then best:=t/n; fi; until total>=budget and count>=3; return Float(best); end;;
        for g in [SymmetricGroup(5),DihedralGroup(IsPermGroup,12),PSL(2,7),Group((1,2,3),(4,5))] do Irr(Group(GeneratorsOfGroup(g)));; NormalSubgroups(Group(GeneratorsOfGroup(g)));; od;
        """;

    private const int StartSeconds = 600;

    private Process? _process;

    /// <summary>Whether there is a GAP to ask.</summary>
    public static bool IsInstalled()
    {
        try
        {
            using var session = new GapSession(0, 60);
            return session.Milliseconds("function() end") is not null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    /// <summary>The processor time of a function without arguments in milliseconds, the least of three batches or more; null if the limit was reached.</summary>
    /// <param name="function">The function, in GAP's language; it makes everything anew in each call.</param>
    public double? Milliseconds(string function)
    {
        _process ??= Start();
        var asked = _process;
        asked.StandardInput.WriteLine(FormattableString.Invariant($"Print(\"time \",timeOf({function},{(int)(1000 * budgetSeconds)}),\"\\n\");"));
        asked.StandardInput.Flush();
        using var limit = new Timer(_ => asked.Kill(), null, TimeSpan.FromSeconds(limitSeconds), Timeout.InfiniteTimeSpan);
        while (asked.StandardOutput.ReadLine() is { } line)
        {
            if (line.StartsWith("time ", StringComparison.Ordinal))
            {
                return double.Parse(line.AsSpan(5), CultureInfo.InvariantCulture);
            }
        }

        asked.Dispose();
        _process = null;
        return null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_process is { } process)
        {
            process.StandardInput.Close();
            process.WaitForExit();
            process.Dispose();
        }
    }

    private static Process Start()
    {
        var process = Process.Start(new ProcessStartInfo("gap", ["-q", "-b", "-o", "3g"]) { RedirectStandardOutput = true, RedirectStandardInput = true })!;
        process.StandardInput.WriteLine(Definitions);

        // The limit of a question begins when the library is read: on a busy machine that alone may take longer.
        process.StandardInput.WriteLine("Print(\"ready\\n\");");
        process.StandardInput.Flush();
        using var limit = new Timer(_ => process.Kill(), null, TimeSpan.FromSeconds(StartSeconds), Timeout.InfiniteTimeSpan);
        while (process.StandardOutput.ReadLine() is { } line && line != "ready")
        {
        }

        return process;
    }
}
