using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Eqnn.Architecture.Tests;

/// <summary>A value says in one line what it is: to the debugger, to F# Interactive, to whoever prints it.</summary>
public sealed class SelfDescriptionTests
{
    /// <summary>The things that users hold in their hands.</summary>
    public static TheoryData<string> Principal =>
    [
        "FiniteGroup", "CharacterTable", "SimpleRepresentation", "GSet", "IsotypicDecomposition", "MapVerdict", "MapAnswer", "MapTable", "InteractionGraph", "Arrangement", "AffineArrangement", "Chamber", "ChamberEnumeration",
        "EquivariantFan", "EquivariantMapSpace", "PiecewiseLinearMap", "PairSeparation", "EquivariantNetwork", "NetworkSimples", "OnnxModel", "DepthAnalysis", "CatalogDocument", "CatalogFolder", "CertifiedMaps", "Permutation",
    ];

    [Theory]
    [MemberData(nameof(Principal))]
    public void What_users_hold_shows_its_line_in_the_debugger(string name)
    {
        var type = Assert.Single(Product.PublicTypes(), type => type.Name == name && !type.IsNested);
        Assert.False(SaysNothing(type), $"{type.FullName} does not say what it is");
        Assert.Equal("{ToString(),nq}", type.GetCustomAttribute<DebuggerDisplayAttribute>()?.Value);
    }

    /// <summary>Whether what is printed is the name of the type; records print their properties.</summary>
    private static bool SaysNothing(Type type)
    {
        var own = type.GetMethod(nameof(ToString), Type.EmptyTypes)!;
        return own.DeclaringType == typeof(object) || (own.IsDefined(typeof(CompilerGeneratedAttribute), false) && type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Length == 0);
    }
}
