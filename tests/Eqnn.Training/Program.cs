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
    NetworkRace.Run(arguments, TorchForms.Of);
    return 0;
}

Console.Error.WriteLine("""
    stories FOLDER                                      trains the networks of docs/networks.md#stories and writes them with their data
    network-race [--processor-time] [W1 W2 ...]         the race of tests/Eqnn.Benchmarks, and PyTorch in it
    """);
return 2;
