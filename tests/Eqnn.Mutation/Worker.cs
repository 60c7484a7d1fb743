using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Eqnn.Mutation;

/// <summary>Tests mutants one after the other in this process, and ends it where that is no longer clean.</summary>
internal static class Worker
{
    /// <summary>The exit code after which a new process goes on.</summary>
    public const int GoOn = 3;

    private const int Together = 8;

    /// <summary>By the clock, for a mutant that waits without working.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>Tests what has no result yet.</summary>
    /// <returns>0: all done; <see cref="GoOn"/>: a new process is needed.</returns>
    public static int Run(RunOptions options)
    {
        var mutants = new MutantSwitch(Assembly.Load(options.Mutated));
        if (options.Alone is { } alone)
        {
            // Set before anything of the product runs: initialisers of types meet it.
            mutants.Active = alone;
        }

        var bench = new TestBench(options.Tests, options.Words);
        var map = CoverageMap.Of(bench, mutants, options.CoverageFile);

        // Neighbours die by the same tests: those that killed last come first.
        var killers = new List<string>();
        if (options.Alone is { } one)
        {
            Judge(one);
            return 0;
        }

        var known = Outcome.Read(options.ResultFile);
        foreach (var mutant in options.Drawn.Of(Mutant.Read(options.Report)))
        {
            if (known.ContainsKey(mutant.Id))
            {
                continue;
            }

            if (map.TestsOf(mutant.Id).Count == 0)
            {
                Write(new(mutant.Id, "NoCoverage", ""));
            }
            else if (map.Once.Contains(mutant.Id))
            {
                // Its place ran before it was active: the parent gives it a process.
                Write(new(mutant.Id, "Alone", ""));
            }
            else
            {
                File.WriteAllText(options.CurrentFile, mutant.Id.ToString(CultureInfo.InvariantCulture));
                mutants.Active = mutant.Id;
                var killer = Judge(mutant.Id);
                mutants.Active = MutantSwitch.None;

                // What a mutant leaves in caches must not kill the next one; whether it killed this one, a new process tells.
                if (killer is not null && bench.FirstFailure([killer]) is not null)
                {
                    Write(new(mutant.Id, "Alone", ""));
                    return GoOn;
                }
            }
        }

        return 0;

        string? Judge(int id)
        {
            var tests = map.TestsOf(id);
            using var watch = new Watch(id, 4 + (3 * tests.Sum(test => map.Seconds[test])), options.ResultFile);
            foreach (var some in killers.Where(tests.Contains).Concat(tests.Where(test => !killers.Contains(test))).Chunk(Together))
            {
                if (bench.FirstFailure(some) is { } failed)
                {
                    killers.Remove(failed);
                    killers.Insert(0, failed);
                    killers.RemoveRange(Math.Min(Together, killers.Count), Math.Max(0, killers.Count - Together));
                    Write(new(id, "Killed", bench.NameOf(failed)));
                    return failed;
                }
            }

            Write(new(id, "Survived", ""));
            return null;
        }

        void Write(Outcome outcome) => File.AppendAllText(options.ResultFile, outcome.Line);
    }

    /// <summary>Ends the process when a mutant takes too long.</summary>
    private sealed class Watch : IDisposable
    {
        private readonly Timer _timer;

        public Watch(int id, double seconds, string results)
        {
            var limit = CoverageMap.Processor() + seconds;
            var clock = Stopwatch.StartNew();
            _timer = new(
                _ =>
                {
                    if (CoverageMap.Processor() > limit || clock.Elapsed > Longest)
                    {
                        File.AppendAllText(results, new Outcome(id, "Timeout", "").Line);
                        Environment.Exit(GoOn);
                    }
                },
                null,
                500,
                500);
        }

        public void Dispose() => _timer.Dispose();
    }
}
