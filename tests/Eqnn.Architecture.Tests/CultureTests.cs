using Mono.Cecil;

namespace Eqnn.Architecture.Tests;

/// <summary>The same input gives the same bytes on every machine: no call whose result depends on the culture of the thread.</summary>
public sealed class CultureTests
{
    private const string Provider = "System.IFormatProvider";

    private static readonly HashSet<string> Numbers =
    [
        "System.Int16", "System.Int32", "System.Int64", "System.Int128", "System.SByte", "System.Single", "System.Double", "System.Decimal",
        "System.Numerics.BigInteger", "System.Numerics.Complex", "System.DateTime", "System.TimeSpan",
    ];

    private static readonly HashSet<string> Fractions = ["System.Single", "System.Double", "System.Decimal", "System.Numerics.Complex"];

    private static readonly HashSet<string> OrdersStrings = ["OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "Order", "OrderDescending", "Min", "Max", "MinBy", "MaxBy"];

    // The tool, too: its libraries run inside other programs, and nobody should have to know which code is only the tool's.
    [Theory]
    [MemberData(nameof(Product.RoomData), MemberType = typeof(Product))]
    public void No_call_depends_on_the_culture(string room)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(Product.PathOf(room));
        Broken.None("text is made, read, compared and sorted invariantly", assembly.MainModule.GetTypes()
            .SelectMany(type => type.Methods)
            .Where(method => method.HasBody)
            .SelectMany(method => method.Body.Instructions.Select(instruction => instruction.Operand).OfType<MethodReference>().Where(called => Depends(called, method))
                .Select(called => $"{method.FullName} calls {called.FullName}")));
    }

    private static bool Depends(MethodReference called, MethodDefinition caller)
    {
        var type = called.DeclaringType.GetElementType().FullName;
        var parameters = called.Parameters.Select(parameter => parameter.ParameterType.FullName).ToList();
        var given = parameters.Contains(Provider) || parameters.Contains("System.Globalization.CultureInfo");
        return type switch
        {
            "System.String" => called.Name switch
            {
                "ToUpper" or "ToLower" or "Format" => !given,
                "Compare" => !parameters.Contains("System.StringComparison") && !given,
                "CompareTo" => true,
                "StartsWith" or "EndsWith" or "IndexOf" or "LastIndexOf" => parameters[0] == "System.String" && !parameters.Contains("System.StringComparison"),
                _ => false,
            },
            "System.Char" => called.Name is "ToUpper" or "ToLower" && !given,
            "System.StringComparer" => called.Name.Contains("CurrentCulture", StringComparison.Ordinal),
            "System.Globalization.CultureInfo" => called.Name is "get_CurrentCulture" or "get_CurrentUICulture",
            "System.Text.StringBuilder" => called.Name is "Append" && Numbers.Contains(parameters[0]),
            "System.Convert" => called.Name is "ToString" && parameters.Any(Numbers.Contains) && !given,
            "System.Runtime.CompilerServices.DefaultInterpolatedStringHandler" or "System.Text.StringBuilder/AppendInterpolatedStringHandler" =>
                called.Name == "AppendFormatted" && IsFraction(called) && MakesHandlerWithoutProvider(caller, type),
            "System.Linq.Enumerable" => OrdersStrings.Contains(called.Name) && called is GenericInstanceMethod generic && generic.GenericArguments[^1].FullName == "System.String"
                && !parameters.Any(parameter => parameter.Contains("IComparer", StringComparison.Ordinal))
                && !(called.Name is "Max" or "Min" && parameters.Count == 2 && generic.GenericArguments.Count == 1), // the length of the longest, say
            "System.Collections.Generic.SortedDictionary`2" or "System.Collections.Generic.SortedSet`1" or "System.Collections.Generic.SortedList`2" =>
                called.Name == ".ctor" && ((GenericInstanceType)called.DeclaringType).GenericArguments[0].FullName == "System.String"
                && !parameters.Any(parameter => parameter.Contains("IComparer", StringComparison.Ordinal)),
            _ => Numbers.Contains(type) && called.Name is "ToString" or "Parse" or "TryParse" && Numbers.Contains(type) && !given,
        };
    }

    private static bool IsFraction(MethodReference called) => called is GenericInstanceMethod generic && Fractions.Contains(generic.GenericArguments[0].FullName);

    private static bool MakesHandlerWithoutProvider(MethodDefinition caller, string handler) =>
        caller.Body.Instructions.Select(instruction => instruction.Operand).OfType<MethodReference>()
            .Any(made => made.Name == ".ctor" && made.DeclaringType.FullName == handler && made.Parameters.All(parameter => parameter.ParameterType.FullName != Provider));
}
