using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using Eqnn.Testing;

namespace Eqnn.Architecture.Tests;

/// <summary>A value says in one line what it is: to the debugger, to F# Interactive, to whoever prints it.</summary>
public sealed class SelfDescriptionTests
{
    /// <summary>Public classes that say nothing yet, one a line: the list may only become shorter.</summary>
    private static readonly string KnownFile = Path.Combine(Oracles.Repository(), "tests", "Eqnn.Architecture.Tests", "SaysNothing.known.txt");

    /// <summary>The things that users hold in their hands.</summary>
    public static TheoryData<string> Principal =>
    [
        "FiniteGroup", "CharacterTable", "SimpleRepresentation", "GSet", "IsotypicDecomposition", "MapVerdict", "MapAnswer", "MapTable", "InteractionGraph", "Arrangement", "AffineArrangement", "Chamber", "ChamberEnumeration",
        "EquivariantFan", "EquivariantMapSpace", "PiecewiseLinearMap", "PairSeparation", "EquivariantNetwork", "NetworkSimples", "CatalogDocument", "CatalogFolder", "CertifiedMaps", "Permutation",
    ];

    [Theory]
    [MemberData(nameof(Principal))]
    public void What_users_hold_shows_its_line_in_the_debugger(string name)
    {
        var type = Assert.Single(Product.PublicTypes(), type => type.Name == name && !type.IsNested);
        Assert.False(SaysNothing(type), $"{type.FullName} does not say what it is");
        Assert.Equal("{ToString(),nq}", type.GetCustomAttribute<DebuggerDisplayAttribute>()?.Value);
    }

    [Fact]
    public void Public_classes_say_what_they_are()
    {
        var silent = Product.PublicTypes().Where(type => type.IsClass && !(type.IsAbstract && type.IsSealed) && !typeof(Exception).IsAssignableFrom(type) && !typeof(Delegate).IsAssignableFrom(type) && SaysNothing(type))
            .Select(Product.NameOf).Order(StringComparer.Ordinal).ToList();
        if (Environment.GetEnvironmentVariable("EQNN_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllLines(KnownFile, silent);
        }

        var known = File.ReadAllLines(KnownFile);
        Broken.None("a public class has a ToString of its own", silent.Except(known));
        Broken.None("classes of SaysNothing.known.txt that speak, or are gone, leave the list", known.Except(silent));
    }

    /// <summary>Whether what is printed is the name of the type; records print their properties.</summary>
    private static bool SaysNothing(Type type)
    {
        var own = type.GetMethod(nameof(ToString), Type.EmptyTypes)!;
        return own.DeclaringType == typeof(object) || (own.IsDefined(typeof(CompilerGeneratedAttribute), false) && type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Length == 0);
    }
}
