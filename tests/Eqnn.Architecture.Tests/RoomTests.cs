using System.Reflection;
using Eqnn.Numbers;
using Eqnn.Numbers.Permutations;
using Mono.Cecil;

namespace Eqnn.Architecture.Tests;

/// <summary>Arrows point upwards: between rooms, and between the folders of Eqnn.Algebra.</summary>
public sealed class RoomTests
{
    /// <summary>The folders of Eqnn.Numbers and Eqnn.Algebra, each with those it may know. The root namespace of Eqnn.Numbers (errors, progress, numbers) is known to all.</summary>
    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Eqnn.Numbers"] = [],
        ["Eqnn.Numbers.LinearAlgebra"] = ["Eqnn.Numbers"],
        ["Eqnn.Numbers.Permutations"] = ["Eqnn.Numbers"],
        ["Eqnn.Algebra.Groups"] = ["Eqnn.Numbers", "Eqnn.Numbers.Permutations"],
        ["Eqnn.Algebra.Characters"] = ["Eqnn.Numbers", "Eqnn.Numbers.LinearAlgebra", "Eqnn.Numbers.Permutations", "Eqnn.Algebra.Groups"],
        ["Eqnn.Algebra.Representations"] = ["Eqnn.Numbers", "Eqnn.Numbers.LinearAlgebra", "Eqnn.Numbers.Permutations", "Eqnn.Algebra.Groups", "Eqnn.Algebra.Characters"],
    };

    [Theory]
    [MemberData(nameof(Product.RoomData), MemberType = typeof(Product))]
    public void A_room_refers_only_to_the_rooms_above(string room)
    {
        var above = Product.Rooms.TakeWhile(other => other != room).ToList();
        Broken.None($"{room} refers to {string.Join(", ", above)} only", Product.Load(room).GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => Product.Rooms.Contains(name, StringComparer.OrdinalIgnoreCase) || name.StartsWith("Eqnn", StringComparison.Ordinal))
            .Where(name => !above.Contains(name)));
    }

    [Fact]
    public void The_library_depends_on_the_base_library_and_the_binding_of_Z3_alone() =>
        Broken.None("Eqnn.Numbers, Eqnn.Algebra and Eqnn.Drawing use no package, Eqnn.PiecewiseLinear only Microsoft.Z3", Product.Rooms.Where(room => room is "Eqnn.Numbers" or "Eqnn.Algebra" or "Eqnn.PiecewiseLinear" or "Eqnn.Drawing")
            .SelectMany(room => Product.Load(room).GetReferencedAssemblies().Select(reference => (room, name: reference.Name!)))
            .Where(pair => !pair.name.StartsWith("System.", StringComparison.Ordinal) && !Product.Rooms.Contains(pair.name) && pair is not ("Eqnn.PiecewiseLinear", "Microsoft.Z3"))
            .Select(pair => $"{pair.room} -> {pair.name}"));

    [Fact]
    public void A_namespace_of_the_algebra_refers_only_to_those_before_it() =>
        Broken.None("namespaces refer upwards", Dependencies("Eqnn.Numbers").Concat(Dependencies("Eqnn.Algebra"))
            .Where(arrow => arrow.From != arrow.To && !(MayKnow.TryGetValue(arrow.From, out var known) && known.Contains(arrow.To)))
            .Select(arrow => $"{arrow.Type} ({arrow.From}) -> {arrow.To}"));

    [Theory]
    [MemberData(nameof(Product.RoomData), MemberType = typeof(Product))]
    public void A_folder_is_a_namespace(string room)
    {
        var root = Path.Combine(Eqnn.Testing.Oracles.Repository(), "src", Product.FolderOf(room));
        Broken.None("the namespace of a file is its folder", Sources.Files(root)
            .Select(file => (file, expected: string.Join('.', new[] { Product.FolderOf(room) }.Concat(Path.GetRelativePath(root, Path.GetDirectoryName(file)!).Split('/', '\\').Where(part => part != ".")))))
            .Where(pair => Sources.NamespaceOf(pair.file) is { } space && space != pair.expected)
            .Select(pair => Path.GetRelativePath(root, pair.file)));
    }

    /// <summary>"With none of the code that found it": errors, progress, numbers, permutations, matrices, and the bounds of the check itself.</summary>
    [Fact]
    public void The_checker_of_certificates_knows_none_of_the_code_that_finds_things()
    {
        string[] trusted =
        [
            "Eqnn.Numbers.LimitExceededException", "Eqnn.Numbers.WorkProgress", "Eqnn.Numbers.Cyclotomic", "Eqnn.Numbers.Rational", "Eqnn.Numbers.Permutations.Permutation", "Eqnn.Numbers.LinearAlgebra.Matrix`1",
            "Eqnn.PiecewiseLinear.Certificates.CertificateCheckOptions",
        ];
        using var assembly = AssemblyDefinition.ReadAssembly(Product.PathOf("Eqnn.PiecewiseLinear"));
        var checker = assembly.MainModule.GetTypes().Where(type => Outermost(type).Namespace == "Eqnn.PiecewiseLinear.Certificates.Checking").ToList();
        Assert.True(checker.Count > 10);
        Broken.None("the checker uses numbers, permutations and matrices", checker
            .SelectMany(type => UsedBy(type).SelectMany(Parts).Select(Outermost)
                .Where(used => used.Namespace.StartsWith("Eqnn", StringComparison.Ordinal) && used.Namespace != "Eqnn.PiecewiseLinear.Certificates.Checking" && !trusted.Contains(used.FullName))
                .Select(used => $"{type.FullName} -> {used.FullName}"))
            .Distinct());
    }

    private static TypeReference Outermost(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type;
    }

    private static HashSet<(string Type, string From, string To)> Dependencies(string room)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(Product.PathOf(room));
        var arrows = new HashSet<(string, string, string)>();
        foreach (var type in assembly.MainModule.GetTypes().Where(type => SpaceOf(type).StartsWith("Eqnn", StringComparison.Ordinal)))
        {
            foreach (var used in UsedBy(type).SelectMany(Parts).Select(SpaceOf).Where(space => space.StartsWith("Eqnn", StringComparison.Ordinal)))
            {
                arrows.Add((type.FullName, SpaceOf(type), used));
            }
        }

        return arrows;
    }

    private static string SpaceOf(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        // A folder inside a room, such as Representations/Actions, belongs to that room.
        return string.Join('.', type.Namespace.Split('.').Take(3));
    }

    private static IEnumerable<TypeReference> UsedBy(TypeDefinition type) =>
        [
            .. type.BaseType is null ? [] : new[] { type.BaseType },
            .. type.Interfaces.Select(face => face.InterfaceType),
            .. type.Fields.Select(field => field.FieldType),
            .. type.Methods.SelectMany(method => method.Parameters.Select(parameter => parameter.ParameterType).Append(method.ReturnType)),
            .. type.Methods.Where(method => method.HasBody).SelectMany(method => method.Body.Variables.Select(variable => variable.VariableType)),
            .. type.Methods.Where(method => method.HasBody).SelectMany(method => method.Body.Instructions).SelectMany(instruction => Operand(instruction.Operand)),
        ];

    private static IEnumerable<TypeReference> Operand(object? operand) => operand switch
    {
        TypeReference type => [type],
        GenericInstanceMethod method => [method.DeclaringType, method.ReturnType, .. method.GenericArguments],
        MemberReference member when member.DeclaringType is not null => [member.DeclaringType],
        _ => [],
    };

    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType),
        TypeSpecification wrapped => Parts(wrapped.ElementType),
        GenericParameter => [],
        _ => [type],
    };
}
