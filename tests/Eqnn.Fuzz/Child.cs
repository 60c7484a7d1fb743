using System.Buffers.Binary;
using System.Diagnostics;
using Eqnn.Cli.Hosting;
using Newtonsoft.Json.Linq;

namespace Eqnn.Fuzz;

/// <summary>Runs a range of cases in this process and leaves what it knows in a file, so that whatever ends the process costs one case only.</summary>
internal static class Child
{
    /// <summary>A case that takes longer is a fault, and the process ends.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>The working set after which a new process takes over.</summary>
    private const long MostMemory = 1L << 30;

    /// <summary>The file beside the state that holds the number of the case that is running.</summary>
    public static string CurrentOf(string state) => state + ".current";

    /// <summary>Runs the cases.</summary>
    /// <returns>0: all done, or ended early with the place in the state; 2: a case did not end.</returns>
    public static int Run(FuzzOptions options)
    {
        var state = options.Child!;
        var folder = Directory.CreateTempSubdirectory("eqnn-fuzz-");
        try
        {
            var maker = new CaseMaker(Corpus.Prepare(folder.FullName), options.Seed);
            var tally = new Tally();
            using var current = new FileStream(CurrentOf(state), FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
            FuzzCase? running = null;
            var clock = Stopwatch.StartNew();
            using var watch = new Timer(
                _ =>
                {
                    if (running is { } made && clock.Elapsed > Longest)
                    {
                        lock (tally)
                        {
                            tally.Add(made, new CaseResult(1, "does not end", clock.Elapsed.TotalSeconds));
                            Save(state, tally, made.Index + 1);
                            Environment.Exit(2);
                        }
                    }
                },
                null,
                1000,
                1000);
            Span<byte> number = stackalloc byte[8];
            for (var i = options.From; i < options.To; i++)
            {
                BinaryPrimitives.WriteInt64LittleEndian(number, i);
                current.Position = 0;
                current.Write(number);
                var made = maker.Make(i, options.Kind);
                clock.Restart();
                running = made;
                var result = CaseRunner.Run(made);
                running = null;
                lock (tally)
                {
                    tally.Add(made, result);
                    var memory = Environment.WorkingSet;
                    tally.AddMemory(memory, made);

                    // Work that did not stop when it was told to goes on beside the next cases: a new process is clean. So is one after much memory.
                    var isSpoiled = memory > MostMemory || (result.Seconds > CaseMaker.TimeLimit && WorkGoesOn());
                    if (isSpoiled || (i + 1) % 2000 == 0 || i + 1 == options.To)
                    {
                        Save(state, tally, i + 1);
                        if (isSpoiled)
                        {
                            return 0;
                        }
                    }
                }
            }

            return 0;
        }
        finally
        {
            Environment.CurrentDirectory = Path.GetTempPath();
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Whether the thread of a case that came back is still there; where threads have no names, whether it may be.</summary>
    private static bool WorkGoesOn()
    {
        const string Threads = "/proc/self/task";
        return !Directory.Exists(Threads) || Directory.EnumerateDirectories(Threads).Any(thread => NameOf(thread) == Worker.ThreadName);
    }

    private static string NameOf(string thread)
    {
        try
        {
            return File.ReadAllText(Path.Combine(thread, "comm")).TrimEnd('\n');
        }
        catch (IOException)
        {
            // It has ended since it was listed.
            return "";
        }
    }

    private static void Save(string state, Tally tally, long next)
    {
        var json = tally.ToJson();
        json["next"] = next;
        File.WriteAllText(state + ".new", json.ToString());
        File.Move(state + ".new", state, overwrite: true);
    }
}
