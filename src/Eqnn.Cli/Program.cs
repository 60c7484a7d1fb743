using System.Runtime.InteropServices;
using Eqnn.Cli;
using Eqnn.Cli.Hosting;

using var interrupt = new CancellationTokenSource();

// The first Ctrl-C asks the work to stop (exit code 130, nothing half written); a second one ends the process at once.
using var registration = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
{
    context.Cancel = !interrupt.IsCancellationRequested;
    interrupt.Cancel();
});

// @- is stdin wherever a file may be named; where the system shows stdin as no file, the name is left as it is.
string[] words = File.Exists("/dev/stdin") ? [.. args.Select(word => word == "@-" ? "@/dev/stdin" : word)] : args;

return EqnnCommandLine.Run(words, ConsoleHost.OfProcess(), interrupt.Token);
