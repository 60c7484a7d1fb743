using BenchmarkDotNet.Running;
using Eqnn.Benchmarks;

if (args is ["ladder", ..])
{
    return LadderBenchmark.Run(args[1..]);
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
