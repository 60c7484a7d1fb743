using Eqnn.Numbers;
using Mono.Cecil;

namespace Eqnn.Architecture.Tests;

/// <summary>Commands parse, call and lay out: arithmetic, certificates and choices of method are in the libraries.</summary>
public sealed class CommandTests
{
    /// <summary>Numbers, vectors and matrices whose operators compute.</summary>
    private static readonly string[] Computing =
    [
        "Eqnn.Numbers.Cyclotomic", "Eqnn.Numbers.RealCyclotomic", "Eqnn.Numbers.Rational", "Eqnn.Numbers.RealInterval", "Eqnn.Numbers.LinearAlgebra.Matrix`1", "Eqnn.Numbers.Permutations.Permutation", "Eqnn.Algebra.Characters.ClassFunction",
    ];

    private static readonly string[] Operators = ["op_Addition", "op_Subtraction", "op_Multiply", "op_Division", "op_UnaryNegation", "op_Modulus"];

    /// <summary>What layout computes, each with the reason.</summary>
    private static readonly IReadOnlyDictionary<string, string> LayoutArithmetic = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Eqnn.Cli.Commands.AffineMapEnumeration"] = "a ray of the cone over a region is written as a point at height 1",
        ["Eqnn.Cli.Commands.HomsReport"] = "a coefficient is written as minus its absolute value",
        ["Eqnn.Cli.Output.GapDisplay"] = "a coefficient is written as minus its absolute value",
    };

    /// <summary>Limits of what is laid out, each with the reason; limits of computations are thrown by the libraries.</summary>
    private static readonly IReadOnlyDictionary<string, string> LayoutLimits = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Eqnn.Cli.Commands.ChamberReport"] = "says that the answer in hand is a part, and whether its certificate was written",
        ["Eqnn.Cli.Commands.ChamberStream"] = "ends a list that was streamed in part",
        ["Eqnn.Cli.Commands.DocumentSize"] = "the length of a JSON document",
        ["Eqnn.Cli.Commands.FrequencyInteraction"] = "the length of a list of edges",
        ["Eqnn.Cli.Commands.FrequencyMapsTable"] = "the length of a list of pairs",
        ["Eqnn.Cli.Commands.HomsCommand"] = "the size of a printed pattern",
        ["Eqnn.Cli.Commands.IdentifyCommand"] = "says beside an answer what stopped a part of it",
        ["Eqnn.Cli.Commands.RegionReport"] = "says that the answer in hand is a part, and whether its certificate was written",
        ["Eqnn.Cli.Commands.TableParts"] = "the size of a printed table",
        ["Eqnn.Cli.Hosting.Worker"] = "the memory of the process",
    };

    [Fact]
    public void Commands_do_no_arithmetic() =>
        Broken.None("operators of exact numbers, matrices and permutations belong in the libraries", Calls()
            .Where(call => Computing.Contains(call.Callee.DeclaringType.GetElementType().FullName) && Operators.Contains(call.Callee.Name) && !LayoutArithmetic.ContainsKey(call.Type))
            .Select(call => $"{call.Type}: {call.Callee.DeclaringType.Name}.{call.Callee.Name}").Distinct());

    [Fact]
    public void Commands_throw_no_certificate_exception() =>
        Broken.None("a contradiction is found by the library that computes", Made(nameof(CertificateException)).Distinct());

    [Fact]
    public void Commands_decide_no_limit_of_a_computation() =>
        Broken.None("limits of computations are thrown by the libraries; limits of layout stand in LayoutLimits, with the reason", Made(nameof(LimitExceededException)).Distinct().Where(type => !LayoutLimits.ContainsKey(type)));

    [Fact]
    public void The_lists_hold_only_what_needs_them()
    {
        var arithmetic = Calls().Where(call => Computing.Contains(call.Callee.DeclaringType.GetElementType().FullName) && Operators.Contains(call.Callee.Name)).Select(call => call.Type).ToHashSet(StringComparer.Ordinal);
        var limits = Made(nameof(LimitExceededException)).ToHashSet(StringComparer.Ordinal);
        var written = Product.WrittenTypes("eqnn").Select(type => type.FullName).ToHashSet(StringComparer.Ordinal);
        Broken.None("an entry that nothing needs goes", LayoutArithmetic.Keys.Where(type => !arithmetic.Contains(type)).Concat(LayoutLimits.Keys.Where(type => !limits.Contains(type))).Where(written.Contains));
    }

    /// <summary>The rule sees operators: the library, fed to it, is full of them.</summary>
    [Fact]
    public void The_rule_is_seen_to_fire() => Assert.Contains(Calls("Eqnn.PiecewiseLinear"), call => Computing.Contains(call.Callee.DeclaringType.GetElementType().FullName) && Operators.Contains(call.Callee.Name));

    private static IEnumerable<string> Made(string exception) => Calls().Where(call => call.Callee.Name == ".ctor" && call.Callee.DeclaringType.Name == exception).Select(call => call.Type);

    /// <summary>The calls of all types of a room, nested types and closures under the type that holds them.</summary>
    private static List<(string Type, MethodReference Callee)> Calls(string room = "eqnn")
    {
        using var assembly = AssemblyDefinition.ReadAssembly(Product.PathOf(room));
        return [.. assembly.MainModule.GetTypes()
            .SelectMany(type => type.Methods.Where(method => method.HasBody).SelectMany(method => method.Body.Instructions).Select(instruction => instruction.Operand).OfType<MethodReference>().Select(callee => (Outermost(type), callee)))];
    }

    private static string Outermost(TypeDefinition type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type.FullName;
    }
}
