using BenchmarkDotNet.Running;
using Eqnn.Benchmarks;
using Eqnn.Benchmarks.Ladder;
using Eqnn.Benchmarks.Networks;

if (args is ["ladder", ..])
{
    return LadderBenchmark.Run(args[1..]);
}

if (args is ["symmetric", .. var symmetricGroups])
{
    return SymmetricGroupTables.Run(symmetricGroups);
}

if (args is ["small-groups", .. var rounds])
{
    return SmallGroupTables.Run(rounds);
}

if (args is ["subgroups", ..])
{
    return SubgroupBenchmark.Run(args[1..]);
}

if (args is ["cancel", .. var operations])
{
    return CancellationLatency.Run(operations);
}

if (args is ["catalog-cost", var orders, ..])
{
    CatalogCost.Run(orders, args.Length > 2 ? int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture) : 1, args.Length > 3 ? args[3] : "regular");
    return 0;
}

if (args is ["identify", var range, var file, ..])
{
    return IdentificationRun.Run(range, file, args.Length > 3 ? double.Parse(args[3], System.Globalization.CultureInfo.InvariantCulture) : double.PositiveInfinity);
}

if (args is ["chamber-race", .. var arrangements])
{
    ChamberRace.Run(arrangements);
    return 0;
}

if (args is ["characteristic", .. var counted])
{
    CharacteristicTimes.Run(counted);
    return 0;
}

if (args is ["network-race", "--cold", .. var cold])
{
    ColdRace.Run(cold);
    return 0;
}

if (args is ["network-race", .. var names])
{
    NetworkRace.Run(names);
    return 0;
}

if (args is ["network-threads", .. var raced])
{
    ThreadTimes.Run(raced);
    return 0;
}

if (args is ["network-float64", .. var precise])
{
    PrecisionRace.Run(precise);
    return 0;
}

if (args is ["network-plans", .. var workloads])
{
    PlanTimes.Run(workloads);
    return 0;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
