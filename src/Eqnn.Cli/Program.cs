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

return EqnnCommandLine.Run(args, ConsoleHost.OfProcess(), interrupt.Token);
