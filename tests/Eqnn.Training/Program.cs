using Eqnn.Benchmarks.Networks;
using Eqnn.Training.Race;
using Eqnn.Training.Stories;
using TorchSharp;

if (args is ["stories", var folder])
{
    Trainer.TrainAll(folder);
    return 0;
}

if (args is ["network-race", .. var arguments])
{
    torch.set_num_threads(1);
    NetworkRace.Run(arguments, TorchForms.InFloat32);
    return 0;
}

if (args is ["network-float64", .. var names])
{
    torch.set_num_threads(1);
    PrecisionRace.Run(names, TorchForms.InFloat64);
    return 0;
}

Console.Error.WriteLine("""
    stories FOLDER                                      trains the networks of docs/networks.md#stories and writes them with their data
    network-race [--processor-time] [W1 W2 ...]         the race of tests/Eqnn.Benchmarks, and PyTorch in it
    network-float64 [W1 W2 ...]                         the same in float64
    """);
return 2;
