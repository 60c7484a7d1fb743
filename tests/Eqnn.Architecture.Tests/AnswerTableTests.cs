using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using Mono.Cecil;

namespace Eqnn.Architecture.Tests;

/// <summary>Each command answers with values of the library: the table "Commands and their answers" of docs/architecture.md names them, and is compared with the commands, with what they call, and with the tests in F#.</summary>
public sealed partial class AnswerTableTests
{
    private const string Heading = "### Commands and their answers";

    private static readonly Lazy<IReadOnlyList<(IReadOnlyList<string> Commands, IReadOnlyList<string> Values)>> Rows = new(Read);

    /// <summary>The commands of the tool with their names.</summary>
    private static IReadOnlyDictionary<string, Type> Commands { get; } = ((IEnumerable)Product.Load("eqnn").GetType("Eqnn.Cli.CommandList")!.GetProperty("All", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!.GetValue(null)!)
        .Cast<object>().ToDictionary(command => (string)command.GetType().GetProperty("Name")!.GetValue(command)!, command => command.GetType(), StringComparer.Ordinal);

    [Fact]
    public void Every_command_has_a_row() =>
        Broken.None($"the table under \"{Heading}\" of docs/architecture.md has one row for each command", Commands.Keys.Except(Rows.Value.SelectMany(row => row.Commands)).Concat(Rows.Value.SelectMany(row => row.Commands).Except(Commands.Keys)));

    [Fact]
    public void Every_answer_is_a_value_of_the_library_that_F_sharp_uses()
    {
        var known = Product.Rooms.Where(room => room != "eqnn").SelectMany(Product.PublicTypes).Select(type => type.Name).ToHashSet(StringComparer.Ordinal);
        var used = string.Concat(Directory.EnumerateFiles(Path.Combine(Eqnn.Testing.Oracles.Repository(), "tests", "Eqnn.FSharp.Tests"), "*.fs").Select(File.ReadAllText));
        var words = WordPattern().Matches(used).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        Broken.None("a value of the table is no public type, or no test in F# names it", Rows.Value.SelectMany(row => row.Values).Distinct().Where(value => !known.Contains(value) || !words.Contains(value)));
    }

    [Fact]
    public void Every_command_calls_for_the_values_of_its_row()
    {
        using var assembly = AssemblyDefinition.ReadAssembly(Product.PathOf("eqnn"));
        var named = assembly.MainModule.GetTypes().GroupBy(OutermostName).ToDictionary(group => group.Key, group => group.SelectMany(Named).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        Broken.None("a command names the value of its row nowhere, neither itself nor in a type of the tool that it names", Rows.Value.SelectMany(row => row.Commands.SelectMany(command => row.Values.Where(value => !Reaches(Commands[command].FullName!, value)).Select(value => $"{command}: {value}"))));

        bool Reaches(string type, string value) => named[type].Contains(value) || named[type].Any(other => named.TryGetValue(other, out var further) && further.Contains(value));
    }

    /// <summary>What a command takes from another one is no option: those that several share stand in a class of their own.</summary>
    [Fact]
    public void No_option_lives_on_another_command()
    {
        using var assembly = AssemblyDefinition.ReadAssembly(Product.PathOf("eqnn"));
        var commands = Commands.Values.Select(type => type.FullName).ToHashSet(StringComparer.Ordinal);
        Broken.None("an option that several commands share stands beside CommonOptions", assembly.MainModule.GetTypes().SelectMany(type => Callees(type)
            .Where(callee => callee.ReturnType.Name is "Option`1" or "FileOption" && commands.Contains(callee.DeclaringType.FullName) && callee.DeclaringType.FullName != OutermostName(type))
            .Select(callee => $"{type.FullName}: {callee.DeclaringType.Name}.{callee.Name}")).Distinct());
    }

    private static IEnumerable<MethodReference> Callees(TypeDefinition type) => type.Methods.Where(method => method.HasBody).SelectMany(method => method.Body.Instructions).Select(instruction => instruction.Operand).OfType<MethodReference>();

    /// <summary>The names of the types that a type calls: of the tool by their full names, of the library by their names.</summary>
    private static IEnumerable<string> Named(TypeDefinition type) => Callees(type)
        .SelectMany(callee => new[] { callee.DeclaringType, callee.ReturnType }.Concat(callee.Parameters.Select(parameter => parameter.ParameterType)))
        .Concat(type.Fields.Select(field => field.FieldType))
        .SelectMany(reference => reference is GenericInstanceType generic ? generic.GenericArguments.Append(generic.ElementType) : [reference])
        .Select(reference => reference.FullName.StartsWith("Eqnn.Cli.", StringComparison.Ordinal) ? OutermostName(reference) : reference.Name);

    private static string OutermostName(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type.FullName;
    }

    private static IReadOnlyList<(IReadOnlyList<string> Commands, IReadOnlyList<string> Values)> Read()
    {
        var lines = File.ReadLines(Path.Combine(Eqnn.Testing.Oracles.Repository(), "docs", "architecture.md")).SkipWhile(line => line != Heading).Skip(1).TakeWhile(line => !line.StartsWith('#')).Where(line => line.StartsWith("| `", StringComparison.Ordinal));
        return [.. lines.Select(line => line.Split('|')).Select(cells => (Quoted(cells[1]), Quoted(cells[2])))];

        static IReadOnlyList<string> Quoted(string cell) => [.. QuotedPattern().Matches(cell).Select(match => match.Groups[1].Value)];
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex QuotedPattern();

    [GeneratedRegex("[A-Za-z][A-Za-z0-9]*")]
    private static partial Regex WordPattern();
}
