using Eqnn.Fuzz;

try
{
    var options = FuzzOptions.Parse(args);
    return options.Child is null ? Parent.Run(options) : Child.Run(options);
}
catch (FormatException problem)
{
    Console.Error.WriteLine(problem.Message);
    Console.Error.WriteLine(FuzzOptions.Usage);
    return 2;
}
