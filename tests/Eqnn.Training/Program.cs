using Eqnn.Training.Stories;

if (args is ["stories", var folder])
{
    Trainer.TrainAll(folder);
    return 0;
}

Console.Error.WriteLine("stories FOLDER: trains the networks of docs/networks.md#stories and writes them with their data");
return 2;
