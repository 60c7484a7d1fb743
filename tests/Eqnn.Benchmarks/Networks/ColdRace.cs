using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Eqnn.Networks.Files;
using Microsoft.ML.OnnxRuntime;

namespace Eqnn.Benchmarks.Networks;

/// <summary>
/// Whole processes: from the start to the written outputs, for 1 and for 10,000 samples (1,000 where a sample is long), <c>eqnn network eval</c> against a C program with ONNX Runtime in each form of the network. One thread, in turns.
/// Run with <c>dotnet run -c Release --project tests/Eqnn.Benchmarks -- network-race --cold TOOL [TOOL ...] [W1 W2 ...]</c>: a tool is the path of a managed or native <c>eqnn</c>. It wants gcc.
/// </summary>
/// <remarks>Least clock time and least processor time (user and system, of all threads of the process): the one counts on a quiet machine, the other also on a busy one.</remarks>
internal static class ColdRace
{
    private const int Rounds = 5;
    private const double MostSeconds = 60;

    public static void Run(IReadOnlyList<string> arguments)
    {
        var tools = arguments.Where(File.Exists).ToList();
        var names = arguments.Where(name => name.StartsWith('W') && name.Length == 2).ToList();
        using var folder = new TemporaryFolder();
        var peer = Compiled(folder.Path);
        Console.WriteLine("| | samples | program | clock, ms | processor, ms | clock: times faster | processor: times faster |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var workload in Workload.All().Where(workload => names.Count == 0 || names.Contains(workload.Name)))
        {
            var network = workload.Network;
            string At(string name) => Path.Combine(folder.Path, name);
            var (document, weights) = NetworkJson.WriteWithWeights(network, "net.npz");
            File.WriteAllText(At("net.json"), document);
            File.WriteAllBytes(At("net.npz"), [.. weights]);
            OnnxForm[] forms = workload.Clever is { } clever ? [.. workload.Forms, clever] : [.. workload.Forms];
            for (var i = 0; i < forms.Length; i++)
            {
                File.WriteAllBytes(At($"form{i}.onnx"), forms[i].Model());
            }

            foreach (var samples in new[] { 1, workload.Name is "W2" or "W4" ? 1000 : 10_000 })
            {
                var random = new Random(3);
                float[] inputs = [.. Enumerable.Range(0, samples * network.Input.Dimension).Select(_ => (float)((2 * random.NextDouble()) - 1))];
                Write(At("x.npy"), [samples, network.Input.Channels, network.Input.Points], inputs);
                List<(string Name, string Program, string[] Arguments)> programs = [.. tools.Select(tool => (Name(tool), tool, (string[])["network", "eval", At("net.json"), At("x.npy"), "--out", At("y.npy"), "--quiet"]))];
                for (var i = 0; i < forms.Length; i++)
                {
                    using var session = new InferenceSession(At($"form{i}.onnx"));
                    int[] shape = [samples, .. session.InputMetadata.Values.Single().Dimensions.Skip(1)];
                    Write(At($"x{i}.npy"), shape, forms[i].PointsFirst ? NetworkRace.Transposed(inputs, samples, network.Input.Channels, network.Input.Points) : inputs);
                    programs.Add(($"ONNX Runtime, {forms[i].Name}", peer, [At($"form{i}.onnx"), At($"x{i}.npy"), At($"y{i}.npy")]));
                }

                Race(workload.Name, samples, tools.Count, programs);
                Compare(workload, forms.Length, At);
            }
        }
    }

    private static string Name(string tool) => new FileInfo(tool).Length > 5_000_000 ? "eqnn, native" : "eqnn, managed";

    private static void Race(string workload, int samples, int ours, List<(string Name, string Program, string[] Arguments)> programs)
    {
        var times = programs.ConvertAll(_ => (Clock: double.MaxValue, Processor: double.MaxValue));
        var clock = Stopwatch.StartNew();
        for (var round = 0; round < Rounds && (round < 2 || clock.Elapsed.TotalSeconds < MostSeconds); round++)
        {
            for (var i = 0; i < programs.Count; i++)
            {
                var (start, used) = (Stopwatch.GetTimestamp(), ChildMilliseconds());
                using var process = Process.Start(new ProcessStartInfo(programs[i].Program, programs[i].Arguments) { RedirectStandardOutput = true })!;
                process.StandardOutput.ReadToEnd();
                process.WaitForExit();
                if (process.ExitCode != 0)
                {
                    throw new InvalidOperationException($"{programs[i].Name} ended with exit code {process.ExitCode}");
                }

                times[i] = (Math.Min(times[i].Clock, Stopwatch.GetElapsedTime(start).TotalMilliseconds), Math.Min(times[i].Processor, ChildMilliseconds() - used));
            }
        }

        var (best, least) = (times.Skip(ours).Min(time => time.Clock), times.Skip(ours).Min(time => time.Processor));
        for (var i = 0; i < programs.Count; i++)
        {
            var ratios = i < ours ? string.Create(CultureInfo.InvariantCulture, $"{best / times[i].Clock:F1} | {least / times[i].Processor:F1}") : "|";
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {workload} | {samples} | {programs[i].Name} | {times[i].Clock:F0} | {times[i].Processor:F0} | {ratios} |"));
        }
    }

    /// <summary>All programs wrote the same numbers.</summary>
    private static void Compare(Workload workload, int forms, Func<string, string> file)
    {
        float[] Values(string name)
        {
            var bytes = File.ReadAllBytes(file(name));
            return MemoryMarshal.Cast<byte, float>(bytes.AsSpan(10 + bytes[8] + (256 * bytes[9]))).ToArray();
        }

        var ours = Values("y.npy");
        var largest = ours.Max(Math.Abs);
        for (var i = 0; i < forms; i++)
        {
            // The output has one channel: points first or last is the same.
            var theirs = Values($"y{i}.npy");
            if (theirs.Length != ours.Length || theirs.Zip(ours).Max(pair => Math.Abs(pair.First - pair.Second)) > 1e-4 * largest)
            {
                throw new InvalidOperationException($"{workload.Name}: form {i} computes something else");
            }
        }
    }

    private static void Write(string path, int[] shape, float[] values)
    {
        using var stream = File.Create(path);
        var header = $"{{'descr': '<f4', 'fortran_order': False, 'shape': ({string.Join(", ", shape)}), }}";
        header = header.PadRight(((10 + header.Length + 1 + 63) / 64 * 64) - 11) + "\n";
        stream.Write([0x93, .. "NUMPY"u8, 1, 0, (byte)(header.Length % 256), (byte)(header.Length / 256), .. System.Text.Encoding.ASCII.GetBytes(header)]);
        stream.Write(MemoryMarshal.AsBytes(values.AsSpan()));
    }

    /// <summary>The C program, compiled against the library and the headers of the package.</summary>
    private static string Compiled(string folder)
    {
        var version = typeof(InferenceSession).Assembly.GetName().Version!;
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var package = Directory.GetDirectories(Path.Combine(packages, "microsoft.ml.onnxruntime")).Where(path => Path.GetFileName(path).StartsWith($"{version.Major}.{version.Minor}.", StringComparison.Ordinal)).DefaultIfEmpty(
            Directory.GetDirectories(Path.Combine(packages, "microsoft.ml.onnxruntime"))[^1]).First();
        var library = Path.Combine(package, "runtimes", RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "linux-arm64" : "linux-x64", "native");
        var (source, program) = (Path.Combine(Eqnn.Testing.Oracles.Repository(), "tests", "Eqnn.Benchmarks", "Networks", "ort_eval.c"), Path.Combine(folder, "ort_eval"));
        using var compiler = Process.Start("gcc", ["-O2", "-I", Path.Combine(package, "build", "native", "include"), source, "-o", program, "-L", library, "-l:libonnxruntime.so", $"-Wl,-rpath,{library}:{folder}"]);
        compiler.WaitForExit();

        // The library asks for itself under the name of its major version.
        File.CreateSymbolicLink(Path.Combine(folder, "libonnxruntime.so.1"), Path.Combine(library, "libonnxruntime.so"));
        return compiler.ExitCode == 0 ? program : throw new InvalidOperationException("gcc failed");
    }

    /// <summary>The processor time of all processes that were started and waited for.</summary>
    private static double ChildMilliseconds()
    {
        const int Children = -1;
        var usage = new long[18];
        return GetUsage(Children, usage) == 0 ? (1000.0 * (usage[0] + usage[2])) + ((usage[1] + usage[3]) / 1000.0) : throw new InvalidOperationException("getrusage failed");
    }

    [DllImport("libc", EntryPoint = "getrusage")]
    private static extern int GetUsage(int who, [Out] long[] usage);

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("eqnn-cold").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
