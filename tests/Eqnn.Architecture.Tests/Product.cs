using System.Reflection;
using System.Runtime.CompilerServices;

namespace Eqnn.Architecture.Tests;

/// <summary>The assemblies of the product, in the order of the rooms: each may refer to those before it.</summary>
internal static class Product
{
    public static IReadOnlyList<string> Rooms { get; } = ["Eqnn.Numbers", "Eqnn.Checking", "Eqnn.Algebra", "Eqnn.PiecewiseLinear", "Eqnn.PiecewiseLinear.Z3", "Eqnn.Records", "Eqnn.Drawing", "Eqnn.Networks", "Eqnn.Catalog", "eqnn"];

    /// <summary>The rooms as the single argument of a theory.</summary>
    public static TheoryData<string> RoomData => [.. Rooms];

    /// <summary>The folder under <c>src</c> that holds the sources of a room.</summary>
    public static string FolderOf(string room) => room == "eqnn" ? "Eqnn.Cli" : room;

    public static Assembly Load(string room) => Assembly.Load(room);

    public static string PathOf(string room) => Load(room).Location;

    /// <summary>The types a user sees, by name.</summary>
    public static IReadOnlyList<Type> PublicTypes(string room) => [.. Load(room).GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal)];

    public static IEnumerable<Type> PublicTypes() => Rooms.SelectMany(PublicTypes);

    /// <summary>All types that somebody wrote: no closures, no state machines, nothing the compiler or a generator put there.</summary>
    public static IEnumerable<Type> WrittenTypes(string room) => Load(room).GetTypes().Where(type => !IsGenerated(type));

    /// <summary>The public methods, constructors and property accessors that a type declares itself, without those the compiler adds to records.</summary>
    public static IEnumerable<MethodBase> PublicMembers(Type type) =>
        type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .OfType<MethodBase>()
            .Where(method => !method.IsDefined(typeof(CompilerGeneratedAttribute), false) || method.IsSpecialName);

    public static bool IsGenerated(MemberInfo member) =>
        member.Name.Contains('<', StringComparison.Ordinal) || member.IsDefined(typeof(CompilerGeneratedAttribute), false)
        || (member.DeclaringType is { } outer && IsGenerated(outer))
        || (member is Type { Namespace: { } space } && !space.StartsWith("Eqnn", StringComparison.Ordinal));

    /// <summary>A name for a message: <c>Rational.Parse</c>.</summary>
    public static string NameOf(MemberInfo member) => member is Type type ? type.FullName ?? type.Name : $"{NameOf(member.DeclaringType!)}.{member.Name}";
}
